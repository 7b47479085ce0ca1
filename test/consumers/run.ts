// Builds the packages of all languages, installs each in a project as its users would write it, runs the tests of that project, and compares what
// the projects synthesize. Ends with one line: N passed, N failed.
import { deepStrictEqual } from 'assert';
import { readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { compileDotnet, hasDotnet, listDotnetApi } from './dotnet';
import { GO, JAVA, PYTHON, TYPESCRIPT, type Language } from './languages';
import { checkNpmPackage } from './npm-package';
import { checkReadme, READMES } from './readmes';
import { Report } from './report';
import { DIST, mustRun, ROOT, run } from './shell';

const report = new Report();
const folderOf = ({ folder }: Language) => join(__dirname, folder);
const templates = new Map<string, unknown>();

/** Makes the package of a language with the task that makes it for the release. */
async function pack(target: string): Promise<boolean> {
  // The Go package is compiled by the project that uses it.
  return report.check(`package for ${target}`, async () => void await mustRun(`npx projen package:${target}`, ROOT, { JSII_BUILD_GO: '0' }));
}

/** Runs the app as the CDK does: the command of `cdk.json`. */
async function synthesize(language: Language): Promise<void> {
  const folder = folderOf(language);
  const out = join(folder, 'cdk.out');
  rmSync(out, { recursive: true, force: true });
  const { app } = JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as { readonly app: string };
  const path = language.bin ? `${join(folder, language.bin)}:${process.env.PATH}` : process.env.PATH!;
  await mustRun(app, folder, { CDK_OUTDIR: out, PATH: path });
  templates.set(language.name, JSON.parse(readFileSync(join(out, 'EcsAlerts.template.json'), 'utf8')));
}

/** Packages for a language, and tests the package in the project of that language. */
async function consume(language: Language): Promise<void> {
  const folder = folderOf(language);
  const installed = await pack(language.target) && await report.check(`${language.name}: install`, async () => {
    for (const command of language.install) {
      await mustRun(command, folder);
    }
  });
  if (!installed) {
    return;
  }
  const { status, output } = await run(language.test, folder);
  const { passed, failed } = language.count(output);
  report.say(`${output.trimEnd()}\n${language.name}: ${passed} passed, ${failed} failed`);
  report.passed += passed;
  report.failed += failed;
  await report.check(`${language.name}: tests`, () => deepStrictEqual([status, failed, passed > 0], [0, 0, true], `the tests ended with ${status}`));
  await report.check(`${language.name}: synthesize`, async () => synthesize(language));
}

async function dotnet(): Promise<void> {
  await report.check('package for dotnet, code only', async () => void await mustRun('npx projen package:dotnet --code-only', ROOT));
  await report.check('.NET: the public API is complete', listDotnetApi);
  if (await hasDotnet()) {
    await report.check('.NET: compile', compileDotnet);
  } else {
    report.say('.NET is NOT compiled: there is no dotnet SDK here. The workflows that build and release compile it.');
  }
}

/** As many as a small machine has cores; the longest first. */
async function twoAtATime(jobs: (() => Promise<void>)[]): Promise<void> {
  const worker = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) {
      await job();
    }
  };
  await Promise.all([worker(), worker()]);
}

async function main(): Promise<void> {
  for (const [command, resolution] of new Set([TYPESCRIPT, PYTHON, JAVA, GO].flatMap(({ needs }) => needs))) {
    await report.check(`${command.split(' ')[0]} is there`, async () => {
      const { status, output } = await run(command, ROOT);
      if (status !== 0) {
        throw new Error(`the packages of all languages are tested, and \`${command}\` does not run: ${resolution}.\n${output}`);
      }
      return output.trim().split('\n')[0];
    });
  }
  if (report.failed > 0) {
    return;
  }
  rmSync(DIST, { recursive: true, force: true });
  await twoAtATime([GO, JAVA, PYTHON, TYPESCRIPT].map((language) => async () => consume(language)).concat(dotnet));

  await report.check('the npm package is small and has only what is needed', checkNpmPackage);
  for (const readme of READMES) {
    await report.check(`the examples in the ${readme.language} package are in that language`, async () => checkReadme(readme));
  }
  for (const { name } of [PYTHON, JAVA, GO]) {
    await report.check(`the template of ${name} equals that of TypeScript`, () => deepStrictEqual(templates.get(name) ?? 'none', templates.get(TYPESCRIPT.name)));
  }
}

void main().catch((error: unknown) => {
  report.failed += 1;
  console.error(error);
}).finally(() => {
  console.log(`\n${report.passed} passed, ${report.failed} failed`);
  process.exitCode = report.failed === 0 ? 0 : 1;
});
