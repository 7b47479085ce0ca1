import { partsOfArn } from './arn';
import { Cause, inTurn } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { authorizeByForeignKey, authorizeByKey } from './key-authorization';
import { authorizeByPolicy, policiesIn } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';
import { environmentOf } from '../template/environment';
import type { ResourceInstance } from '../template/resource-instance';
import { readable } from '../values/unknown';

const POLICIES: ResourceIndex = {
  types: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  keysOf: (policy) => policy.property('Queues') ?? policy.property('Queue'),
};

/** Whether a queue accepts what a caller sends: by its policy and by its key. */
export function authorizeQueue(arn: string, caller: Caller, resources: Resources): Authorization {
  const queue = resources.withArn(arn);
  return inTurn(
    () => authorizeByPolicy({
      resource: arn,
      action: 'sqs:SendMessage',
      owner: partsOfArn(arn)!.account,
      caller,
      owned: queue,
      cause: Cause.POLICY,
      sources: policiesIn(queuePolicies(arn, resources)),
      withoutPolicy: `has no policy, so it does not allow ${caller.name} to send messages`,
    }, resources),
    () => (queue === undefined ? authorizeByForeignKey(arn, caller) : authorizeByKey(queue, caller, resources)),
  );
}

/** The resources that hold a policy of a queue. */
export function queuePolicies(arn: string, resources: Resources): readonly ResourceInstance[] {
  return resources.by(POLICIES, resources.withArn(arn)?.ref() ?? urlOf(arn));
}

/** Whether the queue is a FIFO queue. */
export function isFifo(arn: string, resources: Resources): boolean {
  return arn.endsWith('.fifo') || resources.withArn(arn)?.propertyIfKnown('FifoQueue') === true;
}

/** Policies name queues by their URL. */
function urlOf(arn: string): string {
  const { region, account, resource } = partsOfArn(readable(arn))!;
  return `https://sqs.${region}.${environmentOf(account, region).urlSuffix}/${account}/${resource}`;
}
