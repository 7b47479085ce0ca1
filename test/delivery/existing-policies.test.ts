import { App, CfnResource, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { grantFunction, grantQueue, grantTopic } from '../../src/delivery/permissions/grants';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

const OWNER = { Sid: 'Owner', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${IRELAND.account}:root` }, Action: 'sns:Publish', Resource: '*' };

/** The properties of the resources of some types in a stack. */
function propertiesIn(stack: Stack, ...types: string[]): any[] {
  const template = Template.fromStack(stack);
  return types.flatMap((type) => Object.values(template.findResources(type)).map(({ Properties }) => Properties));
}

/** The resources that the statements for EventBridge in a policy allow. */
function allowedIn({ PolicyDocument }: any): unknown[] {
  return [PolicyDocument.Statement].flat().filter(({ Principal }) => Principal.Service === 'events.amazonaws.com').map(({ Resource }) => Resource);
}

describe('T14: one policy for several topics or queues gets a statement for each of them', () => {
  test.each([3, 1])('as TopicPolicy, by %d grants each', (times) => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const topics = ['One', 'Two', 'Three'].map((id) => new sns.Topic(stack, id));
    new sns.TopicPolicy(stack, 'Policy', { topics });
    // WHEN
    Array.from({ length: times }, () => topics.forEach(grantTopic));
    // THEN
    const policies = propertiesIn(stack, 'AWS::SNS::TopicPolicy');
    expect(policies).toHaveLength(1);
    expect(allowedIn(policies[0])).toEqual(topics.map(({ topicArn }) => stack.resolve(topicArn)));
  });

  test('as CfnQueuePolicy', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const queues = ['One', 'Two'].map((id) => new sqs.Queue(stack, id));
    new sqs.CfnQueuePolicy(stack, 'Policy', { queues: queues.map(({ queueUrl }) => queueUrl), policyDocument: { Version: '2012-10-17', Statement: [] } });
    // WHEN
    [...queues, ...queues].forEach(grantQueue);
    // THEN
    const policies = propertiesIn(stack, 'AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(1);
    expect(allowedIn(policies[0])).toEqual(queues.map(({ queueArn }) => stack.resolve(queueArn)));
  });
});

test('T14: a policy in another stack is found, though that stack was searched before', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const [first, topic] = ['First', 'Second'].map((id) => new sns.Topic(stack, id));
  const other = new Stack(stack.node.root, 'Other', { env: IRELAND });
  grantTopic(first);
  new sns.TopicPolicy(other, 'Policy', { topics: [topic] });
  // WHEN
  grantTopic(topic);
  // THEN
  expect(propertiesIn(stack, 'AWS::SNS::TopicPolicy')).toHaveLength(1);
  expect(allowedIn(propertiesIn(other, 'AWS::SNS::TopicPolicy')[0])).toHaveLength(1);
});

describe('T14: a policy of the user gets the statement', () => {
  type Make = (stack: Stack, topic: sns.Topic) => void;

  test.each<[string, Make]>([
    ['whose Statement is no list', (stack, topic) => {
      new sns.CfnTopicPolicy(stack, 'Policy', { topics: [topic.topicArn], policyDocument: { Version: '2012-10-17', Statement: OWNER } });
    }],
    ['whose document is a token', (stack, topic) => {
      const policyDocument = Lazy.any({ produce: () => ({ Version: '2012-10-17', Statement: [OWNER] }) });
      new sns.CfnTopicPolicy(stack, 'Policy', { topics: [topic.topicArn], policyDocument });
    }],
    ['whose statements are tokens', (stack, topic) => {
      const statement = Lazy.any({ produce: () => [OWNER] });
      new sns.CfnTopicPolicy(stack, 'Policy', { topics: [topic.topicArn], policyDocument: { Version: '2012-10-17', Statement: statement } });
    }],
    ['that names the topic by a literal ARN', (stack) => {
      new sns.CfnTopicPolicy(stack, 'Policy', { topics: ['arn:aws:sns:eu-west-1:111122223333:alerts'], policyDocument: { Version: '2012-10-17', Statement: [OWNER] } });
    }],
    ['that names the topic by formatArn()', (stack) => {
      const topics = [stack.formatArn({ service: 'sns', resource: 'alerts' })];
      new sns.CfnTopicPolicy(stack, 'Policy', { topics, policyDocument: { Version: '2012-10-17', Statement: [OWNER] } });
    }],
    ['that is inline', (stack, topic) => {
      new sns.CfnTopicInlinePolicy(stack, 'Policy', { topicArn: topic.topicArn, policyDocument: { Version: '2012-10-17', Statement: [OWNER] } });
    }],
    ['that is a CfnResource', (stack, topic) => {
      new CfnResource(stack, 'Policy', {
        type: 'AWS::SNS::TopicPolicy', properties: { Topics: [topic.topicArn], PolicyDocument: { Version: '2012-10-17', Statement: [OWNER] } },
      });
    }],
    ['that is below the L1 construct', (_stack, topic) => {
      const policyDocument = { Version: '2012-10-17', Statement: [OWNER] };
      new sns.CfnTopicPolicy(topic.node.defaultChild as sns.CfnTopic, 'Policy', { topics: [topic.topicArn], policyDocument });
    }],
  ])('%s', (_what, make) => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic', { topicName: 'alerts' });
    make(stack, topic);
    // WHEN
    Array.from({ length: 2 }, () => grantTopic(topic));
    // THEN
    const policies = propertiesIn(stack, 'AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy');
    expect(policies).toHaveLength(1);
    expect(policies[0].PolicyDocument.Statement[0]).toEqual(OWNER);
    expect(allowedIn(policies[0])).toEqual([stack.resolve(topic.topicArn)]);
  });

  test('unless only AWS can read it: then it stays as it is', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    const policyDocument = Fn.transform('AWS::Include', { Location: 's3://policies/queue.json' });
    new sqs.CfnQueuePolicy(stack, 'Policy', { queues: [queue.queueUrl], policyDocument });
    // WHEN
    grantQueue(queue);
    // THEN
    const [{ PolicyDocument }] = propertiesIn(stack, 'AWS::SQS::QueuePolicy');
    expect(PolicyDocument).toEqual({ 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://policies/queue.json' } } });
  });

  test('but not that of a topic of the same name in another account', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic', { topicName: 'alerts' });
    new sns.CfnTopicPolicy(stack, 'Policy', { topics: ['arn:aws:sns:eu-west-1:444455556666:alerts'], policyDocument: { Version: '2012-10-17', Statement: [OWNER] } });
    // WHEN
    grantTopic(topic);
    // THEN
    expect(propertiesIn(stack, 'AWS::SNS::TopicPolicy').map((policy) => allowedIn(policy).length).sort()).toEqual([0, 1]);
  });
});

describe('T11: what an import stands for is part of the app, so it gets its grants', () => {
  test('an L1 topic gets a policy that keeps what its owner is allowed, and its key a statement', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.CfnTopic(stack, 'Topic', { kmsMasterKeyId: new kms.Key(stack, 'Key').keyId });
    // WHEN
    ['One', 'Two'].forEach((id) => grantTopic(sns.Topic.fromTopicArn(stack, id, topic.ref)));
    // THEN
    const policies = propertiesIn(stack, 'AWS::SNS::TopicPolicy');
    expect(policies).toMatchObject([{ Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: [{ Sid: '__default_statement_ID' }, { Action: 'sns:Publish' }] } }]);
    expect(policies[0].PolicyDocument.Statement).toHaveLength(2);
    expect(propertiesIn(stack, 'AWS::KMS::Key')[0].KeyPolicy.Statement).toMatchObject([{}, { Principal: { Service: 'events.amazonaws.com' } }]);
  });

  test('an L1 queue gets a policy, and its L1 key keeps what the account is allowed', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const key = new kms.CfnKey(stack, 'Key');
    const queue = new sqs.CfnQueue(stack, 'Queue', { kmsMasterKeyId: key.attrArn });
    // WHEN
    ['One', 'Two'].forEach((id) => grantQueue(sqs.Queue.fromQueueArn(stack, id, queue.attrArn)));
    // THEN
    expect(propertiesIn(stack, 'AWS::SQS::QueuePolicy')).toMatchObject([{ Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [{ Action: 'sqs:SendMessage' }] } }]);
    expect(propertiesIn(stack, 'AWS::KMS::Key')).toMatchObject([{
      KeyPolicy: {
        Statement: [
          { Action: 'kms:*', Effect: 'Allow', Resource: '*' }, { Principal: { Service: 'events.amazonaws.com' } },
        ],
      },
    }]);
  });

  test('an L1 function gets one permission', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const handler = new lambda.CfnFunction(stack, 'Handler', { code: { zipFile: '-' }, role: 'arn:aws:iam::111122223333:role/handler' });
    // WHEN
    ['One', 'Two'].forEach((id) => grantFunction(lambda.Function.fromFunctionArn(stack, id, handler.attrArn)));
    // THEN
    expect(propertiesIn(stack, 'AWS::Lambda::Permission')).toEqual([{
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': ['Handler', 'Arn'] },
      Principal: 'events.amazonaws.com',
      SourceAccount: IRELAND.account,
      SourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/*',
    }]);
  });

  test('a topic that is imported by its literal ARN into another stack gets the statement in its own', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    new sns.Topic(stack, 'Topic', { topicName: 'alerts' });
    const other = new Stack(stack.node.root, 'Other', { env: IRELAND });
    // WHEN
    grantTopic(sns.Topic.fromTopicArn(other, 'Import', 'arn:aws:sns:eu-west-1:111122223333:alerts'));
    // THEN
    expect(propertiesIn(other, 'AWS::SNS::TopicPolicy')).toEqual([]);
    expect(allowedIn(propertiesIn(stack, 'AWS::SNS::TopicPolicy')[0])).toHaveLength(1);
  });
});

describe('T10: the key that a queue has when it becomes a target gets the statement', () => {
  test.each<[string, (queue: sqs.CfnQueue, key: kms.Key) => void]>([
    ['its ARN on the L1 construct', (queue, key) => { queue.kmsMasterKeyId = key.keyArn; }],
    ['its id on the L1 construct', (queue, key) => { queue.kmsMasterKeyId = key.keyId; }],
    ['an alias on the L1 construct', (queue, key) => { queue.kmsMasterKeyId = key.addAlias('alerts').aliasName; }],
  ])('%s', (_what, encrypt) => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    encrypt(queue.node.defaultChild as sqs.CfnQueue, new kms.Key(stack, 'Key'));
    // WHEN
    Array.from({ length: 2 }, () => grantQueue(queue));
    // THEN
    const [{ KeyPolicy }] = propertiesIn(stack, 'AWS::KMS::Key');
    expect(KeyPolicy.Statement).toMatchObject([{ Action: 'kms:*' }, { Principal: { Service: 'events.amazonaws.com' } }]);
    expect(KeyPolicy.Statement).toHaveLength(2);
  });
});

test('what is granted in one app is granted in the next one too', () => {
  const policies = [1, 2].map(() => {
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const queue = new sqs.Queue(stack, 'Queue');
    new sqs.CfnQueuePolicy(stack, 'Policy', { queues: [queue.queueUrl], policyDocument: new iam.PolicyDocument() });
    grantQueue(queue);
    return propertiesIn(stack, 'AWS::SQS::QueuePolicy').map((policy) => allowedIn(policy).length);
  });
  expect(policies).toEqual([[1], [1]]);
});
