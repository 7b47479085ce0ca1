import { awscdk, github, javascript, JsonFile, release, typescript } from 'projen';
import { addIssueForms } from './projenrc/issue-forms';

/**
 * The oldest aws-cdk-lib that the library works with: compiled against it, so that nothing newer slips into the API.
 * `IDaemonRef` came in 2.249.0, whose Go module is not available everywhere.
 */
const MIN_CDK_VERSION = '2.250.0';

/** The constructs of the same age; 10.5.0 has no Go module everywhere. */
const MIN_CONSTRUCTS_VERSION = '10.5.1';

/** The releases of Node.js that are tested: 20 as long as `aws-cdk-lib` works with it, and those with long-term support. */
const NODE_VERSIONS = ['20', '22', '24'];

/**
 * The modules of `src` and the modules that each may import from: the arrows of the architecture, in one direction and without a cycle.
 * A module that is not listed here fails the lint, so that a new one is placed deliberately.
 */
const MODULES: Record<string, string[]> = {
  events: [],
  validation: ['engine', 'events'],
  filters: ['events', 'validation', 'engine'],
  patterns: ['filters', 'events', 'validation', 'engine'],
  delivery: ['validation', 'engine', 'events'],
  messages: ['delivery', 'validation', 'engine', 'events'],
  targets: ['delivery', 'messages', 'events', 'validation', 'engine'],
  // Rules never import targets: they take `events.IRuleTarget`.
  rules: ['patterns', 'filters', 'messages', 'delivery', 'events', 'validation', 'engine'],
  alerts: ['rules', 'patterns', 'messages', 'filters', 'events', 'delivery', 'validation', 'engine'],
  // Pure, so that it can check the rest: nothing but the catalog, and no construct.
  engine: ['events'],
  // The public face of the engine. Samples take the value classes that filters take.
  testing: ['engine', 'filters', 'validation', 'events'],
};

/**
 * What the package is called in each registry, and its module in each language: contracts, chosen once.
 * Maven Central gives a namespace to whoever has the GitHub organization; Java packages and Go have no hyphens.
 */
const NAMES = {
  npm: 'cdk-ecs-event-rules',
  pypi: { distName: 'cdk-ecs-event-rules', module: 'cdk_ecs_event_rules' },
  maven: { mavenGroupId: 'io.github.cdk-ecs-event-rules', mavenArtifactId: 'cdk-ecs-event-rules', javaPackage: 'io.github.cdkecseventrules' },
  nuget: { packageId: 'CdkEcsEventRules', dotNetNamespace: 'CdkEcsEventRules' },
  go: { moduleName: 'github.com/cdk-ecs-event-rules/cdk-ecs-event-rules-go', packageName: 'cdkecseventrules' },
};

const REPOSITORY = 'https://github.com/cdk-ecs-event-rules/cdk-ecs-event-rules';

