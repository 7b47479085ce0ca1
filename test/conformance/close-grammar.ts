import * as fc from '../random';
import type { Grammar } from './grammar';
import { IN_ANY_CASE, patternOf } from './grammar';

const X = ['x', 'xy', 'xyz', 'y', 'yz', ''];

/** Entries that disturb each other in event-ruler's machine of bytes when they come together. */
const CLOSE: unknown[] = [...X, 1, 2, true, null, { prefix: 'x' }, { prefix: 'xy' }, { suffix: 'y' }, { wildcard: 'x*' }, { wildcard: '*y' }, { wildcard: 'x*y' }, { wildcard: 'xy' },
  { numeric: ['<=', 100] }, { numeric: ['>', 0] }, { numeric: ['>', -5, '<', 3] }, { 'anything-but': ['x', 'xy'] }, { 'anything-but': 1 }, { 'anything-but': { suffix: 'y' } },
  { [IN_ANY_CASE]: 'XY' }, { prefix: { [IN_ANY_CASE]: 'X' } }, { prefix: { [IN_ANY_CASE]: 'xY' } }, { suffix: { [IN_ANY_CASE]: 'Y' } }, { 'anything-but': { [IN_ANY_CASE]: 'x' } },
  { 'anything-but': { wildcard: 'x*' } }, { cidr: '0.0.0.0/0' }, { exists: true }, { exists: false }];
const CLOSE_FIELD = fc.constantFrom('a', 'b');
const CLOSE_PATTERN = fc.uniqueArray(fc.constantFrom(...CLOSE), { minLength: 2, maxLength: 5 })
  .chain((entries) => fc.array(patternOf(CLOSE_FIELD, fc.constantFrom(...entries), 0), { minLength: 1, maxLength: 4 }))
  .map(([only, ...others]) => (others.length === 0 ? only : { $or: [only, ...others] }));
const CLOSE_VALUE = fc.constantFrom<unknown>(...X, 'XY', 'X', 'zy', '10.0.0.1', 1, 0, -3, true, null);
const CLOSE_EVENT = fc.record({ a: fc.oneof(CLOSE_VALUE, fc.array(CLOSE_VALUE)), b: CLOSE_VALUE }, { requiredKeys: [] });

/** Few entries in several branches, so that they meet in the machine that event-ruler builds of a pattern, and disturb each other. */
export const CLOSE_GRAMMAR: Grammar = { name: 'a pattern whose entries disturb each other', pattern: CLOSE_PATTERN, event: CLOSE_EVENT };
