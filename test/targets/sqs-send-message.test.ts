import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest, targetsIn } from '../rules/stack-under-test';

test('a standard queue gets the event as AWS sent it', () => {
  // GIVEN
  const stack = stackUnderTest();
  const queue = new sqs.Queue(stack, 'Queue');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [new SqsSendMessage(queue)] });
  // THEN
  expect(targetsIn(stack)).toEqual([{ Id: 'Target0', Arn: stack.resolve(queue.queueArn) }]);
});

test('a message, a dead-letter queue and retries are rendered', () => {
  // GIVEN
  const stack = stackUnderTest();
  const [queue, deadLetterQueue] = ['Queue', 'DeadLetters'].map((id) => new sqs.Queue(stack, id));
  const message = events.RuleTargetInput.fromEventPath('$.detail');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue, { message, deadLetterQueue, retryAttempts: 5 })] });
  // THEN
  expect(targetsIn(stack)).toEqual([{
    Id: 'Target0',
    Arn: stack.resolve(queue.queueArn),
    InputPath: '$.detail',
    DeadLetterConfig: { Arn: stack.resolve(deadLetterQueue.queueArn) },
    RetryPolicy: { MaximumRetryAttempts: 5 },
  }]);
});

describe('a FIFO queue', () => {
  test('gets the message group', () => {
    // GIVEN
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue', { fifo: true, contentBasedDeduplication: true });
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue, { messageGroupId: 'daemons' })] });
    // THEN
    expect(targetsIn(stack)).toMatchObject([{ Arn: stack.resolve(queue.queueArn), SqsParameters: { MessageGroupId: 'daemons' } }]);
  });

  test.each([[undefined, 'undefined'], ['', '""']])('T16: with the message group %p is an error', (messageGroupId, found) => {
    // GIVEN
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue', { fifo: true, contentBasedDeduplication: true });
    // THEN
    expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue, { messageGroupId })] })).toThrow(
      `[Stack/Alert] messageGroupId: construct Stack/Queue is a FIFO queue, which requires a message group, got ${found}.`
      + ' Set messageGroupId: without it, Amazon SQS rejects the message.');
  });

  test('T16: imported, without a message group, is an error too', () => {
    // GIVEN
    const stack = stackUnderTest();
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111122223333:alerts.fifo');
    // THEN
    expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue)] })).toThrow('[Stack/Alert] messageGroupId: construct Stack/Queue is a FIFO queue, which requires a message group, got undefined');
  });
});

test('EventBridge may send, by one statement for many rules, on behalf of the account only, and use the key', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') });
  // WHEN
  Array.from({ length: 25 }, (_, i) => new DaemonTaskStartImpairedRule(stack, `Alert${i}`, { deadLetterQueueEnabled: false, targets: [new SqsSendMessage(queue)] }));
  // THEN
  const template = Template.fromStack(stack);
  const [policy] = Object.values(template.findResources('AWS::SQS::QueuePolicy'));
  expect(policy.Properties.PolicyDocument.Statement).toEqual([{
    Action: 'sqs:SendMessage',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: stack.resolve(queue.queueArn),
    Condition: {
      StringEquals: { 'aws:SourceAccount': '111122223333' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' },
    },
  }]);
  const [key] = Object.values(template.findResources('AWS::KMS::Key'));
  expect(key.Properties.KeyPolicy.Statement).toContainEqual({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Resource: '*',
    Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
  });
});

test('without a role: AWS does not require one', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'))] });
  // THEN
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 0);
});
