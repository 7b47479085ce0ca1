import { explain } from './explanation/explanation';
import { DeliveryStatus } from '../engine/simulation/delivery-status';
import type { Propagation } from '../engine/simulation/propagation';
import type { Rule } from '../engine/simulation/rule';
import type { SimulatedDelivery } from '../engine/simulation/simulated-delivery';

/** What happened to an event that was sent. */
export class SimulationOutcome {
  /** @internal */
  public static _of(propagation: Propagation, rules: readonly Rule[], notSimulated: readonly string[]): SimulationOutcome {
    return new SimulationOutcome(propagation, rules, notSimulated);
  }

  /**
   * What arrived at its target, in the order of the rules in the template. Whether anybody is told of what arrived at a topic is said by its
   * `subscribers`.
   */
  public readonly delivered: SimulatedDelivery[];

  /** What a rule matched and sent, but what did not arrive: `status` tells what waits in a dead-letter queue from what is lost. */
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
   * What happened and why, in words: what was delivered, who is told and what was assumed for it, and what was not delivered. For every other rule the
   * first condition that failed, the closest rule first.
   */
  public explain(): string {
    return explain(this.propagation, this.rules, this.notSimulated);
  }
}
