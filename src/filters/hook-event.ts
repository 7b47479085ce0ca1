// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * An event of the detail type `ECS Hook State Change`.
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 */
export class HookEvent {
  /** A pause hook waits until someone continues the deployment or rolls it back. */
  public static readonly HOOK_AWAITING_ACTION = HookEvent.of('HOOK_AWAITING_ACTION');

  /** A hook is running. */
  public static readonly HOOK_IN_PROGRESS = HookEvent.of('HOOK_IN_PROGRESS');

  /**
   * The hook succeeded.
   *
   * For a pause hook, someone chose to continue.
   */
  public static readonly HOOK_SUCCEEDED = HookEvent.of('HOOK_SUCCEEDED');

  /**
   * The hook failed, and the deployment rolls back.
   *
   * For a pause hook, someone chose to roll back.
   */
  public static readonly HOOK_FAILED = HookEvent.of('HOOK_FAILED');

  /**
   * The hook timed out.
   *
   * The deployment continues or rolls back, as configured.
   */
  public static readonly HOOK_TIMED_OUT = HookEvent.of('HOOK_TIMED_OUT');

  /**
   * Returns an event by its name, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): HookEvent {
    return new HookEvent(openValue('HookEvent.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'HookEvent');
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
