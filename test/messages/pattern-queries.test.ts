import { accepts, requires, matchersAt } from '../../src/messages/matched-events/pattern-queries';

test('what a pattern requires of a field is found by its path', () => {
  const pattern = { 'detail-type': ['a'], 'detail': { reason: [{ prefix: 'b' }] } };
  expect(matchersAt(pattern, 'detail-type')).toEqual(['a']);
  expect(matchersAt(pattern, 'detail.reason')).toEqual([{ prefix: 'b' }]);
  expect(matchersAt(pattern, 'detail.reason.0')).toBeUndefined();
  expect(matchersAt(pattern, 'detail.taskArn')).toBeUndefined();
});

describe('a pattern demands a field', () => {
  test.each<[string, object, boolean]>([
    ['by a value', { detail: { reason: ['a'] } }, true],
    ['by null, which is there', { detail: { reason: [null] } }, true],
    ['by its presence', { detail: { reason: [{ exists: true }] } }, true],
    ['by anything but a value', { detail: { reason: [{ 'anything-but': 'a' }] } }, true],
    ['in each branch', { detail: { $or: [{ reason: ['a'] }, { reason: ['b'], group: ['c'] }] } }, true],
    ['in each branch around it', { $or: [{ detail: { reason: ['a'] } }, { detail: { reason: ['b'] } }] }, true],
    ['not by its absence', { detail: { reason: [{ exists: false }, 'a'] } }, false],
    ['not by an empty list', { detail: { reason: [] } }, false],
    ['not in one branch', { detail: { $or: [{ reason: ['a'] }, { group: ['c'] }] } }, false],
    ['not without a branch', { detail: { $or: [] } }, false],
    ['not by another field', { detail: { group: ['a'] } }, false],
  ])('%s', (_how, pattern, expected) => {
    expect(requires(pattern, 'detail.reason')).toBe(expected);
  });
});

describe('a list of matchers', () => {
  test.each<[string, unknown, unknown, boolean | undefined]>([
    ['that is not there accepts everything', undefined, 'a', true],
    ['accepts one of its values', ['a', 'b'], 'b', true],
    ['accepts no other value', ['a', 'b'], 'c', false],
    ['accepts null', [null], null, true],
    ['accepts a prefix', [{ prefix: 'ab' }], 'abc', true],
    ['accepts no other prefix', [{ prefix: 'ab' }], 'ba', false],
    ['accepts no prefix of what is not there', [{ prefix: 'ab' }], undefined, false],
    ['accepts presence', [{ exists: true }], 'a', true],
    ['accepts absence', [{ exists: false }], undefined, true],
    ['accepts no absence', [{ exists: true }], undefined, false],
    ['accepts anything but a value', [{ 'anything-but': 'a' }], 'b', true],
    ['accepts anything but values', [{ 'anything-but': ['a', 'b'] }], 'b', false],
    ['accepts anything but a value only of what is there', [{ 'anything-but': ['a'] }], undefined, false],
    ['is unknown for a matcher that is not understood', [{ 'anything-but': { prefix: 'a' } }], 'b', undefined],
    ['is unknown for a number', [{ numeric: ['>', 1] }], 2, undefined],
    ['is unknown for what is not a list', { Ref: 'Matchers' }, 'a', undefined],
    ['accepts what one of its matchers accepts', [{ suffix: 'a' }, 'b'], 'b', true],
  ])('%s', (_what, matchers, value, expected) => {
    expect(accepts(matchers, value)).toBe(expected);
  });
});
