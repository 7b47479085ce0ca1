import { EventPattern } from '../../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../../src/engine/matcher/indexed-event';
import { mismatchOf } from '../../../src/engine/matcher/mismatch';

const mismatch = (pattern: unknown, event: unknown) => mismatchOf(new EventPattern(pattern), new IndexedEvent(event));

test('an event that matches lacks nothing', () => {
  expect(mismatch({ a: [1] }, { a: 1 })).toBeUndefined();
});

test('the kind of event comes before its fields', () => {
  const event = { 'source': 'aws.ecs', 'detail-type': 'B', 'detail': { reason: 'x' } };
  expect(mismatch({ 'detail': { reason: ['y'] }, 'detail-type': ['A'] }, event)).toMatchObject({ path: 'detail-type', wanted: '["A"]', found: '"B"', others: 1 });
});

test('the closest branch of $or is reported', () => {
  const pattern = { 'detail-type': ['A'], 'detail': { $or: [{ x: [1], y: [1] }, { x: [2], y: [2] }] } };
  expect(mismatch(pattern, { 'detail-type': 'A', 'detail': { x: 2, y: 1 } })).toMatchObject({ others: 0, distance: 10 });
});

test.each([
  ['nothing', {}],
  ['an object: conditions see its fields only', { a: { b: 1 } }],
  ['null', { a: null }],
  ['[1, 2]', { a: [1, 2] }],
  ['[1, 2, 3, … 3 more]', { a: [1, 2, 3, 4, 5, 6] }],
])('found is %s', (found, event) => {
  expect(mismatch({ a: ['x'] }, event)!.found).toBe(found);
});

test('a long list is shortened', () => {
  expect(mismatch({ a: ['1', '2', '3', '4', '5'] }, {})!.wanted).toBe('["1", "2", "3", … 2 more]');
  expect(mismatch({ a: ['1', '2', '3', { prefix: '4' }] }, {})!.wanted).toBe('["1", "2", "3", {"prefix":"4"}]');
});

test('conditions that different elements of an array meet are named', () => {
  expect(mismatch({ a: { x: [1], y: [2] }, b: [3], c: [{ exists: false }] }, { a: [{ x: 1 }, { y: 2 }], b: 3 })).toMatchObject({
    path: 'a.x, a.y', wanted: 'all of them met by one element of the array', found: 'each met by a different element', others: 0,
  });
});

test('a branch that EventBridge does not match is named', () => {
  expect(mismatch({ $or: [{ a: [1] }, { a: [1, 2] }] }, { a: 2 })).toMatchObject({
    path: '$or', found: 'a branch that is taken for an earlier one: EventBridge does not match it',
  });
  expect(mismatch({ $or: [{ a: [{ exists: true }] }, { a: [{ exists: false }, { exists: true }] }] }, { b: 1 })!.found)
    .toContain('may be taken for an earlier one');
});
