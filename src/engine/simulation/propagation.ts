import { partsOfArn } from './arn';
import { denied } from './authorization';
import { isBus } from './bus';
import type { BusRules } from './bus-rules';
import { deliver } from './delivery';
import { DeliveryStatus } from './delivery-status';
import type { Resources } from './resources';
import type { Rule, RuleTarget } from './rule';
import type { SimulatedDelivery } from './simulated-delivery';
import { IndexedEvent } from '../matcher/indexed-event';

/** What became of an event. */
export interface Propagation {
  readonly event: Record<string, unknown>;
  readonly indexed: IndexedEvent;
  /** The ARNs of the buses that the event came to, the one it was sent to first. */
  readonly buses: readonly string[];
  /** The rules that heard it. */
  readonly matched: ReadonlySet<Rule>;
  readonly deliveries: readonly SimulatedDelivery[];
}

/**
 * Sends an event to a bus and follows it everywhere, also to the buses that rules forward it to.
 *
 * @param rules those of each bus, by its ARN
 */
export function propagate(event: Record<string, unknown>, bus: string, rules: ReadonlyMap<string, BusRules>, resources: Resources): Propagation {
  const indexed = new IndexedEvent(event);
  const buses = [bus];
  const matched = new Set<Rule>();
  const deliveries: SimulatedDelivery[] = [];
  // The list grows while it is read.
  for (const current of buses) {
    for (const rule of rules.get(current)?.branchState(indexed) ?? []) {
      matched.add(rule);
      for (const target of rule.targets) {
        const delivery = current !== bus && isBus(target.Arn) ? rejectHop(rule, target, event, resources) : deliver(rule, target, event, resources);
        deliveries.push(delivery);
        if (isBus(target.Arn) && delivery.status === DeliveryStatus.DELIVERED && !buses.includes(target.Arn)) {
          buses.push(target.Arn);
        }
      }
    }
  }
  return { event, indexed, buses, matched, deliveries };
}

/** What was forwarded once is not forwarded again. */
function rejectHop(rule: Rule, target: RuleTarget, event: Record<string, unknown>, resources: Resources): SimulatedDelivery {
  const isCrossEnvironment = partsOfArn(target.Arn)!.region !== rule.resource.stack.environment.region;
  const code = isCrossEnvironment ? 'THIRD_REGION_HOP_DETECTED' : 'THIRD_ACCOUNT_HOP_DETECTED';
  return deliver(rule, target, event, resources, () => denied(code, 'the event came from another bus already, and EventBridge forwards an event only once'));
}
