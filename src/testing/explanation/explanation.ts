import { linesOfDelivery } from './delivery-report';
import { mismatchOf } from '../../engine/matcher/mismatch';
import { partsOfArn } from '../../engine/simulation/arn';
import { isDefaultBus } from '../../engine/simulation/bus';
import { DeliveryStatus } from '../../engine/simulation/delivery-status';
import type { Propagation } from '../../engine/simulation/propagation';
import type { Rule } from '../../engine/simulation/rule';

/** How many rules are explained, and how many of one construct. */
const MAX_RULES = 20;
const MAX_OF_CONSTRUCT = 3;

/** Why one rule did not match the event. */
interface UnmatchedRule {
  readonly rule: Rule;
  readonly reason: string;
  readonly distance: number;
}

/** A description of what happened to an event and why. */
export function explain(propagation: Propagation, rules: readonly Rule[], notSimulated: readonly string[]): string {
  const { event, matched, deliveries } = propagation;
  const unmatched = rules.filter((rule) => !matched.has(rule)).map((rule) => unmatchedRule(rule, propagation));
  const withoutTarget = [...matched].filter(({ targets }) => targets.length === 0);
  const sections = [
    section('Delivered:', deliveries.filter(({ status }) => status === DeliveryStatus.DELIVERED).flatMap(linesOfDelivery)),
    section('Matched, but not delivered:', [
      ...deliveries.filter(({ status }) => status !== DeliveryStatus.DELIVERED).flatMap(linesOfDelivery),
      ...withoutTarget.map(({ path }) => `${path}: the rule has no target`),
    ]),
    section('Not matched, the closest first:', explained(unmatched.sort((one, other) => one.distance - other.distance))),
    section('Not simulated:', notSimulated),
  ].filter((text) => text !== '');
  const { eventName } = (event.detail ?? {}) as { readonly eventName?: unknown };
  const subject = [event['detail-type'], eventName].filter((text) => text !== undefined).join(' ');
  return [`${subject} in account ${event.account}, Region ${event.region}`, ...(sections.length > 0 ? sections : ['There is no rule.'])].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function unmatchedRule(rule: Rule, propagation: Propagation): UnmatchedRule {
  const mismatch = rule.pattern && mismatchOf(rule.pattern, propagation.indexed);
  const distance = mismatch?.distance ?? 0;
  const reason = rule.inactiveReason ?? whyUnreached(rule, propagation);
  if (reason !== undefined) {
    return { rule, reason, distance: rule.pattern === undefined ? Number.MAX_SAFE_INTEGER : distance };
  }
  const { path, wanted, found, others } = mismatch!;
  const more = others === 0 ? '' : `, and ${others} more condition${others === 1 ? '' : 's'} failed`;
  return { rule, reason: `${path}: expected ${wanted}, got ${found}${more}`, distance };
}

/** Why the event did not come to the bus of a rule. */
function whyUnreached({ bus }: Rule, { buses }: Propagation): string | undefined {
  if (buses.includes(bus)) {
    return undefined;
  }
  if (!isDefaultBus(bus)) {
    return `the rule is on the bus ${bus.split('event-bus/').pop()}: events of AWS services go to the default bus only`;
  }
  const { account, region } = partsOfArn(bus)!;
  const { account: sentAccount, region: sentRegion } = partsOfArn(buses[0])!;
  return `the rule is in account ${account}, Region ${region}: the event was sent in account ${sentAccount}, Region ${sentRegion}, and no rule forwards it`;
}

/** Only the closest of the rules that one construct was split into, and only so many as one can read. */
function explained(unmatchedRules: readonly UnmatchedRule[]): string[] {
  const groups = new Map<string, UnmatchedRule[]>();
  for (const rule of unmatchedRules) {
    const construct = constructOf(rule.rule);
    groups.set(construct, [...groups.get(construct) ?? [], rule]);
  }
  const shown = [...groups].slice(0, MAX_RULES);
  const hidden = [...groups].slice(MAX_RULES).reduce((sum, [, group]) => sum + group.length, 0);
  return [
    ...shown.flatMap(([construct, group]) => [
      ...group.slice(0, MAX_OF_CONSTRUCT).map(({ rule, reason }) => `${rule.path}\n    ${reason}`),
      ...(group.length > MAX_OF_CONSTRUCT ? [`… and ${group.length - MAX_OF_CONSTRUCT} more rules of ${construct}`] : []),
    ]),
    ...(hidden > 0 ? [`… and ${hidden} more rules`] : []),
  ];
}

/** The construct that a rule is part of: a rule that is a child of a stack has no such construct. */
function constructOf({ path, logicalId, resource }: Rule): string {
  const parent = path.split('/').slice(0, -1).join('/');
  return path === logicalId || parent === '' || resource.stack.isStackPath(parent) ? path : parent;
}
