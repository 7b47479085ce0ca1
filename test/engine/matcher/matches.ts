import { EventPattern } from '../../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../../src/engine/matcher/indexed-event';

/** Whether an event matches a pattern. */
export function matches(pattern: unknown, event: unknown): boolean {
  return new EventPattern(pattern).matches(new IndexedEvent(event));
}
