import { checkAdditionalPattern } from './additional/additional-pattern';
import { leavesOf } from './additional/pattern-shape';
import { merge } from './conditions/condition';
import type { Condition, PatternJson } from './conditions/condition';
import { fieldConditions } from './conditions/field-conditions';
import type { FieldPresence } from './conditions/field-presence';
import { withPresences } from './conditions/field-presence';
import { identityConditions } from './conditions/identity-conditions';
import type { Value } from './conditions/values';
import { understand } from './conditions/values';
import { checkEventNames, checkSeverity, uncertainEventNames } from './event-names';
import type { Finding } from '../validation/findings/finding';
import { EVENT_SOURCE } from '../events/catalog';
import type { DetailTypeEntry } from '../events/detail-type';
import type { Filters } from '../filters/any-filters';
import type { Environment } from './references/environment';
import { partitionOf } from './references/environment';
import { filterList } from '../validation/lists';
import { checkAccount, checkRegion } from '../validation/names';

/** What a user asked for, before it is known where the pattern will be used. */
export interface PartSource {
  readonly entry: DetailTypeEntry;
  readonly filters: Filters;
  /** What the user added, in EventBridge's own grammar. */
  readonly additional?: PatternJson;
  /** Fields that the events have or lack. */
  readonly presences?: readonly FieldPresence[];
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
  const all = withPresences([...fields, ...conditions], source.presences);
  const part: Part = { ...source, detailTypes: [entry.detailType], conditions: all, implied, findings };
  const doubts = additional ? checkAdditionalPattern(entry, render({ ...part, additional: {} }), additional) : [];
  const { names, types } = matchedSeverity(part);
  checkSeverity(entry, filters.eventTypes ? 'eventTypes' : 'additionalPattern.detail.eventType', names, types);
  return { ...part, findings: [...findings, ...uncertainEventNames(entry, names ?? []), ...doubts] };
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
export function constraintsByPathOf({ entry, conditions, implied, additional = {} }: Part): Map<string, readonly Value[]> {
  const asked = conditions.flatMap((condition) => Object.entries(condition.constraintsByPath()));
  const constraintsByPath = new Map<string, readonly Value[]>([...asked, ...Object.entries(implied)]);
  const multiple = entry.fields.filter(({ type, path }) => type.endsWith('[]') || path.includes('[]')).map(({ path }) => `detail.${path.replace('[]', '')}`);
  // The lists in the branches of a `$or` are alternatives: no single one of them is asked for.
  const leaves = JSON.stringify(additional).includes('"$or":') ? [] : leavesOf(additional);
  leaves.filter(({ path }) => !multiple.includes(path)).forEach(({ path, matchers }) => constraintsByPath.set(path, matchers.map(understand)));
  return constraintsByPath;
}

/** The event names and the severities that are asked for, where they are asked for by value. */
export function matchedSeverity(part: Part): { readonly names?: string[]; readonly types?: string[] } {
  const asked = constraintsByPathOf(part);
  const byValue = (path: string) => {
    const values = asked.get(path)?.map((value) => value.kind === 'exact' ? value.key : undefined);
    return values?.every((value) => value !== undefined) ? values : undefined;
  };
  return { names: byValue('detail.eventName'), types: byValue('detail.eventType') };
}

/** The environments for which names are composed into ARNs: every account in every Region of the filters, otherwise that of the rule. */
function placesOf(filters: Filters, environment: Environment): Environment[] {
  const accounts = filterList('accounts', filters.accounts)?.map((account, i) => checkAccount(`accounts[${i}]`, account));
  const regions = filterList('regions', filters.regions)?.map((region, i) => checkRegion(`regions[${i}]`, region));
  return (regions ?? [environment.region]).flatMap((region) => (accounts ?? [environment.account]).map((account) => ({
    partition: regions ? partitionOf(region, environment.partition) : environment.partition,
    region,
    account,
  })));
}
