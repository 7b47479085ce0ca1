import { isBus } from './bus';
import type { BusRules } from './bus-rules';
import { deliver } from './delivery';
import type { DeliveryCheck } from './delivery-check';
import { DeliveryStatus } from './delivery-status';
import { authorizeHop } from './hop';
import type { Rule } from './rule';
import type { SimulatedDelivery } from './simulated-delivery';
import { IndexedEvent } from '../matcher/indexed-event';
import { readable } from '../values/unknown';

/** What became of an event. */
export interface Propagation {
  readonly event: Record<string, unknown>;
  readonly indexed: IndexedEvent;
  /** The ARNs of the buses that the event came to, the first one it was sent to. */
  readonly buses: readonly string[];
  /** The rules that it matched. */
  readonly matched: ReadonlySet<Rule>;
  readonly deliveries: readonly SimulatedDelivery[];
}

/**
 * Sends an event to a bus and follows it everywhere, also to the buses that rules forward it to.
 *
 * @param rules those of each bus, by its ARN
 */
export function propagate(event: Record<string, unknown>, bus: string, rules: ReadonlyMap<string, BusRules>, check: DeliveryCheck): Propagation {
  const indexed = new IndexedEvent(event);
  /** The buses that the event came to, and the ones before them. */
  const paths = new Map([[readable(bus), [bus]]]);
  const matched = new Set<Rule>();
  const deliveries: SimulatedDelivery[] = [];
  // The map grows while it is read.
  for (const [current, path] of paths) {
    for (const rule of rules.get(current)?.matching(indexed) ?? []) {
      matched.add(rule);
      for (const target of rule.targets) {
        const delivery = deliver(rule, target, event, check, isBus(target.Arn) ? () => authorizeHop(path, target.Arn) : undefined);
        deliveries.push(delivery);
        const next = readable(target.Arn);
        if (isBus(target.Arn) && delivery.status === DeliveryStatus.DELIVERED && !paths.has(next)) {
          paths.set(next, [...path, target.Arn]);
        }
      }
    }
  }
  return { event, indexed, buses: [...paths.keys()], matched, deliveries };
}
