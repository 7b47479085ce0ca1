import { packDotnet } from './dotnet';
import { DIST } from './shell';

/** How many tests passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/** How the project of one language is packaged for, installed and tested: with the tools of that language, as its users do. */
export interface Language {
  readonly name: string;
  /** The folder of its project, next to this file. */
  readonly folder: string;
  /** The target of jsii-pacmak. */
  readonly target: string;
  /** What has to be on the PATH, as a command that shows its version, and where to get it. */
  readonly needs: readonly (readonly [command: string, resolution: string])[];
  /** Whether a run of all languages goes on without what this one needs, and ends with why it was not run. */
  readonly optional?: boolean;
  /** Creates the package in another way than the task of a release does. */
  readonly pack?: () => Promise<void>;
  /** Installs the package that was built here, and what else the project needs. */
  readonly install: readonly string[];
  readonly test: string;
  /** Finds in the output of the tests how many passed and failed. */
  readonly count: (output: string) => Count;
  /** Goes before the PATH when the app of the project is run. */
  readonly bin?: string;
}

function numberIn(output: string, pattern: RegExp): number {
  return Number(pattern.exec(output)?.[1] ?? 0);
}

const MAVEN_ARTIFACT = `${DIST}/java/io/github/cdk-ecs-event-rules/cdk-ecs-event-rules/0.0.0/cdk-ecs-event-rules-0.0.0`;
const NODE: Language['needs'][number] = ['node --version', 'install Node.js 20.16 or later'];

/** The project whose template every other has to synthesize too. */
export const TYPESCRIPT: Language = {
  name: 'TypeScript',
  folder: 'typescript',
  target: 'js',
  needs: [NODE, ['npm --version', 'install npm']],
  install: ['npm ci --no-audit --no-fund', `npm install --no-save --no-audit --no-fund ${DIST}/js/*.tgz`],
  test: 'npm test',
  count: (output) => ({ passed: numberIn(output, /^ℹ pass (\d+)$/m), failed: numberIn(output, /^ℹ fail (\d+)$/m) }),
};

const PYTHON: Language = {
  name: 'Python',
  folder: 'python',
  target: 'python',
  needs: [
    NODE,
    ['python3 -c "import venv, ensurepip, sys; print(sys.version)"', 'install Python 3.10 or later with its venv module'],
    ['unzip -v', 'install unzip, with which packages are looked into'],
  ],
  // The package first and without an index: it is the one that was built here or none.
  install: [
    'python3 -m venv .venv',
    `.venv/bin/pip install --quiet --no-index --no-deps --force-reinstall ${DIST}/python/*.whl`,
    '.venv/bin/pip install --quiet -r requirements-dev.txt',
  ],
  test: '.venv/bin/python -m pytest --verbose',
  count: (output) => ({
    passed: numberIn(output, /\b(\d+) passed\b/),
    failed: numberIn(output, /\b(\d+) failed\b/) + numberIn(output, /\b(\d+) errors?\b/),
  }),
  bin: '.venv/bin',
};

const JAVA: Language = {
  name: 'Java',
  folder: 'java',
  target: 'java',
  needs: [NODE, ['javac -version', 'install a JDK 17 or later'], ['mvn -B -version', 'install Maven 3.8 or later']],
  install: [`mvn -B -q org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file -Dfile=${MAVEN_ARTIFACT}.jar -DpomFile=${MAVEN_ARTIFACT}.pom`],
  test: 'mvn -B -ntp clean test',
  count: (output) => {
    // The line that sums up; each class has a line too, with its time behind it.
    const [run, failures, errors, skipped] = /Tests run: (\d+), Failures: (\d+), Errors: (\d+), Skipped: (\d+)\s*$/m.exec(output)?.slice(1).map(Number) ?? [0, 0, 0, 0];
    return { passed: run - failures - errors - skipped, failed: failures + errors };
  },
};

const GO: Language = {
  name: 'Go',
  folder: 'go',
  target: 'go',
  needs: [NODE, ['go version', 'install Go 1.25 or later']],
  install: ['go mod download'],
  test: 'go test -count=1 -v ./...',
  count: (output) => ({ passed: output.match(/^\s*--- PASS: /gm)?.length ?? 0, failed: output.match(/^\s*--- FAIL: /gm)?.length ?? 0 }),
};

export const CSHARP: Language = {
  name: 'C#',
  folder: 'csharp',
  target: 'dotnet',
  needs: [NODE, ['dotnet --version', 'install the .NET SDK 10 or later'], ['unzip -v', 'install unzip, with which packages are looked into']],
  // Its toolchain is in no package registry.
  optional: true,
  // jsii-pacmak uses the public registry of NuGet, whatever the sources of the machine are.
  pack: packDotnet,
  // NuGet never replaces a version in its cache.
  install: ['rm -rf "${NUGET_PACKAGES:-$HOME/.nuget/packages}/cdkecseventrules"', 'dotnet restore test/EcsAlerts.Tests'],
  test: 'dotnet test test/EcsAlerts.Tests',
  // The summary of the console, or that of a terminal.
  count: (output) => ({ passed: numberIn(output, /\b(?:passed|succeeded): +(\d+)/i), failed: numberIn(output, /\bfailed: +(\d+)/i) }),
};

/** The longest first. */
export const LANGUAGES: readonly Language[] = [GO, JAVA, CSHARP, PYTHON, TYPESCRIPT];
