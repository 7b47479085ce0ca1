import { openValue } from './open-value';

/**
 * The status of a container instance (`detail.status`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_events.html
 */
export class ContainerInstanceStatus {
  /** It takes tasks. */
  public static readonly ACTIVE = ContainerInstanceStatus.of('ACTIVE');

  /** It takes no new tasks. */
  public static readonly DRAINING = ContainerInstanceStatus.of('DRAINING');

  /** It is being registered. */
  public static readonly REGISTERING = ContainerInstanceStatus.of('REGISTERING');

  /** It is being deregistered. */
  public static readonly DEREGISTERING = ContainerInstanceStatus.of('DEREGISTERING');

  /** It could not be registered. */
  public static readonly REGISTRATION_FAILED = ContainerInstanceStatus.of('REGISTRATION_FAILED');

  /**
   * A status by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): ContainerInstanceStatus {
    return new ContainerInstanceStatus(openValue('ContainerInstanceStatus.of', value));
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
