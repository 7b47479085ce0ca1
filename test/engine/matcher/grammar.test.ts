import { matches } from './matches';

/** What stands in the list of field `a`, the values of `a` that meet it and those that do not. */
const CASES: [title: string, list: unknown[], met: unknown[], unmet: unknown[]][] = [
  ['a string, case and all', ['prod'], ['prod'], ['Prod', 'prod-2', 'pro', '', null, ['x']]],
  ['a number by its value, never as text', [256], [256, 256.0, 2.56e2], ['256', 25, true]],
  ['a fraction', [0.1], [0.1], [0.11, '0.1']],
  ['true', [true], [true], ['true', false, 1]],
  ['false', [false], [false], ['false', null, 0]],
  ['null, which is a value', [null], [null], ['null', 0, false, [], {}]],
  ['any entry of the list', ['a', 1, null], ['a', 1, null], ['b', 2, false]],
  ['any element of an array of the event', ['a'], [['x', 'a'], [['a']], ['a', 'a']], [['x'], [], [[]]]],
  ['exactly', [{ exactly: 'a' }], ['a'], ['A', 'ab']],
  ['a prefix', [{ prefix: 'RESOURCE:CPU' }], ['RESOURCE:CPU', 'RESOURCE:CPU - no room'], ['RESOURCE:MEMORY', 'x RESOURCE:CPU', 'resource:cpu', 1]],
  ['the empty prefix, for strings only', [{ prefix: '' }], ['', 'a'], [1, null, true]],
  ['a prefix in any case', [{ prefix: { 'equals-ignore-case': 'Res' } }], ['RESOURCE', 'res'], ['re', 'xres']],
  ['a suffix', [{ suffix: '/web' }], ['service/prod/web'], ['service/prod/web2', '/Web', 1]],
  ['a suffix in any case', [{ suffix: { 'equals-ignore-case': 'WEB' } }], ['my-web', 'my-Web'], ['web-2']],
  ['equals-ignore-case', [{ 'equals-ignore-case': 'Prod' }], ['prod', 'PROD', 'pROD'], ['prod2', ' prod']],
  ['the quote that event-ruler sees behind a string', [{ prefix: 'a"' }, { suffix: '"b' }], ['a', 'a"b', 'b'], ['ab', '"']],
  ['the same quote in any case', [{ prefix: { 'equals-ignore-case': 'A"' } }], ['a', 'A"'], ['ab']],
  ['lower and upper case as Java makes them', [{ 'equals-ignore-case': 'ß' }], ['ß', 'SS'], ['ss']],
  ['characters beyond the basic plane, which case makes unreadable', [{ 'equals-ignore-case': '😀' }], ['??'], ['😀']],
  ['a wildcard', [{ wildcard: 'arn:*:cluster/prod*' }], ['arn:aws:cluster/prod', 'arn:x:y:cluster/prod-2'], ['arn:cluster/prod', 'arn:aws:cluster/dev']],
  ['a wildcard over several lines', [{ wildcard: 'a*z' }], ['a\nz', 'az'], ['a\nz\n']],
  ['escaped wildcards', [{ wildcard: 'a\\*b\\\\*' }], ['a*b\\', 'a*b\\c'], ['axb\\', 'a*b']],
  ['characters that mean something to a regular expression', [{ wildcard: 'a.b(c)*' }], ['a.b(c)', 'a.b(c)d'], ['axb(c)']],
  ['anything but a string', [{ 'anything-but': 'a' }], ['b', 'A', 1, null, true, ['a', 'b']], ['a', ['a'], [], {}]],
  ['anything but several strings', [{ 'anything-but': ['a', 'b'] }], ['c', 1], ['a', 'b', ['a', 'b']]],
  ['anything but a number', [{ 'anything-but': 0 }], [1, '0', null], [0]],
  ['anything but several numbers', [{ 'anything-but': [1, 2] }], [3, '1'], [1, 2]],
  ['two entries of anything-but, which let everything through', [{ 'anything-but': 'a' }, { 'anything-but': 'b' }], ['a', 'b', 'c'], []],
  ['anything but a prefix', [{ 'anything-but': { prefix: 'a' } }], ['b', 1], ['a', 'ab']],
  ['anything but several prefixes', [{ 'anything-but': { prefix: ['a', 'b'] } }], ['c'], ['ab', 'ba']],
  ['anything but a suffix', [{ 'anything-but': { suffix: ['a'] } }], ['ab'], ['ba']],
  ['anything but in any case', [{ 'anything-but': { 'equals-ignore-case': ['a', 'b'] } }], ['c', 'ab'], ['A', 'b']],
  ['anything but a wildcard', [{ 'anything-but': { wildcard: 'a*' } }], ['b', 1], ['a', 'ab']],
  ['anything but an empty list of prefixes, which nothing meets', ['b', { 'anything-but': { prefix: [] } }], ['b'], ['a', 1]],
  ['numeric =', [{ numeric: ['=', 5] }], [5, 5.0], [4, '5']],
  ['numeric <', [{ numeric: ['<', 5] }], [4.9, -1], [5, 6, null]],
  ['numeric <=', [{ numeric: ['<=', 5] }], [5, 4], [5.1]],
  ['numeric >', [{ numeric: ['>', 0] }], [0.001], [0, -1, '1']],
  ['numeric >=', [{ numeric: ['>=', 0] }], [0, 1], [-0.1]],
  ['a numeric range', [{ numeric: ['>', 0, '<=', 5] }], [1, 5], [0, 6]],
  ['a numeric range, closed below and open above', [{ numeric: ['>=', 0, '<', 5] }], [0, 4.9], [5, -1]],
  ['IPv4 addresses of a block', [{ cidr: '10.0.0.0/24' }], ['10.0.0.0', '10.0.0.255', '010.0.0.1', '::ffff:a00:1'], ['10.0.1.0', '10.0.0', '10.0.0.256', 'x']],
  ['all IPv4 addresses', [{ cidr: '0.0.0.0/0' }], ['255.255.255.255'], ['text', null]],
  ['IPv6 addresses of a block', [{ cidr: '2001:db8::/32' }], ['2001:db8::1', '2001:DB8:0:0:0:0:0:1'], ['2001:db9::1', '2001:db8::1::', '2001:db8:1', '2001:db8:::', '2001:db8:0:0:0:0:0:10000', '2001:db8:0:0:0:0:0:']],
  ['an address, however it is written', ['2001:db8::1', '10.0.0.1'], ['2001:DB8:0:0:0:0:0:1', '010.0.0.1'], ['2001:db8::2', '10.0.0.2']],
  ['digits of a number in a block, as event-ruler reads them', [{ cidr: '16.0.0.0/8' }], [101], [201, 10, -1, 1e21]],
  ['no digits of a number next to numbers', [{ cidr: '16.0.0.0/8' }, 5], [5], [101]],
  ['presence', [{ exists: true }], ['', null, 0, [null]], [[], {}, { b: 1 }, [[]]]],
  ['absence', [{ exists: false }], [[], {}, { b: 1 }], ['', null, 0]],
  ['absence or a value', [{ exists: false }, { 'anything-but': ['a'] }], [[], 'b'], ['a']],
];

