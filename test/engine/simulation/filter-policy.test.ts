import { whyFiltered } from '../../../src/engine/simulation/filter-policy';

const BODY = JSON.stringify({ detail: { reason: 'RESOURCE:CPU', count: 2 }, list: ['a', 'b'] });
const byBody = (policy: unknown, body = BODY) => whyFiltered(policy, 'MessageBody', body);

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
    expect(byBody(policy)).toBeUndefined();
  });

  test('does not pass what it does not want', () => {
    expect(byBody({ detail: { reason: ['AGENT'] } })).toBe('the filter policy wants detail.reason of the message body to be ["AGENT"], and it is "RESOURCE:CPU"');
    expect(byBody({ severity: ['high'] })).toBe('the filter policy wants severity of the message body to be ["high"], and it is nothing');
  });

  test.each(['"one line"\n"another"', '"a text"', '[]', ''])('does not pass what is no JSON object: %j', (body) => {
    expect(byBody({ a: [{ exists: false }] }, body)).toBe('the filter policy looks into the message body, which is no JSON object');
  });
});

describe('a filter on attributes', () => {
  test.each([undefined, 'MessageAttributes'])('T38: passes nothing that EventBridge publishes, scope %s', (scope) => {
    expect(whyFiltered({ severity: ['high'] }, scope, BODY))
      .toBe('the filter policy wants the message attribute severity to be ["high"], and EventBridge sets no attributes');
  });

  test('passes if it asks for their absence', () => {
    expect(whyFiltered({ severity: [{ exists: false }] }, undefined, BODY)).toBeUndefined();
    expect(whyFiltered({ severity: ['high', { exists: false }] }, undefined, 'no JSON')).toBeUndefined();
  });
});

test.each<[unknown, string]>([
  [{ a: [{ wildcard: '*' }] }, 'a: unrecognized match type "wildcard"'],
  [{ a: { b: [{ exactly: 'x' }] } }, 'a.b: unrecognized match type "exactly"'],
  [{ a: [{}] }, 'a: unrecognized match type ""'],
  [{ a: [{ 'anything-but': { suffix: 'x' } }] }, 'a: unsupported matcher {"anything-but":{"suffix":"x"}}'],
  [{ $or: [{ a: [{ prefix: { 'equals-ignore-case': 'x' } }] }, { b: [1] }] }, 'a: unsupported matcher {"prefix":{"equals-ignore-case":"x"}}'],
  [{ a: { $or: [{ b: [{ wildcard: 'x' }] }, { c: [1] }] } }, 'a.b: unrecognized match type "wildcard"'],
  [{ a: 'x' }, 'a: must be an object or an array, found "x"'],
  [[], 'an event pattern must be an object, found []'],
  ['{', ''],
])('what Amazon SNS does not understand passes nothing: %j', (policy, reason) => {
  expect(byBody(policy)).toContain(`Amazon SNS refuses the filter policy: ${reason}`);
});
