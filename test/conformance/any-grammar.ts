import * as fc from '../random';
import type { Grammar } from './grammar';
import { eventOf, IN_ANY_CASE, patternOf } from './grammar';

const WORD = fc.constantFrom('prod', 'Prod', 'PROD', 'prod-2', 'pro', 'od', '', 'a', 'ab', 'abc', 'straße', 'STRASSE', 'İ', 'Σ', 'ς', '😀', 'x😀', 'a*b', 'a\\b', '"', 'a"b', '5', 'null',
  'RESOURCE:CPU', 'resource:cpu', '10.0.0.1', '010.0.0.1', '10.1.2.3', '2001:db8::1', '::1');
const NUMBER = fc.constantFrom(0, -0, 1, 2, 5, 10, 100, 101, -1, 0.5, 3.25, 1e3, 1e21, 1e-7, 123456789012);
// Names with dots too, and now and then one that is an operator in other places.
const FIELD = fc.oneof({ arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'd.e', 'e', 'eventName', 'x-y'), weight: 40 }, fc.constant('prefix'));
const SCALAR = fc.oneof({ arbitrary: WORD, weight: 6 }, { arbitrary: NUMBER, weight: 3 }, fc.boolean(), fc.constant(null));
const WILDCARD = fc.array(fc.constantFrom('*', 'a', 'b', 'prod', '-', 'od', '\\*', '\\\\'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').replace(/(?<!\\)\*+/g, '*'));
const CIDR = fc.constantFrom('10.0.0.0/8', '10.0.0.0/31', '0.0.0.0/0', '16.0.0.0/8', '2001:db8::/32', '::/0', '10.0.0.0/8/');
const RANGE = fc.tuple(fc.constantFrom('>', '>='), fc.constantFrom(-1, -0, 0), fc.constantFrom('<', '<='), fc.constantFrom(0.5, 2, 100, 1e21));

const oneOrSeveral = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));

/** Every operator, with what it takes. */
const VALID: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: SCALAR, weight: 5 },
  fc.record({ prefix: WORD }),
  fc.record({ suffix: WORD }),
  fc.record({ exactly: WORD }),
  fc.record({ prefix: fc.record({ [IN_ANY_CASE]: WORD }) }),
  fc.record({ suffix: fc.record({ [IN_ANY_CASE]: WORD }) }),
  fc.record({ [IN_ANY_CASE]: WORD }),
  fc.record({ wildcard: WILDCARD }),
  fc.record({ 'anything-but': oneOrSeveral(WORD) }),
  fc.record({ 'anything-but': oneOrSeveral(NUMBER) }),
  fc.tuple(fc.constantFrom('prefix', 'suffix', IN_ANY_CASE), oneOrSeveral(WORD.filter((word) => word !== ''))).map(([kind, words]) => ({ 'anything-but': { [kind]: words } })),
  fc.record({ 'anything-but': fc.record({ wildcard: oneOrSeveral(WILDCARD) }) }),
  fc.tuple(fc.constantFrom('=', '<', '>', '<=', '>='), NUMBER).map((numeric) => ({ numeric })),
  fc.record({ numeric: RANGE }),
  fc.record({ cidr: CIDR }),
  fc.record({ exists: fc.boolean() }),
);

/** What EventBridge refuses, or the rule engine fails on. */
const INVALID = fc.constantFrom<unknown>({}, { prefix: 5 }, { exists: 'yes' }, ['a'], { numeric: ['>'] }, { numeric: ['=', 1, '<', 2] }, { numeric: ['>', 2, '<', 1] }, { nonsense: 1 },
  { prefix: 'a', suffix: 'b' }, { cidr: '10.0.0.0' }, { cidr: '10.0.0.0/32' }, { 'anything-but': [] }, { 'anything-but': ['a', 1] }, { 'anything-but': { prefix: [] } }, { 'anything-but': { suffix: '' } });
const MATCHER = fc.oneof({ arbitrary: VALID, weight: 50 }, { arbitrary: INVALID, weight: 1 });

/** Every operator, alone and together, and what is refused, over few fields and few values that are easily taken for each other. */
export const ANY_GRAMMAR: Grammar = { name: 'any pattern', pattern: patternOf(FIELD, MATCHER, 2), event: eventOf(FIELD, SCALAR) };
