import { accessFindings } from './access-findings';
import type { DeliveryContext, DeliveryPath, DeployedRule } from './delivery-context';
import type { TopicAudience } from './topic-audience';
import { Cause, Outcome } from '../../engine/simulation/authorization';
import { isBus } from '../../engine/simulation/bus';
import type { TargetOutcome } from '../../engine/simulation/delivery-check';
import type { RuleTarget } from '../../engine/simulation/rule';
import type { SubscriberOutcome } from '../../engine/simulation/subscribers';
import type { LocatedFinding } from '../findings/finding';
import { witnessesForFilter } from '../witnesses/filter-witnesses';
import type { WitnessEvent } from '../witnesses/witnesses';

/** Of a rule for which no event can be constructed, the access is checked all the same. */
const ANY_EVENT: WitnessEvent = { 'version': '0', 'detail-type': 'any', 'source': 'aws.ecs', 'resources': [], 'detail': {} };

/**
 * Checks whether EventBridge can deliver to the targets of a rule and to their dead-letter queues. Only what fails for every event of the rule is a finding.
 *
 * @param audience learns who is notified behind topics
 */
export function checkTargets(rule: DeployedRule, context: DeliveryContext, audience: TopicAudience): LocatedFinding[] {
  return rule.rule.targets.flatMap((target) => [
    ...checkTarget(rule, target, context, audience),
    ...checkDeadLetters(rule, target, context),
  ]);
}

function checkTarget(rule: DeployedRule, target: RuleTarget, context: DeliveryContext, audience: TopicAudience): LocatedFinding[] {
  const path: DeliveryPath = { rule, target, arn: target.Arn, isDeadLetterQueue: false };
  let best: TargetOutcome | undefined;
  const tryEvent = (event: WitnessEvent) => {
    const outcome = context.deployed.check.target(rule.rule, target, event);
    best = best === undefined || rank(outcome) > rank(best) ? outcome : best;
    return { missed: audience.add(path, outcome), outcome };
  };
  const missed = new Map<string, SubscriberOutcome>();
  for (const event of rule.witnesses) {
    const result = tryEvent(event);
    result.missed.forEach((subscriber) => missed.set(keyOf(subscriber), subscriber));
    if (missed.size === 0 && (result.outcome.refusal === undefined || !dependsOnEvent(result.outcome, target))) {
      break;
    }
  }
  for (const { subscription } of missed.values()) {
    for (const event of witnessesForFilter(rule.rule, target, subscription, rule.witnesses)) {
      tryEvent(event);
    }
  }
  if (best === undefined) {
    const outcome = context.deployed.check.target(rule.rule, target, ANY_EVENT);
    // Without an event of the rule, nothing is known of the message.
    return outcome.refusal?.cause === Cause.INPUT ? [] : accessFindings(path, outcome, context);
  }
  return accessFindings(path, best, context);
}

function keyOf({ subscription: { path, protocol, endpoint } }: SubscriberOutcome): string {
  return `${path} ${protocol} ${endpoint}`;
}

function checkDeadLetters(rule: DeployedRule, target: RuleTarget, context: DeliveryContext): LocatedFinding[] {
  const verdict = context.deployed.check.deadLetters(rule.rule, target);
  return verdict === undefined ? [] : accessFindings({ rule, target, arn: target.DeadLetterConfig!.Arn!, isDeadLetterQueue: true }, verdict, context);
}

/** Whether another event can have another outcome. */
function dependsOnEvent({ refusal }: TargetOutcome, { Arn }: RuleTarget): boolean {
  return refusal?.cause === Cause.INPUT || isBus(Arn);
}

function rank({ outcome }: TargetOutcome): number {
  return [Outcome.UNDELIVERED, Outcome.UNKNOWN, Outcome.DELIVERED].indexOf(outcome);
}
