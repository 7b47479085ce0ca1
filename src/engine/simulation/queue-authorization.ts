import { partsOfArn } from './arn';
import { AUTHORIZED, inTurn } from './authorization';
import type { Authorization } from './authorization';
import type { Caller } from './caller';
import { authorizeByKey } from './key-authorization';
import { authorizeByPolicy } from './resource-policy';
import type { ResourceIndex, Resources } from './resources';
import { environmentOf } from '../template/environment';

const POLICIES: ResourceIndex = {
  types: ['AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy'],
  keysOf: (policy) => policy.property('Queues') ?? policy.property('Queue'),
};

/** Whether a queue takes what a caller sends: by its policy and by its key. */
export function authorizeQueue(arn: string, caller: Caller, resources: Resources): Authorization {
  const queue = resources.withArn(arn);
  return inTurn(
    () => authorizeByPolicy({
      arn,
      action: 'sqs:SendMessage',
      caller,
      policies: resources.by(POLICIES, queue?.ref() ?? urlOf(arn)),
      withoutPolicy: `has no policy, so it does not let ${caller.name} in`,
    }, resources),
    () => (queue === undefined ? AUTHORIZED : authorizeByKey(queue, caller, resources)),
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
