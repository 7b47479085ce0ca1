import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Daemon Service Action` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * What not every event has leaves a gap in a text. As a value of its own in JSON it is an error or a warning, unless the rule asks for events that have it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 * @example
 * declare const topic: sns.ITopic;
 * new DaemonTaskStartImpairedRule(this, 'StartImpaired', {
 *   targets: [new SnsPublish(topic, {
 *     message: events.RuleTargetInput.fromText(`Daemon ${DaemonServiceActionField.daemonArn} cannot start: ${DaemonServiceActionField.reason}`),
 *   })],
 * });
 */
export class DaemonServiceActionField {
  /** The severity, spelled `WARNING` in this detail type only. */
  public static get eventType(): string {
    return events.EventField.fromPath('$.detail.eventType');
  }

  /** The name of the event. */
  public static get eventName(): string {
    return events.EventField.fromPath('$.detail.eventName');
  }

  /** The cluster. */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /** The container instance on which the task should start. */
  public static get containerInstanceArn(): string {
    return events.EventField.fromPath('$.detail.containerInstanceArn');
  }

  /**
   * The task.
   *
   * Not in every event: absent when `failureType` is `TASK_CREATION_FAILED`; refused in JSON.
   */
  public static get taskArn(): string {
    return events.EventField.fromPath('$.detail.taskArn');
  }

  /** The revision of the daemon. */
  public static get daemonRevisionArn(): string {
    return events.EventField.fromPath('$.detail.daemonRevisionArn');
  }

  /** The name of the capacity provider, not its ARN. */
  public static get capacityProviderName(): string {
    return events.EventField.fromPath('$.detail.capacityProviderName');
  }

  /** The daemon. */
  public static get daemonArn(): string {
    return events.EventField.fromPath('$.detail.daemonArn');
  }

  /** The daemon task definition. */
  public static get daemonTaskDefinitionArn(): string {
    return events.EventField.fromPath('$.detail.daemonTaskDefinitionArn');
  }

  /** Whether a task was created: `TASK_FAILED_TO_RUN` or `TASK_CREATION_FAILED`. */
  public static get failureType(): string {
    return events.EventField.fromPath('$.detail.failureType');
  }

  /** When it happened, with milliseconds. */
  public static get createdAt(): string {
    return events.EventField.fromPath('$.detail.createdAt');
  }

  /**
   * The cause in words.
   *
   * Open text: in JSON a value of its own, not a part of a longer string.
   */
  public static get reason(): string {
    return events.EventField.fromPath('$.detail.reason');
  }

  private constructor() {}
}
