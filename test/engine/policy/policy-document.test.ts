import { checkPolicy } from '../../../src/engine/policy/policy-document';
import { serviceContext } from '../../../src/engine/policy/policy-request';

const SOURCE = { arn: 'arn:aws:events:eu-west-1:111122223333:rule/alert', account: '111122223333' };
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:alerts';
const REQUEST = { principal: 'events.amazonaws.com', action: 'sqs:SendMessage', resource: QUEUE, context: serviceContext('events.amazonaws.com', SOURCE) };
const ALLOW = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: QUEUE };
const judge = (...Statement: object[]) => checkPolicy({ Statement }, REQUEST);
const NOTHING = 'no statement lets events.amazonaws.com do sqs:SendMessage';

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
    expect(judge({ ...ALLOW, ...part })).toMatchObject({ isAllowed: true, why: '' });
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
    expect(judge({ ...ALLOW, ...part })).toMatchObject({ isAllowed: false, why: NOTHING });
  });
});

test('an account is named by its number or by its root', () => {
  const request = { ...REQUEST, principal: '111122223333' };
  const isAllowed = (...AWS: string[]) => checkPolicy({ Statement: { ...ALLOW, Principal: { AWS } } }, request).isAllowed;
  expect([isAllowed('111122223333'), isAllowed('1', 'arn:aws:iam::111122223333:root'), isAllowed('*')]).toEqual([true, true, true]);
  expect([isAllowed('arn:aws:iam::111122223333:role/r'), isAllowed('arn:aws:iam::1:root'), isAllowed()]).toEqual([false, false, false]);
});

test.each([[{}], [undefined], [{ Statement: [] }]])('a policy without statements allows nothing: %j', (document) => {
  expect(checkPolicy(document, REQUEST)).toMatchObject({ isAllowed: false, why: NOTHING });
});

test('a single statement may stand without a list, and a policy may be text', () => {
  expect(checkPolicy(JSON.stringify({ Statement: ALLOW }), REQUEST).isAllowed).toBe(true);
});

describe('Deny', () => {
  const DENY = { ...ALLOW, Effect: 'Deny', Principal: '*', Sid: 'No' };

  test('wins, wherever it stands', () => {
    expect(judge(ALLOW, DENY)).toEqual({ isAllowed: false, isDenied: true, why: 'the Deny of statement "No" applies' });
    expect(judge({ ...DENY, Sid: undefined }, ALLOW)).toEqual({ isAllowed: false, isDenied: true, why: 'the Deny of statement 1 applies' });
  });

  test('does not apply if its conditions do not hold', () => {
    expect(judge(ALLOW, { ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }).isAllowed).toBe(true);
    expect(judge(ALLOW, { ...DENY, Condition: { StringNotEquals: { 'aws:SourceAccount': '111122223333' } } }).isAllowed).toBe(true);
  });

  test('of everybody outside of an organization hits services too, unless it spares them', () => {
    const outside = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
    expect(judge(ALLOW, { ...DENY, Condition: outside }).isAllowed).toBe(false);
    expect(judge(ALLOW, { ...DENY, Condition: { ...outside, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } } }).isAllowed).toBe(true);
  });

  test('counts if nobody knows whether it applies', () => {
    expect(judge(ALLOW, { ...DENY, Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } } }))
      .toEqual({ isAllowed: false, isDenied: true, why: 'the Deny of statement "No" may apply: the key aws:CurrentTime is not simulated' });
  });
});

describe('where a service supports no conditions', () => {
  const checkTopic = (...Statement: object[]) => checkPolicy({ Statement }, REQUEST, { withoutConditions: 'unsupported' });

  test('an Allow with one allows nothing, even if it holds', () => {
    const Condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
    expect(checkTopic({ ...ALLOW, Condition })).toMatchObject({ isAllowed: false, why: 'statement 1 has conditions: unsupported' });
    expect(checkTopic({ ...ALLOW, Condition }, ALLOW).isAllowed).toBe(true);
    expect(checkTopic({ ...ALLOW, Condition: {} }).isAllowed).toBe(true);
  });

  test('what is for everybody under a condition is not what is missing', () => {
    expect(checkTopic({ ...ALLOW, Principal: '*', Condition: { StringEquals: { 'AWS:SourceOwner': '1' } } }).why).toBe(NOTHING);
    expect(checkTopic({ ...ALLOW, Principal: undefined, NotPrincipal: { AWS: '1' }, Condition: { Bool: { 'aws:SecureTransport': true } } }).why).toBe(NOTHING);
  });
});
