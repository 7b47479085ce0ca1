// Runs the unit tests, the demo and the project that uses the npm package with the release of Node.js that is installed next to this file.
// Ends with one line: N passed, N failed.
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { Report } from '../consumers/report';
import { mustRun, ROOT, run } from '../consumers/shell';

const BIN = join(__dirname, 'node_modules', 'node', 'bin');
/** npm and the tools that it starts run with the first `node` of the PATH. */
const ENV = { PATH: `${BIN}${delimiter}${process.env.PATH}` };
const ALERTS = ['DAEMON_TASK_START_IMPAIRED', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED', 'SERVICE_TASK_PLACEMENT_FAILURE'];

const report = new Report();

async function checkRelease(): Promise<string> {
  const [version, name] = (await mustRun('node -p "`${process.version} ${process.release.lts ?? \'\'}`"', ROOT, ENV)).trim().split(' ');
  if (!name) {
    throw new Error(`test/node/package.json: this is no long-term support release, got ${version}. Name the newest one.`);
  }
  return `${version}, ${name}`;
}

async function unitTests(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'newest-lts-'));
  try {
    const results = join(folder, 'results.json');
    const { status, output } = await run(`npx jest --ci --coverage=false --json --outputFile='${results}'`, ROOT, ENV);
    if (status !== 0) {
      throw new Error(output);
    }
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(results, 'utf8')) as { readonly numPassedTests: number; readonly numTotalTests: number };
    if (numPassedTests === 0) {
      throw new Error(`no test ran:\n${output}`);
    }
    // One of them is this check.
    report.passed += numPassedTests - 1;
    return `${numPassedTests} of ${numTotalTests}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function demo(): Promise<void> {
  const output = await mustRun('npm run --silent demo', ROOT, ENV);
  const missing = ALERTS.filter((alert) => !output.includes(alert));
  if (missing.length > 0) {
    throw new Error(`the demo does not show ${missing.join(', ')}:\n${output}`);
  }
}

async function npmPackage(): Promise<string> {
  const output = await mustRun('npx tsx --tsconfig tsconfig.dev.json test/consumers/run.ts typescript', ROOT, ENV);
  return output.trimEnd().split('\n').pop()!;
}

async function main(): Promise<void> {
  if (await report.check('a long-term support release of Node.js', checkRelease)) {
    await report.check('the unit tests', unitTests);
    await report.check('the demo', demo);
    await report.check('the npm package, in a project in TypeScript', npmPackage);
  }
}

void main().catch((error: unknown) => {
  report.failed += 1;
  console.error(error);
}).finally(() => {
  console.log(`\n${report.passed} passed, ${report.failed} failed`);
  process.exitCode = report.failed === 0 ? 0 : 1;
});
