import { spawnSync } from 'child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'fs';
import { join, relative, resolve } from 'path';
import { TARGET } from './event-ruler';

const ROOT = join(__dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');

/** A template, and the tests or programs that synthesized it. */
export interface SynthesizedTemplate {
  readonly template: { readonly Resources?: Record<string, { readonly Type: string; readonly Properties?: any }> };
  readonly sources: readonly string[];
}

/**
 * Every template that the tests, the examples and the demo synthesize. The tests run for that, unless KEEP_TEMPLATES names a folder in which an
 * earlier run has left its templates.
 */
export function synthesizedTemplates(): SynthesizedTemplate[] {
  return [...ofTests(), ...programs().flatMap(ofProgram)];
}

function ofTests(): SynthesizedTemplate[] {
  const given = process.env.KEEP_TEMPLATES;
  const folder = given === undefined ? join(TARGET, 'templates') : resolve(ROOT, given);
  const index = join(folder, 'index.tsv');
  if (given === undefined || !existsSync(index)) {
    rmSync(folder, { recursive: true, force: true });
    run('the tests', [require.resolve('jest/bin/jest'), '--ci', '--coverage=false'], ROOT, { KEEP_TEMPLATES: folder, JEST_WORKER_ID: undefined });
  }
  const lines = readFileSync(index, 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  return [...new Set(lines.map(([hash]) => hash))].map((hash) => ({
    template: JSON.parse(readFileSync(join(folder, `${hash}.json`), 'utf8')),
    sources: lines.filter(([of]) => of === hash).map(([, test]) => test),
  }));
}

/** The programs among the examples: the demo, and the app of each example. */
function programs(): string[] {
  const apps = readdirSync(EXAMPLES, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? join(EXAMPLES, entry.name, 'app.ts') : join(EXAMPLES, entry.name)));
  return apps.filter((file) => file.endsWith('.ts') && existsSync(file));
}

function ofProgram(program: string): SynthesizedTemplate[] {
  const source = relative(ROOT, program);
  const folder = join(TARGET, source.replace(/\W/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  run(source, [require.resolve('tsx/cli'), '--tsconfig', join(ROOT, 'tsconfig.dev.json'), program], TARGET, { CDK_OUTDIR: folder });
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.template.json'));
  return files.map((file) => ({ template: JSON.parse(readFileSync(join(folder, file), 'utf8')), sources: [source] }));
}

function run(what: string, args: string[], cwd: string, env: Record<string, string | undefined>): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, env: { ...process.env, CDK_VALIDATION: 'false', ...env }, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) {
    throw new Error(`the templates of ${what} cannot be checked, because it ended with ${status}:\n${stdout}\n${stderr}`);
  }
}
