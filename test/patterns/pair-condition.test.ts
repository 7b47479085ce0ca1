import { PairCondition } from '../../src/patterns/conditions/pair-condition';
import { exact } from '../../src/patterns/conditions/values';
import { canonicalArn } from '../../src/patterns/references/canonical-text';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';
import { unknownName } from '../../src/patterns/references/unresolved-text';

const UNKNOWN = unknownName('?');
const FIELDS = { place: 'detail', first: 'clusterArn', second: 'group', single: true };
const pair = (first: string, second: string, key = first) => ({ first: exact(first, key), second: exact(second) });

test('where every cluster goes with the same groups, two lists say it', () => {
  const condition = new PairCondition(FIELDS, [pair('a', 'x'), pair('a', 'y'), pair('b', 'x'), pair('b', 'y')]);

  expect(condition.render()).toEqual({ detail: { clusterArn: ['a', 'b'], group: ['x', 'y'] } });
});

test('otherwise it takes a branch for each list', () => {
  const condition = new PairCondition(FIELDS, [pair('a', 'x'), pair('b', 'y'), pair('c', 'x')]);

  expect(condition.render()).toEqual({ detail: { $or: [{ clusterArn: ['a', 'c'], group: ['x'] }, { clusterArn: ['b'], group: ['y'] }] } });
});

describe('a cluster that may turn out to be one of another branch, of which EventBridge would lose a pair in common and all that is next to it', () => {
  test('by its name: it stands last, with a branch for each of its groups', () => {
    const unresolved = (second: string) => ({ first: exact('?', UNKNOWN), second: exact(second) });
    const condition = new PairCondition(FIELDS, [unresolved('x'), unresolved('z'), pair('a', 'x'), pair('a', 'y'), pair('b', 'x'), pair('b', 'y')]);

    expect(condition.render()).toEqual({
      detail: {
        $or: [
          { clusterArn: ['a', 'b'], group: ['x', 'y'] },
          { clusterArn: ['?'], group: ['x'] },
          { clusterArn: ['?'], group: ['z'] },
        ],
      },
    });
  });

  test('by its account: that with the fewest groups stands last', () => {
    const literal = { ...DEPLOYED_ENVIRONMENT, account: '111122223333' };
    const here = (group: string) => pair('here/prod', group, canonicalArn(DEPLOYED_ENVIRONMENT, 'cluster/prod', DEPLOYED_ENVIRONMENT));
    const there = (name: string, group: string) => pair(`there/${name}`, group, canonicalArn(literal, `cluster/${name}`, DEPLOYED_ENVIRONMENT));
    const condition = new PairCondition(FIELDS, [here('x'), there('prod', 'x'), there('prod', 'y'), there('other', 'x'), there('other', 'y')]);

    expect(condition.render()).toEqual({
      detail: {
        $or: [
          { clusterArn: ['there/prod', 'there/other'], group: ['x', 'y'] },
          { clusterArn: ['here/prod'], group: ['x'] },
        ],
      },
    });
  });

  test('with the same groups as the others: nothing could be lost', () => {
    const condition = new PairCondition(FIELDS, [{ first: exact('?', UNKNOWN), second: exact('x') }, pair('a', 'x')]);

    expect(condition.render()).toEqual({ detail: { clusterArn: ['?', 'a'], group: ['x'] } });
  });
});

test('a cluster that is written in two ways keeps all of its groups', () => {
  const condition = new PairCondition(FIELDS, [pair('arn:aws:prod', 'web', 'prod'), pair('arn:<partition>:prod', 'api', 'prod')]);

  expect(condition.render()).toEqual({ detail: { clusterArn: ['arn:aws:prod'], group: ['web', 'api'] } });
});

test('a pair that is there twice counts once, so that no two parts hold it', () => {
  const condition = new PairCondition(FIELDS, [pair('a', 'x'), pair('b', 'y'), pair('a', 'x')]);

  expect(condition.size).toBe(2);
  expect(condition.slice(0, 1).render()).toEqual({ detail: { clusterArn: ['a'], group: ['x'] } });
  expect(condition.slice(1).render()).toEqual({ detail: { clusterArn: ['b'], group: ['y'] } });
});

test('pairs of an array are not distinguished by anything, and stay together', () => {
  const condition = new PairCondition({ ...FIELDS, single: false }, [pair('a', 'x'), pair('b', 'y')]);

  expect([condition.size, condition.constraintsByPath()]).toEqual([1, {}]);
});

test('pairs that may be equal at deployment stay together', () => {
  const condition = new PairCondition(FIELDS, [pair('a', 'x'), pair('b', 'y'), { first: exact('?', UNKNOWN), second: exact('x') }, pair('c', 'x')]);

  expect(condition.size).toBe(2);
  expect(condition.slice(1).render()).toEqual({ detail: { clusterArn: ['b'], group: ['y'] } });
});
