import { Annotations, App, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaAction, SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { warningsOf } from './annotations';
import { SharedDeadLetterQueue } from '../../src/delivery/dead-letters/shared-dead-letter-queue';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

const STATEMENT = '{"Action":"sns:Publish","Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:cloudwatch:eu-west-1:111122223333:alarm:*"}},'
  + '"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Resource":"${Operators93109ECD}"}';

/** What is told of an alarm on the dead letters that rings at a topic. */
function warningsOfAlarm(stack: Stack, topic: sns.ITopic): string[] {
  SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [new SnsAction(topic)] });
  return warningsOf(stack);
}

test('T46: a topic whose policy only denies is a warning with the statement to paste', () => {
  // GIVEN what the CDK makes of enforceSSL
  const stack = stackUnderTest(IRELAND);
  const topic = new sns.Topic(stack, 'Operators', { enforceSSL: true });
  // THEN
  expect(warningsOfAlarm(stack, topic)).toEqual([
    'warning /Stack/EcsEventDeadLetters/Undelivered/Resource the policy Stack/Operators/Policy of Stack/Operators does not allow CloudWatch to perform sns:Publish: no statement allows cloudwatch.amazonaws.com to perform sns:Publish.'
    + ` CloudWatch requires this statement in it, or alarm notifications are not delivered: ${STATEMENT} [ack: cdk-ecs-event-rules:alarmTopicAccessDenied]`,
  ]);
});

test('T46: the statement of the warning ends it', () => {
  const stack = stackUnderTest(IRELAND);
  const topic = new sns.Topic(stack, 'Operators', { enforceSSL: true });
  topic.addToResourcePolicy(iam.PolicyStatement.fromJson({ ...JSON.parse(STATEMENT), Resource: topic.topicArn }));
  expect(warningsOfAlarm(stack, topic)).toEqual([]);
});

test('T46: the policy is looked at as it is at synthesis', () => {
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Operators');
  SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [new SnsAction(topic)] });
  topic.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.ServicePrincipal('budgets.amazonaws.com')], actions: ['sns:Publish'], resources: [topic.topicArn] }));
  expect(warningsOf(stack)).toEqual([expect.stringContaining('[ack: cdk-ecs-event-rules:alarmTopicAccessDenied]')]);
});

test('T46: a topic of another stack is judged too', () => {
  const stack = stackUnderTest(IRELAND);
  const topic = new sns.Topic(new Stack(stack.node.root as App, 'Operations', { env: IRELAND }), 'Operators', { enforceSSL: true });
  expect(warningsOfAlarm(stack, topic)).toEqual([expect.stringContaining('the policy Operations/Operators/Policy of Operations/Operators does not allow CloudWatch to perform sns:Publish')]);
});

test('T46: the alarm of a rule is judged, and can be acknowledged on it', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Operators', { enforceSSL: true });
  const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))] });
  // WHEN
  const [alarm] = rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(topic)] });
  // THEN
  expect(warningsOf(stack)).toEqual([expect.stringContaining('warning /Stack/Alert/Undelivered')]);
  Annotations.of(alarm).acknowledgeWarning('cdk-ecs-event-rules:alarmTopicAccessDenied');
  expect(warningsOf(stack)).toEqual([]);
});

test('T46: a topic on the AWS-managed key is a warning', () => {
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Operators', { masterKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/aws/sns') });
  expect(warningsOfAlarm(stack, topic)).toEqual([
    expect.stringContaining('Stack/Operators is encrypted with the AWS managed key alias/aws/sns, which CloudWatch is not allowed to use. Alarm notifications are not delivered: use a customer-managed key.'),
  ]);
});

test('T46: a topic on a key that does not let CloudWatch use it is a warning with the statement to paste', () => {
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Operators', { masterKey: new kms.Key(stack, 'Key') });
  expect(warningsOfAlarm(stack, topic)).toEqual([
    expect.stringContaining('the key Stack/Key of Stack/Operators does not allow CloudWatch to perform kms:Decrypt: no statement allows cloudwatch.amazonaws.com to perform kms:Decrypt. CloudWatch requires this statement in it, or alarm notifications are not delivered:'
      + ' {"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Resource":"*"}'),
  ]);
});

describe('nothing is said of', () => {
  test('a topic without a policy, which lets the services of its owner publish', () => {
    const stack = stackUnderTest();
    expect(warningsOfAlarm(stack, new sns.Topic(stack, 'Operators'))).toEqual([]);
  });

  test('a topic that gets alerts too: what the owner may do is kept', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    expect(warningsOfAlarm(stack, topic)).toEqual([]);
  });

  test('a topic on a key that lets CloudWatch use it', () => {
    const stack = stackUnderTest();
    const key = new kms.Key(stack, 'Key');
    key.grantEncryptDecrypt(new iam.ServicePrincipal('cloudwatch.amazonaws.com'));
    expect(warningsOfAlarm(stack, new sns.Topic(stack, 'Operators', { masterKey: key }))).toEqual([]);
  });

  test('an imported topic, of which nothing is known', () => {
    const stack = stackUnderTest();
    expect(warningsOfAlarm(stack, sns.Topic.fromTopicArn(stack, 'Operators', 'arn:aws:sns:eu-west-1:111122223333:operators'))).toEqual([]);
  });

  test('an action of another kind', () => {
    const stack = stackUnderTest();
    const handler = new lambda.Function(stack, 'Handler', { runtime: lambda.Runtime.NODEJS_22_X, handler: 'index.handler', code: lambda.Code.fromInline('x') });
    SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [new LambdaAction(handler)] });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('an alarm that the library did not make', () => {
    const stack = stackUnderTest();
    const alarm = SharedDeadLetterQueue.of(stack).metricApproximateNumberOfMessagesVisible().createAlarm(stack, 'Own', { threshold: 1, evaluationPeriods: 1 });
    alarm.addAlarmAction(new SnsAction(new sns.Topic(stack, 'Operators', { enforceSSL: true })));
    expect(alarm).toBeInstanceOf(cloudwatch.Alarm);
    expect(warningsOf(stack)).toEqual([]);
  });
});
