import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';

/** What the first run reports; in a file of the sandbox, because Stryker starts the runner anew after a mutant that never ends. */
const FIRST_RUN = 'first-run.json';

/** Which part of the time of all tests is spent on a mutant. What would be killed later, survives. */
const BUDGET = Number(process.env.BUDGET);

/** The lint checks the arrows, and other suites create the packages. The others are made while their files are loaded, which costs seconds a mutant. */
const EXCLUDED_TESTS = /^(mutation|architecture|language|compatibility|consumers|package|matrix|examples|benchmark)\b/;

/** What became of each mutant, as it happens: a run takes hours, and the next one begins with the tests that killed in this one. */
const JOURNAL = new URL('../../.mutation/journal.jsonl', import.meta.url);

/** How many of the tests that killed in a file are asked first about the next mutant of it. */
const HINTS = 8;

/** All tests in one process, without loading aws-cdk-lib more than once. */
class OneProcess {
  /** The tests of the files that are loaded. */
  #loaded = new Map();
  /**
   * `times`: milliseconds by test, by file.
   * `covering`: the tests that run through a mutant, by mutant.
   * `loading`: the test files that run through a mutant while they are loaded, by mutant; `undefined` for what src itself runs then.
   */
  #firstRun;
  /** The test that killed a mutant in an earlier run, and those that killed in its file lately. */
  #killers = new Map();
  /** What Stryker's instrumented code asks. */
  #stryker = (globalThis.__stryker__ ??= {});
  #harness;
  #files;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.CDK_VALIDATION = 'false';
    this.#harness = createRequire(import.meta.url)('./harness.cjs');
    this.#files = readdirSync('test', { recursive: true }).sort()
      .filter((file) => file.endsWith('.test.ts') && !EXCLUDED_TESTS.test(file))
      .map((file) => resolve('test', file));
  }

  async dryRun() {
    const times = {};
    const loading = {};
    const tests = [];
    this.#harness.loadAll();
    const inSrc = this.#whileLoading();
    for (const file of this.#files) {
      times[relative('.', file)] = {};
      const before = this.#whileLoading();
      const ofFile = await this.#load(file);
      for (const [mutant, count] of Object.entries(this.#whileLoading())) {
        if (!inSrc[mutant] && count !== before[mutant]) (loading[mutant] ??= []).push(file);
      }
      for (const test of ofFile) {
        const { id } = test;
        this.#stryker.currentTestId = id;
        const started = performance.now();
        const error = await this.#harness.run(test);
        this.#stryker.currentTestId = undefined;
        const timeSpentMs = times[relative('.', file)][id] = performance.now() - started;
        const result = { id, name: id, fileName: file, timeSpentMs };
        tests.push(error ? { ...result, status: TestStatus.Failed, failureMessage: String(error.stack) } : { ...result, status: TestStatus.Success });
      }
    }
    const covering = {};
    for (const [test, mutants] of Object.entries(this.#stryker.mutantCoverage.perTest)) {
      for (const mutant of Object.keys(mutants)) (covering[mutant] ??= []).push(test);
    }
    writeFileSync(FIRST_RUN, JSON.stringify({ times, covering, loading }));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.#stryker.mutantCoverage };
  }

  async mutantRun(options) {
    const started = performance.now();
    const result = await this.#mutantRun(options);
    const { location, mutatorName, replacement } = options.activeMutant;
    const entry = {
      ...result,
      seconds: (performance.now() - started) / 1000,
      file: relative('.', options.sandboxFileName),
      line: location.start.line + 1,
      mutatorName,
      replacement,
      activation: options.mutantActivation,
    };
    this.#remember(entry);
    appendFileSync(JOURNAL, `${JSON.stringify(entry)}\n`);
    return result;
  }

  async #mutantRun({ activeMutant, hitLimit, mutantActivation, sandboxFileName, testFilter }) {
    if (!this.#firstRun) {
      this.#firstRun = JSON.parse(readFileSync(FIRST_RUN, 'utf8'));
      if (existsSync(JOURNAL)) readFileSync(JOURNAL, 'utf8').trim().split('\n').forEach((line) => this.#remember(JSON.parse(line)));
    }
    const hints = this.#hintsFor({ file: relative('.', sandboxFileName), line: activeMutant.location.start.line + 1, replacement: activeMutant.replacement });
    const atRunTime = testFilter ?? this.#firstRun.covering[activeMutant.id] ?? [];
    let outcome = await this.#check(activeMutant.id, false, this.#inOrder(sandboxFileName, atRunTime), hints, hitLimit);
    // A mutant may have spoiled what the modules remember: only a test that passes again without the mutant counts.
    if (outcome.killer && await this.#harness.run(outcome.killer)) {
      this.#unload();
      outcome = await this.#check(activeMutant.id, false, this.#inOrder(sandboxFileName, atRunTime), hints, hitLimit);
      this.#unload();
    }
    // What runs while files are loaded is tested with them too, when the tests that run through it later have not noticed: by the second pass, as it takes seconds.
    if (mutantActivation === 'static' && !outcome.killer && !outcome.tooLong && (BUDGET >= 1 || atRunTime.length === 0)) {
      this.#unload();
      outcome = await this.#check(activeMutant.id, true, this.#inOrder(sandboxFileName, undefined, this.#firstRun.loading[activeMutant.id]), hints, hitLimit);
      this.#unload();
    }
    const { killer, error, nrOfTests, tooLong } = outcome;
    if (tooLong) {
      this.#unload();
      return tooLong;
    }
    if (!killer) return { status: MutantRunStatus.Survived, nrOfTests };
    return { status: MutantRunStatus.Killed, killedBy: [killer.id], failureMessage: String(error.message ?? error), nrOfTests };
  }

  dispose() {}

  /** The first test that fails while the mutant is there. */
  async #check(mutant, isStatic, files, hints, hitLimit) {
    this.#stryker.hitLimit = hitLimit;
    this.#stryker.hitCount = hitLimit === undefined ? undefined : 0;
    try {
      const found = await this.#firstFailure(mutant, isStatic, files, hints);
      return { ...found, tooLong: determineHitLimitReached(this.#stryker.hitCount, hitLimit) };
    } finally {
      this.#stryker.hitLimit = this.#stryker.hitCount = this.#stryker.activeMutant = undefined;
    }
  }

  async #firstFailure(mutant, isStatic, files, hints) {
    let nrOfTests = 0;
    const hinted = files.flatMap(({ file, covering }) => {
      const inFile = hints.filter((id) => id.startsWith(`${relative('.', file)}#`) && (!covering || covering.has(id)));
      return inFile.length > 0 ? [{ file, covering: new Set(inFile) }] : [];
    });
    for (const { file, covering } of [...hinted, ...files]) {
      this.#stryker.activeMutant = isStatic ? mutant : undefined;
      let tests;
      try {
        tests = await this.#load(file);
      } catch (error) {
        if (!isStatic) throw error;
        return { killer: { id: `loading ${relative('.', file)}` }, error, nrOfTests };
      }
      this.#stryker.activeMutant = mutant;
      for (const test of tests) {
        if (covering && !covering.has(test.id)) continue;
        nrOfTests++;
        const error = await this.#harness.run(test);
        if (error) return { killer: test, error, nrOfTests };
      }
    }
    return { nrOfTests };
  }

  /** The test files that have a say, the quick ones first, and those of the mutant's own room before the others. */
  #inOrder(mutated, tests, files = this.#files) {
    const room = join('test', relative('src', mutated).split(sep)[0]) + sep;
    const covering = tests && new Set(tests);
    let left = BUDGET * this.#allTests();
    return files
      .map((file) => {
        const times = Object.entries(this.#firstRun.times[relative('.', file)]).filter(([id]) => !covering || covering.has(id));
        const milliseconds = times.reduce((sum, [, time]) => sum + time, 0);
        return { file, covering, milliseconds, count: times.length, cost: relative('.', file).startsWith(room) ? milliseconds / 10 : milliseconds };
      })
      .filter(({ count }) => count > 0)
      .sort((one, other) => one.cost - other.cost)
      .filter(({ milliseconds }) => (left -= milliseconds) >= 0);
  }

  #remember({ file, line, replacement, killedBy: [killer] = [] }) {
    if (!killer) return;
    this.#killers.set(`${file}:${line} ${replacement}`, killer);
    this.#killers.set(file, [killer, ...(this.#killers.get(file) ?? []).filter((other) => other !== killer)].slice(0, HINTS));
  }

  #hintsFor({ file, line, replacement }) {
    return [this.#killers.get(`${file}:${line} ${replacement}`) ?? [], this.#killers.get(file) ?? []].flat();
  }

  /** How often each mutant was run through while no test was running. */
  #whileLoading() {
    return { ...this.#stryker.mutantCoverage?.static };
  }

  #allTests() {
    return Object.values(this.#firstRun.times).flatMap((times) => Object.values(times)).reduce((sum, time) => sum + time, 0);
  }

  async #load(file) {
    if (!this.#loaded.has(file)) this.#loaded.set(file, await this.#harness.load(file));
    return this.#loaded.get(file);
  }

  #unload() {
    this.#harness.unload();
    this.#loaded.clear();
  }
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'one-process', Object.assign(() => new OneProcess(), { inject: [] }))];
