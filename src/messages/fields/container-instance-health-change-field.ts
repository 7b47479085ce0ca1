// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Container Instance Health Change` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 * @example
 * declare const queue: sqs.IQueue;
 * new EcsEventRule(this, 'Health', {
 *   pattern: EcsEventPattern.containerInstanceHealthChange({ overallStatuses: [ContainerInstanceHealthStatus.IMPAIRED] }),
 *   targets: [new SqsSendMessage(queue, {
 *     message: events.RuleTargetInput.fromObject({
 *       instance: ContainerInstanceHealthChangeField.containerInstanceArn,
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
   * Not in every event: null for an instance without a capacity provider.
   */
  public static get capacityProviderName(): string {
    return events.EventField.fromPath('$.detail.capacityProviderName');
  }

  /**
   * The EC2 instance.
   *
   * Not in every event: every sample of AWS has it, but events about AWS Fargate might not.
   */
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
   * A list of objects. Use it as a whole value in `fromObject()` only.
   */
  public static get healthChecks(): string {
    return events.EventField.fromPath('$.detail.healthChecks');
  }

  private constructor() {}
}
