import { EventPattern } from '../../../src/engine/matcher/event-pattern';

/** Patterns that EventBridge refuses, and what is reported for them. */
const REFUSED: [pattern: unknown, message: string][] = [
  ['text', 'an event pattern must be an object, got "text"'],
  [[], 'an event pattern must be an object, got []'],
  [{}, 'empty objects are not allowed'],
  [{ detail: {} }, 'detail: empty objects are not allowed'],
  [{ source: 'aws.ecs' }, 'source: must be an object or an array, got "aws.ecs"'],
  [{ source: null }, 'source: must be an object or an array, got null'],
  [{ source: [] }, 'source: empty arrays are not allowed'],
  [{ a: [['x']] }, 'a: a value must be a string, number, true, false, null or a matcher, got the list ["x"]'],
  [{ a: [{}] }, 'a: a matcher must not be empty'],
  [{ a: [{ like: 'x' }] }, 'a: unrecognized match type "like"'],
  [{ a: [{ prefix: 'x', suffix: 'y' }] }, 'a: only one key is allowed in a matcher'],
  [{ a: [{ prefix: 1 }] }, 'a: prefix takes a string, got 1'],
  [{ a: [{ prefix: { wildcard: 'x' } }] }, 'a: unsupported prefix pattern {"wildcard":"x"}'],
  [{ a: [{ suffix: { 'equals-ignore-case': 1 } }] }, 'a: equals-ignore-case takes a string, got 1'],
  [{ a: [{ wildcard: 'a**' }] }, 'a: consecutive wildcard characters in "a**"'],
  [{ a: [{ wildcard: 'a\\b' }] }, 'a: invalid escape character in "a\\b"'],
  [{ a: [{ wildcard: 'a\\' }] }, 'a: invalid escape character'],
  [{ a: [{ exists: 'yes' }] }, 'a: exists must be either true or false, got "yes"'],
  [{ a: [{ 'anything-but': [] }] }, 'a: anything-but takes either strings or numbers and at least one, got []'],
  [{ a: [{ 'anything-but': ['x', 1] }] }, 'a: anything-but takes either strings or numbers'],
  [{ a: [{ 'anything-but': null }] }, 'a: anything-but takes strings or numbers, got null'],
  [{ a: [{ 'anything-but': { numeric: ['=', 1] } }] }, 'a: unsupported anything-but pattern "numeric"'],
  [{ a: [{ 'anything-but': { prefix: '' } }] }, 'a: an empty prefix inside anything-but is not allowed'],
  [{ a: [{ 'anything-but': { prefix: [] } }, 'x'] }, 'a: an empty list inside anything-but must not come first: the rule engine fails on it'],
  [{ a: [{ 'anything-but': { prefix: [1] } }] }, 'a: anything-but prefix takes a string or a list of strings, got [1]'],
  [{ a: [{ 'anything-but': { prefix: 'a', suffix: 'b' } }] }, 'a: only one key is allowed inside anything-but'],
  [{ a: [{ 'anything-but': { wildcard: '**' } }] }, 'a: consecutive wildcard characters'],
  [{ a: [{ numeric: 5 }] }, 'a: the value of numeric must be an array, got 5'],
  [{ a: [{ numeric: ['!=', 5] }] }, 'a: unrecognized numeric operator "!="'],
  [{ a: [{ numeric: ['='] }] }, 'a: the value of = must be a number, got undefined'],
  [{ a: [{ numeric: ['<', 5, '>', 1] }] }, 'a: too many elements in ["<",5,">",1]: a range starts with > or >='],
  [{ a: [{ numeric: ['>', 1, '>', 5] }] }, 'a: bad numeric range operator ">"'],
  [{ a: [{ numeric: ['>', 1, '<', 5, '<'] }] }, 'a: too many elements'],
  [{ a: [{ numeric: ['>', 5, '<', 5] }] }, 'a: the bottom of [">",5,"<",5] must be less than its top'],
  [{ a: [{ cidr: '10.0.0.0' }] }, 'a: malformed CIDR "10.0.0.0": one \'/\' is required'],
  [{ a: [{ cidr: '10.0.0.0/x' }] }, 'a: malformed CIDR "10.0.0.0/x": the mask must be an integer'],
  [{ a: [{ cidr: '10.0.0.0/32' }] }, 'a: the mask of "10.0.0.0/32" must be from 0 to 31'],
  [{ a: [{ cidr: '::/-1' }] }, 'a: the mask of "::/-1" must be from 0 to 127'],
  [{ a: [{ cidr: 'host/8' }] }, 'a: "host" is not an IP address'],
  [{ a: [{ cidr: '1:2:3:4:5:6:7:8::/8' }] }, 'is not an IP address'],
  [{ $or: [{ a: [1] }] }, '$or needs at least two objects'],
  [{ detail: { $or: [1, 2] } }, 'detail: $or must be an array of objects, got [1,2]'],
  [{ $or: { a: [1] } }, '$or must be an array of objects'],
  [{ $or: [{ prefix: ['x'] }, { b: [1] }] }, 'prefix: prefix is a reserved name that cannot be used inside $or'],
  [{ $or: [{ a: { numeric: [1] } }, { b: [1] }] }, 'a.numeric: numeric is a reserved name'],
  // A list that a later one replaces has to be valid all the same.
  [{ 'a.b': [{ exists: 1 }], 'a': { b: [1] } }, 'a.b: exists must be either true or false'],
  [Object.fromEntries(Array.from({ length: 257 }, (_, at) => [`f${at}`, [1]])), 'more than 256 fields'],
  [Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`f${at}`, { $or: [{ a: [1] }, { b: [1] }] }])), '$or unfolds to more than 100000 combinations'],
];

test.each(REFUSED.map(([pattern, message]) => [JSON.stringify(pattern).slice(0, 90), pattern, message]))('%s is refused', (_text, pattern, message) => {
  expect(EventPattern.check(pattern)).toContain(message);
});

test.each([
  { prefix: ['a matcher name is a field name outside of $or'] },
  { a: [{ cidr: '10.0.0.0/8/' }, { cidr: '10.0.0.0/+8' }] },
  { a: [{ numeric: ['>', -1, '<=', 1e21] }] },
])('%j is valid', (pattern) => {
  expect(EventPattern.check(pattern)).toBeUndefined();
});

test('a long value is shortened in the message', () => {
  expect(EventPattern.check({ a: 'x'.repeat(200) })).toHaveLength('a: must be an object or an array, got '.length + 78);
});

test('other errors are not mistaken for an invalid pattern', () => {
  const broken = { get a(): never { throw new Error('broken'); } };
  expect(() => EventPattern.check(broken)).toThrow('broken');
});
