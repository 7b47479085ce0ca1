import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { grantDeadLetters, grantFunction, grantQueue, grantTopic } from '../../src/delivery/permissions/grants';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

const EVENT_BRIDGE = { Service: 'events.amazonaws.com' };
const FROM_IRELAND = {
  StringEquals: { 'aws:SourceAccount': IRELAND.account },
  ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' },
};

function statementsOf(stack: Stack, type: string, document = 'PolicyDocument'): any[] {
  return Object.values(Template.fromStack(stack).findResources(type)).flatMap(({ Properties }) => Properties[document].Statement);
}

/** What EventBridge may do with the keys of a stack. */
function keyStatements(stack: Stack): any[] {
  return statementsOf(stack, 'AWS::KMS::Key', 'KeyPolicy').filter(({ Principal }) => Principal.Service);
}

describe('a queue', () => {
  test('T21: takes messages of the rules of its account and Region, by one statement', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    // WHEN
    Array.from({ length: 50 }, () => grantQueue(queue));
    // THEN
    expect(statementsOf(stack, 'AWS::SQS::QueuePolicy')).toEqual([
      { Action: 'sqs:SendMessage', Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: stack.resolve(queue.queueArn), Condition: FROM_IRELAND },
    ]);
  });

  test('is not given the same statement for every rule: the CDK would collapse hundreds of them at every step of synthesis', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') });
    const statementsOfKey = jest.spyOn(queue.encryptionMasterKey!, 'addToResourcePolicy');
    // WHEN
    Array.from({ length: 50 }, () => grantQueue(queue));
    Array.from({ length: 50 }, () => grantDeadLetters(queue, stack));
    // THEN
    const { policyDocument } = queue.node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy;
    // One that makes the policy, and one that is then known to be in it.
    expect((policyDocument as iam.PolicyDocument).statementCount).toBe(2);
    expect(statementsOfKey).toHaveBeenCalledTimes(1);
  });

  test('T10: lets EventBridge use its customer-managed key, for its own account', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') });
    // WHEN
    Array.from({ length: 3 }, () => grantQueue(queue));
    // THEN
    expect(keyStatements(stack)).toEqual([{
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Effect: 'Allow',
      Principal: EVENT_BRIDGE,
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': IRELAND.account } },
    }]);
  });

  test('of an import is left as it is', () => {
    // GIVEN
    const stack = stackUnderTest();
    // WHEN
    grantQueue(sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111122223333:alerts'));
    // THEN
    Template.fromStack(stack).resourceCountIs('AWS::SQS::QueuePolicy', 0);
  });
});

describe('a topic', () => {
  test('takes messages of EventBridge, without conditions, which AWS does not support there', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic');
    // WHEN
    Array.from({ length: 50 }, () => grantTopic(topic));
    // THEN
    expect(statementsOf(stack, 'AWS::SNS::TopicPolicy')).toEqual([
      expect.objectContaining({ Sid: '__default_statement_ID', Condition: { StringEquals: { 'AWS:SourceOwner': IRELAND.account } } }),
      { Action: 'sns:Publish', Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: stack.resolve(topic.topicArn), Sid: '1' },
    ]);
  });

  test('T39: lets EventBridge use its customer-managed key, without conditions', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key') });
    // WHEN
    Array.from({ length: 3 }, () => grantTopic(topic));
    // THEN
    expect(keyStatements(stack)).toEqual([
      { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Effect: 'Allow', Principal: EVENT_BRIDGE, Resource: '*' },
    ]);
  });
});

describe('a function', () => {
  const handler = (stack: Stack) => new lambda.Function(stack, 'Handler', {
    code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST,
  });

  test('T22: is invoked by the rules of its account and Region, by one permission', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const onCall = handler(stack);
    // WHEN
    Array.from({ length: 50 }, () => grantFunction(onCall));
    // THEN
    const permissions = Template.fromStack(stack).findResources('AWS::Lambda::Permission');
    expect(Object.values(permissions).map(({ Properties }) => Properties)).toEqual([{
      Action: 'lambda:InvokeFunction',
      FunctionName: stack.resolve(onCall.functionArn),
      Principal: 'events.amazonaws.com',
      SourceAccount: IRELAND.account,
      SourceArn: FROM_IRELAND.ArnLike['aws:SourceArn'],
    }]);
  });

  test('needs a separate permission for an alias', () => {
    // GIVEN
    const stack = stackUnderTest();
    const onCall = handler(stack);
    const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: onCall.currentVersion });
    // WHEN
    [onCall, alias].forEach(grantFunction);
    // THEN
    const permissions = Object.values(Template.fromStack(stack).findResources('AWS::Lambda::Permission'));
    expect(permissions.map(({ Properties }) => Properties.FunctionName)).toEqual(stack.resolve([onCall.functionArn, alias.functionArn]));
  });
});

test('policies do not say which rule it is, so that they do not refer to its stack', () => {
  // GIVEN
  const stack = stackUnderTest();
  const queue = new sqs.Queue(stack, 'Queue');
  // WHEN
  grantQueue(queue);
  // THEN
  const [{ Condition }] = statementsOf(stack, 'AWS::SQS::QueuePolicy');
  expect(JSON.stringify(Condition.ArnLike)).toMatch(/:rule\/\*"/);
  expect(Condition.StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
});
