import type { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest } from '../rules/stack-under-test';

/** The findings for a subscription with a filter policy. */
function warningsAbout(props: Partial<sns.CfnSubscriptionProps>): string[] {
  const stack: Stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Topic');
  new sns.CfnSubscription(stack, 'Subscription', { topicArn: topic.topicArn, protocol: 'email', endpoint: 'on-call@example.com', ...props });
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
  return warningsOf(stack);
}

describe('T38: a filter policy of a subscription', () => {
  test.each<[string, object]>([
    ['an attribute', { severity: ['high'] }],
    ['the presence of an attribute', { severity: [{ exists: true }] }],
    ['anything but a value of an attribute', { severity: [{ 'anything-but': ['low'] }] }],
    ['one attribute and the absence of another', { severity: ['high'], test: [{ exists: false }] }],
    ['nothing that SNS knows', { severity: [null] }],
    ['one of several attributes', { $or: [{ severity: ['high'] }, { team: ['platform'] }] }],
  ])('that requires %s never passes, which is a warning', (_what, filterPolicy) => {
    expect(warningsAbout({ filterPolicy })).toEqual([expect.stringMatching(/^warning \/Stack\/Subscription\/EcsEventDelivery the filter policy requires the message attribute .* and EventBridge sets no attributes: no message of Stack\/Alert\/Rule passes\. Remove the filter policy, or filter by the message body \(filterPolicyWithMessageBody\) if the message is JSON: a text never passes such a filter\. \[ack: cdk-ecs-event-rules:filterPolicyNeverPasses\]$/)]);
  });

  test.each<[string, Partial<sns.CfnSubscriptionProps>]>([
    ['nothing', {}],
    ['no condition', { filterPolicy: {} }],
    ['the absence of an attribute', { filterPolicy: { severity: ['high', { exists: false }] } }],
    ['one of several attributes, or the absence of one', { filterPolicy: { $or: [{ severity: ['high'] }, { team: [{ exists: false }] }] } }],
    ['the body', { filterPolicy: { source: ['aws.ecs'] }, filterPolicyScope: 'MessageBody' }],
  ])('that requires %s may pass, and nothing is reported', (_what, props) => {
    expect(warningsAbout(props)).toEqual([]);
  });
});

describe('T56: an endpoint that a topic cannot reach', () => {
  const byQueue = (stack: Stack, topic: sns.Topic, props: sqs.QueueProps = {}) => {
    const queue = new sqs.Queue(stack, 'Queue', props);
    queue.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.ServicePrincipal('sns.amazonaws.com')], actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    new sns.CfnSubscription(stack, 'Subscription', { topicArn: topic.topicArn, protocol: 'sqs', endpoint: queue.queueArn });
    return queue;
  };

  test.each<[string, (stack: Stack, topic: sns.Topic) => unknown, RegExp]>([
    ['a key that AWS manages', (stack, topic) => byQueue(stack, topic, { encryption: sqs.QueueEncryption.KMS_MANAGED }),
      /Use a customer-managed key that allows Amazon SNS, or QueueEncryption\.SQS_MANAGED, or the subscription receives no message\. .*subscriptionAccessDenied\]$/],
    ['a key that is disabled', (stack, topic) => byQueue(stack, topic, { encryptionMasterKey: new kms.Key(stack, 'Key', { enabled: false }) }),
      /is disabled\. Use a symmetric encryption key that is enabled, or the subscription receives no message\. .*subscriptionAccessDenied\]$/],
    ['a key that does not allow it', (stack, topic) => byQueue(stack, topic, { encryptionMasterKey: new kms.Key(stack, 'Key') }),
      /\. Allow it, or the subscription receives no message\. .*subscriptionAccessDenied\]$/],
    ['a Deny', (stack, topic) => byQueue(stack, topic).addToResourcePolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: ['*'], conditions: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    })), /\. Exempt Amazon SNS from the Deny, for example by .*subscriptionAccessDenied\]$/],
    ['a concurrency of 0', (stack, topic) => topic.addSubscription(new subscriptions.LambdaSubscription(new lambda.Function(stack, 'Function', {
      code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST, reservedConcurrentExecutions: 0,
    }))), /has a reserved concurrency of 0: .*functionNeverRuns\]$/],
  ])('because of %s is a warning that says what helps', (_what, subscribe, text) => {
    const stack = stackUnderTest();
    const topic = new sns.Topic(stack, 'Topic');
    subscribe(stack, topic);
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    expect(warningsOf(stack)).toEqual([expect.stringMatching(text)]);
  });
});
