import { ADMITTED, assuming, refused, SDK_CLIENT_ERROR } from './authorization';
import type { Admission } from './authorization';
import { partsOfArn } from './arn';
import { amazonSns } from './caller';
import { whyNotShown } from './chat-message';
import { whyFiltered } from './filter-policy';
import { admitsToFunction } from './function-authorization';
import { bodyFor, canBeRaw } from './notification';
import { admitsToQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import type { SimulatedSubscriber } from './simulated-subscriber';
import { CHAT, subscriptionsOf } from './subscription';
import type { Subscription } from './subscription';

/** Follows a message from a topic to its subscriptions. */
export function tellSubscribers(topicArn: string, message: string, time: unknown, resources: Resources): SimulatedSubscriber[] {
  return subscriptionsOf(topicArn, resources).map((subscription) => {
    const { protocol, endpoint, path } = subscription;
    const raw = subscription.isRaw && canBeRaw(protocol);
    const { reason, assumptions } = judge(subscription, topicArn, message, resources);
    return {
      protocol,
      endpoint,
      endpointPath: resources.nameOf(endpoint),
      subscriptionPath: path,
      rawMessageDelivery: raw,
      received: reason === undefined,
      ...(reason === undefined
        ? { body: bodyFor(protocol, raw, { topicArn, subscriptionArn: subscription.arn, message, time }) }
        : { reason }),
      assumptions: [...assumptions],
    };
  });
}

/** Why a subscriber is not told, if it is not. */
interface Judgement {
  readonly reason?: string;
  readonly assumptions: readonly string[];
}

function judge(subscription: Subscription, topicArn: string, message: string, resources: Resources): Judgement {
  const { protocol, filterPolicy, filterScope } = subscription;
  const filtered = filterPolicy === undefined ? undefined : whyFiltered(filterPolicy, filterScope, message);
  const reason = filtered ?? (protocol === CHAT ? whyNotShown(message) : undefined);
  if (reason !== undefined) {
    return { reason, assumptions: [] };
  }
  const { refusal, assumptions } = admitsToEndpoint(subscription, topicArn, resources);
  return { reason: refusal?.reason, assumptions };
}

function admitsToEndpoint({ protocol, endpoint }: Subscription, topicArn: string, resources: Resources): Admission {
  const caller = amazonSns(topicArn, partsOfArn(topicArn)!.account);
  if (partsOfArn(endpoint) === undefined) {
    return ADMITTED;
  }
  switch (protocol) {
    case 'sqs':
      return isFifo(endpoint, resources)
        ? refused(SDK_CLIENT_ERROR, `${resources.nameOf(endpoint)} is a FIFO queue, which only FIFO topics send to`)
        : admitsToQueue(endpoint, caller, resources);
    case 'lambda':
      return admitsToFunction(endpoint, caller, resources);
    default:
      return assuming(`Amazon SNS may use ${resources.nameOf(endpoint)}: permissions of ${protocol} subscriptions are not simulated`);
  }
}
