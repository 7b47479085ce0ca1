import { applyFilter } from '../../../src/engine/simulation/filter-policy';
import { likelyValue, unknownValue } from '../../../src/engine/values/unknown';

const BODY = JSON.stringify({ detail: { reason: 'RESOURCE:CPU', count: 2 }, list: ['a', 'b'] });
const byBody = (policy: unknown, body = BODY) => applyFilter(policy, 'MessageBody', body);

describe('a filter on the body', () => {
  test.each<[unknown]>([
    [{ detail: { reason: ['RESOURCE:CPU'] } }],
    ['{"detail": {"reason": ["RESOURCE:CPU"]}}'],
    [{ detail: { reason: [{ prefix: 'RESOURCE:' }], count: [{ numeric: ['>', 1] }] } }],
    [{ detail: { reason: [{ suffix: 'CPU' }, 'x'] } }],
    [{ detail: { reason: [{ 'equals-ignore-case': 'resource:cpu' }] } }],
    [{ detail: { reason: [{ 'anything-but': ['AGENT'] }] } }],
    [{ detail: { reason: [{ 'anything-but': { prefix: 'AGENT' } }] } }],
    [{ detail: { other: [{ exists: false }] } }],
    [{ list: [{ 'anything-but': 'a' }] }],
    [{ $or: [{ list: ['x'] }, { detail: { count: [2] } }] }],
    [{ detail: { $or: [{ reason: ['x'] }, { count: [2] }] } }],
  ])('passes: %j', (policy) => {
    expect(byBody(policy)).toEqual({ isPassed: true });
  });

  test('does not pass what it does not want', () => {
    expect(byBody({ detail: { reason: ['AGENT'] } }).reason).toBe('the filter policy requires detail.reason of the message body to be ["AGENT"], and it is "RESOURCE:CPU"');
    expect(byBody({ severity: ['high'] }).reason).toBe('the filter policy requires severity of the message body to be ["high"], and it is nothing');
  });

  test.each(['"one line"\n"another"', '"a text"', '[]', ''])('does not pass what is no JSON object: %j', (body) => {
    expect(byBody({ a: [{ exists: false }] }, body).reason).toBe('the filter policy is for the message body, which is not a JSON object');
  });
});

describe('a filter on attributes', () => {
  test.each([undefined, 'MessageAttributes'])('T38: passes nothing that EventBridge publishes, scope %s', (scope) => {
    expect(applyFilter({ severity: ['high'] }, scope, BODY).reason)
      .toBe('the filter policy requires the message attribute severity to be ["high"], and EventBridge sets no attributes');
  });

  test('passes if it requires their absence', () => {
    expect(applyFilter({ severity: [{ exists: false }] }, undefined, BODY).isPassed).toBe(true);
    expect(applyFilter({ severity: ['high', { exists: false }] }, undefined, 'no JSON').isPassed).toBe(true);
  });
});

test.each<[unknown, string]>([
  [{ a: { b: [{ contains: 'x' }] } }, 'a.b: unrecognized match type "contains"'],
  [{ a: [{}] }, 'a: unrecognized match type ""'],
  [{ a: [{ 'anything-but': { contains: 'x' } }] }, 'a: unsupported matcher {"anything-but":{"contains":"x"}}'],
  [{ $or: [{ a: [{ prefix: { contains: 'x' } }] }, { b: [1] }] }, 'a: unsupported matcher {"prefix":{"contains":"x"}}'],
  [{ a: { $or: [{ b: [{ contains: 'x' }] }, { c: [1] }] } }, 'a.b: unrecognized match type "contains"'],
  [{ a: 'x' }, 'a: must be an object or an array, got "x"'],
  [[], 'an event pattern must be an object, got []'],
  ['{', ''],
])('what Amazon SNS does not understand passes nothing: %j', (policy, reason) => {
  expect(byBody(policy).reason).toContain(`Amazon SNS refuses the filter policy: ${reason}`);
});

test.each<[object, string]>([
  [{ a: [{ wildcard: '*' }] }, '{"wildcard":"*"}'],
  [{ a: { b: [{ exactly: 'x' }] } }, '{"exactly":"x"}'],
  [{ a: [{ 'anything-but': { suffix: 'x' } }] }, '{"anything-but":{"suffix":"x"}}'],
  [{ $or: [{ a: [{ prefix: { 'equals-ignore-case': 'x' } }] }, { b: [1] }] }, '{"prefix":{"equals-ignore-case":"x"}}'],
])('of matchers that EventBridge has, and that AWS does not document for Amazon SNS, it is unknown: %j', (policy, matcher) => {
  expect(byBody(policy)).toEqual({ reason: `AWS does not document the matcher ${matcher} for Amazon SNS` });
});

test.each(['MessageBody', 'MessageAttributes', undefined])('an empty filter policy removes the filter, scope %s', (scope) => {
  expect(applyFilter({}, scope, BODY)).toEqual({ isPassed: true });
  expect(applyFilter('{}', scope, 'no JSON')).toEqual({ isPassed: true });
});

test('a filter policy with values that are not known before the deployment passes what passes with the likely ones', () => {
  expect(byBody({ detail: { reason: [likelyValue('Reason', 'RESOURCE:CPU')] } })).toEqual({ isPassed: true });
  expect(byBody({ detail: { reason: [likelyValue('Reason', 'AGENT')] } })).toEqual({ reason: '{"detail":{"reason":["AGENT"]}} is not known before the deployment' });
  expect(byBody({ detail: { reason: [unknownValue('imported')] } })).toEqual({ reason: '{"detail":{"reason":["imported"]}} is not known before the deployment' });
});
