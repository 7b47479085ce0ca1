import { openValue } from './open-value';

/**
 * An event of the detail type `ECS Hook State Change`.
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 */
export class HookEvent {
  /** The hook runs. */
  public static readonly HOOK_IN_PROGRESS = HookEvent.of('HOOK_IN_PROGRESS');

  /** The deployment waits in the hook for somebody to continue it or to roll it back. */
  public static readonly HOOK_AWAITING_ACTION = HookEvent.of('HOOK_AWAITING_ACTION');

  /** The hook let the deployment continue. */
  public static readonly HOOK_SUCCEEDED = HookEvent.of('HOOK_SUCCEEDED');

  /** The hook refused, so the deployment is rolled back. */
  public static readonly HOOK_FAILED = HookEvent.of('HOOK_FAILED');

  /** Nobody acted before the hook expired. */
  public static readonly HOOK_TIMED_OUT = HookEvent.of('HOOK_TIMED_OUT');

  /**
   * An event by its name, for events that AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): HookEvent {
    return new HookEvent(openValue('HookEvent.of', value));
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
