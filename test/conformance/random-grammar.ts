import * as fc from 'fast-check';
import { CATALOGUE } from '../../src/events/catalogue';

/** Patterns and events that meet often, because they are made of the same few fields and values. */
export interface Grammar {
  readonly name: string;
  readonly pattern: fc.Arbitrary<unknown>;
  readonly event: fc.Arbitrary<unknown>;
}

const WORD = fc.constantFrom('prod', 'Prod', 'PROD', 'prod-2', 'pro', 'od', '', 'a', 'ab', 'abc', 'straße', 'STRASSE', 'İ', 'Σ', 'ς', '😀', 'x😀', 'a*b', 'a\\b', '"', 'a"b', '5', 'null',
  'RESOURCE:CPU', 'resource:cpu', '10.0.0.1', '010.0.0.1', '10.1.2.3', '2001:db8::1', '::1');
const NUMBER = fc.constantFrom(0, -0, 1, 2, 5, 10, 100, 101, -1, 0.5, 3.25, 1e3, 1e21, 1e-7, 123456789012);
// Dots in the names of fields, and names that are operators elsewhere.
const FIELD = fc.constantFrom('a', 'b', 'c', 'd', 'd.e', 'e', 'eventName', 'x-y', 'prefix');
const SCALAR = fc.oneof({ arbitrary: WORD, weight: 6 }, { arbitrary: NUMBER, weight: 3 }, fc.boolean(), fc.constant(null));
const WILDCARD = fc.array(fc.constantFrom('*', 'a', 'b', 'prod', '-', 'od', '\\*', '\\\\'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('').replace(/(?<!\\)\*+/g, '*'));
const CIDR = fc.constantFrom('10.0.0.0/8', '10.0.0.0/31', '0.0.0.0/0', '16.0.0.0/8', '2001:db8::/32', '::/0', '10.0.0.0/32', '10.0.0.0/8/', '10.0.0.0');
const RANGE = fc.tuple(fc.constantFrom('>', '>='), NUMBER, fc.constantFrom('<', '<='), NUMBER);
const MAX_BRANCHES = 20;
const IN_ANY_CASE = 'equals-ignore-case';

const oneOrSeveral = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.array(value, { minLength: 0, maxLength: 3 }));

/** Every operator, each with what it takes, and now and then with what EventBridge refuses. */
const MATCHER: fc.Arbitrary<unknown> = fc.oneof(
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
  fc.tuple(fc.constantFrom('prefix', 'suffix', IN_ANY_CASE), oneOrSeveral(WORD)).map(([kind, words]) => ({ 'anything-but': { [kind]: words } })),
  fc.record({ 'anything-but': fc.record({ wildcard: oneOrSeveral(WILDCARD) }) }),
  fc.tuple(fc.constantFrom('=', '<', '>', '<=', '>='), NUMBER).map((numeric) => ({ numeric })),
  fc.record({ numeric: RANGE }),
  fc.record({ cidr: CIDR }),
  fc.record({ exists: fc.boolean() }),
  { arbitrary: fc.constantFrom<unknown>({}, { prefix: 5 }, { exists: 'yes' }, ['a'], { numeric: ['>'] }, { numeric: ['=', 1, '<', 2] }, { nonsense: 1 }, { prefix: 'a', suffix: 'b' }), weight: 1 },
);

/** How many branches a pattern has: event-ruler needs minutes for some patterns of hundreds. */
function branches(pattern: unknown): number {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) {
    return 1;
  }
  return Object.entries(pattern).reduce((product, [key, value]) => product * (key === '$or' ? sum(value.map(branches)) : branches(value)), 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Objects of fields and lists, with `$or` at any depth, before or behind the fields beside it. */
function patternOf(field: fc.Arbitrary<string>, matcher: fc.Arbitrary<unknown>, maxDepth: number, alternatives: fc.ArrayConstraints): fc.Arbitrary<unknown> {
  const list = fc.array(matcher, { minLength: 1, maxLength: 3 });
  const { object } = fc.letrec<{ object: object; or: object[] | undefined }>((tie) => ({
    or: fc.oneof({ maxDepth }, { arbitrary: fc.constant(undefined), weight: 2 }, fc.array(tie('object'), alternatives)),
    object: fc.tuple(fc.dictionary(field, fc.oneof({ maxDepth }, { arbitrary: list, weight: 4 }, tie('object')), { minKeys: 1, maxKeys: 3 }), tie('or'), fc.boolean())
      .map(([fields, $or, isFirst]) => ($or === undefined ? fields : isFirst ? { $or, ...fields } : { ...fields, $or })),
  }));
  return object.filter((pattern) => branches(pattern) <= MAX_BRANCHES);
}

function eventOf(field: fc.Arbitrary<string>, scalar: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { object } = fc.letrec<{ object: unknown; value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, { arbitrary: scalar, weight: 3 }, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
    object: fc.dictionary(field, tie('value'), { maxKeys: 5 }),
  }));
  return object;
}

const SAMPLES = CATALOGUE.flatMap(({ events }) => events.flatMap(({ samples }) => samples.map(({ event }) => event)));

