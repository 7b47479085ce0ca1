import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, inTurn, outcomeOf, refused } from './authorization';
import type { Authorization, Outcome } from './authorization';
import { amazonSns } from './caller';
import { whyNotShown } from './chat-message';
import { applyFilter } from './filter-policy';
import { authorizeFunction, hasConcurrency } from './function-authorization';
import { bodyFor, canBeRaw } from './notification';
import { authorizeQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import { CHAT, subscriptionsOf } from './subscription';
import type { Subscription } from './subscription';

/** Whether a message of a topic is delivered to one of its subscriptions. */
export interface SubscriberOutcome extends Authorization {
  readonly outcome: Outcome;
  readonly subscription: Subscription;
  /** Whether its filter policy does not let the message pass. */
  readonly isFiltered: boolean;
  /** Whether the message arrives as it was published. */
  readonly isRaw: boolean;
  /** What the subscriber receives, or would receive. */
  readonly body: string;
}

/** Follows a message from a topic to its subscriptions. */
export function notifySubscribers(topicArn: string, message: string, time: unknown, resources: Resources): SubscriberOutcome[] {
  return subscriptionsOf(topicArn, resources).map((subscription) => {
    const { protocol, arn } = subscription;
    const isRaw = subscription.isRaw && canBeRaw(protocol);
    const filtered = passesFilter(subscription, message);
    const authorization = inTurn(() => filtered, () => isNotified(subscription, topicArn, message, resources));
    return {
      ...authorization,
      outcome: outcomeOf(authorization),
      subscription,
      isFiltered: filtered.refusal !== undefined,
      isRaw,
      body: bodyFor(protocol, isRaw, { topicArn, subscriptionArn: arn, message, time }),
    };
  });
}

function passesFilter({ filterPolicy, filterScope, path }: Subscription, message: string): Authorization {
  if (filterPolicy === undefined) {
    return AUTHORIZED;
  }
  const { isPassed, reason } = applyFilter(filterPolicy, filterScope, message);
  switch (isPassed) {
    case true:
      return AUTHORIZED;
    case false:
      return refused(ErrorCode.SDK_CLIENT_ERROR, Cause.INPUT, reason!);
    default:
      return assuming(Cause.INPUT, `the filter policy of ${path} matches: ${reason}`);
  }
}

function isNotified(subscription: Subscription, topicArn: string, message: string, resources: Resources): Authorization {
  const { protocol } = subscription;
  const reason = protocol === CHAT ? whyNotShown(message) : undefined;
  return reason === undefined ? authorizeEndpoint(subscription, topicArn, resources) : refused(ErrorCode.SDK_CLIENT_ERROR, Cause.INPUT, reason);
}

function authorizeEndpoint({ protocol, endpoint }: Subscription, topicArn: string, resources: Resources): Authorization {
  const caller = amazonSns(topicArn, partsOfArn(topicArn)!.account);
  if (partsOfArn(endpoint) === undefined) {
    return AUTHORIZED;
  }
  const concerned = resources.withArn(endpoint);
  switch (protocol) {
    case 'sqs':
      return isFifo(endpoint, resources)
        ? refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${resources.nameOf(endpoint)} is a FIFO queue, to which only FIFO topics send`, { concerned })
        : authorizeQueue(endpoint, caller, resources);
    case 'lambda':
      return inTurn(() => authorizeFunction(endpoint, caller, resources), () => hasConcurrency(endpoint, resources));
    default:
      return assuming(Cause.KIND, `Amazon SNS is allowed to use ${resources.nameOf(endpoint)}: permissions of ${protocol} subscriptions are not simulated`, { arn: endpoint });
  }
}
