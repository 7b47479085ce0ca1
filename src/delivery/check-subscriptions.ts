import type { CfnResource } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { IConstruct } from 'constructs';
import type { AppResources } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';

const CHAT_CONFIGURATIONS = ['AWS::Chatbot::SlackChannelConfiguration', 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration'];

/**
 * The chat configurations that show what arrives at a topic.
 *
 * @param arn how the topic is named
 */
export function chatsOf(topic: IConstruct, arn: string, resources: AppResources): CfnResource[] {
  return CHAT_CONFIGURATIONS.flatMap((type) => resources.naming(type, 'SnsTopicArns', topic, arn));
}

/** Whether anybody is told of what arrives at a topic of the app. */
export function checkSubscriptions(topic: sns.ITopic, resources: AppResources): LocatedFinding[] {
  const subscriptions = resources.naming('AWS::SNS::Subscription', 'TopicArn', topic, topic.topicArn);
  if (subscriptions.length + chatsOf(topic, topic.topicArn, resources).length === 0) {
    return [{
      level: 'info',
      id: 'cdk-ecs-event-rules:topicWithoutSubscription',
      at: topic,
      message: 'nothing in this app subscribes to the topic, so nobody is told of the alerts unless somebody subscribes elsewhere. Add a subscription.',
    }];
  }
  return subscriptions.filter((subscription) => neverPasses(subscription, resources)).map((subscription) => ({
    level: 'warning',
    id: 'cdk-ecs-event-rules:filterPolicyNeverPasses',
    at: subscription,
    message: `the filter policy asks for message attributes (${Object.keys(resources.property(subscription, 'FilterPolicy') as object).join(', ')}), and EventBridge sets none: no alert ever passes.`
      + ' Filter by the message body (filterPolicyWithMessageBody), or leave the filter policy out.',
  }));
}

/** EventBridge sets no message attributes: a filter on them passes only if it asks for their absence. */
function neverPasses(subscription: CfnResource, resources: AppResources): boolean {
  const policy = resources.property(subscription, 'FilterPolicy') as object | undefined;
  if (policy === undefined || resources.property(subscription, 'FilterPolicyScope') === 'MessageBody') {
    return false;
  }
  return !passesWithout(policy);
}

/** Whether a filter policy lets a message without any attribute pass. */
function passesWithout(policy: object): boolean {
  return Object.entries(policy).every(([attribute, matchers]) => !Array.isArray(matchers)
    || (attribute === '$or' ? matchers.some(passesWithout) : matchers.some((matcher) => (matcher as { exists?: unknown } | null)?.exists === false)));
}