/** A matcher that is about a value: equal to it, near to it, or against it. */
function about(value: unknown): fc.Arbitrary<unknown> {
  if (typeof value === 'string') {
    return fc.constantFrom<unknown>(value, { prefix: value.slice(0, 12) }, { suffix: value.slice(-6) }, { 'anything-but': value }, { 'anything-but': [value, 'x'] },
      { exists: true }, { exists: false }, { [IN_ANY_CASE]: value.toUpperCase() }, { 'anything-but': { prefix: value.slice(0, 3) || 'x' } },
      { wildcard: value.replace(/[*\\]/g, '').replace(/[:/-]/, '*') }, 'x');
  }
  return typeof value === 'number' ? fc.constantFrom<unknown>(value, { numeric: ['>', value - 1] }, { 'anything-but': value }, 0) : fc.constantFrom<unknown>({ exists: true }, { exists: false });
}

/** Some of the fields of an event, each with a matcher or two about its value. */
function partOf(object: object, depth: number): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(object).map(([field, value]): [string, fc.Arbitrary<unknown>] => {
    const element = Array.isArray(value) ? value[0] : value;
    return typeof element === 'object' && element !== null && depth > 0
      ? [field, partOf(element, depth - 1)]
      : [field, fc.array(about(element), { minLength: 1, maxLength: 2 })];
  });
  return fc.subarray(fields, { minLength: Math.min(1, fields.length), maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)))
    .map((part) => Object.fromEntries(Object.entries(part as object).filter(([, value]) => Object.keys(value as object).length > 0)));
}

const ECS_PATTERN = fc.constantFrom(...SAMPLES)
  .chain((sample) => fc.tuple(partOf(sample, 2), fc.option(fc.array(partOf(sample.detail, 1), { minLength: 2, maxLength: 3 }), { freq: 3 })))
  .map(([part, $or]) => ({ source: ['aws.ecs'], ...part, ...$or && { detail: { ...part.detail as object, $or } } }));

const CONTAINERS = fc.array(fc.record({ exitCode: fc.constantFrom(0, 1, 137), name: fc.constantFrom('web', 'log'), reason: WORD }, { requiredKeys: ['name'] }), { maxLength: 3 });

/** A sample with a few values changed or taken away, and other containers. */
const ECS_EVENT = fc.constantFrom(...SAMPLES).chain((sample) => fc.record({
  account: fc.constantFrom(sample.account, '999999999999'),
  gone: fc.subarray(Object.keys(sample.detail), { maxLength: 2 }),
  changed: fc.subarray(Object.keys(sample.detail), { maxLength: 2 }),
  value: SCALAR,
  containers: fc.option(CONTAINERS),
}).map(({ account, gone, changed, value, containers }) => ({
  ...sample,
  account,
  detail: Object.fromEntries(Object.entries(sample.detail).filter(([field]) => !gone.includes(field))
    .map(([field, old]) => [field, changed.includes(field) ? value : field === 'containers' && containers ? containers : old])),
})));

const X = ['x', 'xy', 'xyz', 'y', 'yz', ''];

/** Entries that disturb each other in event-ruler's machine of bytes when they come together. */
const CLOSE: unknown[] = [...X, 1, 2, true, null, { prefix: 'x' }, { prefix: 'xy' }, { suffix: 'y' }, { wildcard: 'x*' }, { wildcard: '*y' }, { wildcard: 'x*y' }, { wildcard: 'xy' },
  { numeric: ['<=', 100] }, { numeric: ['>', 0] }, { numeric: ['>', -5, '<', 3] }, { 'anything-but': ['x', 'xy'] }, { 'anything-but': 1 }, { 'anything-but': { suffix: 'y' } },
  { [IN_ANY_CASE]: 'XY' }, { prefix: { [IN_ANY_CASE]: 'X' } }, { prefix: { [IN_ANY_CASE]: 'xY' } }, { suffix: { [IN_ANY_CASE]: 'Y' } }, { 'anything-but': { [IN_ANY_CASE]: 'x' } },
  { 'anything-but': { wildcard: 'x*' } }, { cidr: '0.0.0.0/0' }, { exists: true }, { exists: false }];
const CLOSE_FIELD = fc.constantFrom('a', 'b');
const CLOSE_PATTERN = fc.uniqueArray(fc.constantFrom(...CLOSE), { minLength: 2, maxLength: 5 })
  .chain((entries) => fc.array(patternOf(CLOSE_FIELD, fc.constantFrom(...entries), 0, {}), { minLength: 1, maxLength: 4 }))
  .map(([only, ...others]) => (others.length === 0 ? only : { $or: [only, ...others] }));
const CLOSE_VALUE = fc.constantFrom<unknown>(...X, 'XY', 'X', 'zy', '10.0.0.1', 1, 0, -3, true, null);
const CLOSE_EVENT = fc.record({ a: fc.oneof(CLOSE_VALUE, fc.array(CLOSE_VALUE)), b: CLOSE_VALUE }, { requiredKeys: [] });

/** What the matcher is compared on. */
export const GRAMMARS: readonly Grammar[] = [
  { name: 'any pattern', pattern: patternOf(FIELD, MATCHER, 2, { minLength: 1, maxLength: 3 }), event: eventOf(FIELD, SCALAR) },
  { name: 'a pattern about Amazon ECS', pattern: ECS_PATTERN, event: ECS_EVENT },
  { name: 'a pattern of entries that disturb each other', pattern: CLOSE_PATTERN, event: CLOSE_EVENT },
];
