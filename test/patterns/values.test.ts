import type { Value } from '../../src/patterns/conditions/values';
import { covers, except, exact, intersect, mayBeSame, minimal, prefix, suffix, understand } from '../../src/patterns/conditions/values';
import { arnKey, DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const unresolved = (key: string) => exact(key, key, true);
const [absent, notAgent] = except([prefix('AGENT')], { prefix: 'AGENT' }, true);

test.each<[string, Value, Value, boolean]>([
  ['a value covers itself', exact('a'), exact('a'), true],
  ['a value covers the same, however written', exact('arn:aws:x', 'x'), exact('arn:aws-cn:x', 'x'), true],
  ['a prefix covers what begins so', prefix('a'), exact('ab'), true],
  ['a prefix covers longer ones', prefix('a'), prefix('ab'), true],
  ['a prefix does not cover shorter ones', prefix('ab'), prefix('a'), false],
  ['a value covers no prefix', exact('a'), prefix('a'), false],
  ['nothing is said of what a token begins with', prefix('a'), unresolved('ab'), false],
  ['a suffix covers what ends so', suffix('/web'), exact('prod/web'), true],
  ['a suffix covers no token', suffix('/web'), unresolved('prod/web'), false],
  ['a suffix covers itself', suffix('/web'), suffix('/web'), true],
  ['absence covers absence', absent, absent, true],
  ['an exclusion covers itself', notAgent, notAgent, true],
])('%s', (_title, wide, narrow, expected) => {
  expect(covers(wide, narrow)).toBe(expected);
});

test('of values that cover one another one is left, the first of equal ones', () => {
  const values = [exact('ab'), prefix('a'), exact('x', 'k'), exact('y', 'k'), prefix('b'), prefix('b'), notAgent, notAgent];

  expect(minimal(values)).toEqual([prefix('a'), exact('x', 'k'), prefix('b'), notAgent]);
});

test.each<[string, Value, Value, boolean]>([
  ['a value and another', exact('a'), exact('b'), false],
  ['a value and its prefix', exact('ab'), prefix('a'), true],
  ['two prefixes', prefix('a'), prefix('b'), false],
  ['an exclusion and what it excludes', notAgent, exact('AGENT x'), false],
  ['an exclusion and a part of what it excludes', notAgent, prefix('AGENT x'), false],
  ['an exclusion and something wider', notAgent, prefix('A'), true],
  ['an exclusion and something else', notAgent, exact('other'), true],
  ['an exclusion and absence', notAgent, absent, false],
  ['two exclusions', notAgent, except([exact('x')], ['x'] as never, false)[0], true],
  ['an exclusion by end and a value that ends so', except([suffix('/web')], { suffix: '/web' }, false)[0], exact('prod/web'), false],
  ['absence and a value', absent, exact('a'), false],
  ['matchers that are not understood', understand({ 'equals-ignore-case': 'a' }), exact('a'), false],
  ['a matcher that is not understood and itself', understand({ cidr: '10.0.0.0/8' }), understand({ cidr: '10.0.0.0/8' }), true],
])('whether an event can meet %s', (_title, one, other, expected) => {
  expect([intersect(one, other), intersect(other, one)]).toEqual([expected, expected]);
});

test.each<[unknown, string]>([
  ['a', 'exact'], [5, 'exact'], [false, 'exact'], [{ prefix: 'a' }, 'prefix'], [{ suffix: 'a' }, 'suffix'], [{ exists: false }, 'absent'],
  [{ exists: true }, 'other'], [{ prefix: { 'equals-ignore-case': 'a' } }, 'other'], [null, 'other'], [{ 'anything-but': 'a' }, 'other'],
])('of the matcher %j it is understood that it is %s', (matcher, kind) => {
  expect(understand(matcher).kind).toBe(kind);
});

describe('two values may be the same at deployment', () => {
  const CLUSTER = 'us-east-1|111122223333|cluster/prod';
  const here = (resource: string) => arnKey(DEPLOYED_ENVIRONMENT, resource);
  const known = (key: string) => exact(key);

  test.each<[string, Value, Value]>([
    ['if they are', known(CLUSTER), known(CLUSTER)],
    ['if one is not known at all', known(CLUSTER), exact('?', '?', true)],
    ['if neither is known', exact('?', '?', true), exact('!', '!', true)],
    ['if account and Region are not known', known(CLUSTER), known(here('cluster/prod'))],
    ['if the account is not known', known(CLUSTER), known(arnKey({ ...DEPLOYED_ENVIRONMENT, region: 'us-east-1' }, 'cluster/prod'))],
    ['if one is a beginning', known(CLUSTER), prefix('us-')],
  ])('%s', (_when, one, other) => {
    expect([mayBeSame(one, other), mayBeSame(other, one)]).toEqual([true, true]);
  });

  test.each<[string, Value, Value]>([
    ['with other names', known(CLUSTER), known(`${CLUSTER}-2`)],
    ['with other names, wherever they are', known(CLUSTER), known(here('cluster/prod-2'))],
    ['in another Region, whatever the account', known(CLUSTER), known(arnKey({ ...DEPLOYED_ENVIRONMENT, region: 'us-east-2' }, 'cluster/prod'))],
    ['of another form', known(CLUSTER), known(`${CLUSTER}|x`)],
  ])('but not %s', (_when, one, other) => {
    expect([mayBeSame(one, other), mayBeSame(other, one)]).toEqual([false, false]);
  });
});
