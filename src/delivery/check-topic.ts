import { Resource } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { AppResources } from './app-resources';
import { judgeKey } from './check-key';
import { judgePolicies } from './check-policies';
import { judgeSubscriptions } from './check-subscriptions';
import type { Judgement } from './finding';
import { topicKeyStatement, topicStatement } from './permissions/statements';

/** Whether what EventBridge publishes to a topic arrives, and is told to somebody. */
export function judgeTopic(topic: sns.ITopic, resources: AppResources): Judgement[] {
  return [
    ...judgeKey(topic, resources, { what: 'topic', awsManagedKey: 'alias/aws/sns', statement: topicKeyStatement() }),
    ...judgePolicies(topic, resources, {
      what: 'topic',
      policies: resources.naming('AWS::SNS::TopicPolicy', 'Topics', topic, topic.topicArn),
      statement: topicStatement(topic),
    }),
    ...Resource.isOwnedResource(topic) ? judgeSubscriptions(topic, resources) : [],
  ];
}
