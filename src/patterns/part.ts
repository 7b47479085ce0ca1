import { checkAdditionalPattern } from './additional/additional-pattern';
import type { Condition, PatternJson } from './conditions/condition';
import { merge } from './conditions/condition';
import type { Environment } from './references/environment';
import { checkEventNames, checkSeverity, doubtfulEventNames } from './event-names';
import { fieldConditions } from './conditions/field-conditions';
import type { Filters } from '../filters/any-filters';
import type { Finding } from './finding';
import { identityConditions } from './conditions/identity-conditions';
import { leavesOf } from './additional/pattern-shape';
import { placesOf } from './places';
import type { Value } from './conditions/values';
import { understand } from './conditions/values';
import { EVENT_SOURCE } from '../events/catalog';
import type { DetailTypeEntry } from '../events/detail-type';

/** What a user asked for, before it is known where the pattern will be used. */
export interface PartSource {
  readonly entry: DetailTypeEntry;
  readonly filters: Filters;
  /** What the user added, in EventBridge's own grammar. */
  readonly additional?: PatternJson;
}

/** What is asked of the events of a detail type, or of several, for one environment. */
export interface Part extends PartSource {
  readonly detailTypes: readonly string[];
  readonly conditions: readonly Condition[];
  /** What the conditions say of other fields, which need not be asked for. */
  readonly implied: { readonly [path: string]: readonly Value[] };
  readonly findings: readonly Finding[];
}

/** Turns filters into conditions. Everything that is wrong with them is found here. */
export function partOf(source: PartSource, environment: Environment): Part {
  const { entry, filters, additional } = source;
  const places = placesOf(filters, environment);
  const fields = fieldConditions(entry, filters, places);
  checkEventNames(entry, filters);
  const { conditions, implied, findings } = identityConditions(entry, filters, places);
  const part: Part = { ...source, detailTypes: [entry.detailType], conditions: [...fields, ...conditions], implied, findings };
  const doubts = additional ? checkAdditionalPattern(entry, render({ ...part, additional: {} }), additional) : [];
  const { names, types } = severityAsked(part);
  checkSeverity(entry, filters.eventTypes ? 'eventTypes' : 'additionalPattern.detail.eventType', names, types);
  return { ...part, findings: [...findings, ...doubtfulEventNames(entry, names ?? []), ...doubts] };
}

/** The JSON of a part: the conditions ANDed, each with its alternatives, in the order of an event. */
export function render(part: Part): PatternJson {
  const { resources, detail, ...envelope } = merge([
    { 'source': [EVENT_SOURCE], 'detail-type': [...part.detailTypes] },
    ...part.conditions.map((condition) => condition.render()),
    part.additional ?? {},
  ]);
  return { ...envelope, ...resources !== undefined && { resources }, ...detail !== undefined && { detail } };
}

/** Joins parts that ask the same of different detail types: one rule hears them all. */
export function joinDetailTypes(parts: readonly Part[]): Part[] {
  const joined = new Map<string, Part>();
  for (const part of parts) {
    const asked = JSON.stringify(render({ ...part, detailTypes: [] }));
    const same = joined.get(asked);
    joined.set(asked, same ? { ...same, detailTypes: [...same.detailTypes, ...part.detailTypes] } : part);
  }
  return [...joined.values()];
}

/** What is asked of each field that holds one value, to compare parts with one another. */
export function facetsOf({ entry, conditions, implied, additional = {} }: Part): Map<string, readonly Value[]> {
  const asked = conditions.flatMap((condition) => Object.entries(condition.facets()));
  const facets = new Map<string, readonly Value[]>([...asked, ...Object.entries(implied)]);
  const multiple = entry.fields.filter(({ type, path }) => type.endsWith('[]') || path.includes('[]')).map(({ path }) => `detail.${path.replace('[]', '')}`);
  // The lists in the branches of a `$or` are alternatives: no single one of them is asked for.
  const leaves = JSON.stringify(additional).includes('"$or":') ? [] : leavesOf(additional);
  leaves.filter(({ path }) => !multiple.includes(path)).forEach(({ path, matchers }) => facets.set(path, matchers.map(understand)));
  return facets;
}

/** The event names and the severities that are asked for, where they are asked for by value. */
export function severityAsked(part: Part): { readonly names?: string[]; readonly types?: string[] } {
  const asked = facetsOf(part);
  const byValue = (path: string) => {
    const values = asked.get(path)?.map((value) => value.kind === 'exact' ? value.key : undefined);
    return values?.every((value) => value !== undefined) ? values : undefined;
  };
  return { names: byValue('detail.eventName'), types: byValue('detail.eventType') };
}
