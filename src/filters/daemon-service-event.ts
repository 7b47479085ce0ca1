// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * An event of the detail type `ECS Daemon Service Action`.
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export class DaemonServiceEvent {
  /** Amazon ECS cannot start a daemon task on a container instance (`WARNING`). */
  public static readonly DAEMON_TASK_START_IMPAIRED = DaemonServiceEvent.of('DAEMON_TASK_START_IMPAIRED');

  /**
   * Returns an event by its name, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): DaemonServiceEvent {
    return new DaemonServiceEvent(openValue('DaemonServiceEvent.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'DaemonServiceEvent');
  }

  /** The name of the event. */
  public get value(): string {
    return this.text;
  }

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
