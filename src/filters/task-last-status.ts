// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The last known status of a task (`detail.lastStatus`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskLastStatus {
  /** Amazon ECS prepares what the task needs before it is launched, such as its network interface. */
  public static readonly PROVISIONING = TaskLastStatus.of('PROVISIONING');

  /** Amazon ECS waits for the container agent, or the task waits for resources. */
  public static readonly PENDING = TaskLastStatus.of('PENDING');

  /** The task is launched and not yet running: images are pulled and targets are registered. */
  public static readonly ACTIVATING = TaskLastStatus.of('ACTIVATING');

  /**
   * The task runs.
   *
   * On a Spot interruption it is about to be stopped: see `desiredStatus`.
   */
  public static readonly RUNNING = TaskLastStatus.of('RUNNING');

  /** The task is about to be stopped: its targets are deregistered. */
  public static readonly DEACTIVATING = TaskLastStatus.of('DEACTIVATING');

  /** Amazon ECS waits for the container agent to stop the task. */
  public static readonly STOPPING = TaskLastStatus.of('STOPPING');

  /** The task has stopped, and its resources are removed, such as its network interface. */
  public static readonly DEPROVISIONING = TaskLastStatus.of('DEPROVISIONING');

  /** The task has stopped. */
  public static readonly STOPPED = TaskLastStatus.of('STOPPED');

  /**
   * The task has stopped.
   *
   * A transition state that the console does not show.
   */
  public static readonly DELETED = TaskLastStatus.of('DELETED');

  /**
   * Returns a status by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): TaskLastStatus {
    return new TaskLastStatus(openValue('TaskLastStatus.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'TaskLastStatus');
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
