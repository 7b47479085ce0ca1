import { Annotations, App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
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
  + '"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Resource":"RESOURCE"}';

/** The findings for an alarm on the dead-letter queue with a topic as its action. */
function warningsOfAlarm(stack: Stack, topic: sns.ITopic): string[] {
  SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [new SnsAction(topic)] });
  return warningsOf(stack);
}

/** The statements for CloudWatch in the policies of a type of resource. */
function statementsIn(stack: Stack, type = 'AWS::SNS::TopicPolicy', document = 'PolicyDocument'): any[] {
  const policies = Object.values(Template.fromStack(stack).findResources(type)).flatMap(({ Properties }) => Properties[document].Statement);
  return policies.filter(({ Principal }) => Principal.Service === 'cloudwatch.amazonaws.com');
}

/** Removes the statement for CloudWatch from the policy of a topic, as an override of the user may. */
function withoutCloudWatch(stack: Stack, topic: sns.ITopic): void {
  const policy = topic.node.findChild('Policy').node.defaultChild as sns.CfnTopicPolicy;
  const { Statement } = stack.resolve(policy.policyDocument) as { readonly Statement: any[] };
  policy.policyDocument = { Statement: Statement.filter(({ Effect }) => Effect === 'Deny') };
}

test.each<[string, sns.TopicProps]>([['without a policy', {}], ['whose policy only denies, as enforceSSL renders it', { enforceSSL: true }]])(
  'T46: a topic of the app %s gets the statement for CloudWatch, whatever the number of alarms', (_title, props) => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Operators', props);
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))] });
    rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(topic)] });
    expect(warningsOfAlarm(stack, topic)).toEqual([]);
    expect(statementsIn(stack)).toEqual([expect.objectContaining({ ...JSON.parse(STATEMENT), Resource: { Ref: 'Operators93109ECD' } })]);
  });

test('T46: what the user adds later does not remove it', () => {
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Operators');
  SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [new SnsAction(topic)] });
  topic.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.ServicePrincipal('budgets.amazonaws.com')], actions: ['sns:Publish'], resources: [topic.topicArn] }));
  expect(warningsOf(stack)).toEqual([]);
});

test('T46: a topic of another stack gets it too, and so does one that only its L1 construct or an import names', () => {
  const stack = stackUnderTest(IRELAND);
  const operations = new Stack(stack.node.root as App, 'Operations', { env: IRELAND });
  const plain = new sns.CfnTopic(operations, 'Plain', { topicName: 'plain' });
  const topic = new sns.Topic(operations, 'Operators', { enforceSSL: true });
  const imported = sns.Topic.fromTopicArn(stack, 'Imported', plain.attrTopicArn);
  SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Second', { actions: [new SnsAction(imported)] });
  SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Third', { actions: [new SnsAction(imported)] });
  expect(warningsOfAlarm(stack, topic)).toEqual([]);
  expect(statementsIn(operations)).toHaveLength(2);
});

test('T46: a topic of another account allows the alarms of that account', () => {
  const stack = stackUnderTest(IRELAND);
  const operations = new Stack(stack.node.root as App, 'Operations', { env: { ...IRELAND, account: '444455556666' } });
  expect(warningsOfAlarm(stack, new sns.Topic(operations, 'Operators', { topicName: 'operators' }))).toEqual([]);
  expect(statementsIn(operations)[0].Condition).toEqual(JSON.parse(STATEMENT).Condition);
});

