import { openValue } from './open-value';

/**
 * The kind of a lifecycle hook (`detail.hookType`).
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 */
export class HookType {
  /** The deployment pauses until somebody continues it. */
  public static readonly PAUSE = HookType.of('PAUSE');

  /**
   * A kind by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): HookType {
    return new HookType(openValue('HookType.of', value));
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
