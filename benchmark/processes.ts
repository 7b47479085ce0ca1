import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { Limits } from './limits';
import type { Measure, Way } from './measured-app';

/** The folder of the benchmark; this file runs in `out/benchmark` within it. */
export const FOLDER = join(__dirname, '..', '..');

/** What is measured. */
export interface Case {
  readonly way: Way;
  readonly rules: number;
  readonly stacks: number;
  readonly receivers?: 'own' | 'shared';
  /** Resources of another kind in the app. */
  readonly unrelated?: number;
  /** Whether the CDK validates the template, as it does by default. */
  readonly isValidated?: boolean;
}

/**
 * Measures an app in a separate process, and gives access to what it synthesized.
 *
 * @param look called with the folder of the assembly
 */
export function measured<T>({ way, rules, stacks, receivers = 'own', unrelated = 0, isValidated = false }: Case, look: (outdir: string) => T): { readonly measure: Measure; readonly seen: T } {
  const outdir = mkdtempSync(join(tmpdir(), 'benchmark-'));
  try {
    const measure = JSON.parse(node('measured-app.js', isValidated, outdir, way, `${rules}`, `${stacks}`, receivers, `${unrelated}`)) as Measure;
    return { measure, seen: look(outdir) };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** How many rules a stack can have. */
export function limitsOf(way: Way): Limits {
  return JSON.parse(node('limits.js', false, way)) as Limits;
}

function node(script: string, isValidated: boolean, ...args: string[]): string {
  const env = { ...process.env, CDK_VALIDATION: `${isValidated}`, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
  return execFileSync(process.execPath, [join(__dirname, script), ...args], { encoding: 'utf8', env });
}
