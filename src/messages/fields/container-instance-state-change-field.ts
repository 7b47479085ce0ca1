// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Container Instance State Change` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
 * @example
 * declare const topic: sns.ITopic;
 * new EcsEventRule(this, 'Draining', {
 *   pattern: EcsEventPattern.containerInstanceStateChange({ statuses: [ContainerInstanceStatus.DRAINING] }),
 *   targets: [new SnsPublish(topic, {
 *     message: events.RuleTargetInput.fromText(`${ContainerInstanceStateChangeField.containerInstanceArn} is draining`),
 *   })],
 * });
 */
export class ContainerInstanceStateChangeField {
  /**
   * Whether the agent is connected.
   *
   * The agent disconnects several times an hour in normal operation. `true` or `false`.
   */
  public static get agentConnected(): string {
    return events.EventField.fromPath('$.detail.agentConnected');
  }

  /** The cluster. */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /** The container instance. */
  public static get containerInstanceArn(): string {
    return events.EventField.fromPath('$.detail.containerInstanceArn');
  }

  /** The status of the instance. */
  public static get status(): string {
    return events.EventField.fromPath('$.detail.status');
  }

  /**
   * A number that increases with every change of the instance.
   *
   * A number.
   */
  public static get version(): string {
    return events.EventField.fromPath('$.detail.version');
  }

  /** When the instance changed. */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  /**
   * The EC2 instance.
   *
   * Not in every event: absent for external instances.
   */
  public static get ec2InstanceId(): string {
    return events.EventField.fromPath('$.detail.ec2InstanceId');
  }

  /**
   * The reason for the status.
   *
   * Free-form text: in JSON, use it as a separate value, not within a longer string. Not in every event: AWS does not document which events have it.
   */
  public static get statusReason(): string {
    return events.EventField.fromPath('$.detail.statusReason');
  }

  /**
   * The attributes of the instance.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: every sample of AWS has it, but no page says that every event does.
   */
  public static get attributes(): string {
    return events.EventField.fromPath('$.detail.attributes');
  }

  /**
   * The resources of the instance.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: every sample of AWS has it, but no page says that every event does.
   */
  public static get registeredResources(): string {
    return events.EventField.fromPath('$.detail.registeredResources');
  }

  /**
   * The resources that are free.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: every sample of AWS has it, but no page says that every event does.
   */
  public static get remainingResources(): string {
    return events.EventField.fromPath('$.detail.remainingResources');
  }

  /**
   * The versions of the agent and of Docker.
   *
   * An object. Use it as a whole value in `fromObject()` only. Not in every event: every sample of AWS has it, but no page says that every event does.
   */
  public static get versionInfo(): string {
    return events.EventField.fromPath('$.detail.versionInfo');
  }

  /**
   * The type of the account.
   *
   * Not in every event: in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event.
   */
  public static get accountType(): string {
    return events.EventField.fromPath('$.detail.accountType');
  }

  /**
   * The status of the latest update of the agent.
   *
   * Not in every event: in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event.
   */
  public static get agentUpdateStatus(): string {
    return events.EventField.fromPath('$.detail.agentUpdateStatus');
  }

  /**
   * The network interfaces.
   *
   * A list of objects. Use it as a whole value in `fromObject()` only. Not in every event: in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event.
   */
  public static get attachments(): string {
    return events.EventField.fromPath('$.detail.attachments');
  }

  /**
   * The number of tasks that are PENDING.
   *
   * A number. Not in every event: in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event.
   */
  public static get pendingTasksCount(): string {
    return events.EventField.fromPath('$.detail.pendingTasksCount');
  }

  /**
   * The number of tasks that are RUNNING.
   *
   * A number. Not in every event: in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event.
   */
  public static get runningTasksCount(): string {
    return events.EventField.fromPath('$.detail.runningTasksCount');
  }

  /**
   * When the instance registered.
   *
   * Not in every event: in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event.
   */
  public static get registeredAt(): string {
    return events.EventField.fromPath('$.detail.registeredAt');
  }

  private constructor() {}
}
