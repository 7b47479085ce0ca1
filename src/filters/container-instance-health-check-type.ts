// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The type of a health check of a container instance (`detail.healthChecks[].type`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export class ContainerInstanceHealthCheckType {
  /**
   * The container runtime.
   *
   * On EC2.
   */
  public static readonly CONTAINER_RUNTIME = ContainerInstanceHealthCheckType.of('CONTAINER_RUNTIME');

  /**
   * The accelerators, such as GPUs.
   *
   * On Amazon ECS Managed Instances.
   */
  public static readonly ACCELERATED_COMPUTE = ContainerInstanceHealthCheckType.of('ACCELERATED_COMPUTE');

  /**
   * The managed daemons.
   *
   * On Amazon ECS Managed Instances.
   */
  public static readonly DAEMON = ContainerInstanceHealthCheckType.of('DAEMON');

  /**
   * The connection of the container agent to Amazon ECS.
   *
   * On Amazon ECS Managed Instances, AWS Fargate, and EC2.
   */
  public static readonly AGENT_CONNECTIVITY = ContainerInstanceHealthCheckType.of('AGENT_CONNECTIVITY');

  /**
   * Returns a type by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): ContainerInstanceHealthCheckType {
    return new ContainerInstanceHealthCheckType(openValue('ContainerInstanceHealthCheckType.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ContainerInstanceHealthCheckType');
  }

  /** The value as AWS spells it. */
  public get value(): string {
    return this.text;
  }

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
