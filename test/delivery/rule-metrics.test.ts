import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import type { EcsEventRule } from '../../src/rules/ecs-event-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

function alert(stack: Stack, options: EcsEventRuleOptions & { clusterNames?: string[] } = {}): EcsEventRule {
  return new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))], ...options });
}

/** A rule in two parts, with two groups of targets: four rules. */
function splitAlert(stack: Stack): EcsEventRule {
  return alert(stack, {
    clusterNames: Array.from({ length: 40 }, (_, i) => `production-cluster-${i}`),
    targets: Array.from({ length: 6 }, (_, i) => new SnsPublish(subscribedTopic(stack, `Topic${i}`))),
  });
}

/** Every metric of a rule construct, and how AWS calls it. */
const METRICS: [string, (rule: EcsEventRule, options?: cloudwatch.MetricOptions) => cloudwatch.IMetric][] = [
  ['MatchedEvents', (rule, options) => rule.metricMatchedEvents(options)],
  ['Invocations', (rule, options) => rule.metricInvocations(options)],
  ['FailedInvocations', (rule, options) => rule.metricFailedInvocations(options)],
  ['InvocationsSentToDlq', (rule, options) => rule.metricInvocationsSentToDlq(options)],
  ['InvocationsFailedToBeSentToDlq', (rule, options) => rule.metricInvocationsFailedToBeSentToDlq(options)],
  ['ThrottledRules', (rule, options) => rule.metricThrottledRules(options)],
];

/** The metrics of which an expression is the sum, by their ids. */
function summands(metric: cloudwatch.IMetric): [string, cloudwatch.IMetric][] {
  return Object.entries(metric.toMetricConfig().mathExpression?.usingMetrics ?? {});
}

describe.each(METRICS)('%s', (metricName, metricOf) => {
  test('of one rule is AWS\'s metric of that name, summed over five minutes', () => {
    // GIVEN
    const stack = stackUnderTest();
    const rule = alert(stack);
    // WHEN
    const { metricStat } = metricOf(rule).toMetricConfig();
    // THEN
    expect(stack.resolve(metricStat)).toMatchObject({
      namespace: 'AWS/Events',
      metricName,
      statistic: 'Sum',
      period: Duration.minutes(5),
      dimensions: [{ name: 'RuleName', value: { Ref: expect.stringMatching(/^AlertRule/) } }],
    });
  });

  test('takes the options of every metric', () => {
    const { metricStat, renderingProperties } = metricOf(alert(stackUnderTest()), { period: Duration.hours(1), statistic: 'max', label: 'mine', color: '#ff0000' }).toMetricConfig();
    expect(metricStat).toMatchObject({ period: Duration.hours(1), statistic: 'Maximum' });
    expect(renderingProperties).toMatchObject({ label: 'mine', color: '#ff0000' });
  });

  test('of a rule that takes several is their sum, in which a rule without data counts as 0', () => {
    // GIVEN
    const stack = stackUnderTest();
    const rule = splitAlert(stack);
    // WHEN
    const metric = metricOf(rule);
    // THEN: every group of targets matches the same events, so only one counts those that matched
    const counted = metricName === 'MatchedEvents' ? ['Rule', 'Rule2'] : ['Rule', 'Rule2', 'RuleTargets2', 'Rule2Targets2'];
    expect(rule.rules.map(({ node }) => node.id)).toEqual(['Rule', 'Rule2', 'RuleTargets2', 'Rule2Targets2']);
    const names = counted.map((id) => stack.resolve((rule.node.findChild(id) as events.Rule).ruleName));
    expect(summands(metric).map(([, summand]) => stack.resolve(summand.toMetricConfig().metricStat?.dimensions?.[0].value))).toEqual(names);
    expect(metric.toMetricConfig()).toMatchObject({
      mathExpression: { expression: counted.map((_, i) => `FILL(m${i}, 0)`).join(' + ') },
      renderingProperties: { label: metricName },
    });
  });
});

test('the sum has the options of the metric: its summands too', () => {
  const metric = splitAlert(stackUnderTest()).metricInvocations({ period: Duration.minutes(1), label: 'alerts', color: '#00ff00', region: 'eu-west-1', account: '111122223333' });
  expect(metric.toMetricConfig()).toMatchObject({ renderingProperties: { label: 'alerts', color: '#00ff00' }, mathExpression: { period: 60, searchAccount: '111122223333', searchRegion: 'eu-west-1' } });
  expect(summands(metric).map(([, summand]) => summand.toMetricConfig().metricStat?.period)).toEqual(Array(4).fill(Duration.minutes(1)));
});

describe('the dimensions of a rule', () => {
  const dimensionsOn = (makeBus: (stack: Stack) => events.IEventBus) => {
    const stack = stackUnderTest();
    return stack.resolve(alert(stack, { eventBus: makeBus(stack) }).metricInvocations().toMetricConfig().metricStat?.dimensions);
  };
  const NAME = { name: 'RuleName', value: { Ref: 'AlertRule072A6CA3' } };
  // CloudFormation calls a rule `bus|rule` there.
  const NAME_ON_BUS = { name: 'RuleName', value: { 'Fn::Select': [1, { 'Fn::Split': ['|', NAME.value] }] } };

  test('on a bus of the app are the bus and the name', () => {
    expect(dimensionsOn((stack) => new events.EventBus(stack, 'Bus'))).toEqual([{ name: 'EventBusName', value: { Ref: 'BusEA82B648' } }, NAME_ON_BUS]);
  });

  test('on an imported bus are the bus and the name', () => {
    expect(dimensionsOn((stack) => events.EventBus.fromEventBusName(stack, 'Bus', 'ops'))).toEqual([{ name: 'EventBusName', value: 'ops' }, NAME_ON_BUS]);
  });

  test('on the default bus are the name alone', () => {
    expect(dimensionsOn((stack) => events.EventBus.fromEventBusName(stack, 'Bus', 'default'))).toEqual([NAME]);
  });
});
