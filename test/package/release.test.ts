import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const workflows = readdirSync(join(ROOT, '.github', 'workflows')).map((name) => read('.github', 'workflows', name));
const release = read('.github', 'workflows', 'release.yml');

describe('a release', () => {
  test('is started by a person, never by a commit or a clock', () => {
    const [, triggers] = /^on:\n((?: .*\n)+)/m.exec(release)!;
    expect([...triggers.matchAll(/^ {2}(\w+):/gm)].map(([, trigger]) => trigger)).toEqual(['workflow_dispatch']);
  });

  test.each(['npm', 'pypi', 'nuget'])('is published without a token of the registry by publib-%s, which the registry trusts', (registry) => {
    const [job] = new RegExp(`^ {2}release_${registry}:\\n(?: {3}.*\\n)+`, 'm').exec(release)!;
    expect(job).toContain('id-token: write');
    expect(job).toContain(`publib-${registry}'`);
    expect([...job.matchAll(/secrets\.(\w+)/g)].map(([, secret]) => secret).filter((secret) => /TOKEN$|KEY$|PASSWORD$/.test(secret))).toEqual(['GITHUB_TOKEN']);
  });

  test('is described on GitHub when every registry has it', () => {
    const [, needed] = /^ {2}release_github:\n.*\n {4}needs:\n((?: {6}- .*\n)+)/m.exec(release)!;
    expect([...needed.matchAll(/- (\w+)/g)].map(([, job]) => job).sort())
      .toEqual(['release', 'release_golang', 'release_maven', 'release_npm', 'release_nuget', 'release_pypi']);
  });

  test('CONTRIBUTING.md names each secret that a workflow uses', () => {
    const secrets = new Set(workflows.flatMap((text) => [...text.matchAll(/secrets\.(\w+)/g)].map(([, secret]) => secret)));
    // GitHub makes this one itself.
    expect(secrets.delete('GITHUB_TOKEN')).toBe(true);
    expect([...secrets].filter((secret) => !read('CONTRIBUTING.md').includes(`\`${secret}\``))).toEqual([]);
  });
});

describe('the upgrade of the tools', () => {
  const { steps } = JSON.parse(read('.projen', 'tasks.json')).tasks.upgrade;
  const { peerDependencies, devDependencies } = JSON.parse(read('package.json'));
  const upgraded = JSON.stringify(steps).split(/[",= ]+/);

  test('raises tools', () => {
    expect(upgraded).toEqual(expect.arrayContaining(['jest', 'projen', 'typescript']));
  });

  test.each(Object.keys(peerDependencies))('leaves %s alone, which users have to follow', (peer) => {
    expect(upgraded).not.toContain(peer);
  });

  test.each(Object.entries<string>(peerDependencies))('the library is compiled against the oldest %s that users may have', (peer, range) => {
    expect(range).toBe(`^${devDependencies[peer]}`);
  });
});

describe('the workflow of pull requests', () => {
  const build = read('.github', 'workflows', 'build.yml');
  const jobOf = (name: string) => new RegExp(`^ {2}${name}:\\n(?: {3}.*\\n?)+`, 'm').exec(build)![0];

  test('tests the releases of Node.js that the README names', () => {
    const [, versions] = /matrix:\n {8}node:\n((?: {10}- .*\n?)+)/.exec(jobOf('node'))!;
    const tested = [...versions.matchAll(/"(\d+)"/g)].map(([, version]) => version);
    expect(tested.length).toBeGreaterThan(2);
    expect(read('README.md')).toContain(`Node.js 20.16 or later; ${tested.slice(0, -1).join(', ')}, and ${tested.at(-1)} are tested.`);
  });

  test('tests the newest of them with the suite of the newest LTS', () => {
    const [major] = (JSON.parse(read('test', 'node', 'package.json')).dependencies.node as string).split('.');
    expect(jobOf('node')).toContain(`- "${major}"\n`);
  });

  test('requires C#, with an SDK that the project can use', () => {
    const [, framework] = /<TargetFramework>net(\d+)\.0</.exec(read('test', 'consumers', 'csharp', 'Directory.Build.props'))!;
    expect(jobOf('csharp')).toContain(`dotnet-version: ${framework}.x`);
    expect(jobOf('csharp')).toContain('npx projen consumers csharp');
  });
});
