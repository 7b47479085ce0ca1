import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Task State Change` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * What not every event has leaves a gap in a text. As a value of its own in JSON it is an error or a warning, unless the rule asks for events that have it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 * @example
 * declare const queue: sqs.IQueue;
 * new EcsEventRule(this, 'Stopped', {
 *   pattern: EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }),
 *   targets: [new SqsSendMessage(queue, {
 *     message: events.RuleTargetInput.fromObject({
 *       task: TaskStateChangeField.taskArn,
 *       why: TaskStateChangeField.stoppedReason,
 *       containers: TaskStateChangeField.containers,
 *     }),
 *   })],
 * });
 */
export class TaskStateChangeField {
  /** The task. */
  public static get taskArn(): string {
    return events.EventField.fromPath('$.detail.taskArn');
  }

  /** The cluster. */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /** The task definition with its revision. */
  public static get taskDefinitionArn(): string {
    return events.EventField.fromPath('$.detail.taskDefinitionArn');
  }

  /**
   * The containers.
   *
   * A list of objects, of use as a whole value in `fromObject()` only.
   */
  public static get containers(): string {
    return events.EventField.fromPath('$.detail.containers');
  }

  /** The status that Amazon ECS works towards. */
  public static get desiredStatus(): string {
    return events.EventField.fromPath('$.detail.desiredStatus');
  }

  /** The status of the task. */
  public static get lastStatus(): string {
    return events.EventField.fromPath('$.detail.lastStatus');
  }

  /**
   * The group of the task: `service:<name>` or `family:<name>`, or what somebody gave it.
   *
   * Open text: in JSON a value of its own, not a part of a longer string. Not in every event: every sample of AWS has it, but no page says that every event does; warned of in JSON.
   */
  public static get group(): string {
    return events.EventField.fromPath('$.detail.group');
  }

  /**
   * What started the task.
   *
   * Not in every event: only where whoever started the task said it; warned of in JSON.
   */
  public static get startedBy(): string {
    return events.EventField.fromPath('$.detail.startedBy');
  }

  /**
   * The launch type.
   *
   * Not in every event: every sample of AWS has it, but no page says that every event does; warned of in JSON.
   */
  public static get launchType(): string {
    return events.EventField.fromPath('$.detail.launchType');
  }

  /**
   * The name of the capacity provider.
   *
   * Not in every event: absent for tasks without a capacity provider; warned of in JSON.
   */
  public static get capacityProviderName(): string {
    return events.EventField.fromPath('$.detail.capacityProviderName');
  }

  /**
   * Why the task stopped, as a code.
   *
   * Not in every event: only of tasks that were told to stop; refused in JSON.
   */
  public static get stopCode(): string {
    return events.EventField.fromPath('$.detail.stopCode');
  }

  /**
   * Why the task stopped, in words.
   *
   * Open text: in JSON a value of its own, not a part of a longer string. Not in every event: only of tasks that were told to stop; refused in JSON.
   */
  public static get stoppedReason(): string {
    return events.EventField.fromPath('$.detail.stoppedReason');
  }

  /**
   * Counts the changes: what came first.
   *
   * A number.
   */
  public static get version(): string {
    return events.EventField.fromPath('$.detail.version');
  }

  /** When it happened. */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  private constructor() {}
}
