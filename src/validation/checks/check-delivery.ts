import type { IConstruct } from 'constructs';
import { checkAlarm } from './check-alarm';
import { checkDuplicates } from './check-duplicates';
import { checkNames } from './check-names';
import { checkPolicies } from './check-policies';
import { checkRule } from './check-rule';
import { checkSubscriptions } from './check-subscriptions';
import { checkTargets } from './check-targets';
import type { DeliveryContext } from './delivery-context';
import { TopicAudience } from './topic-audience';
import type { LocatedFinding } from '../findings/finding';
import { guarded } from '../findings/guarded';
import type { ValidatedRule } from '../validated-rule';

/**
 * Checks everything about the delivery of the events of a Stage in one world.
 *
 * @param siblings the rules in other Stages of the app
 */
export function checkDelivery(context: DeliveryContext, alarms: Iterable<IConstruct>, siblings: () => readonly ValidatedRule[]): LocatedFinding[] {
  const audience = new TopicAudience();
  const active = context.rules.filter(({ owner }) => owner === undefined || owner.isEnabled);
  const findings = [
    ...active.flatMap((rule) => guarded(rule.construct, () => [...checkRule(rule), ...checkTargets(rule, context, audience)])),
    ...checkSubscriptions(audience, context),
    ...context.rules.length === 0 ? [] : guarded(context.rules[0].construct, () => checkNames(context, siblings)),
    ...checkPolicies(context),
    ...active.length === 0 ? [] : guarded(active[0].construct, () => checkDuplicates({ ...context, rules: active })),
    ...[...alarms].flatMap((alarm) => guarded(alarm, () => checkAlarm(alarm, context.deployed))),
  ];
  return withoutConsequences(findings);
}

/** Two policies of a resource are one cause; whatever either of them lacks is no other one. */
function withoutConsequences(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const several = new Set(findings.filter(({ level, message }) => level === 'error' && / policy resources: /.test(message)).map(({ at }) => at));
  return findings.filter(({ at, id }) => !several.has(at) || id !== 'cdk-ecs-event-rules:policyWithoutEventBridge');
}
