import type { DeliveryStatus } from './delivery-status';

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

  /** What the target receives, after the input transformer. */
  readonly body: string;

  /** What became of it. */
  readonly status: DeliveryStatus;

  /**
   * Why it was not delivered.
   *
   * @default - it was delivered
   */
  readonly reason?: string;
}
