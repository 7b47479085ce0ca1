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
import type { ValidatedRule, WatchingAlarm } from '../validated-rule';

/**
 * Checks everything about the delivery of the events of a Stage in one world.
 *
 * @param siblings the rules in other Stages of the app
 */
export function checkDelivery(context: DeliveryContext, alarms: Iterable<WatchingAlarm>, siblings: () => readonly ValidatedRule[]): LocatedFinding[] {
  const audience = new TopicAudience();
  const active = context.rules.filter(({ owner }) => owner === undefined || owner.isEnabled);
  return [
    ...active.flatMap((rule) => of(rule.construct, guarded(rule.construct, () => (
      [...checkRule(rule, context), ...checkTargets(rule, context, audience)])))),
    ...checkSubscriptions(audience, context),
    ...context.rules.slice(0, 1).flatMap(({ construct }) => guarded(construct, () => checkNames(context, siblings))),
    ...checkPolicies(context),
    ...active.length === 0 ? [] : guarded(active[0].construct, () => checkDuplicates({ ...context, rules: active })),
    ...[...alarms].flatMap((alarm) => guarded(alarm.alarm, () => checkAlarm(alarm, context))),
  ];
}

function of(rule: IConstruct, findings: readonly LocatedFinding[]): LocatedFinding[] {
  return findings.map((finding) => ({ ...finding, rules: [rule] }));
}
