import { execFileSync, spawnSync } from 'child_process';
import { existsSync, rmSync, statSync } from 'fs';
import { join } from 'path';

/** What is fetched, compiled and written; not in git. */
export const TARGET = join(__dirname, 'target');

/** Patterns, and the events that each of them is evaluated with. */
export interface Question {
  readonly patterns: readonly unknown[];
  readonly events: readonly unknown[];
}

/** What event-ruler says of a pattern: for each event whether it matches, or why there is no answer. */
export interface Answer {
  readonly matches?: readonly boolean[];
  /** Why the pattern is invalid. */
  readonly invalid?: string;
  /** What was thrown although the pattern is valid. */
  readonly thrown?: string;
}

/** Fetches and compiles what is needed, before any suite starts. What is there and not older than its source is kept. */
export default function install(): void {
  for (const tool of ['java', 'javac', 'mvn']) {
    if (spawnSync(tool, ['-version']).error) {
      throw new Error(`the conformance suites use AWS's own rule engine, which is Java: ${tool} is not on the PATH. Install a JDK 8 or later, and Maven.`);
    }
  }
  const lib = join(TARGET, 'lib');
  const pom = join(__dirname, 'pom.xml');
  const source = join(__dirname, 'EventRuler.java');
  if (isOlder(lib, pom)) {
    rmSync(lib, { recursive: true, force: true });
    execFileSync('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`], { stdio: 'inherit' });
  }
  if (isOlder(join(TARGET, 'EventRuler.class'), source)) {
    execFileSync('javac', ['-cp', join(lib, '*'), '-d', TARGET, source], { stdio: 'inherit' });
  }
}

function isOlder(made: string, source: string): boolean {
  return !existsSync(made) || statSync(made).mtimeMs < statSync(source).mtimeMs;
}

/** Evaluates with event-ruler; one answer for each pattern, in their order. */
export function ask(questions: readonly Question[]): Answer[] {
  const lines = questions.flatMap(({ patterns, events }) => [
    `E${JSON.stringify(events.map((event) => JSON.stringify(event)))}`,
    ...patterns.map((pattern) => `P${JSON.stringify(pattern)}`),
  ]);
  const { stdout, stderr, status } = spawnSync('java', ['-cp', `${TARGET}:${join(TARGET, 'lib', '*')}`, 'EventRuler'], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) {
    throw new Error(`event-ruler ended with ${status}: ${stderr}`);
  }
  return stdout.trimEnd().split('\n').map((line) => {
    switch (line[0]) {
      case 'M': return { matches: [...line.slice(1)].map((digit) => digit === '1') };
      case 'I': return { invalid: line.slice(1) };
      default: return { thrown: line.slice(1) };
    }
  });
}
