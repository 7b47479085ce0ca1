// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The status of a container instance (`detail.status`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
 */
export class ContainerInstanceStatus {
  /** The instance accepts tasks. */
  public static readonly ACTIVE = ContainerInstanceStatus.of('ACTIVE');

  /**
   * The instance accepts no new tasks, and its service tasks are replaced.
   *
   * Standalone tasks stay.
   */
  public static readonly DRAINING = ContainerInstanceStatus.of('DRAINING');

  /** The instance was terminated or deregistered. */
  public static readonly INACTIVE = ContainerInstanceStatus.of('INACTIVE');

  /**
   * The instance is registering.
   *
   * Only in accounts with `awsvpcTrunking`.
   */
  public static readonly REGISTERING = ContainerInstanceStatus.of('REGISTERING');

  /**
   * The instance is deregistering.
   *
   * Only in accounts with `awsvpcTrunking`.
   */
  public static readonly DEREGISTERING = ContainerInstanceStatus.of('DEREGISTERING');

  /**
   * The instance could not register.
   *
   * Only in accounts with `awsvpcTrunking`.
   */
  public static readonly REGISTRATION_FAILED = ContainerInstanceStatus.of('REGISTRATION_FAILED');

  /**
   * Returns a status by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): ContainerInstanceStatus {
    return new ContainerInstanceStatus(openValue('ContainerInstanceStatus.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ContainerInstanceStatus');
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
