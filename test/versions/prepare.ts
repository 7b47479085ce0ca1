import { execFileSync } from 'child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { basename, join, resolve } from 'path';

const ROOT = resolve(__dirname, '..', '..');

/** What a copy of the library is made of; everything else is built, or is found in the repository around it. */
const COPIED = ['src', 'test', 'examples', 'docs', 'benchmark', 'README.md', 'SECURITY.md', 'LICENSE', 'tsconfig.dev.json', '.npmignore'];

/** What suites fetch and compile for themselves; and what uses the packages, not the sources. */
const NOT_COPIED = ['node_modules', 'target', 'tmp', 'reports', 'venv', 'kept', 'consumers', '.baseline', 'out'];

/** The public API, which is not copied: copies read it here. */
export const ENTRY_POINTS = join(ROOT, 'test', 'compatibility', '.baseline', '.jsii');

/** A tool of the repository. */
export const tool = (name: string) => join(ROOT, 'node_modules', '.bin', name);

/** Versions of the peers. */
export interface Versions {
  readonly cdk: string;
  readonly constructs: string;
}

/** The library with other versions of its peers. */
export interface Copy {
  readonly folder: string;
  readonly versions: Versions;
}

const packageJson = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The oldest versions that the library works with, which the lock file of the repository has. */
export function floor(): Versions {
  const { devDependencies } = packageJson(ROOT);
  return { cdk: devDependencies['aws-cdk-lib'], constructs: devDependencies.constructs };
}

/** The newest versions of the registry. */
export function latest(): Versions {
  const newest = (name: string) => npm(ROOT, 'view', `${name}@latest`, 'version').trim();
  return { cdk: newest('aws-cdk-lib'), constructs: newest('constructs') };
}

/**
 * Copies the library to a separate folder, with the peers of the given versions in its node_modules. All other tools are those of the
 * repository around it: Node looks there for what the folder lacks.
 */
export function prepare(versions: Versions): Copy {
  const folder = join(ROOT, '.versions', versions.cdk);
  mkdirSync(folder, { recursive: true });
  for (const name of COPIED) {
    rmSync(join(folder, name), { recursive: true, force: true });
    cpSync(join(ROOT, name), join(folder, name), { recursive: true, filter: (path) => !NOT_COPIED.includes(basename(path)) });
  }
  const { devDependencies: _, overrides: __, ...rest } = packageJson(ROOT);
  const peers = { 'aws-cdk-lib': versions.cdk, 'constructs': versions.constructs };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...rest, devDependencies: peers }, undefined, 2));
  if (Object.entries(peers).some(([name, version]) => installed(folder, name) !== version)) {
    npm(folder, 'install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts');
  }
  return { folder, versions };
}

function installed(folder: string, name: string): string | undefined {
  try {
    return packageJson(join(folder, 'node_modules', name)).version;
  } catch {
    return undefined;
  }
}

function npm(cwd: string, ...args: string[]): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

// `tsx test/versions/prepare.ts 2.262.0`, or `floor`, or `latest`: prints the folder.
if (require.main === module) {
  const [wanted = 'latest'] = process.argv.slice(2);
  const versions = wanted === 'floor' ? floor() : wanted === 'latest' ? latest() : { ...latest(), cdk: wanted };
  process.stdout.write(`${prepare(versions).folder}\n`);
}