for (const [title, list, met, unmet] of CASES) {
  describe(title, () => {
    // Deeper down it is the same.
    const answers = (value: unknown) => [matches({ a: list }, { a: value }), matches({ d: { a: list } }, { d: { a: value, x: 1 } })];

    for (const value of met) {
      test(`is met by ${JSON.stringify(value)}`, () => expect(answers(value)).toEqual([true, true]));
    }
    for (const value of unmet) {
      test(`is not met by ${JSON.stringify(value)}`, () => expect(answers(value)).toEqual([false, false]));
    }
  });
}

describe('fields', () => {
  test('all have to be met', () => {
    expect(matches({ a: [1], b: [2] }, { a: 1, b: 2 })).toBe(true);
    expect(matches({ a: [1], b: [2] }, { a: 1, b: 3 })).toBe(false);
    expect(matches({ a: [1], b: [2] }, { a: 1 })).toBe(false);
  });

  test('may be written with dots', () => {
    expect(matches({ 'a.b': [1] }, { a: { b: 1 } })).toBe(true);
    expect(matches({ a: { b: [1] } }, { 'a.b': 1 })).toBe(true);
  });

  test('the later one replaces the earlier one of the same path', () => {
    expect(matches({ 'a.b': [1], 'a': { b: [2] } }, { a: { b: 1 } })).toBe(false);
    expect(matches({ 'a.b': [1], 'a': { b: [2] } }, { a: { b: 2 } })).toBe(true);
  });

  test('an absent field does not meet anything-but', () => {
    expect(matches({ a: [{ 'anything-but': 'x' }] }, { b: 1 })).toBe(false);
  });

  test('an event has to be an object', () => {
    expect(() => matches({ a: [1] }, [1])).toThrow('an event must be a JSON object, got [1]');
  });

  test('what is undefined is not there', () => {
    expect(matches({ a: [{ exists: false }], b: undefined }, { a: undefined })).toBe(true);
  });
});