const project = new awscdk.AwsCdkConstructLibrary({
  name: NAMES.npm,
  // Construct Hub ranks by name, description, and keywords, not by the README.
  description: 'Amazon ECS EventBridge event rules and alerts to SNS, SQS, Lambda, Slack: deployment failures, task placement, daemons',
  author: 'cdk-ecs-event-rules maintainers',
  authorAddress: 'https://github.com/cdk-ecs-event-rules',
  authorOrganization: true,
  repositoryUrl: `${REPOSITORY}.git`,
  homepage: `${REPOSITORY}#readme`,
  bugsUrl: `${REPOSITORY}/issues`,
  license: 'Apache-2.0',
  // Construct Hub takes packages with the keywords `aws-cdk`, `awscdk` or `cdk`, and shows the others as tags.
  keywords: [
    'aws', 'aws-cdk', 'awscdk', 'cdk', 'construct', 'ecs', 'fargate', 'eventbridge', 'events', 'alerts', 'monitoring', 'daemon', 'sns', 'sqs', 'lambda', 'slack',
    'notifications', 'observability', 'deployment', 'circuit-breaker', 'managed-instances',
  ],
  defaultReleaseBranch: 'main',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.16.0',
  // Its npm can publish without a token; that of Node.js 20 cannot.
  workflowNodeVersion: NODE_VERSIONS.at(-1),

  cdkVersion: MIN_CDK_VERSION,
  constructsVersion: MIN_CONSTRUCTS_VERSION,
  jsiiVersion: '~6.0.16',
  typescriptVersion: '~6.0',

  // A maintainer starts a release; its version and its text are made of the conventional commits since the last one.
  release: true,
  releaseTrigger: release.ReleaseTrigger.workflowDispatch(),
  // Below 1.0.0 until the API has users: a release that would be 1.0.0 fails.
  majorVersion: 0,
  releaseFailureIssue: true,
  // 13 needs a newer Node.js than the library does.
  bumpPackage: 'commit-and-tag-version@^12',
  // The registries trust this workflow in this environment of the repository, so no token of theirs is kept here. Maven Central has no
  // such trust, and Go modules are pushed to a repository, with a key for that one.
  releaseEnvironment: 'release',
  npmTrustedPublishing: true,
  publishToPypi: { ...NAMES.pypi, trustedPublishing: true },
  publishToNuget: { ...NAMES.nuget, trustedPublishing: true },
  publishToMaven: NAMES.maven,
  publishToGo: { ...NAMES.go, githubUseSsh: true },

  // What the library is compiled against is the floor that it promises, in the peers as well: it is raised by hand, above, when something of a
  // newer CDK is needed, because every user then has to follow.
  depsUpgradeOptions: {
    exclude: ['aws-cdk-lib', 'constructs'],
    workflowOptions: { schedule: javascript.UpgradeDependenciesSchedule.WEEKLY },
  },

  // `*.integ.ts` are jest tests here, run by a separate task; projen would treat them as apps of integ-runner.
  integrationTestAutoDiscover: false,

  // No sample code: the library has its code.
  sampleCode: false,

  // .projenrc.ts in TypeScript, run by tsx: it needs no tsconfig and starts in half the time of ts-node. The demo uses it too.
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),

  // jsii writes the tsconfig that compiles the library; the only one that projen writes is for tests, examples and editors.
  disableTsconfig: true,
  tsconfigDevFile: 'tsconfig.dev.json',
  tsconfigDev: {
    compilerOptions: {
      // Examples import the library by its published name, as its users do.
      paths: {
        'cdk-ecs-event-rules': ['./src/index.ts'],
        'cdk-ecs-event-rules/testing': ['./src/testing/index.ts'],
      },
      // The type check of the tests only checks; jest and tsx compile automatically.
      noEmit: true,
      declaration: false,
    },
    include: ['examples/**/*.ts', 'docs/**/*.ts', 'benchmark/**/*.ts', 'projenrc/**/*.ts', '.projenrc.ts'],
  },

  jestOptions: {
    // A check must not rewrite what it checks: a snapshot that is missing or differs fails.
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    // A run without a test is a failure, not a success.
    passWithNoTests: false,
    // No reports for a CI service, because no one reads them; and a summary instead of a table of two hundred files.
    junitReporting: false,
    coverageText: false,
    jestConfig: {
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      // By default jest leaves a core alone, which is half of a small machine.
      maxWorkers: '100%',
      moduleNameMapper: {
        '^cdk-ecs-event-rules$': '<rootDir>/src/index.ts',
        '^cdk-ecs-event-rules/testing$': '<rootDir>/src/testing/index.ts',
      },
      // Copies of the library, of the suites that test it with other versions and with mutants.
      modulePathIgnorePatterns: ['<rootDir>/\\.(mutation|versions)/'],
      // The CDK's own template validation takes seconds in each process and runs in a separate suite.
      setupFiles: ['<rootDir>/test/setup.ts'],
      collectCoverageFrom: ['src/**/*.ts'],
      // istanbul counts branches of the source; v8 counts byte ranges of the compiled text and is off by the helpers in it.
      coverageProvider: 'babel',
      coverageReporters: ['text-summary', 'lcov'],
      coverageThreshold: { branches: 95, functions: 95, lines: 95, statements: 95 },
    },
  },
  eslintOptions: {
    dirs: ['src', 'test', 'examples', 'docs', 'benchmark'],
    // The project service looks for a tsconfig.json, which only jsii has.
    projectService: false,
    tsconfigPath: './tsconfig.dev.json',
    // `npm test` and `npm run lint` report and do not change files. `npx projen eslint --fix` fixes style.
    commandOptions: { fix: false, extraArgs: ['--max-warnings', '0'] },
  },

  // The model of Amazon ECS to which a test compares the catalog: exact, so that its differences are those of a commit.
  devDeps: ['@aws-sdk/client-ecs@3.1164.0', 'ajv@^8', 'cspell@^9', 'dependency-cruiser@^17', 'esbuild@^0.28', 'fast-check@^4', 'tsx@^4'],

  // Pull requests are not merged by a bot.
  githubOptions: { mergify: false },
  pullRequestTemplateContents: [
    'Fixes #',
    '',
    '<!-- The title becomes the commit and a line of the release notes: see "Commits and releases" in CONTRIBUTING.md. -->',
    '',
    '- [ ] A test fails without this change.',
    '- [ ] `npm test` and `npx projen lint` pass.',
    '- [ ] After a change of the public API: `npx projen compile && npx projen post-compile`, and `API.md` is committed.',
  ],
  gitignore: ['/demo.html', '.DS_Store', '/cdk.out/'],
  npmIgnoreOptions: {
    ignorePatterns: [
      '/examples/', '/rosetta/', '/.ci/', '/docs/', '/demo.html', '/CONTRIBUTING.md', '/SECURITY.md', '/CHANGELOG.md', '/API.md', '/cdk.out/', '/.mutation/', '/.versions/', '.jsii.examples.json',
      '/benchmark/',
    ],
  },
});

