import type { DeliveryStatus } from './delivery-status';
import type { SimulatedDeadLetter } from './simulated-dead-letter';
import type { SimulatedSubscriber } from './simulated-subscriber';

/** What became of an event at one target of a rule that matched it. */
export interface SimulatedDelivery {
  /** The logical id of the rule. */
  readonly rule: string;

  /** The construct path of the rule, or its logical id where the template does not say the path. */
  readonly rulePath: string;

  /** The name of the rule: its own, or the one that CloudFormation would generate. */
  readonly ruleName: string;

  /** The id of the target within the rule. */
  readonly targetId: string;

  /** The logical id of the target's resource if it is part of the app, else its ARN. */
  readonly target: string;

  /** The construct path of the target's resource if it is part of the app, else its ARN. */
  readonly targetPath: string;

  /** The ARN of the target. */
  readonly targetArn: string;

  /** The service of the target in short, such as `SNS`, `SQS` or `Lambda`. */
  readonly targetType: string;

  /** What the target receives, or would receive, after the input transformer. */
  readonly body: string;

  /** What became of it. */
  readonly status: DeliveryStatus;

  /**
   * Why it was not delivered, for a lost event also why it is not in a dead-letter queue.
   *
   * @default - it was delivered
   */
  readonly reason?: string;

  /**
   * The code with which EventBridge says why it was not delivered, such as `NO_PERMISSIONS`, `NO_RESOURCE` or `INVALID_JSON`.
   *
   * @default - it was delivered, a function accepted and dropped it, or AWS refuses the rule at its deployment
   */
  readonly errorCode?: string;

  /**
   * Where the event waits that was not delivered.
   *
   * @default - it was delivered, or it is lost
   */
  readonly deadLetter?: SimulatedDeadLetter;

  /**
   * What is assumed: what only a deployment can tell, such as the policy of an imported topic, and what EventBridge makes of the values of this event
   * in an input transformer, where AWS does not document it.
   */
  readonly assumptions: string[];

  /** What is wrong with the body whether or not it was delivered, such as a placeholder of the input transformer that this event has no value for. */
  readonly problems: string[];

  /** What became of it at the subscriptions of the topic. None if the target is no topic or was not reached. */
  readonly subscribers: SimulatedSubscriber[];
}
