// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The failure type of a daemon task that could not be started (`detail.failureType`).
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export class DaemonTaskFailureType {
  /**
   * The task was created but did not reach RUNNING.
   *
   * Common causes are the image pull, the health check, and the exit of an essential container.
   */
  public static readonly TASK_FAILED_TO_RUN = DaemonTaskFailureType.of('TASK_FAILED_TO_RUN');

  /**
   * The task could not be created.
   *
   * Common causes are a lack of CPU, memory, or other resources. The event names no task.
   */
  public static readonly TASK_CREATION_FAILED = DaemonTaskFailureType.of('TASK_CREATION_FAILED');

  /**
   * Returns a failure type by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): DaemonTaskFailureType {
    return new DaemonTaskFailureType(openValue('DaemonTaskFailureType.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'DaemonTaskFailureType');
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
