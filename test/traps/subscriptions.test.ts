import type { Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
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
