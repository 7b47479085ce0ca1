import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** What every rule construct can be told, beside which events it hears. */
export interface EcsEventRuleOptions {
  /**
   * Who is told: targets of this library, of `aws-cdk-lib/aws-events-targets`, or any other. More than five are spread over several rules.
   *
   * @default - nobody; add them by `addTarget()`
   */
  readonly targets?: events.IRuleTarget[];

  /**
   * A standard queue for events that could not be delivered, for targets that have none of their own. In the Region of the rule.
   *
   * @default - the queue that the rules of the stack share, `SharedDeadLetterQueue.of(this)`
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * Whether events that could not be delivered are kept. Without a dead-letter queue, an event that EventBridge may not deliver is lost at once.
   *
   * @default true
   */
  readonly deadLetterQueueEnabled?: boolean;

  /**
   * The event bus. Amazon ECS sends to the default bus only; others hear what is forwarded to them.
   *
   * @default - the default bus
   */
  readonly eventBus?: events.IEventBusRef;

  /**
   * The name of the rule: up to 64 letters, digits, dots, hyphens and underscores. If several rules are needed, the others are called `name-2`,
   * `name-3`, … for further parts of the pattern, and `name-targets-2`, `name-2-targets-2`, … for further groups of five targets.
   *
   * @default - a name that CloudFormation makes
   */
  readonly ruleName?: string;

  /**
   * What the rule is for, in up to 512 characters.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Whether the rule is on.
   *
   * @default true
   */
  readonly enabled?: boolean;
}
