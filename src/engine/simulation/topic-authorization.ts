import { AUTHORIZED, inTurn, denied, SDK_CLIENT_ERROR } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { authorizeByKey } from './key-authorization';
import { authorizeByPolicy } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';

const POLICIES: ResourceIndex = {
  types: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  keysOf: (policy) => policy.property('Topics') ?? policy.property('TopicArn'),
};

/** Whether a topic takes what EventBridge publishes: by its policy and by its key. */
export function authorizeTopic(arn: string, caller: Caller, resources: Resources): Authorization {
  const topic = resources.withArn(arn);
  return inTurn(
    () => authorizeByPolicy({
      arn,
      action: 'sns:Publish',
      caller,
      policies: resources.by(POLICIES, arn),
      withoutPolicy: `has no policy of its own, and the default one does not let ${caller.name} in`,
      withoutConditions: 'Amazon SNS supports none for EventBridge',
      isAnonymous: true,
    }, resources),
    () => (topic === undefined ? AUTHORIZED : authorizeByKey(topic, caller, resources, true)),
  );
}

/** A rule cannot give the message group that a FIFO topic needs. */
export function isTopicForRules(arn: string, resources: Resources): Authorization {
  const isFifo = arn.endsWith('.fifo') || resources.withArn(arn)?.property('FifoTopic') === true;
  return isFifo
    ? denied(SDK_CLIENT_ERROR, `${resources.nameOf(arn)} is a FIFO topic, which needs a message group that a rule cannot give`)
    : AUTHORIZED;
}
