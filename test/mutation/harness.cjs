// The globals that jest gives a test, in one process: jest itself loads aws-cdk-lib anew for every test file, seconds per mutant instead of milliseconds.
const { createRequire } = require('node:module');
const { basename, dirname, join, relative, sep } = require('node:path');

// Of the repository, not of the package that this file is in.
const fromRoot = createRequire(join(process.cwd(), 'package.json'));
process.env.TSX_TSCONFIG_PATH = 'tsconfig.dev.json';
fromRoot('tsx/cjs');
const { expect } = fromRoot('expect');
const { bind } = fromRoot('jest-each');
const { ModuleMocker } = fromRoot('jest-mock');
const { SnapshotState, toMatchSnapshot } = fromRoot('jest-snapshot');

/** What the file that is loading declares. */
let declared = [];
let hooks = [];
let path = [];

function describe(title, body) {
  path.push(title);
  body();
  path.pop();
}
function test(title, body) {
  declared.push({ title: [...path, title].join(' '), body });
}
const beforeAll = (hook) => hooks.push(hook);
const mocker = new ModuleMocker(globalThis);
const jest = { fn: mocker.fn.bind(mocker), spyOn: mocker.spyOn.bind(mocker) };
expect.extend({ toMatchSnapshot });
Object.assign(globalThis, {
  describe: Object.assign(describe, { each: bind(describe, false) }),
  test: Object.assign(test, { each: bind(test, false) }),
  beforeAll,
  jest,
  expect,
});

/** Loads the library. */
exports.loadAll = () => require(join(process.cwd(), 'src', 'index.ts'));

/** Loads a test file and gives its tests, each with a separate id. */
exports.load = async (file) => {
  declared = [];
  hooks = [];
  path = [];
  require(file);
  for (const hook of hooks) await hook();
  const times = {};
  return declared.map(({ title, body }) => {
    times[title] = (times[title] ?? 0) + 1;
    return { id: `${relative(process.cwd(), file)}#${times[title]} ${title}`, title, body, file };
  });
};

/** Forgets everything of the repository that is loaded, but not its dependencies. */
exports.unload = () => {
  const own = process.cwd() + sep;
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(own) && !file.slice(own.length).includes('node_modules')) delete require.cache[file];
  }
};

/** Runs a test; gives what it threw. */
exports.run = async ({ title, body, file }) => {
  expect.setState({
    assertionCalls: 0,
    currentTestName: title,
    testPath: file,
    snapshotState: new SnapshotState(join(dirname(file), '__snapshots__', `${basename(file)}.snap`), {
      rootDir: process.cwd(),
      snapshotFormat: { escapeString: false, printBasicPrototype: false },
      updateSnapshot: 'none',
    }),
  });
  try {
    await body();
    return undefined;
  } catch (error) {
    return error ?? new Error('nothing was thrown');
  } finally {
    // A test that failed half way must not fail the next one.
    mocker.restoreAllMocks();
  }
};
