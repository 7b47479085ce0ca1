import { AUTHORIZED, inTurn } from './authorization';
import type { Assumption, Authorization } from './authorization';
import type { DeliveryCheck } from './delivery-check';
import { DeliveryStatus } from './delivery-status';
import type { Rule, RuleTarget } from './rule';
import type { SimulatedDeadLetter } from './simulated-dead-letter';
import type { SimulatedDelivery } from './simulated-delivery';
import type { SimulatedSubscriber } from './simulated-subscriber';
import type { SubscriberOutcome } from './subscribers';
import { targetTypeOf } from './target-type';
import { readable } from '../values/unknown';

/** Of a dead letter whose target would have received something else than the event. */
const UNKNOWN_CONTENT = 'the dead letter contains the event or the message of the target: AWS documents neither, and captures show both';

/**
 * Follows an event from a rule that matched it to one of its targets, and on to the subscriptions of a topic or to the dead-letter queue.
 *
 * @param permitted what decides in addition to the target
 */
export function deliver(
  rule: Rule, target: RuleTarget, event: Record<string, unknown>, check: DeliveryCheck, permitted: () => Authorization = () => AUTHORIZED,
): SimulatedDelivery {
  const { resources } = check;
  const resource = resources.withArn(target.Arn);
  const outcome = check.target(rule, target, event);
  const common = {
    rule: rule.logicalId,
    rulePath: rule.path,
    ruleName: readable(rule.name),
    targetId: readable(String(target.Id)),
    target: resource?.logicalId ?? readable(target.Arn),
    targetPath: resources.nameOf(target.Arn),
    targetArn: readable(target.Arn),
    targetType: targetTypeOf(readable(target.Arn)),
    body: outcome.input.body,
    problems: [...outcome.input.problems],
  };
  if (rule.refusal !== undefined) {
    return { ...common, status: DeliveryStatus.LOST, reason: `AWS refuses the rule at its deployment: ${rule.refusal}`, assumptions: [], subscribers: [] };
  }
  const { refusal, assumptions } = inTurn(permitted, () => outcome);
  const unread = rule.unknowns.map((unknown) => `EventBridge accepts the rule: ${unknown}`);
  const assumed = [...textsOf(assumptions), ...rule.assumedQuotas, ...unread, ...outcome.input.assumptions];
  if (refusal === undefined) {
    const subscribers = outcome.subscribers.map((subscriber) => simulated(subscriber, check));
    return { ...common, status: DeliveryStatus.DELIVERED, assumptions: assumed, subscribers };
  }
  const { errorCode, reason, isDropped = false } = refusal;
  if (isDropped) {
    const why = `${reason}; EventBridge sends nothing to the dead-letter queue of the target`;
    return { ...common, status: DeliveryStatus.LOST, reason: why, assumptions: assumed, subscribers: [] };
  }
  const dead = check.deadLetters(rule, target);
  const undelivered = { ...common, errorCode, assumptions: [...outcome.input.assumptions, ...textsOf(dead?.assumptions ?? [])], subscribers: [] };
  if (dead === undefined || dead.refusal !== undefined) {
    const why = dead?.refusal === undefined ? 'the target has no dead-letter queue' : `the dead-letter queue does not accept it: ${dead.refusal.reason}`;
    return { ...undelivered, status: DeliveryStatus.LOST, reason: `${reason}; ${why}` };
  }
  const content = outcome.input.body === JSON.stringify(event) ? [] : [UNKNOWN_CONTENT];
  const deadLetter = deadLetterOf(rule, target, errorCode, reason, check);
  return { ...undelivered, assumptions: [...undelivered.assumptions, ...content], status: DeliveryStatus.DEAD_LETTERED, reason, deadLetter };
}

function deadLetterOf(
  rule: Rule, { Arn, DeadLetterConfig }: RuleTarget, errorCode: string, reason: string, { resources }: DeliveryCheck,
): SimulatedDeadLetter {
  const arn = DeadLetterConfig!.Arn!;
  return {
    queue: resources.withArn(arn)?.logicalId ?? readable(arn),
    queuePath: resources.nameOf(arn),
    queueArn: readable(arn),
    attributes: { RULE_ARN: readable(rule.arn), TARGET_ARN: readable(Arn), ERROR_CODE: errorCode, ERROR_MESSAGE: reason },
  };
}

function simulated({ subscription, isRaw, refusal, body, assumptions }: SubscriberOutcome, { resources }: DeliveryCheck): SimulatedSubscriber {
  return {
    protocol: readable(subscription.protocol),
    endpoint: readable(subscription.endpoint),
    endpointPath: resources.nameOf(subscription.endpoint),
    subscriptionPath: subscription.path,
    rawMessageDelivery: isRaw,
    received: refusal === undefined,
    ...(refusal === undefined ? { body: readable(body) } : { reason: refusal.reason }),
    assumptions: textsOf(assumptions),
  };
}

function textsOf(assumptions: readonly Assumption[]): string[] {
  return [...new Set(assumptions.map(({ text }) => text))];
}
