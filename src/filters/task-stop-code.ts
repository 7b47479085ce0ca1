import { openValue } from './open-value';

/**
 * Why a task stopped, as a code (`detail.stopCode`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_task_events.html
 */
export class TaskStopCode {
  /** The task never started. */
  public static readonly TASK_FAILED_TO_START = TaskStopCode.of('TaskFailedToStart');

  /** An essential container exited. */
  public static readonly ESSENTIAL_CONTAINER_EXITED = TaskStopCode.of('EssentialContainerExited');

  /** A user stopped it. */
  public static readonly USER_INITIATED = TaskStopCode.of('UserInitiated');

  /** The service scheduler stopped it. */
  public static readonly SERVICE_SCHEDULER_INITIATED = TaskStopCode.of('ServiceSchedulerInitiated');

  /** Spot capacity was reclaimed. */
  public static readonly SPOT_INTERRUPTION = TaskStopCode.of('SpotInterruption');

  /** The instance is being terminated. */
  public static readonly TERMINATION_NOTICE = TaskStopCode.of('TerminationNotice');

  /** The infrastructure below it is unhealthy. */
  public static readonly INFRASTRUCTURE_HEALTH = TaskStopCode.of('InfrastructureHealth');

  /**
   * A code by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): TaskStopCode {
    return new TaskStopCode(openValue('TaskStopCode.of', value));
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
