import { ADMITTED, inTurn } from './authorization';
import type { Admission } from './authorization';
import { partsOfArn } from './arn';
import type { Caller } from './caller';
import { admitsByKey } from './key-authorization';
import { admitsByPolicy } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';
import { environmentOf } from '../template/environment';

const POLICIES: ResourceIndex = {
  types: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  keysOf: (policy) => policy.property('Queues') ?? policy.property('Queue'),
};

/** Whether a queue takes what a caller sends: by its policy and by its key. */
export function admitsToQueue(arn: string, caller: Caller, resources: Resources): Admission {
  const queue = resources.withArn(arn);
  return inTurn(
    () => admitsByPolicy({
      arn,
      action: 'sqs:SendMessage',
      caller,
      policies: resources.by(POLICIES, queue?.ref() ?? urlOf(arn)),
      withoutPolicy: `has no policy, so it does not let ${caller.name} in`,
    }, resources),
    () => (queue === undefined ? ADMITTED : admitsByKey(queue, caller, resources)),
  );
}

/** Whether the queue is one that keeps an order. */
export function isFifo(arn: string, resources: Resources): boolean {
  return arn.endsWith('.fifo') || resources.withArn(arn)?.property('FifoQueue') === true;
}

/** Policies name queues by their URL. */
function urlOf(arn: string): string {
  const { region, account, resource } = partsOfArn(arn)!;
  return `https://sqs.${region}.${environmentOf(account, region).urlSuffix}/${account}/${resource}`;
}
