import type { IndexedEvent } from './matcher/indexed-event';
import { DeliveryStatus } from './simulation/delivery-status';
import { explain } from './simulation/explanation';
import type { Rule } from './simulation/rule';
import type { SimulatedDelivery } from './simulation/simulated-delivery';

/** What happened to an event that was sent. */
export class SimulationOutcome {
  /** @internal */
  public static _of(sentEvent: any, indexed: IndexedEvent, rules: readonly Rule[], deliveries: readonly SimulatedDelivery[]): SimulationOutcome {
    return new SimulationOutcome(sentEvent, indexed, rules, deliveries);
  }

  /** What arrived, in the order of the rules in the template. */
  public readonly delivered: SimulatedDelivery[];

  /** What a rule matched and sent, but what did not arrive. */
  public readonly undelivered: SimulatedDelivery[];

  /** The event as it was sent, with account, Region and ARNs. */
  public readonly sentEvent: any;

  private constructor(
    sentEvent: any,
    private readonly indexed: IndexedEvent,
    private readonly rules: readonly Rule[],
    private readonly deliveries: readonly SimulatedDelivery[],
  ) {
    this.sentEvent = sentEvent;
    this.delivered = deliveries.filter(({ status }) => status === DeliveryStatus.DELIVERED);
    this.undelivered = deliveries.filter(({ status }) => status !== DeliveryStatus.DELIVERED);
  }

  /**
   * What happened and why, in words: what was delivered, what was not, and for every other rule the first condition that failed, the closest
   * rule first.
   */
  public explain(): string {
    return explain(this.sentEvent, this.indexed, this.rules, this.deliveries);
  }
}
