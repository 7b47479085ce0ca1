import type * as events from 'aws-cdk-lib/aws-events';
import { CATALOG } from '../../src/events/catalog';
import type { DetailTypeEntry, EventEntry } from '../../src/events/detail-type';

/** An event that Amazon ECS sends, with its detail type. */
export interface EveryEvent {
  readonly entry: DetailTypeEntry;
  readonly event: EventEntry;
}

/** Every event that Amazon ECS sends. */
export const EVERY_EVENT: readonly EveryEvent[] = CATALOG.flatMap((entry) => entry.events.map((event) => ({ entry, event })));

/** Every event with its name, for a table of tests. */
export const EVERY_NAMED = EVERY_EVENT.map((kind) => [`${kind.entry.detailType} ${kind.event.name ?? ''}`.trim(), kind] as const);

/** A pattern that matches some events, and nothing else. */
export function patternOf(...kinds: readonly EveryEvent[]): events.EventPattern {
  const names = kinds.flatMap(({ event }) => event.name ?? []);
  return {
    source: ['aws.ecs'],
    detailType: [...new Set(kinds.map(({ entry }) => entry.detailType))],
    ...names.length === kinds.length && { detail: { eventName: [...new Set(names)] } },
  };
}
