// Builds the packages of all languages, or of those that are named, installs each in a project as its users would write it, runs the tests of that
// project, and compares what the projects synthesize. Ends with what was not run, and one line: N passed, N failed.
import { deepStrictEqual } from 'assert';
import { readFileSync, rmSync } from 'fs';
import { join } from 'path';
import { problemsInDeclarations } from './declarations';
import { checkCsharpMembers, checkNugetPage, generateDotnet, listDotnetApi } from './dotnet';
import { CSHARP, LANGUAGES, TYPESCRIPT, type Language } from './languages';
import { checkNpmPackage } from './npm-package';
import { checkReadme, READMES } from './readmes';
import { Report } from './report';
import { DIST, mustRun, ROOT, run } from './shell';

const report = new Report();
const folderOf = ({ folder }: Language) => join(__dirname, folder);
const templates = new Map<string, unknown>();
/** The languages that were not run, with the reason. */
const notRun: string[] = [];

/** Makes the package of a language with the task that makes it for the release. */
async function packageFor({ target }: Language): Promise<void> {
  // The Go package is compiled by the project that uses it.
  await mustRun(`npx projen package:${target}`, ROOT, { JSII_BUILD_GO: '0' });
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
  const packed = await report.check(`package for ${language.target}`, language.pack ?? (async () => packageFor(language)));
  const installed = packed && await report.check(`${language.name}: install`, async () => {
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

/** What can be checked of the package for .NET and of the project in C# without a compiler. */
async function readCsharp(): Promise<void> {
  if (await report.check('package for dotnet, code only', generateDotnet)) {
    await report.check('.NET: the public API is complete', listDotnetApi);
    await report.check('C#: the project uses only types and members that the generated code or the CDK has', checkCsharpMembers);
  }
}

/** The named languages, or all, and the one that they are compared with. */
function requested(names: readonly string[]): readonly Language[] {
  const unknown = names.filter((name) => !LANGUAGES.some(({ folder }) => folder === name));
  if (unknown.length > 0) {
    throw new Error(`languages: there is no project for this, got ${unknown.join(', ')}. Use ${LANGUAGES.map(({ folder }) => folder).join(', ')}.`);
  }
  return LANGUAGES.filter((language) => names.length === 0 || language === TYPESCRIPT || names.includes(language.folder));
}

/** Those of the languages whose tools are here. A tool that is missing is a failure, but for an optional language that was not named. */
async function runnable(languages: readonly Language[], names: readonly string[]): Promise<Language[]> {
  const missing = new Set<Language>();
  const tools = new Map(languages.flatMap(({ needs }) => needs));
  for (const [command, resolution] of tools) {
    const users = languages.filter(({ needs }) => needs.some(([needed]) => needed === command));
    const { status, output } = await run(command, ROOT);
    if (status !== 0) {
      users.forEach((language) => missing.add(language));
    }
    if (status !== 0 && users.every(({ optional, folder }) => optional && !names.includes(folder))) {
      notRun.push(...users.map(({ name }) => `${name} was NOT RUN: \`${command}\` does not run here. To run it, ${resolution}.`));
      continue;
    }
    await report.check(`${command.split(' ')[0]} is there`, () => {
      if (status !== 0) {
        throw new Error(`${users.map(({ name }) => name).join(', ')}: \`${command}\` does not run. To run it, ${resolution}.\n${output}`);
      }
      return output.trim().split('\n')[0];
    });
  }
  return languages.filter((language) => !missing.has(language));
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

async function main(names: readonly string[]): Promise<void> {
  const languages = requested(names);
  const running = await runnable(languages, names);
  if (report.failed > 0) {
    return;
  }
  rmSync(DIST, { recursive: true, force: true });
  if (languages.includes(CSHARP)) {
    await readCsharp();
  }
  await twoAtATime(running.map((language) => async () => consume(language)));

  await report.check('the npm package is small and has only what is needed', checkNpmPackage);
  await report.check('the declarations compile with skipLibCheck: false and exactOptionalPropertyTypes', () => {
    deepStrictEqual(problemsInDeclarations(join(ROOT, 'lib'), join(ROOT, 'lib', 'index.d.ts')), []);
  });
  if (running.includes(CSHARP)) {
    await report.check('the NuGet package has a README and the address of the project', checkNugetPage);
  }
  for (const readme of READMES.filter(({ language }) => languages.some(({ name }) => name === language))) {
    await report.check(`the examples in the ${readme.language} package are in that language`, async () => checkReadme(readme));
  }
  for (const { name } of running.filter((language) => language !== TYPESCRIPT)) {
    await report.check(`the template of ${name} equals that of TypeScript`, () => deepStrictEqual(templates.get(name) ?? 'none', templates.get(TYPESCRIPT.name)));
  }
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  report.failed += 1;
  console.error(error);
}).finally(() => {
  console.log(['', ...notRun, `${report.passed} passed, ${report.failed} failed`].join('\n'));
  process.exitCode = report.failed === 0 ? 0 : 1;
});
