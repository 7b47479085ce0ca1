import { accepts, requires, matchersAt } from '../../src/messages/matched-events/pattern-queries';

test('what a pattern asks of a field is found by its path', () => {
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
    ['that is not there admits everything', undefined, 'a', true],
    ['admits one of its values', ['a', 'b'], 'b', true],
    ['admits no other value', ['a', 'b'], 'c', false],
    ['admits null', [null], null, true],
    ['admits a prefix', [{ prefix: 'ab' }], 'abc', true],
    ['admits no other prefix', [{ prefix: 'ab' }], 'ba', false],
    ['admits no prefix of what is not there', [{ prefix: 'ab' }], undefined, false],
    ['admits presence', [{ exists: true }], 'a', true],
    ['admits absence', [{ exists: false }], undefined, true],
    ['admits no absence', [{ exists: true }], undefined, false],
    ['admits anything but a value', [{ 'anything-but': 'a' }], 'b', true],
    ['admits anything but values', [{ 'anything-but': ['a', 'b'] }], 'b', false],
    ['admits anything but a value only of what is there', [{ 'anything-but': ['a'] }], undefined, false],
    ['cannot be told of a matcher that is not understood', [{ 'anything-but': { prefix: 'a' } }], 'b', undefined],
    ['cannot be told of a number', [{ numeric: ['>', 1] }], 2, undefined],
    ['cannot be told of what is no list', { Ref: 'Matchers' }, 'a', undefined],
    ['admits what one of its matchers admits', [{ suffix: 'a' }, 'b'], 'b', true],
  ])('%s', (_what, matchers, value, expected) => {
    expect(accepts(matchers, value)).toBe(expected);
  });
});
