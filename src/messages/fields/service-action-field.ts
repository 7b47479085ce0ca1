// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Service Action` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 * @example
 * declare const onCall: lambda.IFunction;
 * new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
 *   targets: [new LambdaInvoke(onCall, {
 *     message: events.RuleTargetInput.fromObject({ service: ServiceActionField.serviceArn, reason: ServiceActionField.reason }),
 *   })],
 * });
 */
export class ServiceActionField {
  /**
   * The severity.
   *
   * A warning is spelled `WARN` here and `WARNING` in daemon events.
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

  /**
   * When the event was created.
   *
   * Not in every event: every sample of AWS and every recorded event has it, but no page says that every event does.
   */
  public static get createdAt(): string {
    return events.EventField.fromPath('$.detail.createdAt');
  }

  /**
   * The cause.
   *
   * Free-form text: in JSON, use it as a separate value, not within a longer string. Not in every event: always in `SERVICE_TASK_PLACEMENT_FAILURE` and `SERVICE_TASK_CONFIGURATION_FAILURE`.
   */
  public static get reason(): string {
    return events.EventField.fromPath('$.detail.reason');
  }

  /**
   * The capacity providers, in the account of the service even for FARGATE.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get capacityProviderArns(): string {
    return events.EventField.fromPath('$.detail.capacityProviderArns');
  }

  /**
   * The container instances.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get containerInstanceArns(): string {
    return events.EventField.fromPath('$.detail.containerInstanceArns');
  }

  /**
   * The desired number of tasks.
   *
   * A number. Not in every event: AWS does not document which events have it.
   */
  public static get desiredCount(): string {
    return events.EventField.fromPath('$.detail.desiredCount');
  }

  /**
   * The port of an unhealthy target.
   *
   * A number. Not in every event: AWS does not document which events have it.
   */
  public static get containerPort(): string {
    return events.EventField.fromPath('$.detail.containerPort');
  }

  /**
   * The EC2 instances.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get ec2InstanceIds(): string {
    return events.EventField.fromPath('$.detail.ec2InstanceIds');
  }

  /**
   * The tasks.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get taskArns(): string {
    return events.EventField.fromPath('$.detail.taskArns');
  }

  /**
   * The task sets.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get taskSetArns(): string {
    return events.EventField.fromPath('$.detail.taskSetArns');
  }

  /**
   * The target groups.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get targetGroupArns(): string {
    return events.EventField.fromPath('$.detail.targetGroupArns');
  }

  /**
   * The service registries.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get serviceRegistryArns(): string {
    return events.EventField.fromPath('$.detail.serviceRegistryArns');
  }

  /**
   * The targets of a target group.
   *
   * A list. Use it as a whole value in `fromObject()` only. Not in every event: AWS does not document which events have it.
   */
  public static get targets(): string {
    return events.EventField.fromPath('$.detail.targets');
  }

  /** The service. */
  public static get serviceArn(): string {
    return events.EventField.fromPath('$.resources[0]');
  }

  private constructor() {}
}
