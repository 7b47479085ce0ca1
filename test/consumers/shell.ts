import { spawn } from 'child_process';
import { join } from 'path';
import { stripVTControlCharacters } from 'util';

/** The root of this repository. */
export const ROOT = join(__dirname, '..', '..');

/** Where jsii-pacmak leaves the packages. */
export const DIST = join(ROOT, 'dist');

/** How a command ended, and what it said. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command line. What it says is kept, because several run at a time. */
export async function run(command: string, cwd: string, env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd, shell: '/bin/bash', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (data: Buffer) => { output += data.toString(); });
    child.stderr.on('data', (data: Buffer) => { output += data.toString(); });
    child.on('error', ({ message }) => resolve({ status: 1, output: `${output}${message}` }));
    // Tools color their output in different ways: for pytest, FORCE_COLOR=0 turns colors on.
    child.on('close', (status) => resolve({ status, output: stripVTControlCharacters(output) }));
  });
}

/** Runs a command line that has to succeed. */
export async function mustRun(command: string, cwd: string, env?: Record<string, string>): Promise<string> {
  const { status, output } = await run(command, cwd, env);
  if (status !== 0) {
    throw new Error(`\`${command}\` ended with ${status}:\n${output}`);
  }
  return output;
}
