// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Daemon Service Action` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
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
  /**
   * The severity.
   *
   * It is spelled `WARNING` in this detail type only.
   */
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
   * Not in every event: absent when `failureType` is `TASK_CREATION_FAILED`.
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

  /** Whether a task was created. */
  public static get failureType(): string {
    return events.EventField.fromPath('$.detail.failureType');
  }

  /** When the event was created, with milliseconds. */
  public static get createdAt(): string {
    return events.EventField.fromPath('$.detail.createdAt');
  }

  /**
   * The cause.
   *
   * Free-form text: in JSON, use it as a separate value, not within a longer string.
   */
  public static get reason(): string {
    return events.EventField.fromPath('$.detail.reason');
  }

  private constructor() {}
}
