import { openValue } from './open-value';

/**
 * What a health check of a container instance looks at (`detail.healthChecks[].type`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export class ContainerInstanceHealthCheckType {
  /** The container runtime. */
  public static readonly CONTAINER_RUNTIME = ContainerInstanceHealthCheckType.of('CONTAINER_RUNTIME');

  /** The accelerators, such as GPUs. */
  public static readonly ACCELERATED_COMPUTE = ContainerInstanceHealthCheckType.of('ACCELERATED_COMPUTE');

  /** The managed daemons. */
  public static readonly DAEMON = ContainerInstanceHealthCheckType.of('DAEMON');

  /** The connection of the container agent. */
  public static readonly AGENT_CONNECTIVITY = ContainerInstanceHealthCheckType.of('AGENT_CONNECTIVITY');

  /**
   * A type by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): ContainerInstanceHealthCheckType {
    return new ContainerInstanceHealthCheckType(openValue('ContainerInstanceHealthCheckType.of', value));
  }

  private constructor(
    /** The value as AWS writes it. */
    public readonly value: string,
  ) {}

  /** The value as AWS writes it. */
  public toString(): string {
    return this.value;
  }
}