test('T46: the customer-managed key of the topic gets it too', () => {
  const stack = stackUnderTest(IRELAND);
  const topic = new sns.Topic(stack, 'Operators', { masterKey: new kms.Key(stack, 'Key') });
  expect(warningsOfAlarm(stack, topic)).toEqual([]);
  expect(statementsIn(stack, 'AWS::KMS::Key', 'KeyPolicy')).toEqual([
    { Action: ['kms:Decrypt', 'kms:GenerateDataKey*'], Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' }, Resource: '*' },
  ]);
});

test.each([['a real ARN where its name is known', 'operators', '"arn:aws:sns:eu-west-1:111122223333:operators"'], ['an intrinsic function where it is not', undefined, '{"Ref":"Operators93109ECD"}']])(
  'T46: a policy that is replaced afterwards is a warning with the statement to add, which has %s', (_title, topicName, resource) => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Operators', { topicName, enforceSSL: true });
    warningsOfAlarm(stack, topic);
    withoutCloudWatch(stack, topic);
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/EcsEventDeadLetters/Undelivered/Resource the policy Stack/Operators/Policy of Stack/Operators does not allow CloudWatch to perform sns:Publish: no statement allows cloudwatch.amazonaws.com to perform sns:Publish.'
      + ` CloudWatch requires this statement in it, or alarm notifications are not delivered: ${STATEMENT.replace('"RESOURCE"', resource)} [ack: cdk-ecs-event-rules:alarmTopicAccessDenied]`,
    ]);
  });

test('T46: the warning can be acknowledged on the alarm', () => {
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Operators', { enforceSSL: true });
  const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))] });
  const [alarm] = rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(topic)] });
  withoutCloudWatch(stack, topic);
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

describe('T72: an alarm that notifies the topic whose deliveries it watches', () => {
  const MESSAGE = 'actions: the alarm watches the delivery to Stack/Topic and notifies the same topic, so what keeps events from it can keep the alarm from it. Use another topic.';

  test.each<[string, (stack: Stack, topic: sns.Topic, rule: DaemonTaskStartImpairedRule) => void]>([
    ['of a rule', (_stack, topic, rule) => rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(topic)] })],
    ['of the dead-letter queue', (stack, topic) => SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [new SnsAction(topic)] })],
  ])('%s is a warning', (_title, addAlarm) => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    addAlarm(stack, topic, new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic)] }));
    expect(warningsOf(stack)).toEqual([expect.stringContaining(`${MESSAGE} [ack: cdk-ecs-event-rules:alarmNotifiesWatchedTopic]`)]);
  });

  test('is none if other rules send to the topic', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    new DaemonTaskStartImpairedRule(stack, 'Other', { clusterNames: ['other'], deadLetterQueueEnabled: false, targets: [new SnsPublish(topic)] });
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames: ['prod'], targets: [new SnsPublish(subscribedTopic(stack, 'Pager'))] });
    rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(topic)] });
    expect(warningsOf(stack)).toEqual([]);
  });
});

test('T46: the key behind an alias is validated', () => {
  const stack = stackUnderTest();
  const key = new kms.Key(stack, 'Key');
  (key.node.defaultChild as kms.CfnKey).addPropertyOverride('KeyPolicy.Statement', []);
  expect(warningsOfAlarm(stack, new sns.Topic(stack, 'Operators', { masterKey: key.addAlias('operators') }))).toEqual([
    expect.stringMatching(/the key Stack\/Key of Stack\/Operators does not allow CloudWatch to perform kms:Decrypt: .*alarmTopicAccessDenied\]$/),
  ]);
});

test('T46: a topic on an imported key is a warning with the statement to add', () => {
  const stack = stackUnderTest(IRELAND);
  const masterKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012');
  expect(warningsOfAlarm(stack, new sns.Topic(stack, 'Operators', { masterKey }))).toEqual([
    expect.stringMatching(/cannot be verified before the deployment that the key arn:aws:kms:.* allows CloudWatch to use it\. .*"Service":"cloudwatch.amazonaws.com".*alarmTopicAccessDenied\]$/),
  ]);
});

describe('nothing is reported for', () => {
  test('a topic without a policy, which lets the services of its owner publish', () => {
    const stack = stackUnderTest();
    expect(warningsOfAlarm(stack, new sns.Topic(stack, 'Operators'))).toEqual([]);
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
