import { freeFormText } from './open-value';

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

  private constructor(
    /** The text that the field begins with. */
    public readonly value: string,
  ) {}

  /** The text that the field begins with. */
  public toString(): string {
    return this.value;
  }
}
