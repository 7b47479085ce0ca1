import type { Duration } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** Properties that are common to all targets. */
export interface EcsEventTargetProps {
  /**
   * What the target receives: `EcsEventMessage.text()`, or any other input.
   *
   * @default - the event as AWS sent it
   */
  readonly message?: events.RuleTargetInput;

  /**
   * A standard queue for events that could not be delivered to this target, in the Region of the rule.
   *
   * @default - the dead-letter queue of the `EcsEventRule`; none on a rule of another kind
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * How often EventBridge tries again: 0 to 185 times.
   *
   * @default 185
   */
  readonly retryAttempts?: number;

  /**
   * How long EventBridge tries again: 1 minute to 24 hours.
   *
   * @default Duration.hours(24)
   */
  readonly maxEventAge?: Duration;
}
