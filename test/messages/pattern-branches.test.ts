import { branchesOf } from '../../src/messages/matched-events/pattern-branches';

describe('the alternatives of a pattern', () => {
  test.each<[string, unknown, object[]]>([
    ['without $or are the pattern itself', { source: ['a'], detail: { b: ['c'] } }, [{ source: ['a'], detail: { b: ['c'] } }]],
    ['are the branches of $or, each with what stands next to it', { source: ['a'], $or: [{ account: ['1'] }, { region: ['2'] }] },
      [{ source: ['a'], account: ['1'] }, { source: ['a'], region: ['2'] }]],
    ['below a field keep the fields next to it', { detail: { a: ['1'], $or: [{ b: ['2'] }, { c: ['3'] }] } }, [{ detail: { a: ['1'], b: ['2'] } }, { detail: { a: ['1'], c: ['3'] } }]],
    ['of several $or are all their combinations', { $or: [{ a: ['1'] }, { b: ['2'] }], detail: { $or: [{ c: ['3'] }, { d: ['4'] }] } },
      [{ detail: { c: ['3'] }, a: ['1'] }, { detail: { c: ['3'] }, b: ['2'] }, { detail: { d: ['4'] }, a: ['1'] }, { detail: { d: ['4'] }, b: ['2'] }]],
    ['within a branch are alternatives too', { $or: [{ $or: [{ a: ['1'] }, { b: ['2'] }] }, { c: ['3'] }] }, [{ a: ['1'] }, { b: ['2'] }, { c: ['3'] }]],
    ['replace a condition on the same field, as in event-ruler', { detail: { a: ['1'], b: ['2'] }, $or: [{ detail: { a: ['3'] } }, { detail: { a: ['4'] } }] },
      [{ detail: { a: ['3'], b: ['2'] } }, { detail: { a: ['4'], b: ['2'] } }]],
    ['of what is no pattern are one about which nothing is known', undefined, [{}]],
    ['of a $or without branches are the rest', { source: ['a'], $or: [] }, [{ source: ['a'] }]],
  ])('%s', (_what, pattern, expected) => {
    expect(branchesOf(pattern)).toEqual(expected);
  });

  test('of too many combinations are one about which nothing is known, in no time', () => {
    const $or = Array.from({ length: 100 }, (_, i) => ({ a: [`${i}`] }));
    const nested = Array.from({ length: 10 }).reduce<object>((inner) => ({ inner, $or }), {});
    expect(branchesOf({ source: ['a'], detail: nested })).toEqual([{}]);
    expect(branchesOf({ $or: $or.slice(0, 10), detail: { $or } })).toHaveLength(1000);
  });
});
