import { openValue } from './open-value';

/**
 * The status of a task (`detail.lastStatus`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskStatus {
  /** The task is PROVISIONING. */
  public static readonly PROVISIONING = TaskStatus.of('PROVISIONING');

  /** The task is PENDING. */
  public static readonly PENDING = TaskStatus.of('PENDING');

  /** The task is ACTIVATING. */
  public static readonly ACTIVATING = TaskStatus.of('ACTIVATING');

  /** The task is RUNNING. */
  public static readonly RUNNING = TaskStatus.of('RUNNING');

  /** The task is DEACTIVATING. */
  public static readonly DEACTIVATING = TaskStatus.of('DEACTIVATING');

  /** The task is STOPPING. */
  public static readonly STOPPING = TaskStatus.of('STOPPING');

  /** The task is DEPROVISIONING. */
  public static readonly DEPROVISIONING = TaskStatus.of('DEPROVISIONING');

  /** The task is STOPPED. */
  public static readonly STOPPED = TaskStatus.of('STOPPED');

  /** The task is DELETED. */
  public static readonly DELETED = TaskStatus.of('DELETED');

  /**
   * A status by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): TaskStatus {
    return new TaskStatus(openValue('TaskStatus.of', value));
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
