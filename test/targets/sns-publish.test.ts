import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest, targetsIn } from '../rules/stack-under-test';

test('by default the topic gets the event as AWS sent it, with the retries of EventBridge', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Topic');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [new SnsPublish(topic)] });
  // THEN
  expect(targetsIn(stack)).toEqual([{ Id: 'Target0', Arn: stack.resolve(topic.topicArn) }]);
});

test('every prop is rendered', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Topic');
  const queue = new sqs.Queue(stack, 'DeadLetters');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', {
    targets: [new SnsPublish(topic, {
      message: events.RuleTargetInput.fromText('impaired'),
      deadLetterQueue: queue,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(5),
    })],
  });
  // THEN
  expect(targetsIn(stack)).toEqual([{
    Id: 'Target0',
    Arn: stack.resolve(topic.topicArn),
    Input: '"impaired"',
    DeadLetterConfig: { Arn: stack.resolve(queue.queueArn) },
    RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 300 },
  }]);
});

test('only what is given of the retries is rendered', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topics = ['One', 'Two'].map((id) => new sns.Topic(stack, id));
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', {
    targets: [new SnsPublish(topics[0], { retryAttempts: 2 }), new SnsPublish(topics[1], { maxEventAge: Duration.hours(1) })],
  });
  // THEN
  expect(targetsIn(stack).map(({ RetryPolicy }) => RetryPolicy)).toEqual([{ MaximumRetryAttempts: 2 }, { MaximumEventAgeInSeconds: 3600 }]);
});

test('EventBridge may publish, by one statement for many rules, and use the key', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key') });
  // WHEN
  ['One', 'Two', 'Three'].forEach((id) => new DaemonTaskStartImpairedRule(stack, id, { targets: [new SnsPublish(topic)] }));
  // THEN
  const template = Template.fromStack(stack);
  const [policy] = Object.values(template.findResources('AWS::SNS::TopicPolicy'));
  expect(policy.Properties.PolicyDocument.Statement).toEqual([
    expect.objectContaining({ Sid: '__default_statement_ID', Condition: { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } } }),
    { Action: 'sns:Publish', Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Resource: stack.resolve(topic.topicArn), Sid: '1' },
  ]);
  const [key] = Object.values(template.findResources('AWS::KMS::Key'));
  expect(key.Properties.KeyPolicy.Statement).toContainEqual({
    Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Resource: '*',
  });
});

test('an imported topic is a target, whose policy its owner has to add', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:alerts');
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
  // THEN
  expect(targetsIn(stack)[0].Arn).toBe('arn:aws:sns:eu-west-1:111122223333:alerts');
  Template.fromStack(stack).resourceCountIs('AWS::SNS::TopicPolicy', 0);
});

test('without a role: AWS does not require one', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  // THEN
  Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 0);
  expect(targetsIn(stack)[0].RoleArn).toBeUndefined();
});

test.each([[undefined, '[Stack/Rule] '], ['Target0', '[Stack/Rule Target0] ']])('an error names its rule, with the id of the target if there is one: %s', (id, where) => {
  // GIVEN
  const stack = stackUnderTest();
  const rule = new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] } });
  const target = new SnsPublish(new sns.Topic(stack, 'Topic'), { retryAttempts: 186 });
  // WHEN
  const bind = () => target.bind(rule, id);
  // THEN
  expect(bind).toThrow(`${where}retryAttempts: expected a whole number of attempts from 0 to 185, got 186.`);
});
