// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The health of a container instance or of one health check (`detail.overallStatus`, `detail.healthChecks[].status`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export class ContainerInstanceHealthStatus {
  /** Healthy. */
  public static readonly OK = ContainerInstanceHealthStatus.of('OK');

  /** Unhealthy. */
  public static readonly IMPAIRED = ContainerInstanceHealthStatus.of('IMPAIRED');

  /** Not enough data. */
  public static readonly INSUFFICIENT_DATA = ContainerInstanceHealthStatus.of('INSUFFICIENT_DATA');

  /** The instance is starting. */
  public static readonly INITIALIZING = ContainerInstanceHealthStatus.of('INITIALIZING');

  /**
   * Returns a status by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): ContainerInstanceHealthStatus {
    return new ContainerInstanceHealthStatus(openValue('ContainerInstanceHealthStatus.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ContainerInstanceHealthStatus');
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
