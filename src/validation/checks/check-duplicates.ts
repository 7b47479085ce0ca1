import type { DeliveryContext, DeployedRule } from './delivery-context';
import { isBus } from '../../engine/simulation/bus';
import { readable } from '../../engine/values/unknown';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';
import { sharedEvents } from '../witnesses/shared-events';

/** Targets that get an event twice: of one construct and with the same message, an error; of two constructs, a warning. */
export function checkDuplicates({ rules, deployed: { resources } }: DeliveryContext): LocatedFinding[] {
  const owned = rules.filter(({ owner }) => owner !== undefined);
  const nameOf = (arn: string) => resources.nameOf(arn);
  return [...withinConstructs(owned, nameOf), ...betweenConstructs(owned.filter(({ rule }) => rule.inactiveReason === undefined), nameOf)];
}

function withinConstructs(rules: readonly DeployedRule[], nameOf: (arn: string) => string): LocatedFinding[] {
  const seen = new Set<string>();
  return rules.flatMap(({ rule, owner }) => {
    const { construct } = owner!;
    const pattern = JSON.stringify(rule.resource.propertyIfKnown('EventPattern'));
    const targets = rule.resource.propertyIfKnown('Targets') as readonly { readonly Id?: unknown; readonly Arn?: unknown }[] | undefined;
    return (Array.isArray(targets) ? targets : []).flatMap(({ Id: _id, ...target }) => {
      const key = readable(`${construct.node.path} ${pattern} ${JSON.stringify(target)}`);
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [errorFinding(construct, {
        prop: 'targets',
        problem: `${nameOf(String(target.Arn))} is a target twice, with the same message and parameters`,
        resolution: 'Every event would be delivered twice: remove one of the two, or give them different messages',
      })];
    });
  });
}

function betweenConstructs(rules: readonly DeployedRule[], nameOf: (arn: string) => string): LocatedFinding[] {
  const found = new Map<string, LocatedFinding>();
  for (const [one, other] of pairsIn(rules)) {
    const [first, second] = [one, other].map(({ owner }) => owner!.construct);
    const arns = new Set(one.rule.targets.map(({ Arn }) => readable(Arn)));
    const shared = other.rule.targets.map(({ Arn }) => readable(Arn)).filter((arn) => arns.has(arn) && !isBus(arn));
    const key = `${first.node.path} ${second.node.path}`;
    const events = shared.length === 0 || found.has(key) ? [] : sharedEvents(one, other);
    if (events.length > 0) {
      found.set(key, warningFinding(second, 'cdk-ecs-event-rules:eventDeliveredTwice',
        `${first.node.path} also sends ${listed(events)} to ${nameOf(shared[0])}, so each of these events is delivered twice.`
        + ' Exclude them from one of the two constructs, for example by excludedEventNames, or acknowledge this warning.'));
    }
  }
  return [...found.values()];
}

/** Fields of which an event has one value: rules that require different ones never match the same event. */
const SINGLE = ['detail-type', 'detail.eventName', 'detail.eventType', 'detail.clusterArn', 'account', 'region'];

/** The pairs of rules of different constructs on one bus that may match the same event, by the values that they require. */
function* pairsIn(rules: readonly DeployedRule[]): Generator<readonly [DeployedRule, DeployedRule]> {
  const byCluster = new Map<unknown, DeployedRule[]>();
  for (const each of rules) {
    const values = each.rule.requires.get('detail.clusterArn') ?? [undefined];
    const near = new Set([...[...values].flatMap((value) => byCluster.get(value) ?? []), ...byCluster.get(undefined) ?? []]);
    const candidates = values instanceof Set ? near : rules.slice(0, rules.indexOf(each));
    for (const other of candidates) {
      if (other.owner!.construct !== each.owner!.construct && other.rule.bus === each.rule.bus && !isDisjoint(other, each)) {
        yield [other, each];
      }
    }
    values.forEach((value) => byCluster.set(value, [...byCluster.get(value) ?? [], each]));
  }
}

function isDisjoint({ rule: one }: DeployedRule, { rule: other }: DeployedRule): boolean {
  return SINGLE.some((field) => {
    const [first, second] = [one.requires.get(field), other.requires.get(field)];
    return first !== undefined && second !== undefined && ![...first].some((value) => second.has(value));
  });
}

function listed(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} other kinds of events`;
}
