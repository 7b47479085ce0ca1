// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Task State Change` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 * @example
 * declare const queue: sqs.IQueue;
 * new EcsEventRule(this, 'Stopped', {
 *   pattern: EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }),
 *   targets: [new SqsSendMessage(queue, {
 *     message: events.RuleTargetInput.fromObject({
 *       task: TaskStateChangeField.taskArn,
 *       reason: TaskStateChangeField.stoppedReason,
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

  /**
   * The task definition with its revision.
   *
   * Not in every event: AWS's Spot notice is printed without it.
   */
  public static get taskDefinitionArn(): string {
    return events.EventField.fromPath('$.detail.taskDefinitionArn');
  }

  /** The status that Amazon ECS works toward. */
  public static get desiredStatus(): string {
    return events.EventField.fromPath('$.detail.desiredStatus');
  }

  /** The last known status of the task. */
  public static get lastStatus(): string {
    return events.EventField.fromPath('$.detail.lastStatus');
  }

  /**
   * The code that says why the task stopped.
   *
   * Not in every event: only in events of tasks that are stopping or have stopped.
   */
  public static get stopCode(): string {
    return events.EventField.fromPath('$.detail.stopCode');
  }

  /**
   * The reason why the task stopped.
   *
   * Free-form text: in JSON, use it as a separate value, not within a longer string. Not in every event: only in events of tasks that are stopping or have stopped.
   */
  public static get stoppedReason(): string {
    return events.EventField.fromPath('$.detail.stoppedReason');
  }

  /**
   * `service:<name>`, `family:<name>`, or the group that RunTask was called with.
   *
   * Free-form text: in JSON, use it as a separate value, not within a longer string. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get group(): string {
    return events.EventField.fromPath('$.detail.group');
  }

  /**
   * The initiator of the task, such as `ecs-svc/<number>` for a deployment of a service.
   *
   * Not in every event: only where whoever started the task set it.
   */
  public static get startedBy(): string {
    return events.EventField.fromPath('$.detail.startedBy');
  }

  /**
   * The launch type.
   *
   * Not in every event: AWS's Spot notice is printed without it.
   */
  public static get launchType(): string {
    return events.EventField.fromPath('$.detail.launchType');
  }

  /**
   * The name of the capacity provider.
   *
   * Not in every event: absent for tasks without a capacity provider.
   */
  public static get capacityProviderName(): string {
    return events.EventField.fromPath('$.detail.capacityProviderName');
  }

  /**
   * The container instance.
   *
   * Not in every event: absent for tasks on AWS Fargate.
   */
  public static get containerInstanceArn(): string {
    return events.EventField.fromPath('$.detail.containerInstanceArn');
  }

  /**
   * The Availability Zone.
   *
   * Not in every event: absent before the task is placed, and in older events of tasks on EC2.
   */
  public static get availabilityZone(): string {
    return events.EventField.fromPath('$.detail.availabilityZone');
  }

  /** When the task was created. */
  public static get createdAt(): string {
    return events.EventField.fromPath('$.detail.createdAt');
  }

  /**
   * When the container agent connected.
   *
   * Not in every event: absent until then.
   */
  public static get connectivityAt(): string {
    return events.EventField.fromPath('$.detail.connectivityAt');
  }

  /**
   * When pulling the images began.
   *
   * Not in every event: absent until then.
   */
  public static get pullStartedAt(): string {
    return events.EventField.fromPath('$.detail.pullStartedAt');
  }

  /**
   * When pulling the images ended.
   *
   * Not in every event: absent until then.
   */
  public static get pullStoppedAt(): string {
    return events.EventField.fromPath('$.detail.pullStoppedAt');
  }

  /**
   * When the task reached RUNNING.
   *
   * Not in every event: absent until then.
   */
  public static get startedAt(): string {
    return events.EventField.fromPath('$.detail.startedAt');
  }

  /**
   * When the task began to stop.
   *
   * Not in every event: absent until then.
   */
  public static get stoppingAt(): string {
    return events.EventField.fromPath('$.detail.stoppingAt');
  }

  /**
   * When the containers stopped.
   *
   * Not in every event: absent until then.
   */
  public static get executionStoppedAt(): string {
    return events.EventField.fromPath('$.detail.executionStoppedAt');
  }

  /**
   * When the task reached STOPPED.
   *
   * Not in every event: absent until then.
   */
  public static get stoppedAt(): string {
    return events.EventField.fromPath('$.detail.stoppedAt');
  }

  /**
   * When the task changed last.
   *
   * Not in every event: AWS's Spot notice is printed without it.
   */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  /**
   * A number that increases with every change of the task.
   *
   * A number. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get version(): string {
    return events.EventField.fromPath('$.detail.version');
  }

  /**
   * The connectivity of the task.
   *
   * Not in every event: absent until the container agent connects.
   */
  public static get connectivity(): string {
    return events.EventField.fromPath('$.detail.connectivity');
  }

  /**
   * The CPU units of the task, as text.
   *
   * Not in every event: AWS's Spot notice is printed without it.
   */
  public static get cpu(): string {
    return events.EventField.fromPath('$.detail.cpu');
  }

  /**
   * The memory of the task in MiB, as text.
   *
   * Not in every event: AWS's Spot notice is printed without it.
   */
  public static get memory(): string {
    return events.EventField.fromPath('$.detail.memory');
  }

  /**
   * The platform version of AWS Fargate.
   *
   * Not in every event: only for tasks on AWS Fargate.
   */
  public static get platformVersion(): string {
    return events.EventField.fromPath('$.detail.platformVersion');
  }

  /**
   * Whether ECS Exec is enabled.
   *
   * `true` or `false`. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get enableExecuteCommand(): string {
    return events.EventField.fromPath('$.detail.enableExecuteCommand');
  }

  /**
   * The ephemeral storage.
   *
   * An object. Use it as a whole value in `fromObject()` only. Not in every event: only for tasks on AWS Fargate.
   */
  public static get ephemeralStorage(): string {
    return events.EventField.fromPath('$.detail.ephemeralStorage');
  }

  /**
   * The attributes of the task.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get attributes(): string {
    return events.EventField.fromPath('$.detail.attributes');
  }

  /**
   * Network interfaces, load balancers, and volumes.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get attachments(): string {
    return events.EventField.fromPath('$.detail.attachments');
  }

  /**
   * The overrides of the task definition.
   *
   * An object. Use it as a whole value in `fromObject()` only. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get overrides(): string {
    return events.EventField.fromPath('$.detail.overrides');
  }

  /**
   * The containers.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: AWS's Spot notice is printed without it.
   */
  public static get containers(): string {
    return events.EventField.fromPath('$.detail.containers');
  }

  private constructor() {}
}
