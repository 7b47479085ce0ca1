import { Holds, checkConditions } from '../../../src/engine/policy/conditions';
import { serviceContext } from '../../../src/engine/policy/policy-request';

const RULE = 'arn:aws:events:eu-west-1:111122223333:rule/alert';
const CONTEXT = serviceContext('events.amazonaws.com', { arn: RULE, account: '111122223333' });
const NEITHER = serviceContext('events.amazonaws.com');
const judge = (operator: string, key: string, wanted: unknown, context = CONTEXT) => checkConditions({ [operator]: { [key]: wanted } }, context);

test('no conditions hold', () => {
  expect(checkConditions(undefined, CONTEXT)).toEqual({ holds: Holds.YES, why: '' });
});

test.each<[string, string, unknown]>([
  ['StringEquals', 'aws:SourceAccount', '111122223333'],
  ['StringEquals', 'AWS:SOURCEACCOUNT', ['1', '111122223333']],
  ['StringEquals', 'aws:SourceAccount', 111122223333],
  ['StringNotEquals', 'aws:SourceAccount', ['1', '2']],
  ['StringEqualsIgnoreCase', 'aws:PrincipalServiceName', 'Events.Amazonaws.com'],
  ['StringNotEqualsIgnoreCase', 'aws:PrincipalServiceName', 'SNS.amazonaws.com'],
  ['StringLike', 'aws:SourceArn', 'arn:aws:events:*:rule/a?ert'],
  ['StringNotLike', 'aws:SourceArn', '*other*'],
  ['ArnEquals', 'aws:SourceArn', RULE],
  ['ArnEquals', 'aws:SourceArn', 'arn:aws:events:*:*:rule/*'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:events:eu-west-1:111122223333:*'],
  ['ArnLike', 'aws:SourceArn', ['x', 'arn:*:events:eu-west-1:111122223333:rule/al*']],
  ['ArnNotLike', 'aws:SourceArn', 'arn:aws:events:us-east-1:*:*'],
  ['ArnNotEquals', 'aws:SourceArn', 'arn:aws:s3:::bucket'],
  ['Bool', 'aws:SecureTransport', true],
  ['Bool', 'aws:PrincipalIsAWSService', 'true'],
  ['Bool', 'aws:ViaAWSService', 'false'],
  ['BoolIfExists', 'aws:SecureTransport', 'true'],
  ['Null', 'aws:SourceArn', 'false'],
  ['Null', 'aws:SourceVpce', true],
  ['StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-1'],
  ['StringNotEquals', 'aws:PrincipalOrgID', 'o-1'],
  ['NotIpAddress', 'aws:SourceIp', '10.0.0.0/8'],
  ['ForAllValues:StringLike', 'aws:PrincipalOrgPaths', 'o-1/*'],
  ['ForAnyValue:StringEquals', 'aws:PrincipalServiceNamesList', ['events.amazonaws.com', 'sns.amazonaws.com']],
  ['ForAllValues:StringEquals', 'aws:PrincipalServiceNamesList', ['events.amazonaws.com', 'sns.amazonaws.com']],
])('%s of %s and %j holds', (operator, key, wanted) => {
  expect(judge(operator, key, wanted)).toEqual({ holds: Holds.YES, why: '' });
});

test.each<[string, string, unknown, string]>([
  ['StringEquals', 'aws:SourceAccount', ['1', '2'], 'aws:SourceAccount is 111122223333, and StringEquals wants 1 or 2'],
  ['StringEquals', 'aws:SourceArn', 'arn:aws:events:eu-west-1:111122223333:rule/*', `aws:SourceArn is ${RULE}, and StringEquals wants arn:aws:events:eu-west-1:111122223333:rule/*`],
  ['StringNotEquals', 'aws:SourceAccount', ['1', '111122223333'], 'aws:SourceAccount is 111122223333, and StringNotEquals wants 1 or 111122223333'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:events:*:rule/alert', `aws:SourceArn is ${RULE}, and ArnLike wants arn:aws:events:*:rule/alert`],
  ['ArnLike', 'aws:SourceArn', '*', `aws:SourceArn is ${RULE}, and ArnLike wants *`],
  ['Bool', 'aws:SecureTransport', 'false', 'aws:SecureTransport is true, and Bool wants false'],
  ['Null', 'aws:SourceArn', 'true', 'aws:SourceArn is given'],
  ['Null', 'aws:SourceVpce', 'false', 'aws:SourceVpce is missing'],
  ['StringEquals', 'aws:PrincipalOrgID', 'o-1', 'StringEquals needs aws:PrincipalOrgID, which the request lacks'],
  ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', 'IpAddress needs aws:SourceIp, which the request lacks'],
  ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-1/*', 'ForAnyValue:StringLike needs aws:PrincipalOrgPaths, which the request lacks'],
  ['ForAllValues:StringEquals', 'aws:PrincipalServiceNamesList', 'x', 'aws:PrincipalServiceNamesList is events.amazonaws.com, and ForAllValues:StringEquals wants x'],
])('%s of %s and %j does not hold', (operator, key, wanted, why) => {
  expect(judge(operator, key, wanted)).toEqual({ holds: Holds.NO, why });
});

test.each<[string, string, unknown, string]>([
  ['StringEquals', 'aws:SourceOrgID', 'o-1', 'the key aws:SourceOrgID is not simulated'],
  ['NumericLessThan', 'aws:SourceAccount', 3, 'the operator NumericLessThan is not simulated'],
  ['StringResembles', 'aws:SourceAccount', '1', 'the operator StringResembles is not known'],
  ['constructor', 'aws:SourceAccount', '1', 'the operator constructor is not known'],
  ['StringEquals', 'aws:SourceAccount', '${aws:PrincipalAccount}', 'the policy variables in ["${aws:PrincipalAccount}"] are not simulated'],
])('%s of %s and %j cannot be judged', (operator, key, wanted, why) => {
  expect(judge(operator, key, wanted)).toEqual({ holds: Holds.UNKNOWN, why });
});

test('every operator and every key has to hold; what certainly does not is said first', () => {
  const mixed = { StringEquals: { 'aws:SourceAccount': '111122223333', 'aws:SourceOrgID': 'o-1' }, Bool: { 'aws:SecureTransport': 'false' } };
  expect(checkConditions(mixed, CONTEXT).holds).toBe(Holds.NO);
  expect(checkConditions({ ...mixed, Bool: {} }, CONTEXT).holds).toBe(Holds.UNKNOWN);
});

test('a caller that does not say on whose behalf it calls meets no condition on that', () => {
  expect(judge('ArnLike', 'aws:SourceArn', RULE, NEITHER).why).toBe('ArnLike needs aws:SourceArn, which the request lacks');
  expect(judge('StringEquals', 'aws:SourceAccount', '1', NEITHER).holds).toBe(Holds.NO);
});

test.each<[string, Holds, Holds]>([
  ['events.amazonaws.com', Holds.YES, Holds.NO],
  ['*.amazonaws.com', Holds.YES, Holds.YES],
  ['lambda.amazonaws.com', Holds.NO, Holds.NO],
])('of a key with two values, %s is met by any of them: %s; by all of them: %s', (wanted, any, all) => {
  const context = new Map([...CONTEXT, ['aws:principalservicenameslist', ['events.amazonaws.com', 'sns.amazonaws.com']]]);
  const of = (set: string) => judge(`${set}:StringLike`, 'aws:PrincipalServiceNamesList', wanted, context).holds;
  expect([of('ForAnyValue'), of('ForAllValues')]).toEqual([any, all]);
});
