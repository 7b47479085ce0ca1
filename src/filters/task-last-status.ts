import { openValue } from './open-value';

/**
 * The status of a task (`detail.lastStatus`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskLastStatus {
  /** What the task needs before it is launched is being made, such as its network interface. */
  public static readonly PROVISIONING = TaskLastStatus.of('PROVISIONING');

  /** Amazon ECS waits for the container agent, or the task for resources. */
  public static readonly PENDING = TaskLastStatus.of('PENDING');

  /** The task is launched and not yet running: images are pulled, targets are registered. */
  public static readonly ACTIVATING = TaskLastStatus.of('ACTIVATING');

  /** The task runs. */
  public static readonly RUNNING = TaskLastStatus.of('RUNNING');

  /** The task is about to be stopped: its targets are deregistered. */
  public static readonly DEACTIVATING = TaskLastStatus.of('DEACTIVATING');

  /** Amazon ECS waits for the container agent to stop the task. */
  public static readonly STOPPING = TaskLastStatus.of('STOPPING');

  /** The task was stopped, and what was made for it is taken away, such as its network interface. */
  public static readonly DEPROVISIONING = TaskLastStatus.of('DEPROVISIONING');

  /** The task was stopped. */
  public static readonly STOPPED = TaskLastStatus.of('STOPPED');

  /** The task is stopped, a state in passing that the console does not show. */
  public static readonly DELETED = TaskLastStatus.of('DELETED');

  /**
   * A status by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): TaskLastStatus {
    return new TaskLastStatus(openValue('TaskLastStatus.of', value));
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
