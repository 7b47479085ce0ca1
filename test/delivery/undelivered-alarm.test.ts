import { Duration, Fn } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { SharedDeadLetterQueue } from '../../src/delivery/dead-letters/shared-dead-letter-queue';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import type { EcsEventRule } from '../../src/rules/ecs-event-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

/** A stack with a topic for the alarm, which is not the one of the alerts. */
function given(options: EcsEventRuleOptions & { clusterNames?: string[] } = {}): { stack: Stack; rule: EcsEventRule; actions: SnsAction[] } {
  const stack = stackUnderTest();
  const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))], ...options });
  return { stack, rule, actions: [new SnsAction(new sns.Topic(stack, 'Operators'))] };
}

/** Cluster names enough for five rules. */
const FIVE_PARTS = Array.from({ length: 120 }, (_, i) => `production-cluster-${i}`);

function alarmsIn(stack: Stack): any[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
}

/** The metrics that an alarm is about: name, and what it is of. */
function metricsOf(alarm: any): [string, string][] {
  return alarm.Metrics.filter((metric: any) => metric.MetricStat)
    .map(({ MetricStat: { Metric } }: any) => [Metric.MetricName, JSON.stringify(Metric.Dimensions[0].Value)]);
}

test('an alarm fires as soon as one event of the rule fails, is lost, or is in the queue', () => {
  // GIVEN
  const { stack, rule, actions } = given();
  // WHEN
  const alarms = rule.addUndeliveredAlarms('Undelivered', { actions });
  // THEN
  expect(alarms.map(({ node }) => node.path)).toEqual(['Stack/Alert/Undelivered']);
  const [alarm] = alarmsIn(stack);
  expect(alarm).toMatchObject({
    AlarmDescription: 'Amazon ECS alerts could not be delivered, or are in the dead-letter queue.',
    AlarmActions: [{ Ref: expect.stringMatching(/^Operators/) }],
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 1,
    EvaluationPeriods: 1,
    TreatMissingData: 'notBreaching',
  });
  expect(alarm.AlarmName).toBeUndefined();
  expect(metricsOf(alarm)).toEqual([
    ['FailedInvocations', expect.stringContaining('AlertRule')],
    ['InvocationsFailedToBeSentToDlq', expect.stringContaining('AlertRule')],
    ['ApproximateNumberOfMessagesVisible', expect.stringContaining('EcsEventDeadLetters')],
  ]);
  expect(alarm.Metrics[0]).toMatchObject({ Expression: 'FILL(m0, 0) + FILL(m1, 0) + FILL(m2, 0)', Label: 'undelivered alerts' });
  expect(alarm.Metrics.slice(1).map(({ MetricStat: { Stat, Period } }: any) => [Stat, Period])).toEqual([['Sum', 300], ['Sum', 300], ['Maximum', 300]]);
});

test('the name and the period are as specified', () => {
  const { stack, rule, actions } = given();
  rule.addUndeliveredAlarms('Undelivered', { actions, alarmName: 'undelivered', period: Duration.minutes(1) });
  const [alarm] = alarmsIn(stack);
  expect(alarm.AlarmName).toBe('undelivered');
  expect(alarm.Metrics.slice(1).map(({ MetricStat }: any) => MetricStat.Period)).toEqual([60, 60, 60]);
});

test('a second call with another id adds separate alarms', () => {
  // GIVEN
  const { stack, rule, actions } = given();
  // WHEN
  const first = rule.addUndeliveredAlarms('Fast', { actions, period: Duration.minutes(1) });
  const second = rule.addUndeliveredAlarms('Slow', { actions, period: Duration.minutes(15) });
  // THEN
  expect([...first, ...second].map(({ node }) => node.path)).toEqual(['Stack/Alert/Fast', 'Stack/Alert/Slow']);
  expect(alarmsIn(stack)).toHaveLength(2);
});

test('every action is taken', () => {
  const { stack, rule, actions } = given();
  rule.addUndeliveredAlarms('Undelivered', { actions: [...actions, new SnsAction(new sns.Topic(stack, 'Others'))] });
  expect(alarmsIn(stack)[0].AlarmActions).toHaveLength(2);
});

test('the queue that the rule names is watched', () => {
  const { stack, rule, actions } = given({ deadLetterQueue: undefined });
  const own = new DaemonTaskStartImpairedRule(stack, 'Own', { clusterNames: ['own'], deadLetterQueue: new sqs.Queue(stack, 'OwnQueue'), targets: [new SnsPublish(subscribedTopic(stack, 'T'))] });
  [rule, own].forEach((each) => each.addUndeliveredAlarms('Undelivered', { actions }));
  expect(alarmsIn(stack).map((alarm) => metricsOf(alarm)[2][1])).toEqual([expect.stringContaining('EcsEventDeadLetters'), expect.stringContaining('OwnQueue')]);
});

