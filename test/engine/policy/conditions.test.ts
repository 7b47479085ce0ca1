import { evaluateConditions } from '../../../src/engine/policy/conditions';
import { contextOf, serviceContext, SourceVisibility } from '../../../src/engine/policy/policy-request';
import { Likelihood } from '../../../src/engine/values/likelihood';

const RULE = 'arn:aws:events:eu-west-1:111122223333:rule/alert';
const CONTEXT = serviceContext('events.amazonaws.com', { arn: RULE, account: '111122223333' });
const NEITHER = serviceContext('events.amazonaws.com', { arn: RULE, account: '111122223333' }, SourceVisibility.HIDDEN);
function evaluate(operator: string, key: string, wanted: unknown, context = CONTEXT) {
  return evaluateConditions({ [operator]: { [key]: wanted } }, context);
}

test('no conditions are met', () => {
  expect(evaluateConditions(undefined, CONTEXT)).toMatchObject({ likelihood: Likelihood.YES, why: '' });
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
])('%s of %s and %j is met', (operator, key, wanted) => {
  expect(evaluate(operator, key, wanted)).toMatchObject({ likelihood: Likelihood.YES, why: '' });
});

test.each<[string, string, unknown, string]>([
  ['StringEquals', 'aws:SourceAccount', ['1', '2'], 'aws:SourceAccount is 111122223333, and StringEquals requires 1 or 2'],
  ['StringEquals', 'aws:SourceArn', 'arn:aws:events:eu-west-1:111122223333:rule/*', `aws:SourceArn is ${RULE}, and StringEquals requires arn:aws:events:eu-west-1:111122223333:rule/*`],
  ['StringNotEquals', 'aws:SourceAccount', ['1', '111122223333'], 'aws:SourceAccount is 111122223333, and StringNotEquals requires 1 or 111122223333'],
  ['ArnLike', 'aws:SourceArn', 'arn:aws:events:*:rule/alert', `aws:SourceArn is ${RULE}, and ArnLike requires arn:aws:events:*:rule/alert`],
  ['ArnLike', 'aws:SourceArn', '*', `aws:SourceArn is ${RULE}, and ArnLike requires *`],
  ['Bool', 'aws:SecureTransport', 'false', 'aws:SecureTransport is true, and Bool requires false'],
  ['Null', 'aws:SourceArn', 'true', 'aws:SourceArn is present'],
  ['Null', 'aws:SourceVpce', 'false', 'aws:SourceVpce is missing'],
  ['StringEquals', 'aws:PrincipalOrgID', 'o-1', 'StringEquals needs aws:PrincipalOrgID, which the request lacks'],
  ['IpAddress', 'aws:SourceIp', '10.0.0.0/8', 'IpAddress needs aws:SourceIp, which the request lacks'],
  ['ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-1/*', 'ForAnyValue:StringLike needs aws:PrincipalOrgPaths, which the request lacks'],
  ['ForAllValues:StringEquals', 'aws:PrincipalServiceNamesList', 'x', 'aws:PrincipalServiceNamesList is events.amazonaws.com, and ForAllValues:StringEquals requires x'],
])('%s of %s and %j is not met', (operator, key, wanted, why) => {
  expect(evaluate(operator, key, wanted)).toMatchObject({ likelihood: Likelihood.NO, why });
});

test.each<[string, string, unknown, string]>([
  ['StringEquals', 'aws:SourceOrgID', 'o-1', 'the key aws:SourceOrgID is not simulated'],
  ['NumericLessThan', 'aws:SourceAccount', 3, 'the operator NumericLessThan is not simulated'],
  ['StringResembles', 'aws:SourceAccount', '1', 'the operator StringResembles does not exist'],
  ['constructor', 'aws:SourceAccount', '1', 'the operator constructor does not exist'],
  ['StringEquals', 'aws:SourceAccount', '${aws:PrincipalAccount}', 'the policy variables in ["${aws:PrincipalAccount}"] are not simulated'],
])('%s of %s and %j cannot be evaluated', (operator, key, wanted, why) => {
  expect(evaluate(operator, key, wanted)).toMatchObject({ likelihood: Likelihood.UNKNOWN, why });
});

test('every operator and every key has to be met; what is not met for certain comes first', () => {
  const mixed = { StringEquals: { 'aws:SourceAccount': '111122223333', 'aws:SourceOrgID': 'o-1' }, Bool: { 'aws:SecureTransport': 'false' } };
  expect(evaluateConditions(mixed, CONTEXT).likelihood).toBe(Likelihood.NO);
  expect(evaluateConditions({ ...mixed, Bool: {} }, CONTEXT).likelihood).toBe(Likelihood.UNKNOWN);
});

test('a caller that does not pass on whose behalf it calls meets no condition on that', () => {
  expect(evaluate('ArnLike', 'aws:SourceArn', RULE, NEITHER).why).toBe('ArnLike needs aws:SourceArn, which the request lacks');
  expect(evaluate('StringEquals', 'aws:SourceAccount', '1', NEITHER).likelihood).toBe(Likelihood.NO);
});

test.each<[string, Likelihood, Likelihood]>([
  ['events.amazonaws.com', Likelihood.YES, Likelihood.NO],
  ['*.amazonaws.com', Likelihood.YES, Likelihood.YES],
  ['lambda.amazonaws.com', Likelihood.NO, Likelihood.NO],
])('of a key with two values, %s is met by any of them: %s; by all of them: %s', (wanted, any, all) => {
  const context = new Map([...CONTEXT, ...contextOf({ 'aws:PrincipalServiceNamesList': ['events.amazonaws.com', 'sns.amazonaws.com'] })]);
  const of = (set: string) => evaluate(`${set}:StringLike`, 'aws:PrincipalServiceNamesList', wanted, context).likelihood;
  expect([of('ForAnyValue'), of('ForAllValues')]).toEqual([any, all]);
});
