import { openValue } from './open-value';

/**
 * An event of the detail type `ECS Daemon Service Action`.
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export class DaemonServiceEvent {
  /** Amazon ECS cannot start a daemon task on a container instance (`WARNING`). */
  public static readonly DAEMON_TASK_START_IMPAIRED = DaemonServiceEvent.of('DAEMON_TASK_START_IMPAIRED');

  /**
   * An event by its name, for events that AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): DaemonServiceEvent {
    return new DaemonServiceEvent(openValue('DaemonServiceEvent.of', value));
  }

  private constructor(
    /** The name of the event. */
    public readonly value: string,
  ) {}

  /** The value as AWS writes it. */
  public toString(): string {
    return this.value;
  }
}
