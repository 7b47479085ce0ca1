import { readdirSync, statSync } from 'fs';
import { join } from 'path';
import { DIST, mustRun, ROOT } from './shell';

/** What a user of the npm package needs, and jsii-pacmak and Construct Hub. */
const NEEDED = /^(package\.json|README\.md|LICENSE|\.jsii|\.jsii\.tabl\.json\.gz|lib\/.+\.(js|d\.ts))$/;
const MOST_BYTES = 300_000;

/** Fails if the npm package is too large, or if something is in it that is not needed or that has no source any more. */
export async function checkNpmPackage(): Promise<string> {
  const tarballs = readdirSync(join(DIST, 'js')).filter((name) => name.endsWith('.tgz'));
  if (tarballs.length !== 1) {
    throw new Error(`expected one npm package in dist/js, found ${tarballs.join(', ') || 'none'}`);
  }
  const tarball = join(DIST, 'js', tarballs[0]);
  const files = (await mustRun(`tar -tzf '${tarball}'`, DIST)).trimEnd().split('\n').map((path) => path.replace('package/', ''));
  const sources = new Set(readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')));
  const unneeded = files.filter((path) => !NEEDED.test(path));
  const stale = files.filter((path) => path.startsWith('lib/') && !sources.has(path.replace('lib/', '').replace(/(\.d\.ts|\.js)$/, '.ts')));
  const bytes = statSync(tarball).size;
  const problems = [
    ...unneeded.map((path) => `${path} is not needed`),
    ...stale.map((path) => `${path} has no source any more: remove lib/ and compile again`),
    ...bytes > MOST_BYTES ? [`it has ${bytes} bytes, more than ${MOST_BYTES}`] : [],
  ];
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return `${bytes} bytes, ${files.length} files`;
}
