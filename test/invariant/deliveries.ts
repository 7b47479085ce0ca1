import { compose } from './composition';
import type { Composition, ComposedApp } from './composition';
import { inFolder } from './folder';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import type { SimulatedDelivery } from '../../src/testing';

/** What becomes of all witnesses at one recipient: `undelivered` if none arrives, `unknown` if one may arrive, `delivered` if one does. */
export interface Delivery {
  readonly recipient: string;
  readonly outcome: 'delivered' | 'unknown' | 'undelivered';
  readonly reasons: readonly string[];
}

/** Sends all sample events to an app. `undefined` if it cannot be created or synthesized at all. */
export function deliveriesOf(composition: Composition): Delivery[] | undefined {
  return inFolder((folder) => {
    let composed: ComposedApp;
    try {
      composed = compose(composition, folder);
      composed.app.synth({ skipValidation: true });
    } catch {
      return undefined;
    }
    const sent = witnessed(composed);
    return composed.recipients.flatMap(({ kind, resource, path }) => {
      const toIt = sent.deliveries.filter(({ rulePath, targetPath }) => rulePath.includes('/Alert/') && targetPath === path);
      const arrived = toIt.filter(({ status }) => status === 'DELIVERED');
      const reasons = [...new Set([...sent.refusals, ...toIt.flatMap(({ reason }) => reason ?? [])])];
      const own = { recipient: path, outcome: best(arrived), reasons };
      return kind === 'topic' && resource !== undefined && arrived.length > 0 ? [own, notified(path, arrived)] : [own];
    });
  });
}

/** What becomes of the messages of a topic at its subscriptions, which someone has to receive. */
function notified(path: string, arrived: readonly SimulatedDelivery[]): Delivery {
  const subscribers = arrived.flatMap((delivery) => delivery.subscribers);
  return {
    recipient: `the subscribers of ${path}`,
    outcome: best(subscribers.filter(({ received }) => received)),
    reasons: [...new Set(subscribers.flatMap(({ reason }) => reason ?? []))],
  };
}

function best(arrived: readonly { readonly assumptions: readonly string[] }[]): Delivery['outcome'] {
  return arrived.length === 0 ? 'undelivered' : arrived.some(({ assumptions }) => assumptions.length === 0) ? 'delivered' : 'unknown';
}

function witnessed({ app }: ComposedApp): { readonly deliveries: SimulatedDelivery[]; readonly refusals: string[] } {
  try {
    const bus = EventBusSimulator.fromApp(app);
    const outcomes = SampleEvent.all().map((sample) => bus.send(sample));
    return { deliveries: outcomes.flatMap(({ delivered, undelivered }) => [...delivered, ...undelivered]), refusals: [] };
  } catch (error) {
    return { deliveries: [], refusals: [(error as Error).message] };
  }
}
