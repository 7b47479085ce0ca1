import { explain } from './explanation/explanation';
import { DeliveryStatus } from '../engine/simulation/delivery-status';
import type { Propagation } from '../engine/simulation/propagation';
import type { Rule } from '../engine/simulation/rule';
import type { SimulatedDelivery } from '../engine/simulation/simulated-delivery';

/** The outcome of sending an event. */
export class SimulationOutcome {
  /** @internal */
  public static _of(propagation: Propagation, rules: readonly Rule[], notSimulated: readonly string[]): SimulationOutcome {
    return new SimulationOutcome(propagation, rules, notSimulated);
  }

  /**
   * The deliveries that arrived at their targets, in the order of the rules in the template. For a topic, `subscribers` shows whether anyone is notified.
   */
  public readonly delivered: SimulatedDelivery[];

  /** The deliveries that did not arrive at their targets. Their `status` shows whether the event is in a dead-letter queue or lost. */
  public readonly undelivered: SimulatedDelivery[];

  /** The event as it was sent, with account, Region and ARNs. */
  public readonly sentEvent: { [field: string]: any };

  private constructor(
    private readonly propagation: Propagation,
    private readonly rules: readonly Rule[],
    private readonly notSimulated: readonly string[],
  ) {
    this.sentEvent = propagation.event;
    this.delivered = propagation.deliveries.filter(({ status }) => status === DeliveryStatus.DELIVERED);
    this.undelivered = propagation.deliveries.filter(({ status }) => status !== DeliveryStatus.DELIVERED);
  }

  /**
   * Returns a description of what happened and why: the deliveries with their subscribers and assumptions, and the events that were not delivered. For every
   * rule that does not match, it shows the first condition that failed, the closest rule first.
   */
  public explain(): string {
    return explain(this.propagation, this.rules, this.notSimulated);
  }
}
