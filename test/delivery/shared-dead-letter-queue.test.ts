import { NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { SharedDeadLetterQueue } from '../../src/delivery/dead-letters/shared-dead-letter-queue';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest } from '../rules/stack-under-test';

test('is encrypted by Amazon SQS, takes messages over TLS only and keeps them for 14 days', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  SharedDeadLetterQueue.of(stack);
  // THEN
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::SQS::Queue', { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1209600, FifoQueue: Match.absent(), KmsMasterKeyId: Match.absent() });
  template.hasResourceProperties('AWS::SQS::QueuePolicy', {
    PolicyDocument: { Statement: [{ Effect: 'Deny', Action: 'sqs:*', Principal: { AWS: '*' }, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] },
  });
});

test('is the same for everything in a stack', () => {
  const stack = stackUnderTest();
  expect(SharedDeadLetterQueue.of(new Construct(stack, 'Inner'))).toBe(SharedDeadLetterQueue.of(stack));
  expect(SharedDeadLetterQueue.of(stack)).toBeInstanceOf(SharedDeadLetterQueue);
});

test('is another one in another stack, nested ones too', () => {
  const stack = stackUnderTest();
  const queues = [stack, new Stack(stack.node.root, 'Other'), new NestedStack(stack, 'Nested')].map((scope) => SharedDeadLetterQueue.of(scope));
  expect(new Set(queues).size).toBe(3);
});

test('is one in the template, however many rules there are', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Topic');
  // WHEN
  const rules = Array.from({ length: 10 }, (_, i) => new DaemonTaskStartImpairedRule(stack, `Alert${i}`, { targets: [new SnsPublish(topic)] }));
  // THEN
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 1);
  Template.fromStack(stack).resourceCountIs('AWS::SQS::QueuePolicy', 1);
  rules.forEach(({ deadLetterQueue }) => expect(deadLetterQueue).toBe(SharedDeadLetterQueue.of(stack)));
});

test('keeps its logical id', () => {
  const stack = stackUnderTest();
  SharedDeadLetterQueue.of(stack);
  expect(Object.keys(Template.fromStack(stack).findResources('AWS::SQS::Queue'))).toEqual(['EcsEventDeadLettersB3DA2899']);
});
