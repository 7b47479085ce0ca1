import { openValue } from './open-value';

/**
 * How the start of a daemon task failed (`detail.failureType`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export class DaemonTaskFailureType {
  /** The task was created but did not reach RUNNING: image pull, health check, exit of an essential container. */
  public static readonly TASK_FAILED_TO_RUN = DaemonTaskFailureType.of('TASK_FAILED_TO_RUN');

  /** The task could not be created: CPU, memory or other resources. The event names no task. */
  public static readonly TASK_CREATION_FAILED = DaemonTaskFailureType.of('TASK_CREATION_FAILED');

  /**
   * A failure type by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): DaemonTaskFailureType {
    return new DaemonTaskFailureType(openValue('DaemonTaskFailureType.of', value));
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
