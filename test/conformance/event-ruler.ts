import { execFileSync, spawnSync } from 'child_process';
import { existsSync } from 'fs';
import { join } from 'path';

const TARGET = join(__dirname, 'target');

/** Patterns, and the events that each of them is asked about. */
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

/** Fetches and compiles what is needed, once. */
export function install(): void {
  for (const tool of ['java', 'javac', 'mvn']) {
    if (spawnSync(tool, ['-version']).error) {
      throw new Error(`the conformance suite asks AWS's own rule engine, which is Java: ${tool} is not on the PATH. Install a JDK 8 or later, and Maven.`);
    }
  }
  if (!existsSync(join(TARGET, 'Judge.class'))) {
    execFileSync('mvn', ['-q', '-B', '-f', join(__dirname, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${join(TARGET, 'lib')}`], { stdio: 'inherit' });
    execFileSync('javac', ['-cp', join(TARGET, 'lib', '*'), '-d', TARGET, join(__dirname, 'Judge.java')], { stdio: 'inherit' });
  }
}

/** Asks event-ruler; one answer a pattern, in their order. */
export function ask(questions: readonly Question[]): Answer[] {
  const lines = questions.flatMap(({ patterns, events }) => [
    `E${JSON.stringify(events.map((event) => JSON.stringify(event)))}`,
    ...patterns.map((pattern) => `P${JSON.stringify(pattern)}`),
  ]);
  const { stdout, stderr, status } = spawnSync('java', ['-cp', `${TARGET}:${join(TARGET, 'lib', '*')}`, 'Judge'], {
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
