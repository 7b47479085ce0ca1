import { evaluatePolicy } from '../../../src/engine/policy/policy-document';
import { serviceContext, SourceVisibility } from '../../../src/engine/policy/policy-request';
import type { PolicyRequest } from '../../../src/engine/policy/policy-request';
import { Likelihood } from '../../../src/engine/values/likelihood';
import { likelyValue, unknownValue } from '../../../src/engine/values/unknown';

const SOURCE = { arn: 'arn:aws:events:eu-west-1:111122223333:rule/alert', account: '111122223333' };
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:alerts';
const REQUEST: PolicyRequest = { principal: { name: 'events.amazonaws.com', service: 'events.amazonaws.com' }, action: 'sqs:SendMessage', resource: QUEUE, context: serviceContext('events.amazonaws.com', SOURCE) };
const ALLOW = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: QUEUE };
const evaluate = (...Statement: object[]) => evaluatePolicy({ Statement }, REQUEST);
const { YES, NO, UNKNOWN } = Likelihood;
const NOTHING = 'no statement allows events.amazonaws.com to perform sqs:SendMessage';

describe('a statement is about the request', () => {
  test.each([
    [{}],
    [{ Principal: '*' }],
    [{ Principal: { AWS: '*' } }],
    [{ Principal: { AWS: ['arn:aws:iam::1:root', '*'] } }],
    [{ Principal: { Service: ['sns.amazonaws.com', 'events.amazonaws.com'] } }],
    [{ Action: '*' }],
    [{ Action: ['sqs:Receive*', 'SQS:Send*'] }],
    [{ Resource: '*' }],
    [{ Resource: ['arn:aws:sqs:*:*:alert?'] }],
    [{ Resource: ['arn:aws:sqs:*:*:other', QUEUE] }],
    [{ Resource: undefined, NotResource: ['arn:aws:sqs:*:*:other', 'arn:aws:sqs:*:*:third'] }],
    [{ Action: undefined, NotAction: 'sqs:DeleteQueue' }],
    [{ Resource: undefined, NotResource: 'arn:aws:sqs:eu-west-1:111122223333:other' }],
  ])('%j', (part) => {
    expect(evaluate({ ...ALLOW, ...part })).toMatchObject({ likelihood: YES, why: '' });
  });

  test.each([
    [{ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }],
    [{ Principal: { Service: 'sns.amazonaws.com' } }],
    [{ Principal: 'events.amazonaws.com' }],
    [{ Principal: undefined }],
    [{ Principal: undefined, NotPrincipal: { Service: 'events.amazonaws.com' } }],
    [{ Action: 'sqs:ReceiveMessage' }],
    [{ Action: undefined, NotAction: 'sqs:*' }],
    [{ Resource: 'arn:aws:sqs:eu-west-1:111122223333:alerts-2' }],
    [{ Resource: undefined }],
    [{ Resource: undefined, NotResource: ['arn:aws:sqs:*:*:other', QUEUE] }],
    [{ Effect: undefined }],
  ])('not: %j', (part) => {
    expect(evaluate({ ...ALLOW, ...part })).toMatchObject({ likelihood: NO, why: NOTHING });
  });
});

test('an account is named by its number or by its root', () => {
  const request = { ...REQUEST, principal: { name: '111122223333', account: '111122223333' } };
  const isAllowed = (...AWS: string[]) => evaluatePolicy({ Statement: { ...ALLOW, Principal: { AWS } } }, request).likelihood === YES;
  expect([isAllowed('111122223333'), isAllowed('1', 'arn:aws:iam::111122223333:root'), isAllowed('*')]).toEqual([true, true, true]);
  expect([isAllowed('arn:aws:iam::111122223333:role/r'), isAllowed('arn:aws:iam::1:root'), isAllowed()]).toEqual([false, false, false]);
});

test.each([[{}], [undefined], [{ Statement: [] }]])('a policy without statements allows nothing: %j', (document) => {
  expect(evaluatePolicy(document, REQUEST)).toMatchObject({ likelihood: NO, why: NOTHING });
});

test('a single statement may stand without a list, and a policy may be text', () => {
  expect(evaluatePolicy(JSON.stringify({ Statement: ALLOW }), REQUEST).likelihood).toBe(YES);
});

