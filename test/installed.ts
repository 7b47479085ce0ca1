// Validators that are separate packages: each has its versions in a folder next to the test, is installed by the suite that uses it, and never is a
// dependency of the library.
import { execFileSync, spawnSync } from 'child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { join } from 'path';

/** Installs what the package-lock.json of a folder says, unless it is there. */
export function installNodeModules(folder: string): void {
  once(join(folder, 'package-lock.json'), join(folder, 'node_modules'), () => {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  });
}

/** Installs what the requirements.txt of a folder says into `venv` there, unless it is there. */
export function installVenv(folder: string): void {
  const requirements = join(folder, 'requirements.txt');
  const venv = join(folder, 'venv');
  once(requirements, venv, () => {
    if (spawnSync('python3', ['-c', 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))']).status !== 0) {
      throw new Error(`${requirements} is for Python: put python3, 3.11 or later, with its module venv, on the PATH`);
    }
    execFileSync('python3', ['-m', 'venv', venv], { stdio: ['ignore', 'ignore', 'inherit'] });
    execFileSync(join(venv, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', '--no-deps', '-r', requirements], { stdio: ['ignore', 'ignore', 'inherit'] });
  });
}

/** What was installed by an older list, or only by half, is installed anew. */
function once(list: string, target: string, install: () => void): void {
  const mark = join(target, '.installed');
  const wanted = readFileSync(list, 'utf8');
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
    rmSync(target, { recursive: true, force: true });
    install();
    writeFileSync(mark, wanted);
  }
}
