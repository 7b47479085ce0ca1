import { execFileSync, spawnSync } from 'child_process';
import { existsSync, mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App } from 'aws-cdk-lib';
import { alerts } from './alert';
import { appOf } from './app';
import { addAlerts } from './by-library';
import type { Matching } from './measured-matcher';
import { FOLDER } from './processes';
import { EventBusSimulator, SampleEvent } from 'cdk-ecs-event-rules/testing';

const RULES = 300;
const EVENTS = 10_000;
const ROUNDS = 12;

const TARGET = join(FOLDER, 'out', 'event-ruler');
const LIB = join(TARGET, 'lib');

/** The simulator compared with event-ruler, on the same patterns and events. */
export interface MatchingResult {
  readonly rules: number;
  readonly events: number;
  readonly ruler: Matching;
  readonly simulator: Matching;
  /** Seconds in which the simulator followed all the events the whole way: to targets, policies and subscribers. */
  readonly sending: number;
  readonly java: string;
}

/** Fetches and compiles what is needed; Java is what event-ruler is written in. */
export function installRuler(): void {
  for (const tool of ['java', 'javac', 'mvn']) {
    if (spawnSync(tool, ['-version']).error) {
      throw new Error(`the benchmark compares with AWS's own rule engine, which is Java: ${tool} is not on the PATH. Install a JDK 8 or later, and Maven.`);
    }
  }
  mkdirSync(TARGET, { recursive: true });
  if (!existsSync(LIB)) {
    const pom = join(FOLDER, '..', 'test', 'conformance', 'pom.xml');
    execFileSync('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${LIB}`], { stdio: 'inherit' });
  }
  execFileSync('javac', ['-cp', join(LIB, '*'), '-d', TARGET, join(FOLDER, 'Ruler.java')], { stdio: 'inherit' });
}

/** Measures both, one after the other, each in a separate process. */
export function measureMatching(): MatchingResult {
  const app = appOf(join(TARGET, 'cdk.out'), addAlerts, alerts(RULES));
  const { template } = app.synth().stacks[0];
  const patterns = Object.values(template.Resources as Record<string, { Type: string; Properties: any }>)
    .filter(({ Type }) => Type === 'AWS::Events::Rule').map(({ Properties }) => Properties.EventPattern);
  const events = eventsOfClusters(EVENTS);
  const question = join(TARGET, 'question.json');
  writeFileSync(question, JSON.stringify({ patterns, events }));
  const args = [question, `${ROUNDS}`];
  const ruler = JSON.parse(execFileSync('java', ['-cp', `${TARGET}:${join(LIB, '*')}`, 'Ruler', ...args], { encoding: 'utf8' })) as Matching;
  const simulator = JSON.parse(execFileSync('node', [join(__dirname, 'measured-matcher.js'), ...args], { encoding: 'utf8' })) as Matching;
  if (ruler.matches !== simulator.matches || ruler.matches === 0) {
    throw new Error(`event-ruler found ${ruler.matches} matches, the simulator ${simulator.matches}`);
  }
  return { rules: RULES, events: EVENTS, ruler, simulator, sending: timeOfSending(app, events), java: spawnSync('java', ['-version'], { encoding: 'utf8' }).stderr.split('\n')[0] };
}

/** Every event that Amazon ECS sends, of one cluster after the other. */
function eventsOfClusters(count: number): any[] {
  const texts = SampleEvent.all().map((sample) => JSON.stringify({ ...sample.toJson(), account: '111122223333', region: 'eu-west-1' }));
  return Array.from({ length: count }, (_, i) => JSON.parse(texts[i % texts.length]
    .replaceAll(/arn:aws:ecs:[^:"]+:\d+:/g, 'arn:aws:ecs:eu-west-1:111122223333:')
    .replaceAll(/:(cluster|service|daemon|task|container-instance)\/[A-Za-z0-9_-]+/g, `:$1/cluster-${i % 100}`)));
}

function timeOfSending(app: App, events: readonly any[]): number {
  const bus = EventBusSimulator.fromApp(app);
  const samples = events.map((event) => SampleEvent.fromJson(event));
  const start = performance.now();
  samples.forEach((sample) => bus.send(sample));
  return (performance.now() - start) / 1000;
}
