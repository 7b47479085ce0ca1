import { openValue } from './open-value';
import { markMember } from './value-class';
import { ValidationError } from '../validation/validation-error';

/**
 * The severity of an `ECS Service Action` event (`detail.eventType`).
 *
 * Only this detail type can be filtered by severity: in the others the severity is constant or hides failures. AWS may add values. Use `of()` for values
 * that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export class ServiceActionEventType {
  /** A normal operation, such as a service that reached a steady state. */
  public static readonly INFO = ServiceActionEventType.of('INFO');

  /** A condition that may need attention. Spelled `WARN` in service events and `WARNING` in daemon events. */
  public static readonly WARN = ServiceActionEventType.of('WARN');

  /** A failure, such as a task that could not be placed. */
  public static readonly ERROR = ServiceActionEventType.of('ERROR');

  /**
   * Returns a severity by its name, for values that AWS adds.
   *
   * Throws an error if the value is empty, is not one word, or is `WARNING`, which only daemon events have.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): ServiceActionEventType {
    if (value === 'WARNING') {
      throw new ValidationError({ prop: 'ServiceActionEventType.of', problem: 'only daemon events have this severity, got "WARNING"', resolution: 'Service events spell it WARN: use ServiceActionEventType.WARN' });
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

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
