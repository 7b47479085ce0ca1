import { openValue } from './open-value';
import { markMember } from './value-class';
import { ValidationError } from '../validation/validation-error';

/**
 * The severity of an `ECS Service Action` event (`detail.eventType`).
 *
 * Only this detail type can be filtered by severity: elsewhere it is constant, or hides failures. AWS may add to the list; `of()` takes what is not
 * in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export class ServiceActionEventType {
  /** Something happened as it should. */
  public static readonly INFO = ServiceActionEventType.of('INFO');

  /** Something needs a look. Spelled `WARN` here and `WARNING` in daemon events. */
  public static readonly WARN = ServiceActionEventType.of('WARN');

  /** Something failed. */
  public static readonly ERROR = ServiceActionEventType.of('ERROR');

  /**
   * A severity by its name, for what AWS adds.
   *
   * Throws an error if it is empty or is not one word, and for `WARNING`, which only daemon events have.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): ServiceActionEventType {
    if (value === 'WARNING') {
      throw new ValidationError({ prop: 'ServiceActionEventType.of', problem: 'found "WARNING", which only daemon events have', resolution: 'Service events spell it WARN: use ServiceActionEventType.WARN' });
    }
    return new ServiceActionEventType(openValue('ServiceActionEventType.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ServiceActionEventType');
  }

  /** The value as AWS spells it. */
  public get value(): string {
    return this.text;
  }

  /** The value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