// 1.12.2 is the last release whose lock file entry `npm ci` accepts on every platform.
project.package.addPackageResolutions('unrs-resolver@1.12.2');

// The Go package of the library names what is installed here, and of these not every release has a Go module everywhere.
project.package.addPackageResolutions('@aws-cdk/asset-node-proxy-agent-v6@2.1.1', '@aws-cdk/cloud-assembly-schema@53.0.0');

// jsii ignores every tsconfig.json, because it writes one at the root. The one of .projenrc.ts is needed by whoever clones.
project.gitignore.removePatterns('tsconfig.json');
project.gitignore.exclude('/tsconfig.json');

// Lock files name packages and hashes, not the registry of whoever wrote them.
project.npmrc.addConfig('omit-lockfile-registry-resolved', 'true');

// Node 20 is supported here as long as AWS Lambda and the CDK support it; jsii's end-of-life banner would drown the output of every task.
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');

// `npm test` tests. Lint and types have a separate command, which the build and .ci/run call.
project.testTask.removeStep(1);
project.addTask('cycles', {
  description: 'Fails on a cycle of imports, imports of types included',
  exec: 'depcruise --config test/architecture/dependency-cruiser.cjs src test examples docs benchmark',
});
project.addTask('language', {
  description: 'Checks the vocabulary of all texts, the forms of the docstrings in .jsii, which it compiles if it is out of date, and the spelling',
  steps: [
    { exec: 'tsx --tsconfig tsconfig.dev.json test/language/run.ts' },
    { exec: 'cspell lint --no-progress --no-summary --dot --gitignore --config test/language/cspell.json "**"' },
  ],
});
const lint = project.addTask('lint', {
  description: 'Lint and type-check everything; changes no source',
  // eslint's import/no-cycle does not count imports of types; dependency-cruiser does.
  steps: [{ spawn: 'eslint' }, { spawn: 'cycles' }, { exec: 'tsc --project tsconfig.dev.json' }, { spawn: 'language' }],
});
project.preCompileTask.spawn(lint);

// What the conformance suite fetches and compiles.
project.gitignore.exclude('/test/conformance/target/');
project.addTask('conformance', {
  description: "Checks the patterns with event-ruler, AWS's own rule engine; needs Java and Maven",
  exec: 'jest --ci --coverage=false --globalSetup ./test/conformance/event-ruler.ts --testMatch "<rootDir>/test/conformance/**/*.conformance.ts"',
  receiveArgs: true,
});

