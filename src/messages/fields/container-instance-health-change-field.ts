import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Container Instance Health Change` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * What not every event has leaves a gap in a text. As a value of its own in JSON it is an error or a warning, unless the rule asks for events that have it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 * @example
 * declare const queue: sqs.IQueue;
 * new EcsEventRule(this, 'Health', {
 *   pattern: EcsEventPattern.containerInstanceHealthChange({ overallStatuses: [ContainerInstanceHealthStatus.IMPAIRED] }),
 *   targets: [new SqsSendMessage(queue, {
 *     message: events.RuleTargetInput.fromObject({
 *       instance: ContainerInstanceHealthChangeField.ec2InstanceId,
 *       checks: ContainerInstanceHealthChangeField.healthChecks,
 *     }),
 *   })],
 * });
 */
export class ContainerInstanceHealthChangeField {
  /** The cluster. */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /** The container instance. */
  public static get containerInstanceArn(): string {
    return events.EventField.fromPath('$.detail.containerInstanceArn');
  }

  /**
   * The name of the capacity provider.
   *
   * Not in every event: null for an instance without a capacity provider; warned of in JSON.
   */
  public static get capacityProviderName(): string {
    return events.EventField.fromPath('$.detail.capacityProviderName');
  }

  /** The EC2 instance. */
  public static get ec2InstanceId(): string {
    return events.EventField.fromPath('$.detail.ec2InstanceId');
  }

  /** The health of the instance as a whole. */
  public static get overallStatus(): string {
    return events.EventField.fromPath('$.detail.overallStatus');
  }

  /**
   * The health checks.
   *
   * A list of objects, of use as a whole value in `fromObject()` only.
   */
  public static get healthChecks(): string {
    return events.EventField.fromPath('$.detail.healthChecks');
  }

  private constructor() {}
}
