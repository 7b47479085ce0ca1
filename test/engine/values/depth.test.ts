import { EventPattern } from '../../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../../src/engine/matcher/indexed-event';
import { applyFilter } from '../../../src/engine/simulation/filter-policy';
import { SampleEvent } from '../../../src/testing';

/** A value inside of thousands of objects. */
function nested(value: unknown, depth = 20_000): any {
  let result = value;
  for (let level = 0; level < depth; level++) {
    result = { a: result };
  }
  return result;
}

test('a pattern, an event and a filter policy that are nested thousands deep are errors that name them', () => {
  expect(EventPattern.check(nested(['x']))).toBe('the event pattern is nested more than 500 levels deep');
  expect(EventPattern.check({ a: [nested('x')] })).toBe('the event pattern is nested more than 500 levels deep');
  expect(() => new IndexedEvent(nested('x'))).toThrow('the event is nested more than 500 levels deep');
  expect(() => SampleEvent.fromJson(nested('x'))).toThrow(/: it is nested more than 500 levels deep, or contains itself\. Pass plain JSON\./);
  const policy = `${'{"a":'.repeat(20_000)}["x"]${'}'.repeat(20_000)}`;
  expect(applyFilter(policy, 'MessageBody', '{}').reason).toBe('Amazon SNS refuses the filter policy: it is nested more than 500 levels deep');
});

test('what is nested less deep is matched', () => {
  expect(new EventPattern(nested(['x'], 450)).matches(new IndexedEvent(nested('x', 450)))).toBe(true);
});
