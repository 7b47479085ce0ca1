import { matches } from './matches';

describe('$or', () => {
  test('is met by any of its branches, together with what stands next to it', () => {
    const pattern = { source: ['s'], $or: [{ a: [1] }, { b: [2], c: [3] }] };
    expect(matches(pattern, { source: 's', a: 1 })).toBe(true);
    expect(matches(pattern, { source: 's', b: 2, c: 3 })).toBe(true);
    expect(matches(pattern, { source: 's', b: 2 })).toBe(false);
    expect(matches(pattern, { source: 'x', a: 1 })).toBe(false);
  });

  test('may stand at any depth and within another', () => {
    const pattern = { d: { $or: [{ a: [1] }, { $or: [{ b: [2] }, { c: [3] }] }] } };
    expect([{ a: 1 }, { b: 2 }, { c: 3 }, { c: 2 }].map((d) => matches(pattern, { d }))).toEqual([true, true, true, false]);
  });

  test('twice multiplies the branches', () => {
    const pattern = { x: { $or: [{ a: [1] }, { b: [1] }] }, y: { $or: [{ a: [1] }, { b: [1] }] } };
    expect(matches(pattern, { x: { b: 1 }, y: { a: 1 } })).toBe(true);
    expect(matches(pattern, { x: { b: 1 }, y: {} })).toBe(false);
  });

  test('a field that stands behind it replaces the same field in its branches', () => {
    expect(matches({ $or: [{ a: [1] }, { b: [1] }], a: [2] }, { a: 2, b: 0 })).toBe(true);
    expect(matches({ $or: [{ a: [1] }, { b: [1] }], a: [2] }, { a: 1 })).toBe(false);
    expect(matches({ a: [2], $or: [{ a: [1] }, { b: [1] }] }, { a: 1 })).toBe(true);
  });

  test('is not stopped by a list that the rule engine fails on, if another list replaces it', () => {
    expect(matches({ $or: [{ a: [{ 'anything-but': { prefix: [] } }] }, { b: [1] }], a: [2] }, { a: 2 })).toBe(true);
  });

  test('is a field name in an event', () => {
    expect(matches({ a: { b: [1] } }, { a: { $or: 1, b: 1 } })).toBe(true);
  });
});

describe('a branch that event-ruler takes for an earlier one', () => {
  test('never matches: the same fields and a common value on each of them', () => {
    const pattern = { $or: [{ a: [1] }, { a: [1, 2] }] };
    expect(matches(pattern, { a: 1 })).toBe(true);
    expect(matches(pattern, { a: 2 })).toBe(false);
  });

  test('never matches with several fields either', () => {
    const pattern = { $or: [{ a: ['x'], b: ['1'] }, { a: ['x', 'y'], b: ['1', '2'] }] };
    expect(matches(pattern, { a: 'x', b: '1' })).toBe(true);
    expect(matches(pattern, { a: 'y', b: '2' })).toBe(false);
  });

  test('matches if the values of one field differ', () => {
    const pattern = { $or: [{ a: ['x'], b: ['1'] }, { a: ['x', 'y'], b: ['2'] }] };
    expect(matches(pattern, { a: 'y', b: '2' })).toBe(true);
  });

  test('matches if it has another field', () => {
    const pattern = { $or: [{ a: ['x'], b: ['1'] }, { a: ['x'], b: ['1', '2'], c: ['3'] }] };
    expect(matches(pattern, { a: 'x', b: '2', c: '3' })).toBe(true);
  });

  test('counts as lost if it depends on the run of the machine', () => {
    const pattern = { $or: [{ a: [{ exists: true }] }, { a: [{ exists: false }, { exists: true }] }] };
    expect(matches(pattern, { a: 1 })).toBe(true);
    expect(matches(pattern, { b: 1 })).toBe(false);
  });
});
