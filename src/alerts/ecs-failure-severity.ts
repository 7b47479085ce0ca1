import { markMember } from '../filters/value-class';
import { ValidationError, show } from '../validation/validation-error';

/**
 * The severity of a failure, for `EcsFailureAlerts`.
 *
 * Titles of messages begin with it, and `EcsEventMessage.json()` has it in `severity`.
 */
export class EcsFailureSeverity {
  /** Someone should act now, for example because a service runs fewer tasks than desired. */
  public static readonly CRITICAL = new EcsFailureSeverity('CRITICAL');

  /** One task or instance is affected, Amazon ECS retries, or there is time to act. */
  public static readonly WARNING = new EcsFailureSeverity('WARNING');

  /**
   * Returns a severity by its value.
   *
   * Throws an error if there is no such severity.
   *
   * @param value `CRITICAL` or `WARNING`
   */
  public static of(value: string): EcsFailureSeverity {
    const found = [EcsFailureSeverity.CRITICAL, EcsFailureSeverity.WARNING].find((severity) => severity.value === value);
    if (!found) {
      throw new ValidationError({ prop: 'EcsFailureSeverity.of', problem: `expected a severity, got ${show(value)}`, resolution: 'Use CRITICAL or WARNING' });
    }
    return found;
  }

  private constructor(private readonly text: string) {
    markMember(this, 'EcsFailureSeverity');
  }

  /** The value, `CRITICAL` or `WARNING`. */
  public get value(): string {
    return this.text;
  }

  /** Returns `CRITICAL` or `WARNING`. */
  public toString(): string {
    return this.text;
  }
}
