import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Service Action` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * What not every event has leaves a gap in a text. As a value of its own in JSON it is an error or a warning, unless the rule asks for events that have it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 * @example
 * declare const onCall: lambda.IFunction;
 * new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
 *   targets: [new LambdaInvoke(onCall, {
 *     message: events.RuleTargetInput.fromObject({ service: ServiceActionField.serviceArn, why: ServiceActionField.reason }),
 *   })],
 * });
 */
export class ServiceActionField {
  /** The severity. A warning is spelled `WARN` here, `WARNING` in daemon events. */
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
   * When it happened.
   *
   * Not in every event: every sample of AWS has it, but no page says that every event does; warned of in JSON.
   */
  public static get createdAt(): string {
    return events.EventField.fromPath('$.detail.createdAt');
  }

  /**
   * The cause.
   *
   * Open text: in JSON a value of its own, not a part of a longer string. Not in every event: always in `SERVICE_TASK_PLACEMENT_FAILURE` and `SERVICE_TASK_CONFIGURATION_FAILURE`; refused in JSON.
   */
  public static get reason(): string {
    return events.EventField.fromPath('$.detail.reason');
  }

  /**
   * How many tasks the service should run.
   *
   * A number. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get desiredCount(): string {
    return events.EventField.fromPath('$.detail.desiredCount');
  }

  /**
   * The port of an unhealthy target.
   *
   * A number. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get containerPort(): string {
    return events.EventField.fromPath('$.detail.containerPort');
  }

  /**
   * Capacity providers, in the account of the service even for FARGATE.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get capacityProviderArns(): string {
    return events.EventField.fromPath('$.detail.capacityProviderArns');
  }

  /**
   * Container instances.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get containerInstanceArns(): string {
    return events.EventField.fromPath('$.detail.containerInstanceArns');
  }

  /**
   * EC2 instances.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get ec2InstanceIds(): string {
    return events.EventField.fromPath('$.detail.ec2InstanceIds');
  }

  /**
   * Tasks.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get taskArns(): string {
    return events.EventField.fromPath('$.detail.taskArns');
  }

  /**
   * Task sets.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get taskSetArns(): string {
    return events.EventField.fromPath('$.detail.taskSetArns');
  }

  /**
   * Target groups.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get targetGroupArns(): string {
    return events.EventField.fromPath('$.detail.targetGroupArns');
  }

  /**
   * Service registries.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get serviceRegistryArns(): string {
    return events.EventField.fromPath('$.detail.serviceRegistryArns');
  }

  /**
   * Targets of a target group.
   *
   * A list, of use as a whole value in `fromObject()` only. Not in every event: AWS does not say which have it; refused in JSON.
   */
  public static get targets(): string {
    return events.EventField.fromPath('$.detail.targets');
  }

  /** The service, which only `resources` of the event names. */
  public static get serviceArn(): string {
    return events.EventField.fromPath('$.resources[0]');
  }

  private constructor() {}
}