// What the integration suite fetches, and what the server that it starts writes.
project.gitignore.exclude('/test/integ/target/');
project.addTask('integ', {
  description: 'Deploys the apps to a server on this machine that emulates AWS, and compares what arrives with the simulator; needs Python',
  exec: [
    'jest --ci --coverage=false --testMatch "<rootDir>/test/integ/**/*.integ.ts"',
    '--globalSetup ./test/integ/setup.ts --globalTeardown ./test/integ/teardown.ts --testTimeout 60000',
  ].join(' '),
  receiveArgs: true,
});
project.gitignore.exclude('/test/templates/cfn-lint/venv/', '/test/templates/kept/');
// The packages of these validators are installed automatically, next to their tests. Their deprecation warnings are about the CDK.
for (const [name, description, options] of [
  ['nag', 'Checks the resources that the library creates with cdk-nag, versions 2 and 3', '--config test/nag/jest.config.js'],
  ['lint-templates', 'Checks every template that the tests synthesize with cfn-lint and the validator of the CDK; needs Python', '--config test/templates/jest.config.js'],
  ['policies', 'Checks with iam-simulate that the resource policies allow the rules of the library, and no one else', '--coverage=false --runInBand --testMatch "<rootDir>/test/policies/*.policies.ts"'],
]) {
  project.addTask(name, { description, exec: `jest --ci ${options}`, receiveArgs: true, env: { JSII_DEPRECATED: 'quiet' } });
}
project.addTask('invariant', {
  description: 'Composes thousands of random apps and checks that what the simulator does not deliver is reported at synthesis',
  exec: 'jest --ci --coverage=false --testMatch "<rootDir>/test/invariant/**/*.invariant.ts" --testTimeout 900000 --maxWorkers 100%',
  receiveArgs: true,
});
// The library with the oldest and the newest CDK: copies of it with separate node_modules, wheels and virtual environments.
project.gitignore.exclude('/.versions/');
project.addTask('versions', {
  description: 'Tests the library with the oldest CDK that it works with and the newest, in TypeScript and Python, and compares the templates; needs Python',
  exec: 'jest --ci --coverage=false --testMatch "<rootDir>/test/versions/**/*.versions.ts"',
  receiveArgs: true,
});
project.addTask('flags', {
  description: 'Tests the library with the newest CDK and every feature flag that `cdk init` recommends for new apps',
  exec: 'jest --ci --coverage=false --testMatch "<rootDir>/test/flags/**/*.flags.ts"',
  receiveArgs: true,
});

// Stryker has a separate package, which is installed when the task runs.
project.gitignore.exclude('/.mutation/');
project.addTask('mutation', {
  description: 'Breaks the library in thousands of ways and counts what the tests detect; takes hours, or name a module, or files',
  steps: [{ exec: 'npm ci --prefix test/mutation --no-audit --no-fund' }, { exec: 'node test/mutation/run.mjs', receiveArgs: true }],
});

// What the projects of other languages install and build.
project.gitignore.exclude(
  '/test/consumers/*/cdk.out/', '/test/consumers/typescript/build/', '/test/consumers/python/.venv/', '__pycache__/', '.pytest_cache/', '/test/consumers/java/target/',
  '/test/consumers/csharp/**/bin/', '/test/consumers/csharp/**/obj/',
);
// The project in TypeScript has its own compiler, dependencies and test runner.
project.jest!.addIgnorePattern('/test/consumers/');
project.eslint!.addIgnorePattern('/test/consumers/typescript/');
project.addTask('consumers', {
  description: 'Packages for every language, or those that are named, and tests each package in a project of it; needs Python, a JDK, Maven and Go; C# needs .NET',
  steps: [
    { spawn: 'compile' },
    { spawn: 'rosetta' },
    { exec: 'tsx --tsconfig tsconfig.dev.json test/consumers/run.ts', receiveArgs: true },
  ],
});
project.addTask('newest-lts', {
  description: 'Runs unit tests, demo and npm package with the newest long-term support release of Node.js; needs a compiled library',
  steps: [{ exec: 'npm ci --prefix test/node --no-audit --no-fund' }, { exec: 'tsx --tsconfig tsconfig.dev.json test/node/run.ts' }],
});

