import { partsOfArn } from './arn';
import { AUTHORIZED, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { authorizeByKey } from './key-authorization';
import { authorizeByPolicy, policiesIn } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';
import { SourceVisibility } from '../policy/policy-request';

const POLICIES: ResourceIndex = {
  types: ['AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy'],
  keysOf: (policy) => policy.property('Topics') ?? policy.property('TopicArn'),
};

/**
 * Whether a topic accepts what a caller publishes: by its policy and by its key.
 *
 * AWS documents that policies of topics take no conditions for EventBridge; captures of others show `aws:SourceArn` and `aws:SourceAccount`. So a
 * condition on them that is met in one case only is unknown.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-sns-permissions
 */
export function authorizeTopic(arn: string, caller: Caller, resources: Resources): Authorization {
  const topic = resources.withArn(arn);
  return inTurn(
    () => authorizeByPolicy({
      resource: arn,
      action: 'sns:Publish',
      owner: partsOfArn(arn)!.account,
      caller,
      owned: topic,
      cause: Cause.POLICY,
      sources: policiesIn(resources.by(POLICIES, arn)),
      withoutPolicy: `has no policy, and the default one does not allow ${caller.name} to publish`,
      visibility: isEventBridge(caller) ? SourceVisibility.DOUBTFUL : SourceVisibility.VISIBLE,
    }, resources),
    () => (topic === undefined ? AUTHORIZED : authorizeByKey(topic, caller, resources)),
  );
}

/** A rule cannot set the message group that a FIFO topic needs. */
export function isTopicForRules(arn: string, resources: Resources): Authorization {
  const topic = resources.withArn(arn);
  const isFifo = arn.endsWith('.fifo') || topic?.propertyIfKnown('FifoTopic') === true;
  return isFifo
    ? refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${resources.nameOf(arn)} is a FIFO topic, which needs a message group that a rule cannot set`, { concerned: topic })
    : AUTHORIZED;
}

function isEventBridge({ service }: Caller): boolean {
  return service?.principal === 'events.amazonaws.com';
}
