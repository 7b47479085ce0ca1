import { matches } from './matches';

const CONTAINERS = (...containers: unknown[]) => ({ containers });

describe('conditions on fields of an array of objects', () => {
  const failedWeb = { containers: { name: ['web'], exitCode: [{ 'anything-but': 0 }] } };

  test('are met by one element', () => {
    expect(matches(failedWeb, CONTAINERS({ name: 'log', exitCode: 0 }, { name: 'web', exitCode: 1 }))).toBe(true);
  });

  test('are not met by several elements together', () => {
    expect(matches(failedWeb, CONTAINERS({ name: 'log', exitCode: 1 }, { name: 'web', exitCode: 0 }))).toBe(false);
    expect(matches(failedWeb, CONTAINERS({ exitCode: 1 }, { name: 'web' }))).toBe(false);
  });

  test('of different arrays are independent of each other', () => {
    const pattern = { a: { x: [1] }, b: { y: [2] } };
    expect(matches(pattern, { a: [{ x: 0 }, { x: 1 }], b: [{ y: 2 }] })).toBe(true);
  });

  test('hold within nested arrays too', () => {
    const pattern = { a: { b: { x: [1], y: [2] }, z: [3] } };
    expect(matches(pattern, { a: [{ b: [{ x: 1, y: 2 }], z: 3 }] })).toBe(true);
    expect(matches(pattern, { a: [{ b: [{ x: 1 }, { y: 2 }], z: 3 }] })).toBe(false);
    expect(matches(pattern, { a: [{ b: [{ x: 1, y: 2 }] }, { z: 3 }] })).toBe(false);
  });

  test('distinguish the elements of an array of arrays', () => {
    const pattern = { a: { x: [1], y: [2] } };
    expect(matches(pattern, { a: [[{ x: 1, y: 2 }]] })).toBe(true);
    expect(matches(pattern, { a: [[{ x: 1 }], [{ y: 2 }]] })).toBe(false);
  });

  test('try every element before they give up', () => {
    const pattern = { a: { v: [{ prefix: '' }], w: [1] } };
    expect(matches(pattern, { a: [{ v: ['p', 'q'], w: 0 }, { v: ['p', 'q'], w: 1 }] })).toBe(true);
    expect(matches(pattern, { a: [{ v: ['p', 'q'], w: 0 }, { v: ['p', 'q'] }] })).toBe(false);
  });
});

describe('an absent field of an element', () => {
  test('is evaluated for the element that the conditions before it chose', () => {
    const pattern = { a: { b: [1], c: [{ exists: false }] } };
    expect(matches(pattern, { a: [{ b: 1 }, { c: 1 }] })).toBe(true);
    expect(matches(pattern, { a: [{ b: 1, c: 2 }] })).toBe(false);
  });

  test('is evaluated over all elements while none is chosen: fields are looked at in alphabetical order', () => {
    const pattern = { a: { b: [{ exists: false }], c: [1] } };
    expect(matches(pattern, { a: [{ c: 1 }, { b: 1 }] })).toBe(false);
    expect(matches(pattern, { a: [{ c: 1 }] })).toBe(true);
  });
});