// What the machine of a contributor might not have: the other releases of Node.js that are supported, and the .NET SDK.
const prepare = (nodeVersion: string) => [
  github.WorkflowSteps.checkout(),
  { name: 'Setup Node.js', uses: 'actions/setup-node@v7.0.0', with: { 'node-version': nodeVersion, 'package-manager-cache': false } },
  { name: 'Install dependencies', run: 'npm ci' },
];
const job = { runsOn: ['ubuntu-latest'], permissions: { contents: github.workflows.JobPermission.READ } };
project.buildWorkflow!.addPostBuildJob('node', {
  ...job,
  strategy: { failFast: false, matrix: { domain: { node: NODE_VERSIONS } } },
  steps: [...prepare('${{ matrix.node }}'), { name: 'Unit tests', run: 'npm test' }, { name: 'Demo', run: 'npm run demo' }, { name: 'npm package', run: 'npx projen consumers typescript' }],
});
project.buildWorkflow!.addPostBuildJob('csharp', {
  ...job,
  steps: [
    ...prepare(NODE_VERSIONS.at(-1)!),
    { name: 'Setup .NET', uses: 'actions/setup-dotnet@v6.0.0', with: { 'dotnet-version': '10.x', 'cache': false } },
    // A language that is named has to run.
    { name: 'NuGet package', run: 'npx projen consumers csharp' },
  ],
});

// What apps load is one file, without comments and source maps, which would be most of the package. What an earlier compilation left is not shipped.
project.compileTask.prependExec('node -e "fs.rmSync(\'lib\', { recursive: true, force: true })"');
project.compileTask.exec('tsx --tsconfig projenrc/tsconfig.json projenrc/bundle.ts');

// The benchmark runs as plain JavaScript with the compiled library, as apps do: a loader for TypeScript would be measured too.
project.gitignore.exclude('/benchmark/out/');
project.addTask('bench', {
  description: 'Measures the library against the same alerts written by hand, and writes benchmark/README.md and its plot; needs Java and Maven',
  steps: [
    { spawn: 'compile' },
    { exec: 'tsc --project benchmark/tsconfig.json' },
    { exec: 'node benchmark/out/benchmark/run.js', receiveArgs: true },
  ],
});

project.addTask('demo', {
  description: 'Sends every sample event of the two AWS pages through the example app and shows who is notified',
  exec: 'tsx --tsconfig tsconfig.dev.json examples/demo.ts',
  receiveArgs: true,
});
project.addTask('docs', {
  description: 'Writes what derives from the code: the classes of values and fields from the catalog, and the tables, pages, and diagram of the documentation',
  steps: [
    { exec: 'tsx --tsconfig tsconfig.dev.json docs/classes.ts' },
    { exec: 'tsx --tsconfig tsconfig.dev.json docs/generate.ts' },
  ],
});

// It has a cycle on purpose, which a test shows to the lint.
project.eslint!.addIgnorePattern('/test/architecture/cycle/');

// Random tests import fast-check from test/random.ts, which sets the seed.
project.eslint!.addRules({ 'no-restricted-imports': ['error', { paths: [{ name: 'fast-check', message: 'Import test/random, so that the values can be repeated.' }] }] });
project.eslint!.addOverride({ files: ['test/random.ts'], rules: { 'no-restricted-imports': ['off'] } });

// The allowed imports between the modules. Every module is a zone; it must not import from modules that are not listed for it.
project.eslint!.addRules({
  'import/no-cycle': ['error'],
  'import/no-restricted-paths': ['error', {
    zones: [
      ...Object.entries(MODULES).map(([module, mayImport]) => ({
        target: `./src/${module}`,
        from: './src',
        except: [`./${module}`, ...mayImport.map((other) => `./${other}`)],
        message: `src/${module} may import from ${[module, ...mayImport].join(', ')} only: see the architecture in CONTRIBUTING.md.`,
      })),
      // A folder that is not a module yet must not import anything until it is listed above.
      {
        target: './src/!(' + [...Object.keys(MODULES)].join('|') + ')/**/*',
        from: './src',
        message: 'list the new module and its arrows in .projenrc.ts first.',
      },
    ],
  }],
});

