import { Fn } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as events from 'aws-cdk-lib/aws-events';
import type { Kind, Kinds } from '../../validation/kinds';
import { BOOLEAN, checkedStruct, DURATION, TEXT, TEXT_MAP } from '../../validation/kinds';

/** The metrics of EventBridge rules, by AWS's names. */
export type RuleMetricName =
  'MatchedEvents' | 'Invocations' | 'FailedInvocations' | 'InvocationsSentToDlq' | 'InvocationsFailedToBeSentToDlq' | 'ThrottledRules';

const DIMENSIONS: Kind = {
  expected: 'an object of texts of 1 to 255 characters',
  accepts: (value) => TEXT_MAP.accepts(value) && Object.values(value as Record<string, string>).every(({ length }) => length >= 1 && length <= 255),
  resolution: 'Pass the dimensions by their names, or omit them',
};

const OPTIONS: Kinds & Record<keyof cloudwatch.MetricOptions, unknown> = {
  account: TEXT,
  color: TEXT,
  dimensionsMap: DIMENSIONS,
  id: TEXT,
  label: TEXT,
  period: DURATION,
  region: TEXT,
  stackAccount: TEXT,
  stackRegion: TEXT,
  statistic: TEXT,
  unit: TEXT,
  visible: BOOLEAN,
};

/** A metric of the rules of a construct: their sum, where there are several. A rule without data counts as 0. */
export function ruleMetric(rules: readonly events.Rule[], metricName: RuleMetricName, given: cloudwatch.MetricOptions = {}): cloudwatch.IMetric {
  const options = checkedStruct('options', given, OPTIONS);
  const metrics = rules.map((rule) => new cloudwatch.Metric({
    namespace: 'AWS/Events',
    metricName,
    statistic: cloudwatch.Stats.SUM,
    ...options,
    dimensionsMap: { ...options.dimensionsMap, ...dimensionsOf(rule) },
  }));
  return metrics.length === 1 ? metrics[0] : sumOf(metrics, options.label ?? metricName, options);
}

/** For a rule on a custom event bus, the metrics of EventBridge have the name of the bus as a second dimension. CloudFormation returns both as `bus|rule`. */
function dimensionsOf(rule: events.Rule): Record<string, string> {
  const { eventBusName } = rule.node.defaultChild as events.CfnRule;
  if (eventBusName === undefined || eventBusName === 'default') {
    return { RuleName: rule.ruleName };
  }
  return { EventBusName: eventBusName, RuleName: Fn.select(1, Fn.split('|', rule.ruleName)) };
}

/** The sum of metrics, of which each may be missing at times. */
export function sumOf(metrics: readonly cloudwatch.IMetric[], label: string, options: cloudwatch.MetricOptions = {}): cloudwatch.MathExpression {
  const { period, color, account, region } = options;
  return new cloudwatch.MathExpression({
    expression: metrics.map((_, i) => `FILL(m${i}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(metrics.map((metric, i) => [`m${i}`, metric])),
    label,
    period,
    color,
    searchAccount: account,
    searchRegion: region,
  });
}
