import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Container Instance State Change` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * What not every event has leaves a gap in a text. As a value of its own in JSON it is an error or a warning, unless the rule asks for events that have it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
 * @example
 * declare const topic: sns.ITopic;
 * new EcsEventRule(this, 'Draining', {
 *   pattern: EcsEventPattern.containerInstanceStateChange({ statuses: [ContainerInstanceStatus.DRAINING] }),
 *   targets: [new SnsPublish(topic, {
 *     message: events.RuleTargetInput.fromText(`${ContainerInstanceStateChangeField.containerInstanceArn} drains`),
 *   })],
 * });
 */
export class ContainerInstanceStateChangeField {
  /**
   * Whether the agent is connected; it disconnects several times an hour in normal operation.
   *
   * `true` or `false`.
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

  /**
   * The EC2 instance.
   *
   * Not in every event: absent for external instances; warned of in JSON.
   */
  public static get ec2InstanceId(): string {
    return events.EventField.fromPath('$.detail.ec2InstanceId');
  }

  /**
   * Why, in words.
   *
   * Open text: in JSON a value of its own, not a part of a longer string. Not in every event: AWS does not say which have it; warned of in JSON.
   */
  public static get statusReason(): string {
    return events.EventField.fromPath('$.detail.statusReason');
  }

  private constructor() {}
}
