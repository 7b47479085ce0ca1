import { Annotations, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { denialOf, warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

/** Every way in which a topic becomes a target. */
const WAYS: [string, (topic: sns.ITopic) => SnsPublish | targets.SnsTopic][] = [
  ['SnsPublish', (topic) => new SnsPublish(topic)],
  ['the CDK SnsTopic', (topic) => new targets.SnsTopic(topic)],
];

function statementsOf(stack: Stack): any[] {
  return Object.values(Template.fromStack(stack).findResources('AWS::SNS::TopicPolicy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
}

describe.each(WAYS)('a topic through %s', (_way, target) => {
  test('T08: encrypted with the AWS-managed key is an error', () => {
    const stack = stackUnderTest();
    const topic = new sns.Topic(stack, 'Topic', { masterKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/aws/sns') });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    expect(denialOf(stack)).toContain('[Stack/Topic] encryption of the topic: Stack/Topic is encrypted with the AWS managed key alias/aws/sns, which EventBridge is not allowed to use and whose policy cannot be changed:'
      + ' every delivery fails. Use a customer-managed key, or for a queue QueueEncryption.SQS_MANAGED.');
  });

  test('T08: encrypted with the AWS-managed key by an override made later is an error', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    (topic.node.defaultChild as sns.CfnTopic).addPropertyOverride('KmsMasterKeyId', 'alias/aws/sns');
    expect(denialOf(stack)).toContain('[Stack/Topic] encryption of the topic: Stack/Topic is encrypted with the AWS managed key');
  });

  test('T11: that is imported is a warning with the statement to paste', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:alerts');
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/Imported/EcsEventDelivery this topic is imported, so its policy cannot be changed from here. EventBridge needs this statement in the policy, or every delivery fails:'
      + ' {"Action":"sns:Publish","Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Resource":"arn:aws:sns:eu-west-1:111122223333:alerts"}'
      + ' [ack: cdk-ecs-event-rules:importedTopic]',
    ]);
  });

  test('T11: that is imported can be acknowledged on the import', () => {
    const stack = stackUnderTest();
    const topic = sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:alerts');
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    Annotations.of(topic).acknowledgeWarning('cdk-ecs-event-rules:importedTopic');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T11: whose key is imported is a warning with the statement for the key', () => {
    const stack = stackUnderTest();
    const masterKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001');
    const topic = new sns.Topic(stack, 'Topic', { masterKey });
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/Topic/Resource the key arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001 of this topic is imported, so its policy cannot be changed from here.'
      + ' EventBridge needs this statement in it, or every delivery fails:'
      + ' {"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Resource":"*"} [ack: cdk-ecs-event-rules:importedKey]',
    ]);
  });

  test('T13: keeps what its owner may do, so that CloudWatch alarms go on', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    new cloudwatch.Metric({ namespace: 'N', metricName: 'M' }).createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new SnsAction(topic));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    expect(statementsOf(stack)).toEqual([
      expect.objectContaining({ Sid: '__default_statement_ID', Principal: { AWS: '*' }, Condition: { StringEquals: { 'AWS:SourceOwner': { Ref: 'AWS::AccountId' } } } }),
      expect.objectContaining({ Action: 'sns:Publish', Principal: { Service: 'events.amazonaws.com' } }),
    ]);
  });

  test('T13: that was narrowed is not widened', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    topic.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions: ['sns:Publish'], resources: [topic.topicArn] }));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    expect(statementsOf(stack).map(({ Principal }) => Object.keys(Principal))).toEqual([['AWS'], ['Service']]);
    expect(JSON.stringify(statementsOf(stack))).not.toContain('SourceOwner');
  });

  test('T16: a FIFO topic is an error', () => {
    const stack = stackUnderTest();
    const topic = new sns.Topic(stack, 'Topic', { fifo: true });
    expect(() => new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] }))
      .toThrow('[Stack/Alert] topic: construct Stack/Topic is a FIFO topic, which requires a message group that a rule cannot set. Use a standard topic, or a FIFO queue with messageGroupId.');
  });

  test('T30: without a subscription is an info, once for many rules', () => {
    const stack = stackUnderTest();
    const topic = new sns.Topic(stack, 'Topic');
    new ServiceTaskPlacementFailureRule(stack, 'One', { clusterNames: ['a'], targets: [target(topic)] });
    new ServiceTaskPlacementFailureRule(stack, 'Two', { clusterNames: ['b'], targets: [target(topic)] });
    expect(warningsOf(stack)).toEqual([
      'info /Stack/Topic/Resource the topic has no subscription in this app, so no one is notified unless something outside of the app subscribes. Add a subscription.'
      + ' [ack: cdk-ecs-event-rules:topicWithoutSubscription]',
    ]);
  });

  test('T30: a subscription that is added later, or in another stack, is seen', () => {
    const stack = stackUnderTest();
    const topic = new sns.Topic(stack, 'Topic');
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    const other = new Stack(stack.node.root, 'Other');
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(other, 'Queue')));
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T38: a filter policy on attributes, which EventBridge never sets, is a warning', () => {
    const stack = stackUnderTest();
    const topic = new sns.Topic(stack, 'Topic');
    const filtered = (severity: sns.SubscriptionFilter) => ({ filterPolicy: { severity } });
    topic.addSubscription(new subscriptions.EmailSubscription('a@example.com', filtered(sns.SubscriptionFilter.stringFilter({ allowlist: ['high'] }))));
    topic.addSubscription(new subscriptions.EmailSubscription('b@example.com', filtered(sns.SubscriptionFilter.notExistsFilter())));
    topic.addSubscription(new subscriptions.EmailSubscription('c@example.com', {
      filterPolicyWithMessageBody: { source: sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ allowlist: ['aws.ecs'] })) },
    }));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [target(topic)] });
    expect(warningsOf(stack)).toEqual([expect.stringMatching(new RegExp('^warning /Stack/Topic/a@example.com/Resource/EcsEventDelivery the filter policy requires the message attribute severity to be .*,'
      + ' and EventBridge sets no attributes: no message of Stack/Alert/Rule passes\\.'))]);
  });
});

describe('T14: two policies for one topic', () => {
  test('the statement goes into the policy that the user made', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    const policy = new sns.TopicPolicy(stack, 'Policy', { topics: [topic] });
    policy.document.addStatements(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions: ['sns:Publish'], resources: [topic.topicArn] }));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    Template.fromStack(stack).resourceCountIs('AWS::SNS::TopicPolicy', 1);
    expect(statementsOf(stack).map(({ Principal }) => Object.keys(Principal))).toEqual([['AWS'], ['Service']]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('the policy that the user makes for an imported topic gets it too', () => {
    const stack = stackUnderTest();
    const topic = sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:alerts');
    new sns.TopicPolicy(stack, 'Policy', { topics: [topic] });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    expect(statementsOf(stack)).toEqual([expect.objectContaining({ Principal: { Service: 'events.amazonaws.com' } })]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('one that appears later is an error', () => {
    const stack = stackUnderTest();
    const topic = subscribedTopic(stack);
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    new sns.TopicPolicy(stack, 'Later', { topics: [topic] }).document
      .addStatements(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions: ['sns:Publish'], resources: [topic.topicArn] }));
    expect(denialOf(stack)).toContain('[Stack/Topic] policy of the topic: it has 2 policy resources: Stack/Topic/Policy/Resource, Stack/Later/Resource.'
      + ' The last one to be deployed replaces the others. Create the policy before the topic gets its first rule, so that the rule adds to it, or use addToResourcePolicy() of the topic.');
  });
});
