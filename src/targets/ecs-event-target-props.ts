import type { Duration } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** Properties for all targets. */
export interface EcsEventTargetProps {
  /**
   * The message to send to the target: `EcsEventMessage.text()`, or any other input.
   *
   * @default - events are sent unmodified
   */
  readonly message?: events.RuleTargetInput;

  /**
   * The dead-letter queue for events that cannot be delivered to this target. It must be a standard queue in the Region of the rule.
   *
   * @default - the dead-letter queue of the `EcsEventRule`; no queue on other rules
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * The maximum number of retry attempts, from 0 to 185.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * The maximum age of an event before EventBridge stops retrying, from 1 minute to 24 hours.
   *
   * @default Duration.hours(24)
   */
  readonly maxEventAge?: Duration;
}
