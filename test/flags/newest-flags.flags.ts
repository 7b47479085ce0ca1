import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';
import { EXCEPTIONS } from './exceptions';
import { recommendedFlags } from './recommended-flags';
import { ENTRY_POINTS, latest, prepare, tool } from '../versions/prepare';

jest.setTimeout(30 * 60_000);

/** The result of a test, by its full name. */
interface Result {
  readonly name: string;
  readonly hasPassed: boolean;
}

/** Runs the unit tests with the newest CDK, in apps as `cdk init` creates them: with every feature flag that it recommends. */
function runWithFlags(): Result[] {
  const { folder } = prepare(latest());
  const env: NodeJS.ProcessEnv = {
    ...process.env, ENTRY_POINTS, CDK_VALIDATION: 'false', CDK_CONTEXT_JSON: JSON.stringify(recommendedFlags()), JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20',
  };
  delete env.JEST_WORKER_ID;
  // What is not copied: the architecture of the sources, and what is about the packages.
  const options = ['--ci', '--coverage=false', '--json', '--outputFile=flags.json', '--testPathIgnorePatterns', '/test/(architecture|compatibility|language|package)/'];
  spawnSync(tool('jest'), options, { cwd: folder, env, stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(join(folder, 'flags.json'), 'utf8')) as {
    testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
  };
  return testResults.flatMap(({ name, assertionResults }) => (assertionResults.length === 0
    ? [{ name, hasPassed: false }]
    : assertionResults.map(({ fullName, status }) => ({ name: fullName, hasPassed: status === 'passed' }))));
}

test('the unit tests pass with every feature flag of a new app, except for those that assert what a flag changes', () => {
  // WHEN
  const results = runWithFlags();
  // THEN
  const failed = results.filter(({ hasPassed }) => !hasPassed).map(({ name }) => name);
  expect(failed.filter((name) => !EXCEPTIONS.some((exception) => exception.test.test(name)))).toEqual([]);
  expect(EXCEPTIONS.filter((exception) => !failed.some((name) => exception.test.test(name)))).toEqual([]);
  expect(results.length).toBeGreaterThan(5000);
});
