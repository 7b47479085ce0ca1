import { execFileSync, spawnSync } from 'child_process';
import { readdirSync, rmSync } from 'fs';
import { join } from 'path';
import { tool } from './prepare';
import type { Copy, Versions } from './prepare';

const PYTEST = 'pytest==8.4.2';

/** Throws without a Python that makes virtual environments. */
export function checkPython(): void {
  if (spawnSync('python3', ['-c', 'import ensurepip, venv']).status !== 0) {
    throw new Error('the suite of the versions calls the library from Python: there is no python3 on the PATH, or one without venv. Install Python 3.9 or later with venv.');
  }
}

/** Compiles a copy and packages it for Python; gives the wheel. */
export function wheelOf({ folder }: Copy): string {
  const dist = join(folder, 'dist');
  const run = (name: string, ...args: string[]) => execFileSync(tool(name), args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  rmSync(dist, { recursive: true, force: true });
  run('jsii', '--silence-warnings=reserved-word');
  run('jsii-pacmak', '--target', 'python', '--outdir', dist);
  const [wheel] = readdirSync(join(dist, 'python')).filter((name) => name.endsWith('.whl'));
  return join(dist, 'python', wheel);
}

/** A virtual environment with a wheel and the CDK. */
export class PythonEnvironment {
  private readonly python: string;

  /** @param versions the newest of PyPI by default */
  constructor(private readonly folder: string, wheel: string, versions?: Versions) {
    this.python = join(folder, 'bin', 'python');
    execFileSync('python3', ['-m', 'venv', folder]);
    // The version of the wheel is always the same, its content is not.
    this.pip('uninstall', '--yes', '--quiet', 'cdk-ecs-event-rules');
    const peers = versions ? [`aws-cdk-lib==${versions.cdk}`, `constructs==${versions.constructs}`] : ['--upgrade', 'aws-cdk-lib', 'constructs'];
    this.pip('install', PYTEST, wheel, ...peers);
  }

  /** The version of the CDK in it. */
  public get cdk(): string {
    return execFileSync(this.python, ['-c', 'from importlib.metadata import version; print(version("aws-cdk-lib"))'], { encoding: 'utf8' }).trim();
  }

  /** Runs the tests of a file; gives what pytest says when one fails. */
  public test(file: string, env: Record<string, string>): string | undefined {
    const { status, stdout, stderr } = spawnSync(this.python, ['-m', 'pytest', '-q', '-p', 'no:cacheprovider', file], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...process.env, ...env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    return status === 0 ? undefined : stdout + stderr;
  }

  private pip(...args: string[]): void {
    execFileSync(this.python, ['-m', 'pip', '--quiet', '--disable-pip-version-check', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
