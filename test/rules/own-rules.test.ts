import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IRELAND, rulesIn, stackUnderTest, targetsIn } from './stack-under-test';
import { SharedDeadLetterQueue } from '../../src/delivery/dead-letters/shared-dead-letter-queue';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';

const PATTERN = EcsEventPattern.daemonServiceAction({ clusterNames: ['prod'] });
const CLUSTER = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod';

test('the targets of the library work on a rule of the user\'s own', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const topic = new sns.Topic(stack, 'Topic');
  const queue = new sqs.Queue(stack, 'Queue');
  const handler = new lambda.Function(stack, 'Handler', {
    code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST,
  });
  // WHEN
  new events.Rule(stack, 'Own', {
    eventPattern: PATTERN.toEventPattern(),
    targets: [
      new SnsPublish(topic, { message: EcsEventMessage.text(), deadLetterQueue: SharedDeadLetterQueue.of(stack) }),
      new SqsSendMessage(queue),
      new LambdaInvoke(handler),
    ],
  });
  // THEN
  const arns = [topic.topicArn, queue.queueArn, handler.functionArn].map((arn) => ({ Arn: stack.resolve(arn) }));
  expect(targetsIn(stack)).toMatchObject(arns);
  expect(targetsIn(stack).map(({ DeadLetterConfig }) => DeadLetterConfig)).toEqual([
    { Arn: stack.resolve(SharedDeadLetterQueue.of(stack).queueArn) }, undefined, undefined,
  ]);
});

test('an error of such a target names the rule and the target', () => {
  // GIVEN
  const stack = stackUnderTest();
  const target = new SnsPublish(new sns.Topic(stack, 'Topic'), { retryAttempts: 200 });
  // THEN
  expect(() => new events.Rule(stack, 'Own', { eventPattern: PATTERN.toEventPattern(), targets: [target] }))
    .toThrow('[Stack/Own Target0] retryAttempts: expected a whole number of attempts from 0 to 185, got 200.');
});

test('a pattern works in a rule and in an archive of the user\'s own', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const expected = {
    'source': ['aws.ecs'],
    'detail-type': ['ECS Daemon Service Action'],
    'detail': { clusterArn: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':cluster/prod']] }] },
  };
  // WHEN
  new events.Rule(stack, 'Own', { eventPattern: PATTERN.toEventPattern() });
  new events.Archive(stack, 'Archive', { sourceEventBus: events.EventBus.fromEventBusName(stack, 'Bus', 'default'), eventPattern: PATTERN.toEventPattern() });
  // THEN
  expect(rulesIn(stack)[0].EventPattern).toEqual(expected);
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Archive', { EventPattern: expected });
});

test('what others do with a pattern does not reach the rules that use it', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  new EcsEventRule(stack, 'Alert', { pattern: PATTERN, targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  // WHEN
  PATTERN.toEventPattern().detail!.clusterArn.push('arn:aws:ecs:eu-west-1:111122223333:cluster/dev');
  new events.Rule(stack, 'Own', { eventPattern: PATTERN.toEventPattern() }).addEventPattern({ detail: { clusterArn: ['other'] } });
  // THEN
  expect(rulesIn(stack)[0].EventPattern.detail).toEqual({ clusterArn: [CLUSTER] });
});
