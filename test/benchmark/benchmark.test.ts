import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import type { App } from 'aws-cdk-lib';
import { alerts } from '../../benchmark/alert';
import { appOf } from '../../benchmark/app';
import { addAlerts as byHand } from '../../benchmark/by-hand';
import { addAlerts as byL1 } from '../../benchmark/by-l1';
import { addAlerts as byLibrary } from '../../benchmark/by-library';
import { exceeded, stackSize } from '../../benchmark/stack-size';
import { spreadOf } from '../../benchmark/statistics';
import { EventBusSimulator, SampleEvent } from '../../src/testing';

const WAYS = { byLibrary, byHand, byL1 };
const ENVIRONMENT = { account: '111122223333', region: 'eu-west-1' };

describe('the benchmark compares what does the same', () => {
  const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
  const apps = Object.entries(WAYS).map(([way, addAlerts]) => [way, appOf(join(folder, way), addAlerts, alerts(6))] as const);
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Who receives an event, and where it would go if it could not be delivered. */
  const notified = (app: App, sample: SampleEvent) => {
    const { delivered } = EventBusSimulator.fromApp(app).send(sample);
    return delivered.map(({ targetType, body }) => ({ targetType, body }));
  };

  test.each(SampleEvent.all().map((sample) => [sample.title, sample] as const))('%s', (_title, sample) => {
    // GIVEN an event of a cluster with alerts and of one without
    for (const cluster of ['cluster-1', 'cluster-other']) {
      const event = JSON.parse(JSON.stringify(sample.toJson()).replaceAll(/arn:aws:ecs:[^:"]+:\d+:cluster\/[A-Za-z0-9_-]+/g, `arn:aws:ecs:eu-west-1:111122223333:cluster/${cluster}`));
      // WHEN
      const [library, hand, l1] = apps.map(([, app]) => notified(app, SampleEvent.fromJson({ ...event, ...ENVIRONMENT })));
      // THEN
      const isMatched = cluster === 'cluster-1'
        && ['DAEMON_TASK_START_IMPAIRED', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED', 'SERVICE_TASK_PLACEMENT_FAILURE'].includes(event.detail.eventName);
      expect(library.map(({ targetType }) => targetType)).toEqual(isMatched ? ['SNS', 'SQS', 'Lambda'] : []);
      expect(hand).toEqual(library);
      expect(l1).toEqual(library);
    }
  });

  test.each(apps)('%s: each of the three targets has a dead-letter queue', (_way, app) => {
    const { template } = app.synth().stacks[0];
    const rules = Object.values(template.Resources as Record<string, any>).filter(({ Type }) => Type === 'AWS::Events::Rule');
    expect(rules).toHaveLength(6);
    const withDeadLetters = expect.objectContaining({ DeadLetterConfig: expect.anything() });
    rules.forEach(({ Properties: { Targets } }) => expect(Targets).toEqual([withDeadLetters, withDeadLetters, withDeadLetters]));
  });
});

describe('the benchmark knows what AWS refuses', () => {
  test.each<[keyof typeof WAYS, number, string[]]>([
    ['byHand', 19, []],
    ['byHand', 20, ['statements']],
    ['byHand', 48, ['statements', 'policyBytes', 'permissionBytes']],
    ['byL1', 48, []],
    ['byLibrary', 48, []],
  ])('%s, %i rules: %j', (way, rules, refused) => {
    const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
    const [stack] = appOf(folder, WAYS[way], alerts(rules)).synth().stacks;
    expect(exceeded(stackSize(readFileSync(stack.templateFullPath, 'utf8'), stack.stackName))).toEqual(refused);
    rmSync(folder, { recursive: true });
  });
});

test('the benchmark reports the median, and between what the middle half of the measurements is', () => {
  expect(spreadOf([5, 1, 4, 2, 3])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
});
