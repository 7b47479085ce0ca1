import { freeFormText } from './open-value';
import { markMember } from './value-class';

/**
 * The reason for the state of a service deployment (`detail.reason` of `ECS Deployment State Change`).
 *
 * The field is free-form text, matched by prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html
 */
export class DeploymentReason {
  /** The deployment circuit breaker stopped a deployment, or started a rollback. */
  public static readonly CIRCUIT_BREAKER = DeploymentReason.prefix('ECS deployment circuit breaker:');

  /**
   * Matches reasons that begin with a text. The comparison is case-sensitive.
   *
   * Throws an error if the text is empty or begins with white space.
   *
   * @param text the prefix as AWS spells it
   */
  public static prefix(text: string): DeploymentReason {
    return new DeploymentReason(freeFormText('DeploymentReason.prefix', text));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'DeploymentReason');
  }

  /** The prefix to match. */
  public get value(): string {
    return this.text;
  }

  /** Returns the prefix of the field. */
  public toString(): string {
    return this.text;
  }
}
