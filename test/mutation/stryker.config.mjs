/**
 * Called by run.mjs in the root of the repository, which says what to mutate.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'one-process',
  plugins: [import.meta.resolve('./runner.mjs')],
  // Only the tests that run through a mutant test it, and the first that fails has killed it.
  coverageAnalysis: 'perTest',
  // What the tests read, without what other suites have installed next to them.
  ignorePatterns: [
    '**', '!src/**', '!test/**', '!examples/**', '!docs/**', '!*.json', '!*.md', '!.projenrc.ts', '!.projen/**', '!.ci/**',
    'test/mutation', 'test/conformance', 'test/*/target', 'test/*/node_modules',
    'test/templates/kept',
  ],
  tempDirName: '.mutation/tmp',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: process.env.OUTPUT },
  concurrency: Number(process.env.CONCURRENCY ?? 1),
  // On a busy machine the first run takes minutes.
  dryRunTimeoutMinutes: 60,
  timeoutMS: 5000,
  timeoutFactor: 1,
  allowConsoleColors: false,
};
