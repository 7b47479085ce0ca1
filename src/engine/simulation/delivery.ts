import { partsOfArn } from './arn';
import type { Authorization } from './authorization';
import { deadLetter } from './dead-lettering';
import { DeliveryStatus } from './delivery-status';
import type { Resources } from './resources';
import type { Rule, RuleTarget } from './rule';
import type { SimulatedDelivery } from './simulated-delivery';
import { notifySubscribers } from './subscribers';
import { authorizeTarget } from './target-authorization';
import { targetTypeOf } from './target-type';
import type { RenderedInput } from '../input/rendered-input';

/** Judges whether a target takes what a rule sends. */
export type Authorize = (input: RenderedInput) => Authorization;

/**
 * Follows an event from a rule that heard it to one of its targets, and on to the subscriptions of a topic or to the dead-letter queue.
 *
 * @param judge what else decides than the target itself
 */
export function deliver(
  rule: Rule,
  target: RuleTarget,
  event: Record<string, unknown>,
  resources: Resources,
  authorize: Authorize = (input) => authorizeTarget(rule, target, input, resources),
): SimulatedDelivery {
  const resource = resources.withArn(target.Arn);
  const input = target.input(event);
  const { body } = input;
  const common = {
    rule: rule.logicalId,
    rulePath: rule.path,
    ruleName: rule.name,
    targetId: target.Id,
    target: resource?.logicalId ?? target.Arn,
    targetPath: resource?.path ?? target.Arn,
    targetArn: target.Arn,
    targetType: targetTypeOf(target.Arn),
    body,
    problems: [...input.problems],
  };
  const { denial, assumptions } = authorize(input);
  if (denial === undefined) {
    const subscribers = partsOfArn(target.Arn)?.service === 'sns' ? notifySubscribers(target.Arn, body, event.time, resources) : [];
    return { ...common, status: DeliveryStatus.DELIVERED, assumptions: [...assumptions, ...input.assumptions], subscribers };
  }
  const { errorCode, reason } = denial;
  const dead = deadLetter(rule, target, denial, resources);
  const undelivered = { ...common, errorCode, assumptions: [...input.assumptions, ...dead.assumptions], subscribers: [] };
  return dead.deadLetter === undefined
    ? { ...undelivered, status: DeliveryStatus.LOST, reason: `${reason}; ${dead.reason}` }
    : { ...undelivered, status: DeliveryStatus.DEAD_LETTERED, reason, deadLetter: dead.deadLetter };
}
