import { partsOfArn } from './arn';
import { AUTHORIZED, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { authorizeByForeignKey, authorizeByKey } from './key-authorization';
import { authorizeByPolicy, policiesIn } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';
import { SourceVisibility } from '../policy/policy-request';
import type { ContextValue } from '../policy/policy-request';
import type { ResourceInstance } from '../template/resource-instance';

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
  // Without a policy, the services of the owner's account are allowed.
  const isOwnService = ownerOf(caller) !== undefined && topicPolicies(arn, resources).length === 0;
  return inTurn(
    () => (isOwnService ? AUTHORIZED : authorizeByPolicy({
      resource: arn,
      action: 'sns:Publish',
      owner: partsOfArn(arn)!.account,
      caller,
      owned: topic,
      cause: Cause.POLICY,
      sources: policiesIn(topicPolicies(arn, resources)),
      withoutPolicy: `has no policy, and the default one does not allow ${caller.name} to publish`,
      context: ownerOf(caller),
      visibility: isEventBridge(caller) ? SourceVisibility.UNCERTAIN : SourceVisibility.VISIBLE,
    }, resources)),
    () => (topic === undefined ? authorizeByForeignKey(arn, caller) : authorizeByKey(topic, caller, resources)),
  );
}

/** The resources that hold a policy of a topic. */
export function topicPolicies(arn: string, resources: Resources): readonly ResourceInstance[] {
  return resources.by(POLICIES, arn);
}

/** A rule cannot set the message group that a FIFO topic needs. */
export function isTopicForRules(arn: string, resources: Resources): Authorization {
  const topic = resources.withArn(arn);
  const isFifo = arn.endsWith('.fifo') || topic?.propertyIfKnown('FifoTopic') === true;
  return isFifo
    ? refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${resources.nameOf(arn)} is a FIFO topic, which needs a message group that a rule cannot set`, { concerned: topic })
    : AUTHORIZED;
}

/**
 * CloudWatch passes the account of an alarm as `aws:SourceOwner`, on which the default policy of topics is conditioned.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
function ownerOf({ service }: Caller): ReadonlyMap<string, ContextValue> | undefined {
  return service?.principal === 'cloudwatch.amazonaws.com' ? new Map([['aws:sourceowner', { values: [service.source.account] }]]) : undefined;
}

function isEventBridge({ service }: Caller): boolean {
  return service?.principal === 'events.amazonaws.com';
}
