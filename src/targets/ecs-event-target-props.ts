import type { Duration } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as iam from 'aws-cdk-lib/aws-iam';
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
   * The execution role that EventBridge assumes to deliver to the target, in the account of the rule.
   *
   * The role must trust `events.amazonaws.com`. The permission to use the target, and its key if the key is known, is added to the role. With a role, the
   * policy of a target in the same account does not have to allow EventBridge, which helps if the target is imported. The policy of a target in
   * another account has to allow the role. A target in another Region does not support a role.
   *
   * @default - for a target in another account of the same Region, a role that the targets of the stack share; otherwise no role, and the policy of the target allows EventBridge
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-cross-account.html
   */
  readonly role?: iam.IRole;

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
