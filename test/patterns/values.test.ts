import { Aws, Fn } from 'aws-cdk-lib';
import type { Value } from '../../src/patterns/conditions/values';
import { covers, except, exact, minimal, overlapOf, prefix, suffix, understand } from '../../src/patterns/conditions/values';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';
import type { Overlap } from '../../src/patterns/references/unresolved-text';
import { generatedName, unknownName, unknownText } from '../../src/patterns/references/unresolved-text';

const HOME = { partition: 'aws', region: 'us-east-1', account: '111122223333' };
const [absent, notAgent] = except([prefix('AGENT')], { prefix: 'AGENT' }, true);
const unknown = unknownName('Parameter');
const key = (text: string) => exact(text, text);
const understood = (matcher: unknown) => understand(matcher, HOME);

test.each<[string, Value, Value, boolean]>([
  ['a value covers itself', exact('a'), exact('a'), true],
  ['a value covers the same, no matter how it is written', exact('arn:aws:x'), exact('arn:aws-cn:x'), true],
  ['a prefix covers what begins so', prefix('a'), exact('ab'), true],
  ['a prefix covers longer ones', prefix('a'), prefix('ab'), true],
  ['a prefix does not cover shorter ones', prefix('ab'), prefix('a'), false],
  ['a value covers no prefix', exact('a'), prefix('a'), false],
  ['a prefix does not cover what is not known', prefix('a'), key(unknown), false],
  ['a prefix covers what begins so and is not known after that', prefix('a'), key(`ab${unknown}`), true],
  ['a suffix covers what ends so', suffix('/web'), exact('prod/web'), true],
  ['a suffix covers longer ones', suffix('web'), suffix('/web'), true],
  ['a suffix does not cover what is not known', suffix('/web'), key(`prod/${unknown}`), false],
  ['a number covers no text', exact(5), exact('5'), false],
  ['absence covers absence', absent, absent, true],
  ['an exclusion covers itself', notAgent, notAgent, true],
])('%s', (_title, wide, narrow, expected) => {
  expect(covers(wide, narrow)).toBe(expected);
});

test('of values that cover one another one is left, the first of equal ones', () => {
  const values = [exact('ab'), prefix('a'), exact('x', 'k'), exact('y', 'k'), prefix('b'), prefix('b'), notAgent, notAgent];

  expect(minimal(values)).toEqual([prefix('a'), exact('x', 'k'), prefix('b'), notAgent]);
});

test.each<[string, Value, Value, Overlap]>([
  ['a value and another', exact('a'), exact('b'), 'no'],
  ['a value and one that is not known', exact('a'), key(unknown), 'possible'],
  ['two values that are not known', key(unknown), key(unknownName('Other')), 'possible'],
  ['a value that is not known and itself', key(unknown), key(unknown), 'certain'],
  ['a value and its prefix', exact('ab'), prefix('a'), 'certain'],
  ['a prefix and a value that is not known', key(unknown), prefix('a'), 'possible'],
  ['two prefixes', prefix('a'), prefix('b'), 'no'],
  ['two prefixes, of which one is not known', prefix('a'), prefix('?', unknown), 'possible'],
  ['a suffix and a value that ends so', suffix('/web'), exact('prod/web'), 'certain'],
  ['a suffix and a value that ends otherwise', suffix('/web'), exact('prod/api'), 'no'],
  ['a suffix and a name that is not known', suffix('/web'), key(`prod/${unknown}`), 'possible'],
  ['a suffix and a generated name that does not end so', suffix('/web'), key(`prod/${generatedName('S', 'Stack-')}`), 'no'],
  ['two suffixes', suffix('/web'), suffix('/api'), 'no'],
  ['a suffix and a longer one', suffix('/web'), suffix('prod/web'), 'certain'],
  ['a prefix and a suffix', prefix('prod'), suffix('web'), 'certain'],
  ['an exclusion and what it excludes', notAgent, exact('AGENT x'), 'no'],
  ['an exclusion and a part of what it excludes', notAgent, prefix('AGENT x'), 'no'],
  ['an exclusion and something wider', notAgent, prefix('A'), 'certain'],
  ['an exclusion and something else', notAgent, exact('other'), 'certain'],
  ['an exclusion and what it may exclude', understood({ 'anything-but': ['a'] }), key(unknown), 'possible'],
  ['an exclusion and absence', notAgent, absent, 'no'],
  ['two exclusions', notAgent, except([exact('x')], ['x'] as never, false)[0], 'certain'],
  ['an exclusion by end and a value that ends so', except([suffix('/web')], { suffix: '/web' }, false)[0], exact('prod/web'), 'no'],
  ['absence and a value', absent, exact('a'), 'no'],
  ['absence and a matcher that is not understood', absent, understood({ wildcard: '*' }), 'no'],
  ['a number and a text', exact(5), exact('5'), 'no'],
  ['a prefix that ends in the partition and an ARN', understood({ prefix: 'arn:aws' }), exact('arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod'), 'certain'],
  ...[{ exists: true }, { 'equals-ignore-case': 'x' }, { wildcard: 'x*' }, { cidr: '10.0.0.0/8' }, { numeric: ['>', 5] }, { 'anything-but': { wildcard: 'x' } }, null].map(
    (matcher): [string, Value, Value, Overlap] => [`${JSON.stringify(matcher)}, which is not compared, and a value`, understood(matcher), exact('a'), 'certain']),
])('whether an event can meet %s', (_title, one, other, expected) => {
  expect([overlapOf(one, other), overlapOf(other, one)]).toEqual([expected, expected]);
});

