import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { compose } from './composition';
import type { Composition, ComposedApp } from './composition';
import { inFolder } from './folder';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import type { EventBusSimulatorOptions, SimulatedDelivery } from '../../src/testing';

/** What becomes of all witnesses at one recipient: `undelivered` if none arrives, `unknown` if one may arrive, `delivered` if one does. */
export interface Delivery {
  readonly recipient: string;
  readonly outcome: 'delivered' | 'unknown' | 'undelivered';
  /** The constructs that a finding about it may name, and the targets of the rule by their ids. */
  readonly concerned: readonly string[];
  readonly targetIds: readonly string[];
  readonly reasons: readonly string[];
}

/** Where an app without an account and a Region may be deployed: only what is undelivered in all of these is known to be. */
const WORLDS: Record<Composition['env'], EventBusSimulatorOptions[]> = {
  known: [{}],
  unresolved: [{}, { account: '111122223333', region: 'eu-west-1' }, { account: '444455556666', region: 'eu-west-1' }, { region: 'cn-north-1' }, { region: 'us-gov-west-1' }],
};

/** Sends all sample events to an app. `undefined` if it cannot be created or synthesized at all. */
export function deliveriesOf(composition: Composition): Delivery[] | undefined {
  const worlds = WORLDS[composition.env].map((world) => deliveriesInWorld(composition, world));
  const byRecipient = new Map<string, Delivery>();
  for (const delivery of worlds.flatMap((deliveries) => deliveries ?? [])) {
    byRecipient.set(delivery.recipient, better(delivery, byRecipient.get(delivery.recipient)));
  }
  return worlds[0] && [...byRecipient.values()];
}

function better(one: Delivery, other: Delivery | undefined): Delivery {
  const ranks = ['undelivered', 'unknown', 'delivered'];
  return other && ranks.indexOf(other.outcome) > ranks.indexOf(one.outcome) ? other : one;
}

function deliveriesInWorld(composition: Composition, world: EventBusSimulatorOptions): Delivery[] | undefined {
  const recipients = simulated(composition, () => undefined, (composed) => deliveriesIn(composed, world));
  const deadLetters = concernsDeadLetters(composition) ? simulated(composition, refuseAll, (composed) => deadLettersIn(composed, world)) : [];
  return recipients && [...recipients, ...deadLetters ?? []];
}

/** Whether anything is done to the dead-letter queue. That of other apps is as the library creates it. */
function concernsDeadLetters({ recipients }: Composition): boolean {
  return recipients.some(({ twists }) => twists.some((name) => /^dead letters|every queue/.test(name)));
}

function simulated(
  composition: Composition,
  change: (composed: ComposedApp) => void,
  read: (composed: ComposedApp) => Delivery[],
): Delivery[] | undefined {
  return inFolder((folder) => {
    try {
      const composed = compose(composition, folder);
      change(composed);
      composed.app.synth({ skipValidation: true });
      return read(composed);
    } catch {
      return undefined;
    }
  });
}

function deliveriesIn(composed: ComposedApp, world: EventBusSimulatorOptions): Delivery[] {
  const sent = witnessed(composed, world);
  return composed.recipients.flatMap(({ kind, resource, path }) => {
    const toIt = sent.deliveries.filter(({ rulePath, targetPath }) => rulePath.includes('/Alert/') && targetPath === path);
    const arrived = toIt.filter(({ status }) => status === 'DELIVERED');
    const reasons = [...new Set([...sent.refusals, ...toIt.flatMap(({ reason }) => reason ?? [])])];
    const targetIds = [...new Set(toIt.map(({ targetId }) => targetId))];
    const own = { recipient: path, concerned: [path], targetIds, outcome: best(arrived), reasons };
    return kind === 'topic' && resource !== undefined && arrived.length > 0 ? [own, notified(path, targetIds, arrived)] : [own];
  });
}

/** Makes every target refuse, so that all events become dead letters. */
function refuseAll({ rule, ruleScope }: ComposedApp): void {
  const refusing = new lambda.CfnFunction(ruleScope, 'Refusing', { code: { zipFile: '-' }, role: 'arn:aws:iam::111122223333:role/handler' });
  rule.rules.forEach((one) => {
    const targets = Stack.of(one).resolve((one.node.defaultChild as events.CfnRule).targets) as unknown[] | undefined;
    targets?.forEach((_target, i) => (one.node.defaultChild as events.CfnRule).addPropertyOverride(`Targets.${i}.Arn`, refusing.attrArn));
  });
}

/** What becomes of dead letters: of those that a dead-letter queue should take. A target without one is the choice of whoever wrote it. */
function deadLettersIn(composed: ComposedApp, world: EventBusSimulatorOptions): Delivery[] {
  const toQueue = witnessed(composed, world).deliveries.filter(({ targetPath, status, reason }) => (
    targetPath.endsWith('/Refusing') && (status === 'DEAD_LETTERED' || !reason?.includes('no dead-letter queue'))));
  const isKept = toQueue.some(({ status }) => status === 'DEAD_LETTERED');
  const reasons = [...new Set(toQueue.map(({ reason }) => String(reason)))];
  return toQueue.length === 0 ? [] : [{ recipient: 'the dead-letter queue', concerned: ['EcsEventDeadLetters', 'dead-letter queue of '], targetIds: [], outcome: isKept ? 'delivered' : 'undelivered', reasons }];
}

/** What becomes of the messages of a topic at its subscriptions, which someone has to receive. */
function notified(path: string, targetIds: readonly string[], arrived: readonly SimulatedDelivery[]): Delivery {
  const subscribers = arrived.flatMap((delivery) => delivery.subscribers);
  return {
    recipient: `the subscribers of ${path}`,
    concerned: [path, ...subscribers.map(({ subscriptionPath }) => subscriptionPath)],
    targetIds,
    outcome: best(subscribers.filter(({ received }) => received)),
    reasons: [...new Set(subscribers.flatMap(({ reason }) => reason ?? []))],
  };
}

function best(arrived: readonly { readonly assumptions: readonly string[] }[]): Delivery['outcome'] {
  return arrived.length === 0 ? 'undelivered' : arrived.some(({ assumptions }) => assumptions.length === 0) ? 'delivered' : 'unknown';
}

function witnessed({ app }: ComposedApp, world: EventBusSimulatorOptions): { readonly deliveries: SimulatedDelivery[]; readonly refusals: string[] } {
  try {
    const bus = EventBusSimulator.fromApp(app, world);
    const outcomes = SampleEvent.all().map((sample) => bus.send(sample));
    return { deliveries: outcomes.flatMap(({ delivered, undelivered }) => [...delivered, ...undelivered]), refusals: [] };
  } catch (error) {
    return { deliveries: [], refusals: [(error as Error).message] };
  }
}
