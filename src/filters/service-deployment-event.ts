// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * An event of the detail type `ECS Deployment State Change`.
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
export class ServiceDeploymentEvent {
  /** A deployment or a rollback is in progress (`INFO`). */
  public static readonly SERVICE_DEPLOYMENT_IN_PROGRESS = ServiceDeploymentEvent.of('SERVICE_DEPLOYMENT_IN_PROGRESS');

  /** A deployment or a rollback is complete (`INFO`). */
  public static readonly SERVICE_DEPLOYMENT_COMPLETED = ServiceDeploymentEvent.of('SERVICE_DEPLOYMENT_COMPLETED');

  /**
   * The deployment failed (`ERROR`).
   *
   * It may never be sent without a circuit breaker or a deployment alarm.
   */
  public static readonly SERVICE_DEPLOYMENT_FAILED = ServiceDeploymentEvent.of('SERVICE_DEPLOYMENT_FAILED');

  /**
   * Returns an event by its name, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): ServiceDeploymentEvent {
    return new ServiceDeploymentEvent(openValue('ServiceDeploymentEvent.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ServiceDeploymentEvent');
  }

  /** The name of the event. */
  public get value(): string {
    return this.text;
  }

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
