import { freeFormText } from './open-value';
import { markMember } from './value-class';

/**
 * Why the deployment of a service is in its state (`detail.reason` of `ECS Deployment State Change`). Open text, matched by prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
export class DeploymentReason {
  /** The circuit breaker stopped a deployment, or started a rollback. */
  public static readonly CIRCUIT_BREAKER = DeploymentReason.prefix('ECS deployment circuit breaker:');

  /**
   * Whatever begins with this text, letter by letter.
   *
   * Throws an error if it is empty or begins with white space.
   *
   * @param text the beginning, in the case in which AWS writes it
   */
  public static prefix(text: string): DeploymentReason {
    return new DeploymentReason(freeFormText('DeploymentReason.prefix', text));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'DeploymentReason');
  }

  /** The prefix of the field. */
  public get value(): string {
    return this.text;
  }

  /** The prefix of the field. */
  public toString(): string {
    return this.text;
  }
}