test('without a dead-letter queue, what fails is still watched', () => {
  const { stack, rule, actions } = given({ deadLetterQueueEnabled: false });
  rule.addUndeliveredAlarms('Undelivered', { actions });
  expect(metricsOf(alarmsIn(stack)[0]).map(([name]) => name)).toEqual(['FailedInvocations', 'InvocationsFailedToBeSentToDlq']);
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0);
});

test('a rule that takes more than four has further alarms, of at most ten metrics with the sum, each rule in one of them', () => {
  // GIVEN
  const { stack, rule, actions } = given({ clusterNames: FIVE_PARTS });
  expect(rule.rules.length).toBeGreaterThan(4);
  expect(rule.rules.length).toBeLessThanOrEqual(8);
  // WHEN
  const alarms = rule.addUndeliveredAlarms('Undelivered', { actions, alarmName: 'undelivered' });
  // THEN
  expect(alarms.map(({ node }) => node.id)).toEqual(['Undelivered', 'Undelivered2']);
  const rendered = alarmsIn(stack);
  expect(rendered.map(({ AlarmName }) => AlarmName)).toEqual(['undelivered', 'undelivered-2']);
  rendered.forEach(({ Metrics, AlarmActions }) => {
    expect(Metrics.length).toBeLessThanOrEqual(10);
    expect(AlarmActions).toHaveLength(1);
  });
  const failed = rendered.flatMap(metricsOf).filter(([name]) => name === 'FailedInvocations').map(([, ruleName]) => ruleName);
  expect(failed).toEqual(rule.rules.map(({ ruleName }) => JSON.stringify(stack.resolve(ruleName))));
});

test('further alarms have no name either, if the first has none', () => {
  const { stack, rule, actions } = given({ clusterNames: FIVE_PARTS });
  rule.addUndeliveredAlarms('Undelivered', { actions });
  expect(alarmsIn(stack).map(({ AlarmName }) => AlarmName)).toEqual([undefined, undefined]);
});

test.each([
  ['empty', '', {}],
  ['longer than 255 characters', 'x'.repeat(256), {}],
  ['longer than 255 characters with the number of a further alarm', 'x'.repeat(254), { clusterNames: FIVE_PARTS }],
])('a name that is %s is an error', (_what, alarmName, filters) => {
  const { rule, actions } = given(filters);
  expect(() => rule.addUndeliveredAlarms('Undelivered', { actions, alarmName })).toThrow(/alarmName: expected 1 to 255 characters.*, got "x*/);
});

test('a name of 255 characters is accepted, and one that is not known at synthesis', () => {
  const { stack, rule, actions } = given();
  rule.addUndeliveredAlarms('Long', { actions, alarmName: 'x'.repeat(255) });
  rule.addUndeliveredAlarms('Unknown', { actions, alarmName: Fn.importValue('name') });
  expect(alarmsIn(stack).map(({ AlarmName }) => AlarmName)).toEqual(['x'.repeat(255), { 'Fn::ImportValue': 'name' }]);
});

test('the alarm of the shared queue fires as soon as there is a dead letter', () => {
  const { stack, actions } = given();
  const alarm = SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions, period: Duration.minutes(1) });
  expect(alarm.node.path).toBe('Stack/EcsEventDeadLetters/Undelivered');
  const [rendered] = alarmsIn(stack);
  expect(rendered).toMatchObject({
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Statistic: 'Maximum',
    Period: 60,
    Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [expect.stringContaining('EcsEventDeadLetters'), 'QueueName'] } }],
  });
  expect(rendered).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, TreatMissingData: 'notBreaching', AlarmActions: [expect.anything()] });
});

describe('without an action it is an error', () => {
  test('on a rule', () => {
    const { rule } = given();
    expect(() => rule.addUndeliveredAlarms('Undelivered', { actions: [] })).toThrow('[Stack/Alert] actions: expected at least one action, got none: no one would be notified.');
  });

  test('on the shared queue', () => {
    const { stack } = given();
    expect(() => SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [] })).toThrow(
      '[Stack/EcsEventDeadLetters] actions: expected at least one action, got none: no one would be notified. Add at least one action that does not use the monitored targets, such as new cloudwatch_actions.SnsAction(topic).');
  });

  test('or undefined instead of a list', () => {
    const { rule } = given();
    expect(() => rule.addUndeliveredAlarms('Undelivered', {} as never)).toThrow('[Stack/Alert] actions: expected at least one action, got none');
  });
});
