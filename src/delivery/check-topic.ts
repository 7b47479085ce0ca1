import { Resource } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { checkKey } from './check-key';
import { checkPolicies } from './check-policies';
import { checkSubscriptions } from './check-subscriptions';
import { topicKeyStatement, topicStatement } from './permissions/statements';
import type { AppResources } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';

/** Whether what EventBridge publishes to a topic arrives, and is told to somebody. */
export function checkTopic(topic: sns.ITopic, resources: AppResources): LocatedFinding[] {
  return [
    ...checkKey(topic, resources, { what: 'topic', awsManagedKey: 'alias/aws/sns', statement: topicKeyStatement() }),
    ...checkPolicies(topic, resources, {
      what: 'topic',
      policies: resources.naming('AWS::SNS::TopicPolicy', 'Topics', topic, topic.topicArn),
      statement: topicStatement(topic),
    }),
    ...Resource.isOwnedResource(topic) ? checkSubscriptions(topic, resources) : [],
  ];
}
