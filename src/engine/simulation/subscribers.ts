import { partsOfArn } from './arn';
import { AUTHORIZED, assuming, denied, SDK_CLIENT_ERROR } from './authorization';
import type { Authorization } from './authorization';
import { amazonSns } from './caller';
import { whyNotShown } from './chat-message';
import { whyFiltered } from './filter-policy';
import { authorizeFunction } from './function-authorization';
import { bodyFor, canBeRaw } from './notification';
import { authorizeQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import type { SimulatedSubscriber } from './simulated-subscriber';
import { CHAT, subscriptionsOf } from './subscription';
import type { Subscription } from './subscription';

/** Follows a message from a topic to its subscriptions. */
export function notifySubscribers(topicArn: string, message: string, time: unknown, resources: Resources): SimulatedSubscriber[] {
  return subscriptionsOf(topicArn, resources).map((subscription) => {
    const { protocol, endpoint, path } = subscription;
    const raw = subscription.isRaw && canBeRaw(protocol);
    const { reason, assumptions } = authorize(subscription, topicArn, message, resources);
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
interface Finding {
  readonly reason?: string;
  readonly assumptions: readonly string[];
}

function authorize(subscription: Subscription, topicArn: string, message: string, resources: Resources): Finding {
  const { protocol, filterPolicy, filterScope } = subscription;
  const filtered = filterPolicy === undefined ? undefined : whyFiltered(filterPolicy, filterScope, message);
  const reason = filtered ?? (protocol === CHAT ? whyNotShown(message) : undefined);
  if (reason !== undefined) {
    return { reason, assumptions: [] };
  }
  const { denial, assumptions } = authorizeEndpoint(subscription, topicArn, resources);
  return { reason: denial?.reason, assumptions };
}

function authorizeEndpoint({ protocol, endpoint }: Subscription, topicArn: string, resources: Resources): Authorization {
  const caller = amazonSns(topicArn, partsOfArn(topicArn)!.account);
  if (partsOfArn(endpoint) === undefined) {
    return AUTHORIZED;
  }
  switch (protocol) {
    case 'sqs':
      return isFifo(endpoint, resources)
        ? denied(SDK_CLIENT_ERROR, `${resources.nameOf(endpoint)} is a FIFO queue, which only FIFO topics send to`)
        : authorizeQueue(endpoint, caller, resources);
    case 'lambda':
      return authorizeFunction(endpoint, caller, resources);
    default:
      return assuming(`Amazon SNS may use ${resources.nameOf(endpoint)}: permissions of ${protocol} subscriptions are not simulated`);
  }
}
