import { execFileSync, spawnSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { DIFFERENCES, differ } from './differences';
import { ENTRY_POINTS, floor, latest, prepare, tool } from './prepare';
import type { Versions } from './prepare';
import { checkPython, PythonEnvironment, wheelOf } from './python';

const MINUTES = 60_000;
jest.setTimeout(10 * MINUTES);

const oldest = floor();
const newest = latest();
const folderOf = ({ cdk }: Versions) => join(__dirname, '..', '..', '.versions', cdk);
const templatesOf = (versions: Versions) => join(folderOf(versions), 'templates.json');
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

// Neither the jest that runs this file, nor the CDK's own template validation, which has a separate suite.
const env: NodeJS.ProcessEnv = { ...process.env, ENTRY_POINTS, CDK_VALIDATION: 'false', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20' };
delete env.JEST_WORKER_ID;

beforeAll(checkPython);

describe.each([
  ['oldest', oldest],
  ['newest', newest],
])('with the %s CDK: %j', (_age, versions) => {
  beforeAll(() => {
    const { folder } = prepare(versions);
    writeFileSync(templatesOf(versions), execFileSync(tool('tsx'), ['--tsconfig', 'tsconfig.dev.json', 'test/versions/templates.ts'], {
      cwd: folder, env, maxBuffer: 2 ** 30,
    }));
  });

  test('the unit tests pass', () => {
    // The lint checks the arrows between the modules, and other suites check the packages; both are not copied.
    spawnSync(tool('jest'), ['--ci', '--coverage=false', '--json', '--outputFile=results.json', '--testPathIgnorePatterns', '/test/(architecture|compatibility|language|package)/'], {
      cwd: folderOf(versions), env, stdio: 'ignore',
    });
    const { numPassedTests, testResults } = read(join(folderOf(versions), 'results.json'));
    expect(testResults.flatMap(({ status, message }: any) => status === 'passed' ? [] : [message])).toEqual([]);
    expect(numPassedTests).toBeGreaterThan(5000);
  });
});

test('the templates are the same, but for what is explained', () => {
  const different = differ(read(templatesOf(oldest)), read(templatesOf(newest)));
  expect(different.filter((path) => !DIFFERENCES.some(({ where }) => where.test(path)))).toEqual([]);
  expect(DIFFERENCES.filter(({ where }) => !different.some((path) => where.test(path)))).toEqual([]);
  expect(Object.keys(read(templatesOf(oldest))).length).toBeGreaterThan(20);
});

describe('in Python', () => {
  let wheel: string;
  beforeAll(() => {
    // As it is published: compiled with the oldest CDK.
    wheel = wheelOf({ folder: folderOf(oldest), versions: oldest });
  });

  test.each([
    ['oldest', oldest, oldest],
    // PyPI has a release of the CDK a little later than npm: the newest that it has.
    ['newest', newest, undefined],
  ])('with the %s CDK, rules become what they become in TypeScript', (_age, versions, inPython) => {
    const python = new PythonEnvironment(join(folderOf(versions), 'python'), wheel, inPython);
    console.log(`aws-cdk-lib ${python.cdk} in Python, ${versions.cdk} in TypeScript`);
    expect(python.test(join(__dirname, 'python', 'test_twins.py'), { TEMPLATES_OF_TYPESCRIPT: templatesOf(versions), CDK_VALIDATION: 'false' })).toBeUndefined();
  });
});