// Examples in the documentation compile, or the build fails. The tablet with their translations goes into the npm package, from which the
// packages of the other languages are made and Construct Hub takes them.
const rosetta = project.addTask('rosetta', {
  description: 'Compiles the examples of the README, the docstrings, and the guides; translates those of the README and the docstrings',
  steps: [
    { exec: 'jsii-rosetta extract --strict --compress-tablet --cache .jsii.examples.json --directory .' },
    { exec: 'tsx --tsconfig tsconfig.dev.json docs/compile-guides.ts' },
  ],
});
project.postCompileTask.spawn(rosetta);
project.gitignore.exclude('.jsii.tabl.json.gz', '.jsii.examples.json');

// jsii-docgen takes the newest CDK that it finds below the folder that it runs in, and the suites install newer ones next to their tests.
project.tasks.tryFind('docgen')!.reset([
  'root=$PWD', 'docs=$(mktemp -d)', 'cp .jsii package.json "$docs"', 'ln -s "$root/node_modules" "$docs"', '(cd "$docs" && jsii-docgen -o "$root/API.md")', 'rm -r "$docs"',
].join(' && '));

// What the API was when it was last declared, which is kept in the repository: the task of projen's asks a registry, where nothing may be yet.
// In a hidden folder, because jsii-docgen takes any .jsii below the root for the library.
project.removeTask('compat');
const compatibility = project.addTask('compatibility', {
  description: 'Checks with jsii-diff that code that uses the public API of the baseline still works with the compiled library',
  exec: 'jsii-diff --keys --error-on all test/compatibility/.baseline',
  receiveArgs: true,
});
project.addTask('compatibility:renew', {
  description: 'Declares the public API as it is the baseline of what comes after',
  steps: [{ spawn: 'compile' }, { exec: 'tsx --tsconfig tsconfig.dev.json test/compatibility/renew.ts' }],
});
project.gitignore.include('/test/compatibility/.baseline/.jsii');
project.postCompileTask.spawn(compatibility);

// No TypeScript in a package of another language. For Go, jsii-pacmak does not find the examples of inherited members in the tablet.
// Without a separate repository, Maven would fetch everything again each time.
for (const [language, options] of Object.entries({
  js: '--rosetta-unknown-snippets fail',
  python: '--rosetta-unknown-snippets fail',
  java: '--rosetta-unknown-snippets fail --maven-local-repository "$HOME/.m2/repository"',
  dotnet: '--rosetta-unknown-snippets fail',
  go: '--rosetta-unknown-snippets translate',
})) {
  project.tasks.tryFind(`package:${language}`)!.reset(`jsii-pacmak -v --target ${language} ${options}`, { receiveArgs: true });
}
// MSBuild takes its properties from the environment too. What jsii-pacmak does not write for the page of the package in the registry is added so.
project.tasks.tryFind('package:dotnet')!.prependExec('tsx --tsconfig projenrc/tsconfig.json projenrc/nuget-readme.ts');
project.tasks.tryFind('package:dotnet')!.env('DirectoryBuildTargetsPath', '$(pwd)/projenrc/nuget.targets');
project.gitignore.exclude('/projenrc/nuget/', '/.jsii.csharp');

// The names of the submodule. In Go it cannot be called `testing`, the name of Go's own package.
new JsonFile(project, 'src/testing/.jsiirc.json', {
  marker: false,
  obj: {
    targets: {
      python: { module: `${NAMES.pypi.module}.testing` },
      java: { package: `${NAMES.maven.javaPackage}.testing` },
      dotnet: { namespace: `${NAMES.nuget.dotNetNamespace}.Testing` },
      go: { packageName: 'ecseventtesting' },
    },
  },
});

// By these PyPI lists what is for the AWS CDK.
project.package.file.addOverride('jsii.targets.python.classifiers', ['Framework :: AWS CDK', 'Framework :: AWS CDK :: 2']);

project.package.addField('exports', {
  '.': { types: './lib/index.d.ts', default: './lib/index.js' },
  './testing': { types: './lib/testing/index.d.ts', default: './lib/testing/index.js' },
  // jsii and the bundlers of other tools read these two by path.
  './package.json': './package.json',
  './.jsii': './.jsii',
});
// For classic module resolution, which does not read `exports`.
project.package.addField('typesVersions', { '*': { testing: ['./lib/testing/index.d.ts'] } });

addIssueForms(project, REPOSITORY);

project.synth();