test.each<[unknown, string]>([
  ['a', 'exact'], [5, 'exact'], [false, 'exact'], [{ prefix: 'a' }, 'prefix'], [{ suffix: 'a' }, 'suffix'], [{ exists: false }, 'absent'],
  [{ exists: true }, 'other'], [{ prefix: { 'equals-ignore-case': 'a' } }, 'other'], [null, 'other'],
  [{ 'anything-but': 'a' }, 'except'], [{ 'anything-but': ['a', 'b'] }, 'except'], [{ 'anything-but': [1] }, 'except'],
  [{ 'anything-but': { prefix: ['a', 'b'] } }, 'except'], [{ 'anything-but': { suffix: 'a' } }, 'except'],
  [{ 'anything-but': { 'equals-ignore-case': 'a' } }, 'other'], [{}, 'other'],
])('of the matcher %j it is understood that it is %s', (matcher, kind) => {
  expect(understood(matcher).kind).toBe(kind);
});

describe('ARNs are compared as they are in the environment of the rule', () => {
  const arn = (region: string, account: string, name = 'prod') => `arn:aws:ecs:${region}:${account}:cluster/${name}`;
  const literal = arn('us-east-1', '111122223333');

  test.each<[string, string, Overlap, Overlap]>([
    ['the same', literal, 'certain', 'certain'],
    ['its Region and account as pseudo parameters', arn(Aws.REGION, Aws.ACCOUNT_ID), 'certain', 'possible'],
    ['its Region as a pseudo parameter', arn(Aws.REGION, '111122223333'), 'certain', 'possible'],
    ['another account', arn(Aws.REGION, '444455556666'), 'no', 'no'],
    ['another Region', arn('us-east-2', Aws.ACCOUNT_ID), 'no', 'no'],
    ['another name', arn(Aws.REGION, Aws.ACCOUNT_ID, 'prod-2'), 'no', 'no'],
    ['a name that is not known', arn(Aws.REGION, Aws.ACCOUNT_ID, Fn.importValue('Name')), 'possible', 'possible'],
    ['an ARN that is not known', Fn.importValue('Arn'), 'possible', 'possible'],
  ])('%s', (_title, other, atHome, anywhere) => {
    expect(overlapOf(understood(literal), understood(other))).toBe(atHome);
    expect(overlapOf(understand(literal, DEPLOYED_ENVIRONMENT), understand(other, DEPLOYED_ENVIRONMENT))).toBe(anywhere);
  });

  test('a text that can be anything is compared by what is known at its ends', () => {
    const anything = key(`a${unknownText('x')}z`);

    expect(['a', 'az', 'a:b/z', 'b', 'by'].map((text) => overlapOf(exact(text), anything))).toEqual(['no', 'possible', 'possible', 'no', 'no']);
  });
});
