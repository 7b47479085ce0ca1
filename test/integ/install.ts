import { execFileSync, spawnSync } from 'child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';

/** What is fetched, and what the server writes. */
export const TARGET = join(__dirname, 'target');

/** The Python that has MiniStack and botocore. */
export const PYTHON = join(TARGET, 'venv', 'bin', 'python');

/** The CDK command line. */
export const CDK = join(__dirname, 'cdk', 'node_modules', '.bin', 'cdk');

/** Fetches what is needed, unless it is there in the versions that are wanted. */
export function install(): void {
  installIf(join(__dirname, 'requirements.txt'), join(TARGET, 'venv'), (requirements, venv) => {
    const { error, status, stderr } = spawnSync('python3', ['-m', 'venv', venv], { encoding: 'utf8' });
    if (error !== undefined || status !== 0) {
      throw new Error('the integration suite deploys to MiniStack, which is Python: python3 is not on the PATH, or has no venv. '
        + `Install Python 3.10 or later (on Debian also python3-venv).\n${error?.message ?? stderr}`);
    }
    execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], { stdio: 'inherit' });
  });
  installIf(join(__dirname, 'cdk', 'package-lock.json'), join(__dirname, 'cdk', 'node_modules'), () => {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: join(__dirname, 'cdk'), stdio: 'inherit' });
  });
}

/** Makes a folder out of a list of versions, if it was not made out of the same one. */
function installIf(list: string, folder: string, make: (list: string, folder: string) => void): void {
  const made = join(folder, 'made-from');
  const wanted = readFileSync(list, 'utf8');
  if (existsSync(made) && readFileSync(made, 'utf8') === wanted) {
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  make(list, folder);
  writeFileSync(made, wanted);
}
