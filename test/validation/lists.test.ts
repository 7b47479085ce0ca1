import { Aws, CfnParameter, Stack } from 'aws-cdk-lib';
import { exclusionList, filterList } from '../../src/validation/lists';

const HOLES: [string, unknown[], string][] = [
  ['undefined', ['a', undefined], 'names[1]: expected a value, got undefined.'],
  ['null', [null], 'names[0]: expected a value, got null.'],
  ['an empty text', ['a', 'b', ''], 'names[2]: expected a value, got "".'],
  // eslint-disable-next-line no-sparse-arrays
  ['a hole', ['a', , 'c'], 'names[1]: expected a value, got undefined.'],
  ['a list', [['a', 'b']], 'names[0]: expected one value, got a list: ["a","b"]. Spread the inner list into the outer one.'],
];

test('a filter list that is omitted is no filter', () => {
  expect([filterList('names', undefined), filterList('names', null)]).toEqual([undefined, undefined]);
});

test('a filter list is its values, tokens too', () => {
  expect(filterList('names', ['a', Aws.REGION])).toEqual(['a', Aws.REGION]);
  expect(filterList('flags', [0, false])).toEqual([0, false]);
});

test('T17: an empty filter list is an error', () => {
  expect(() => filterList('clusters', [])).toThrow(
    'clusters: the list is empty, got []. An empty list matches no events: omit clusters to match all events, or list at least one value.',
  );
});

test('an empty list of exclusions excludes nothing', () => {
  expect([exclusionList('names', []), exclusionList('names', undefined), exclusionList('names', null)]).toEqual([[], [], []]);
});

describe.each([['filterList', filterList], ['exclusionList', exclusionList]])('%s', (_name, list) => {
  test.each(HOLES)('refuses %s in it', (_title, values, message) => {
    expect(() => list('names', values)).toThrow(message);
  });

  test.each(['web', 5, {}, true])('refuses %p instead of a list', (value) => {
    expect(() => list('names', value as unknown as string[])).toThrow(`names: expected a list, got ${JSON.stringify(value)}. Put the value into a list.`);
  });

  test('refuses a list that is known at deployment only', () => {
    const { valueAsList } = new CfnParameter(new Stack(), 'Names', { type: 'CommaDelimitedList' });

    expect(() => list('names', valueAsList)).toThrow(
      'names: expected a list that is known at synthesis, got a list token. List the elements one by one: each of them can be a token.',
    );
  });
});
