// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * The type of a lifecycle hook (`detail.hookType`).
 *
 * Documented for pause hooks only.
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 */
export class HookType {
  /** Amazon ECS invokes a Lambda function, whose result decides. */
  public static readonly AWS_LAMBDA = HookType.of('AWS_LAMBDA');

  /** The deployment waits until someone continues it or rolls it back. */
  public static readonly PAUSE = HookType.of('PAUSE');

  /**
   * Returns a type by its value, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): HookType {
    return new HookType(openValue('HookType.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'HookType');
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
