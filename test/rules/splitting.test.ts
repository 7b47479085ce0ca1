import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { RenderedRule } from './stack-under-test';
import { IRELAND, rulesById, rulesIn, stackUnderTest } from './stack-under-test';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';

const clusterNames = Array.from({ length: 500 }, (_, i) => `production-cluster-${i}`);

/** Topics as targets, `Topic0` first. */
function topics(stack: ReturnType<typeof stackUnderTest>, from: number, to: number): events.IRuleTarget[] {
  return Array.from({ length: to - from }, (_, i) => new SnsPublish(new sns.Topic(stack, `Topic${from + i}`)));
}

/** Which targets each part of the pattern has, whatever the number of rules. */
function targetsByPart(rules: readonly RenderedRule[]): Map<string, unknown[]> {
  const parts = new Map<string, unknown[]>();
  rules.forEach(({ EventPattern, Targets = [] }) => {
    const key = JSON.stringify(EventPattern);
    parts.set(key, [...parts.get(key) ?? [], ...Targets.map(({ Arn }) => JSON.stringify(Arn))]);
  });
  return parts;
}

describe('500 clusters', () => {
  test('T19: by name they are divided over rules that fit, each cluster in exactly one', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    // WHEN
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames, targets: topics(stack, 0, 1) });
    // THEN
    const rules = rulesIn(stack);
    expect(rules.length).toBe(rule.rules.length);
    expect(rules.length).toBeLessThan(25);
    rules.forEach(({ EventPattern }) => expect(JSON.stringify(EventPattern).length).toBeLessThanOrEqual(2048));
    expect(rules.flatMap(({ EventPattern }) => EventPattern.detail.clusterArn))
      .toEqual(clusterNames.map((name) => `arn:aws:ecs:eu-west-1:111122223333:cluster/${name}`));
    rules.forEach(({ EventPattern }) => expect(EventPattern.detail.eventName).toEqual(['DAEMON_TASK_START_IMPAIRED']));
  });

  test('T19: of the app itself, without names, they take rules by the length of their names to come, not by the worst case', () => {
    // GIVEN
    const stack = stackUnderTest();
    const clusters = clusterNames.map((_, i) => new ecs.CfnCluster(stack, `Cluster${i}`));
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { clusters, targets: topics(stack, 0, 1) });
    // THEN
    const rules = rulesIn(stack);
    expect(rules.length).toBeGreaterThan(10);
    expect(rules.length).toBeLessThan(35);
    const asked = rules.flatMap(({ EventPattern }) => EventPattern.detail.clusterArn);
    expect(asked).toEqual(clusters.map(({ logicalId }) => ({ 'Fn::GetAtt': [stack.resolve(logicalId), 'Arn'] })));
  });
});

describe('12 targets', () => {
  test('T20: they are spread over three rules with the same pattern, five at most on each', () => {
    // GIVEN
    const stack = stackUnderTest();
    // WHEN
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames: ['prod'], targets: topics(stack, 0, 12) });
    // THEN
    const rules = rulesIn(stack);
    expect(rules.map(({ Targets }) => Targets?.length)).toEqual([5, 5, 2]);
    const parts = [...targetsByPart(rules).values()];
    expect(parts.map((targets) => [targets.length, new Set(targets).size])).toEqual([[12, 12]]);
    expect(rule.rules.map(({ node }) => node.id)).toEqual(['Rule', 'RuleTargets2', 'RuleTargets3']);
  });

  test('T20: the sixth target may come later', () => {
    // GIVEN
    const stack = stackUnderTest();
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: topics(stack, 0, 5) });
    expect(rule.rules).toHaveLength(1);
    // WHEN
    topics(stack, 5, 7).forEach((target) => rule.addTarget(target));
    // THEN
    expect(rule.rules).toHaveLength(2);
    expect(rulesIn(stack).map(({ Targets }) => Targets?.length)).toEqual([5, 2]);
  });

  test('the options of the rule hold for every rule', () => {
    // GIVEN
    const stack = stackUnderTest();
    const deadLetterQueue = new sqs.Queue(stack, 'DeadLetters');
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { description: 'Daemons', enabled: false, deadLetterQueue, targets: topics(stack, 0, 6) });
    // THEN
    rulesIn(stack).forEach(({ Description, State, Targets = [] }) => {
      expect([Description, State]).toEqual(['Daemons', 'DISABLED']);
      Targets.forEach(({ DeadLetterConfig }) => expect(DeadLetterConfig).toEqual({ Arn: stack.resolve(deadLetterQueue.queueArn) }));
    });
  });
});

test('500 clusters with 12 targets: every part sends to every target exactly once', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  // WHEN
  const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames, targets: topics(stack, 0, 12) });
  // THEN
  const rules = rulesIn(stack);
  const parts = targetsByPart(rules);
  expect(rules.length).toBe(3 * parts.size);
  expect(rules.length).toBe(rule.rules.length);
  rules.forEach(({ Targets = [] }) => expect(Targets.length).toBeLessThanOrEqual(5));
  parts.forEach((targets) => expect([targets.length, new Set(targets).size]).toEqual([12, 12]));
});

test('policies do not grow with the number of rules', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const queue = new sqs.Queue(stack, 'Queue');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames, targets: [new SqsSendMessage(queue)] });
  // THEN
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy'));
  // The shared dead-letter queue has one more, for TLS.
  expect(policies.map(({ Properties }) => Properties.PolicyDocument.Statement.length).sort()).toEqual([1, 2]);
});

test.each([
  ['clusters', 500, 1],
  ['targets', 20, 12],
  ['clusters and targets', 500, 12],
])('logical ids stay when %s are added', (_name, clusters, targets) => {
  // GIVEN
  const before = stackUnderTest(IRELAND);
  new DaemonTaskStartImpairedRule(before, 'Alert', { clusterNames: clusterNames.slice(0, 20), targets: topics(before, 0, 1) });
  const after = stackUnderTest(IRELAND);
  // WHEN
  new DaemonTaskStartImpairedRule(after, 'Alert', { clusterNames: clusterNames.slice(0, clusters), targets: topics(after, 0, targets) });
  // THEN
  const idsAfter = Object.keys(rulesById(after));
  expect(idsAfter.length).toBeGreaterThan(Object.keys(rulesById(before)).length);
  expect(idsAfter).toEqual(expect.arrayContaining(Object.keys(rulesById(before))));
});

test('a rule of a later part or group keeps its logical id too', () => {
  // GIVEN
  const [some, more] = [[250, 6], [500, 12]].map(([clusters, targets]) => {
    const stack = stackUnderTest(IRELAND);
    new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames: clusterNames.slice(0, clusters), targets: topics(stack, 0, targets) });
    return Object.keys(rulesById(stack));
  });
  // THEN
  expect(some.length).toBeGreaterThan(10);
  expect(more).toEqual(expect.arrayContaining(some));
});

test('T19: what cannot be divided says so, with its length and the path', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const excludedServiceNames = Array.from({ length: 200 }, (_, i) => `noisy-service-${i}`);
  const pattern = EcsEventPattern.serviceAction({ excludedServiceNames });
  // THEN
  expect(() => new EcsEventRule(stack, 'Alert', { pattern })).toThrow(
    /^\[Stack\/Alert\] pattern of "ECS Service Action": expected up to 2048 characters, got \d{4}\. It cannot be divided over several rules/);
});
