import { CfnResource } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { freshId } from './fresh-id';
import type { Recipient } from './recipients';
import type { Twist } from './twist';

const TOPIC = { kinds: ['topic'], origins: ['L2', 'L1'], when: 'after' } as const;

/** The only subscription of a topic. A new one if another twist has removed it. */
function subscriptionOf({ scope, id, arn }: Recipient): sns.CfnSubscription {
  return (scope.node.tryFindChild(`${id}Subscription`) as sns.CfnSubscription | undefined)
    ?? new sns.CfnSubscription(scope, `${id}Subscription`, { topicArn: arn, protocol: 'https', endpoint: 'https://on-call.example.com/' });
}

function filter(filterPolicy: object, filterPolicyScope: string): Twist {
  return {
    ...TOPIC,
    apply: ({ recipient }) => {
      Object.assign(subscriptionOf(recipient), { filterPolicy, filterPolicyScope });
    },
  };
}

/** Twists of the subscriptions of topics. */
export const SUBSCRIPTION_TWISTS: { readonly [name: string]: Twist } = {
  'a filter on message attributes': filter({ severity: ['ERROR'] }, 'MessageAttributes'),
  'a filter on the absence of a message attribute': filter({ severity: [{ exists: false }] }, 'MessageAttributes'),
  'a filter on the body that events pass': filter({ source: ['aws.ecs'] }, 'MessageBody'),
  'a filter on the body for a field that no event has': filter({ severity: ['ERROR'] }, 'MessageBody'),
  'a filter on the body for another source': filter({ source: ['aws.ec2'] }, 'MessageBody'),
  'no subscription': { ...TOPIC, apply: ({ recipient }) => { recipient.scope.node.tryRemoveChild(`${recipient.id}Subscription`); } },
  'a subscribed queue that refuses the topic': {
    ...TOPIC,
    apply: ({ recipient }) => {
      const queue = new sqs.Queue(recipient.scope, freshId(recipient.scope, `${recipient.id}Subscribed`));
      Object.assign(subscriptionOf(recipient), { protocol: 'sqs', endpoint: queue.queueArn });
    },
  },
  'a subscribed queue that allows the topic': {
    ...TOPIC,
    apply: ({ recipient }) => {
      const queue = new sqs.Queue(recipient.scope, freshId(recipient.scope, `${recipient.id}Subscribed`));
      Object.assign(subscriptionOf(recipient), { protocol: 'sqs', endpoint: queue.queueArn });
      new sqs.CfnQueuePolicy(recipient.scope, freshId(recipient.scope, `${recipient.id}SubscribedPolicy`), {
        queues: [queue.queueUrl],
        policyDocument: {
          Version: '2012-10-17',
          Statement: [{
            Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: queue.queueArn, Condition: { ArnEquals: { 'aws:SourceArn': recipient.arn } },
          }],
        },
      });
    },
  },
  'a chat channel and no subscription': {
    ...TOPIC,
    apply: ({ recipient }) => {
      recipient.scope.node.tryRemoveChild(`${recipient.id}Subscription`);
      new CfnResource(recipient.scope, freshId(recipient.scope, `${recipient.id}Chat`), {
        type: 'AWS::Chatbot::SlackChannelConfiguration',
        properties: {
          ConfigurationName: 'alerts', IamRoleArn: 'arn:aws:iam::111122223333:role/chat', SlackChannelId: 'C1', SlackWorkspaceId: 'T1', SnsTopicArns: [recipient.arn],
        },
      });
    },
  },
};
