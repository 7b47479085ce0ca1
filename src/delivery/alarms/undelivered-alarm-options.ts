import type { Duration } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** Options for alarms on undelivered events. */
export interface UndeliveredAlarmOptions {
  /** Who is told, by something else than the path that is watched: `new cloudwatch_actions.SnsAction(topic)`, … At least one. */
  readonly actions: cloudwatch.IAlarmAction[];

  /**
   * The name of the alarm. Where it takes several alarms, the others are called `name-2`, `name-3`, …
   *
   * @default - a name that CloudFormation makes
   */
  readonly alarmName?: string;

  /**
   * Over which time undelivered alerts are counted.
   *
   * @default Duration.minutes(5)
   */
  readonly period?: Duration;
}
