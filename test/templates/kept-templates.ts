import { spawnSync } from 'child_process';
import { existsSync, readFileSync, rmSync } from 'fs';
import { join, resolve } from 'path';

const ROOT = join(__dirname, '..', '..');

/** Where the templates are: where they were kept already, or where this suite keeps them itself. */
export const KEPT = resolve(ROOT, process.env.KEEP_TEMPLATES || join(__dirname, 'kept'));
const INDEX = join(KEPT, 'index.tsv');

/** A template that the tests synthesize: those of the examples and of the matrix are among them. */
export interface KeptTemplate {
  readonly file: string;
  /** The test files that synthesize it. */
  readonly tests: readonly string[];
  /** The types of its resources, by their logical ids. */
  readonly types: ReadonlyMap<string, string>;
}

/** Runs the tests for the templates, unless they ran already. */
export function keepTemplates(): void {
  if (process.env.KEEP_TEMPLATES && existsSync(INDEX)) {
    return;
  }
  rmSync(KEPT, { recursive: true, force: true });
  const { status, stderr } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), '--ci', '--coverage=false', '--silent'], {
    cwd: ROOT,
    env: { ...process.env, KEEP_TEMPLATES: KEPT, JSII_DEPRECATED: 'quiet' },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    throw new Error(`the templates come from the tests, and those fail:\n${stderr}`);
  }
}

/** Every template, once. */
export function keptTemplates(): KeptTemplate[] {
  const tests = new Map<string, Set<string>>();
  for (const line of readFileSync(INDEX, 'utf8').trimEnd().split('\n')) {
    const [hash, test] = line.split('\t');
    tests.set(hash, (tests.get(hash) ?? new Set()).add(test));
  }
  return [...tests].map(([hash, names]) => keptTemplate(join(KEPT, `${hash}.json`), [...names].sort()));
}

/** A template in a file, whoever wrote it. */
export function keptTemplate(file: string, tests: readonly string[] = []): KeptTemplate {
  const { Resources = {} } = JSON.parse(readFileSync(file, 'utf8')) as { Resources?: Record<string, { Type: string }> };
  return { file, tests, types: new Map(Object.entries(Resources).map(([id, { Type }]) => [id, Type])) };
}
