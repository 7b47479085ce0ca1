// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The code for the reason why a task stopped (`detail.stopCode`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskStopCode {
  /** The task never started. */
  public static readonly TASK_FAILED_TO_START = TaskStopCode.of('TaskFailedToStart');

  /** An essential container exited. */
  public static readonly ESSENTIAL_CONTAINER_EXITED = TaskStopCode.of('EssentialContainerExited');

  /** A user stopped the task. */
  public static readonly USER_INITIATED = TaskStopCode.of('UserInitiated');

  /** The service scheduler stopped the task: it scaled in, deployed, rebalanced, or replaced an unhealthy task. */
  public static readonly SERVICE_SCHEDULER_INITIATED = TaskStopCode.of('ServiceSchedulerInitiated');

  /** Spot capacity was reclaimed. */
  public static readonly SPOT_INTERRUPTION = TaskStopCode.of('SpotInterruption');

  /** The EC2 instance of the task is being terminated. */
  public static readonly TERMINATION_NOTICE = TaskStopCode.of('TerminationNotice');

  /** The infrastructure of the task is unhealthy. */
  public static readonly INFRASTRUCTURE_HEALTH = TaskStopCode.of('InfrastructureHealth');

  /**
   * Returns a stop code by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): TaskStopCode {
    return new TaskStopCode(openValue('TaskStopCode.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'TaskStopCode');
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
