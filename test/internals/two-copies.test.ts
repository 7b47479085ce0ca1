import type { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { secondCopy } from './second-copy';
import { DaemonTaskStartImpairedRule, LambdaInvoke, SharedDeadLetterQueue, SnsPublish, SqsSendMessage } from '../../src';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import { IRELAND } from '../rules/stack-under-test';

/** The copy of the CDK that the app uses. The library uses the other one. */
let own: ReturnType<typeof secondCopy>;

beforeAll(() => {
  own = secondCopy();
});

afterAll(() => own.remove());

/** A stack of the app. The flag makes the CDK merge statements, those of both copies too. */
function given(context: Record<string, unknown> = {}): Stack {
  return new own.core.Stack(new own.core.App({ context: { '@aws-cdk/core:enablePartitionLiterals': true, ...context } }), 'Stack', { env: IRELAND });
}

/** Where events of a daemon arrive, and why they do not. */
function arrivals(stack: Stack): { readonly arrived: string[]; readonly refused: (string | undefined)[] } {
  const { delivered, undelivered } = EventBusSimulator.fromApp(stack.node.root as never).send(SampleEvent.daemonTaskStartImpaired());
  return { arrived: delivered.map(({ targetPath }) => targetPath), refused: undelivered.map(({ reason }) => reason) };
}

test('the app and the library use different copies of the CDK', () => {
  expect(own.sns.Topic).not.toBe(sns.Topic);
});

describe('an app with another copy of the CDK than the library', () => {
  test.each([['as they are', {}], ['merged', { '@aws-cdk/aws-iam:minimizePolicies': true }]])('delivers to encrypted targets of every kind, with statements %s', (_what, context) => {
    // GIVEN
    const stack = given(context);
    const topic = new own.sns.Topic(stack, 'Topic', { masterKey: new own.kms.Key(stack, 'TopicKey'), enforceSSL: true });
    const queue = new own.sqs.Queue(stack, 'Queue', { encryptionMasterKey: new own.kms.Key(stack, 'QueueKey'), enforceSSL: true });
    const handler = new own.lambda.Function(stack, 'Handler', {
      code: own.lambda.Code.fromInline('-'), handler: 'index.handler', runtime: own.lambda.Runtime.NODEJS_22_X,
    });
    // WHEN
    ['One', 'Two'].forEach((id) => new DaemonTaskStartImpairedRule(stack, id, {
      targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(handler)],
    }));
    // THEN
    expect(arrivals(stack)).toEqual({ arrived: [...Array(2)].flatMap(() => ['Stack/Topic', 'Stack/Queue', 'Stack/Handler']), refused: [] });
  });

  test('delivers by CDK targets of its copy, with the shared dead-letter queue', () => {
    const stack = given();
    new DaemonTaskStartImpairedRule(stack, 'Alert', {
      targets: [new own.targets.SnsTopic(new own.sns.Topic(stack, 'Topic')), new own.targets.SqsQueue(new own.sqs.Queue(stack, 'Queue'))],
    });
    expect(arrivals(stack)).toEqual({ arrived: ['Stack/Topic', 'Stack/Queue'], refused: [] });
    expect(stack.node.findChild('EcsEventDeadLetters')).toBe(SharedDeadLetterQueue.of(stack));
  });

  test.each<[string, (stack: Stack, topic: sns.Topic, queue: sqs.Queue) => void]>([
    ['TopicPolicy and QueuePolicy', (stack, topic, queue) => {
      const statement = (action: string, resource: string): iam.PolicyStatement => new own.iam.PolicyStatement({
        principals: [new own.iam.AccountRootPrincipal()], actions: [action], resources: [resource],
      });
      new own.sns.TopicPolicy(stack, 'TopicPolicy', { topics: [topic] }).document.addStatements(statement('sns:Publish', topic.topicArn));
      new own.sqs.QueuePolicy(stack, 'QueuePolicy', { queues: [queue] }).document.addStatements(statement('sqs:SendMessage', queue.queueArn));
    }],
    ['CfnTopicPolicy and CfnQueuePolicy', (stack, topic, queue) => {
      const document = (Action: string, Resource: string) => ({ Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: { AWS: IRELAND.account }, Action, Resource } });
      new own.sns.CfnTopicPolicy(stack, 'TopicPolicy', { topics: [topic.topicArn], policyDocument: document('sns:Publish', topic.topicArn) });
      new own.sqs.CfnQueuePolicy(stack, 'QueuePolicy', { queues: [queue.queueUrl], policyDocument: document('sqs:SendMessage', queue.queueArn) });
    }],
  ])('gets its statements into the policies that the app has as %s', (_what, policies) => {
    const stack = given();
    const [topic, queue] = [new own.sns.Topic(stack, 'Topic'), new own.sqs.Queue(stack, 'Queue')];
    policies(stack, topic, queue);
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic), new SqsSendMessage(queue)] });
    expect(arrivals(stack)).toEqual({ arrived: ['Stack/Topic', 'Stack/Queue'], refused: [] });
  });

  test('delivers to targets in another stack, in a nested stack and in another Region', () => {
    const stack = given();
    const other = new own.core.Stack(stack.node.root, 'Other', { env: IRELAND });
    const nested = new own.core.NestedStack(stack, 'Nested');
    const virginia = new own.core.Stack(stack.node.root, 'Virginia', { env: { ...IRELAND, region: 'us-east-1' } });
    new DaemonTaskStartImpairedRule(stack, 'Alert', {
      targets: [
        new SnsPublish(new own.sns.Topic(other, 'Topic')), new SqsSendMessage(new own.sqs.Queue(nested, 'Queue')),
        new SqsSendMessage(new own.sqs.Queue(virginia, 'Queue', { queueName: 'alerts' })),
      ],
    });
    const { delivered, undelivered } = EventBusSimulator.fromApp(stack.node.root as never).send(SampleEvent.daemonTaskStartImpaired(IRELAND));
    expect(undelivered).toEqual([]);
    expect(delivered.map(({ targetPath }) => targetPath)).toEqual(expect.arrayContaining(['Other/Topic', 'Stack/Nested/Queue', 'Virginia/Queue']));
  });

  test('reports what it would not deliver', () => {
    const stack = given();
    const queue = new own.sqs.Queue(stack, 'Queue', { encryption: own.sqs.QueueEncryption.KMS_MANAGED });
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue)] });
    expect(() => (stack.node.root as unknown as { synth(): void }).synth()).toThrow('alias/aws/sqs');
  });
});
