import { Token } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ruleMetric, sumOf } from './rule-metrics';
import type { UndeliveredAlarmOptions } from './undelivered-alarm-options';
import { ALARM_ACTION } from '../../validation/cdk-kinds';
import { DeliveryValidation } from '../../validation/delivery-validation';
import { checkedStruct, checkId, checkKind, DURATION, LIST, TEXT } from '../../validation/kinds';
import { ValidationError, show } from '../../validation/validation-error';
import { grantAlarm } from '../permissions/grants';

/** A CloudWatch alarm supports ten metrics: two for each rule, and the number of messages in the dead-letter queue. */
const RULES_PER_ALARM = 4;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
const MAX_ALARM_NAME = 255;

/**
 * Alarms that go into the ALARM state when an event cannot be delivered, or when there is a message in the dead-letter queue. Missing data is not
 * breaching, because EventBridge emits these metrics only when they are not zero.
 */
export function undeliveredAlarms(
  scope: Construct,
  id: string,
  watched: { readonly rules: readonly events.Rule[]; readonly queue?: sqs.IQueue },
  options: UndeliveredAlarmOptions,
): cloudwatch.Alarm[] {
  checkId(id);
  const { actions, alarmName, period } = checkedStruct('options', options, { actions: LIST, alarmName: TEXT, period: DURATION });
  if (!actions?.length) {
    throw new ValidationError({
      prop: 'actions',
      problem: 'expected at least one action, got none: no one would be notified',
      resolution: 'Add at least one action that does not use the monitored targets, such as new cloudwatch_actions.SnsAction(topic)',
    });
  }
  Array.from(actions).forEach((action, i) => checkKind(`actions[${i}]`, action, ALARM_ACTION));
  const { rules, queue } = watched;
  const waiting = queue ? [queue.metricApproximateNumberOfMessagesVisible({ period })] : [];
  const count = Math.max(1, Math.ceil(rules.length / RULES_PER_ALARM));
  const groups = Array.from({ length: count }, (_, i) => rules.slice(i * RULES_PER_ALARM, (i + 1) * RULES_PER_ALARM));
  const names = groups.map((_, i) => alarmName === undefined || i === 0 ? alarmName : `${alarmName}-${i + 1}`);
  if (alarmName !== undefined && !Token.isUnresolved(alarmName) && names.some((name) => name === '' || name!.length > MAX_ALARM_NAME)) {
    throw new ValidationError({
      prop: 'alarmName',
      problem: `expected 1 to ${MAX_ALARM_NAME} characters${names.length > 1 ? `, with the number of the alarm (-${names.length})` : ''}, got ${show(alarmName)}`,
      resolution: 'Use another name, or omit it',
    });
  }
  return groups.map((group, i) => {
    const failed = group.flatMap((rule) => [ruleMetric([rule], 'FailedInvocations'), ruleMetric([rule], 'InvocationsFailedToBeSentToDlq')]);
    const alarm = new cloudwatch.Alarm(scope, i === 0 ? id : `${id}${i + 1}`, {
      alarmName: names[i],
      alarmDescription: 'Amazon ECS alerts could not be delivered, or are in the dead-letter queue.',
      metric: failed.length + waiting.length === 1 ? waiting[0] : sumOf([...failed, ...waiting], 'undelivered alerts', { period }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(...actions.map((action): cloudwatch.IAlarmAction => ({
      bind: (...given) => {
        const config = action.bind(...given);
        grantAlarm(config.alarmActionArn, alarm);
        return config;
      },
    })));
    DeliveryValidation.of(scope).addAlarm({ alarm, rules, queue });
    return alarm;
  });
}
