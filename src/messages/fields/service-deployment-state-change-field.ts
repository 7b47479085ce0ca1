import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Deployment State Change` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 * @example
 * declare const topic: sns.ITopic;
 * new EcsEventRule(this, 'DeploymentFailed', {
 *   pattern: EcsEventPattern.serviceDeploymentStateChange({ eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] }),
 *   targets: [new SnsPublish(topic, {
 *     message: events.RuleTargetInput.fromText(`${ServiceDeploymentStateChangeField.serviceArn}: ${ServiceDeploymentStateChangeField.reason}`),
 *   })],
 * });
 */
export class ServiceDeploymentStateChangeField {
  /** The severity. */
  public static get eventType(): string {
    return events.EventField.fromPath('$.detail.eventType');
  }

  /** The name of the event. */
  public static get eventName(): string {
    return events.EventField.fromPath('$.detail.eventName');
  }

  /** The deployment, as `ecs-svc/<number>`. */
  public static get deploymentId(): string {
    return events.EventField.fromPath('$.detail.deploymentId');
  }

  /** When it happened. */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  /**
   * What happened, in words; a rollback begins with "ECS deployment circuit breaker:".
   *
   * Open text: in JSON a value of its own, not a part of a longer string.
   */
  public static get reason(): string {
    return events.EventField.fromPath('$.detail.reason');
  }

  /** The service, which only `resources` of the event names. */
  public static get serviceArn(): string {
    return events.EventField.fromPath('$.resources[0]');
  }

  private constructor() {}
}
