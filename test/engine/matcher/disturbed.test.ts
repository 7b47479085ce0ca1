import { matches } from './matches';
import { BranchState } from '../../../src/engine/matcher/branch-state';
import { EventPattern } from '../../../src/engine/matcher/event-pattern';

const NEGATIVE_TO_POSITIVE = { numeric: ['<=', 100] };
const ANY_CASE = (text: string) => ({ 'equals-ignore-case': text });

function branchState(pattern: unknown): string[] {
  return new EventPattern(pattern).branches.map((branch) => BranchState[branch.branchState]);
}

/** Each was seen in event-ruler: docs/conformance.md explains why. */
test.each<[string, unknown, string[]]>([
  ['a text before a range across zero and another text may be lost', { a: ['abc', NEGATIVE_TO_POSITIVE, 'q'] }, ['UNCERTAIN']],
  ['so may true', { $or: [{ a: [true, NEGATIVE_TO_POSITIVE] }, { a: [true], b: [1] }] }, ['UNCERTAIN', 'UNCERTAIN']],
  ['an entry of another branch counts too', { c: ['q'], $or: [{ c: ['abc', NEGATIVE_TO_POSITIVE] }, { d: [1000] }] }, ['UNCERTAIN', 'MATCHING']],
  ['not if the texts come first', { a: ['abc', 'q', NEGATIVE_TO_POSITIVE] }, ['MATCHING']],
  ['nor if the range comes first', { a: [NEGATIVE_TO_POSITIVE, 'abc', 'q'] }, ['MATCHING']],
  ['nor if the range starts at zero', { a: ['abc', { numeric: ['>=', 0] }, 'q'] }, ['MATCHING']],
  ['nor if no other text follows', { a: ['abc', NEGATIVE_TO_POSITIVE, 1, { exists: false }] }, ['MATCHING']],
  ['a text may be lost by its own start in any case', { $or: [{ a: ['xyz'] }, { a: [{ prefix: ANY_CASE('X') }], b: [1] }, { a: ['xy'], c: [1] }] }, ['UNCERTAIN', 'MATCHING', 'MATCHING']],
  ['or by an end in any case that it starts with backwards', { $or: [{ a: ['yz'] }, { a: [{ suffix: ANY_CASE('Y') }], b: [1] }, { a: ['yx'], c: [1] }] }, ['UNCERTAIN', 'MATCHING', 'MATCHING']],
  ['a text in any case behind a wildcard matches too much', { a: [{ wildcard: '*y' }, ANY_CASE('x')] }, ['UNCERTAIN']],
  ['so does one inside anything-but', { a: [{ 'anything-but': { wildcard: '1*' } }, { 'anything-but': ANY_CASE('1x') }] }, ['UNCERTAIN']],
  ['not if it comes first', { a: [ANY_CASE('x'), { wildcard: '*y' }] }, ['MATCHING']],
  ['nor if a letter stands before the wildcard', { a: [{ wildcard: 'x*' }, ANY_CASE('xy')] }, ['MATCHING']],
  ['nor if the wildcard is none', { a: [{ wildcard: '\\*y' }, ANY_CASE('*y')] }, ['MATCHING']],
  ['a text behind a letter in any case and a longer one in any case matches too much',
    { $or: [{ a: [{ prefix: ANY_CASE('X') }], b: [1] }, { a: [ANY_CASE('xyz')] }, { a: ['xq'], c: [1] }] }, ['MATCHING', 'MATCHING', 'UNCERTAIN']],
  ['a text is not recognized for certain next to a wildcard', { $or: [{ a: ['x', { wildcard: '*y' }] }, { a: ['x', 1] }] }, ['MATCHING', 'UNCERTAIN']],
  ['a branch that may be lost may make a later one lost',
    { $or: [{ a: [{ exists: true }] }, { a: [{ exists: false }, { exists: true }] }, { a: [{ exists: false }] }] }, ['MATCHING', 'UNCERTAIN', 'UNCERTAIN']],
])('%s', (_title, pattern, expected) => {
  expect(branchState(pattern)).toEqual(expected);
});

describe('digits of a number in a block of addresses', () => {
  test('are no longer read as text if any branch requires a number in the field', () => {
    const pattern = { $or: [{ a: [{ cidr: '16.0.0.0/8' }] }, { a: [5], b: [1] }] };
    expect(matches(pattern, { a: 101 })).toBe(false);
    expect(matches(pattern, { a: '16.1.1.1' })).toBe(true);
  });

  test('make a branch uncertain that is reached on two ways, on one of which a number is required in the field', () => {
    const ways = [{ a: ['x', 'y'], b: [{ cidr: '16.0.0.0/8' }] }, { a: ['z'], b: [5] }, { a: ['z', 'x'], b: [{ cidr: '10.0.0.0/8' }] }];
    expect(branchState({ $or: ways })).toEqual(['MATCHING', 'MATCHING', 'UNCERTAIN']);
  });
});
