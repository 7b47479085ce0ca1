// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Deployment State Change` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
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

  /**
   * The cluster.
   *
   * Not in every event: in recorded events since 2025 only, and in no sample of AWS.
   */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /**
   * The ID of the deployment, as `ecs-svc/<number>`.
   *
   * It is not the ARN of a service deployment.
   */
  public static get deploymentId(): string {
    return events.EventField.fromPath('$.detail.deploymentId');
  }

  /**
   * When the deployment changed last.
   *
   * This can be minutes before the event, whose own time is `events.EventField.time`.
   */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  /**
   * The reason.
   *
   * The failures and rollbacks that the circuit breaker causes begin with `ECS deployment circuit breaker:`. Free-form text: in JSON, use it as a separate value, not within a longer string.
   */
  public static get reason(): string {
    return events.EventField.fromPath('$.detail.reason');
  }

  /** The service. */
  public static get serviceArn(): string {
    return events.EventField.fromPath('$.resources[0]');
  }

  private constructor() {}
}