describe('Deny', () => {
  const DENY = { ...ALLOW, Effect: 'Deny', Principal: '*', Sid: 'No' };

  test('wins, wherever it stands', () => {
    expect(evaluate(ALLOW, DENY)).toMatchObject({ likelihood: NO, denied: YES, why: 'the Deny of statement "No" applies' });
    expect(evaluate({ ...DENY, Sid: undefined }, ALLOW)).toMatchObject({ likelihood: NO, denied: YES, why: 'the Deny of statement 1 applies' });
  });

  test('does not apply if its conditions are not met', () => {
    expect(evaluate(ALLOW, { ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }).likelihood).toBe(YES);
    expect(evaluate(ALLOW, { ...DENY, Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } } }).likelihood).toBe(YES);
  });

  test('of everyone outside of an organization applies to services too, unless it exempts them', () => {
    const outside = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    expect(evaluate(ALLOW, { ...DENY, Condition: outside }).likelihood).toBe(NO);
    expect(evaluate(ALLOW, { ...DENY, Condition: { ...outside, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }).likelihood).toBe(YES);
  });

  test('makes the answer unknown if it is not known whether it applies', () => {
    expect(evaluate(ALLOW, { ...DENY, Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } }))
      .toMatchObject({ likelihood: UNKNOWN, denied: UNKNOWN, why: 'the Deny of statement "No" may apply: the key aws:CurrentTime is not simulated' });
  });
});

describe('what is not known before the deployment', () => {
  const ACCOUNT = '111122223333';
  const OTHER = '999999999999';
  const from = (account: string) => evaluate({ ...ALLOW, Condition: { StringEquals: { 'aws:SourceAccount': account } } }).likelihood;
  const unless = (account: string) => evaluate(ALLOW, { ...ALLOW, Effect: 'Deny', Condition: { StringEquals: { 'aws:SourceAccount': account } } }).likelihood;

  test('is neither allowed nor denied', () => {
    const imported = unknownValue('imported-account');
    expect([from(imported), unless(imported)]).toEqual([UNKNOWN, UNKNOWN]);
    expect(evaluate({ ...ALLOW, Resource: `arn:aws:sqs:eu-west-1:${ACCOUNT}:${imported}` }).likelihood).toBe(UNKNOWN);
    expect(evaluate({ ...ALLOW, Resource: `arn:aws:sns:eu-west-1:${ACCOUNT}:${imported}` }).likelihood).toBe(NO);
  });

  test('is likely what is the default, and may be something else', () => {
    expect([from(likelyValue('Account', ACCOUNT)), unless(likelyValue('Account', ACCOUNT))]).toEqual([Likelihood.LIKELY, Likelihood.UNLIKELY]);
    expect([from(likelyValue('Account', OTHER)), unless(likelyValue('Account', OTHER))]).toEqual([Likelihood.UNLIKELY, Likelihood.LIKELY]);
  });

  test.each([unknownValue('Fn::Transform'), { Statement: unknownValue('Fn::Transform') }])('can be the whole policy', (document) => {
    expect(evaluatePolicy(document, REQUEST)).toMatchObject({ likelihood: UNKNOWN, denied: NO, why: 'the policy is not known before the deployment' });
  });

  test('can be a statement, which may allow or deny the request', () => {
    const include = unknownValue('Fn::Transform') as unknown as object;
    expect(evaluate(include).likelihood).toBe(UNKNOWN);
    expect(evaluate(ALLOW, include)).toMatchObject({ likelihood: UNKNOWN, why: 'the Deny of statement 2 may apply: it is not known before the deployment' });
  });
});

test('a condition on a key that a request possibly has is unknown unless both come to the same', () => {
  const context = serviceContext('events.amazonaws.com', SOURCE, SourceVisibility.UNCERTAIN);
  const given = (Condition: object) => evaluatePolicy({ Statement: { ...ALLOW, Condition } }, { ...REQUEST, context });
  expect(given({ ArnLike: { 'aws:SourceArn': SOURCE.arn } })).toMatchObject({
    likelihood: UNKNOWN,
    why: `the conditions of statement 1 cannot be evaluated: AWS documents that the request has no aws:SourceArn, and captures show ${SOURCE.arn}`,
  });
  expect(given({ ArnLike: { 'aws:SourceArn': `${SOURCE.arn}-other` } }).likelihood).toBe(NO);
  expect(given({ ArnLikeIfExists: { 'aws:SourceArn': SOURCE.arn } }).likelihood).toBe(YES);
  expect(given({ Bool: { 'aws:SecureTransport': 'true' } }).likelihood).toBe(YES);
});
