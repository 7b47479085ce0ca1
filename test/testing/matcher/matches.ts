import { EventPattern } from '../../../src/testing/matcher/event-pattern';
import { IndexedEvent } from '../../../src/testing/matcher/indexed-event';

/** Whether an event matches a pattern. */
export function matches(pattern: unknown, event: unknown): boolean {
  return new EventPattern(pattern).matches(new IndexedEvent(event));
}
