import type { ResourceIndex, Resources } from './resources';
import type { ResourceInstance } from '../template/resource-instance';

/** A subscription of a topic, in whichever way the template declares it. */
export interface Subscription {
  readonly path: string;
  readonly arn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly isRaw: boolean;
  readonly filterPolicy?: unknown;
  readonly filterScope?: unknown;
}

/** The protocol of a chat configuration, which subscribes automatically. */
export const CHAT = 'chat';

const SUBSCRIPTIONS: ResourceIndex = { types: ['AWS::SNS::Subscription'], keysOf: (subscription) => subscription.property('TopicArn') };
const CHATS: ResourceIndex = {
  types: ['AWS::Chatbot::SlackChannelConfiguration', 'AWS::Chatbot::MicrosoftTeamsChannelConfiguration'],
  keysOf: (chat) => chat.property('SnsTopicArns') ?? [],
};

/** The subscriptions of a topic that the app has. */
export function subscriptionsOf(topicArn: string, resources: Resources): Subscription[] {
  const topic = resources.withArn(topicArn);
  const inline = (topic?.property('Subscription') ?? []) as { readonly Protocol: string; readonly Endpoint: string }[];
  return [
    ...inline.map(({ Protocol, Endpoint }): Subscription => (
      { path: topic!.path, arn: `${topicArn}:inline`, protocol: Protocol, endpoint: String(Endpoint), isRaw: false })),
    ...resources.by(SUBSCRIPTIONS, topicArn).map(ofResource),
    ...resources.by(CHATS, topicArn).map((chat): Subscription => (
      { path: chat.path, arn: `${topicArn}:chat`, protocol: CHAT, endpoint: chat.path, isRaw: false })),
  ];
}

function ofResource(subscription: ResourceInstance): Subscription {
  const property = (name: string) => subscription.property(name) as unknown;
  return {
    path: subscription.path,
    arn: subscription.arn,
    protocol: String(property('Protocol')),
    endpoint: String(property('Endpoint')),
    isRaw: property('RawMessageDelivery') === true,
    filterPolicy: property('FilterPolicy'),
    filterScope: property('FilterPolicyScope'),
  };
}
