import type { DeliveryStatus } from './delivery-status';
import type { SimulatedDeadLetter } from './simulated-dead-letter';
import type { SimulatedSubscriber } from './simulated-subscriber';

/** The delivery of an event to one target of a rule that matched it. */
export interface SimulatedDelivery {
  /** The logical id of the rule. */
  readonly rule: string;

  /** The construct path of the rule, or its logical id if the template does not contain the path. */
  readonly rulePath: string;

  /** The name of the rule: the one in the template, or one like CloudFormation would generate. */
  readonly ruleName: string;

  /** The id of the target within the rule. */
  readonly targetId: string;

  /** The logical id of the target's resource if it is part of the app, otherwise its ARN. */
  readonly target: string;

  /** The construct path of the target's resource if it is part of the app, otherwise its ARN. */
  readonly targetPath: string;

  /** The ARN of the target. */
  readonly targetArn: string;

  /** The short name of the service of the target, such as `SNS`, `SQS` or `Lambda`. */
  readonly targetType: string;

  /** The message that the target receives, or would receive, after the input transformer. */
  readonly body: string;

  /** The status of the delivery. */
  readonly status: DeliveryStatus;

  /**
   * The reason why the event was not delivered and, if it is lost, why it is not in a dead-letter queue.
   *
   * @default - the event was delivered
   */
  readonly reason?: string;

  /**
   * The error code of EventBridge, such as `NO_PERMISSIONS`, `NO_RESOURCE` or `INVALID_JSON`.
   *
   * @default - the event was delivered, a function accepted and dropped it, or the deployment of the rule fails
   */
  readonly errorCode?: string;

  /**
   * The message in the dead-letter queue.
   *
   * @default - the event was delivered, or it is lost
   */
  readonly deadLetter?: SimulatedDeadLetter;

  /**
   * The assumptions of the simulation.
   *
   * They are about what is known only after deployment, such as the policy of an imported topic, and about behavior of input transformers that AWS does not document.
   */
  readonly assumptions: string[];

  /** The problems of the body, delivered or not, such as a placeholder of the input transformer without a value in this event. */
  readonly problems: string[];

  /** The subscriptions of the topic that the event was delivered to. Empty if the target is not a topic, or did not receive the event. */
  readonly subscribers: SimulatedSubscriber[];
}
