import type { IEnvironmentAware } from 'aws-cdk-lib/interfaces';
import { checkAdditionalPattern } from './additional/additional-pattern';
import { checkContradictions } from './additional/contradictions';
import { leavesOf } from './additional/pattern-shape';
import { AlternativesCondition } from './conditions/alternatives-condition';
import type { Condition, FieldPresence, PatternJson } from './conditions/condition';
import { merge } from './conditions/condition';
import { fieldConditions } from './conditions/field-conditions';
import { withPresences } from './conditions/field-presence';
import { identityConditions } from './conditions/identity-conditions';
import type { Value } from './conditions/values';
import { exact, understand } from './conditions/values';
import { checkEventNames, checkSeverity, nothingLeftFindings, uncertainEventNames } from './event-names';
import { lookupFindings } from './lookup-findings';
import type { ConstraintsByPath } from './overlap-candidates';
import { canonicalName } from './references/canonical-text';
import type { Environment } from './references/environment';
import { compactPlaces, placesOf } from './references/places';
import { repetitionFindings } from './repetition';
import { filterValueFindings } from './unsent-values';
import type { DetailTypeEntry } from '../events/detail-type';
import type { DetailMatchers } from '../events/failures';
import type { Filters } from '../filters/any-filters';
import type { Places } from './references/places';
import { isUnresolved } from './references/unresolved-text';
import { EVENT_SOURCE } from '../events/catalog';
import type { Finding } from '../validation/findings/finding';

/** The filters of a user, before it is known where the pattern will be used. */
export interface PartSource {
  readonly entry: DetailTypeEntry;
  readonly filters: Filters;
  /** What the user added, in EventBridge's own grammar. */
  readonly additional?: PatternJson;
  /** What `detail` has in one of several ways, in addition to the filters. */
  readonly alternatives?: readonly DetailMatchers[];
  /** Fields that the events have or lack. */
  readonly presences?: readonly FieldPresence[];
}

/** What is required of the events of a detail type, or of several, in one environment. */
export interface Part extends PartSource {
  readonly detailTypes: readonly string[];
  readonly conditions: readonly Condition[];
  /** The same conditions with fewer values, if there are such: the account and the Region are required once, not in each ARN. */
  readonly compact?: () => readonly Condition[];
  /** What the conditions imply for other fields, which need no condition. */
  readonly implied: { readonly [path: string]: readonly Value[] };
  readonly findings: readonly Finding[];
  readonly places: Places;
}

/** Turns filters into conditions. Everything that is wrong with them is found here. */
export function partOf(source: PartSource, environment: Environment): Part {
  const { entry, filters, additional } = source;
  const places = placesOf(filters, environment);
  const fields = fieldConditions(entry, filters, places);
  checkEventNames(entry, filters);
  const { conditions, implied, findings } = identityConditions(entry, filters, places);
  const alternatives = source.alternatives ? [new AlternativesCondition(entry, source.alternatives)] : [];
  const all = withPresences([...fields, ...alternatives, ...conditions], source.presences);
  const part: Part = { ...source, detailTypes: [entry.detailType], conditions: all, implied, findings, places };
  const additionalFindings = additional ? checkAdditionalPattern(source, render({ ...part, additional: {} }), additional) : [];
  if (additional) {
    const ofFilters = constraintsByPathOf({ ...part, additional: undefined });
    checkContradictions(additional, ofFilters, constraintsByPathOf({ ...part, conditions: [], implied: {} }));
  }
  const { names, types } = matchedSeverity(constraintsByPathOf(part));
  checkSeverity(entry, filters.eventTypes ? 'eventTypes' : 'additionalPattern.detail.eventType', names, types);
  const compact = compactPlaces(places);
  return {
    ...part,
    compact: isCompactable(source, places)
      ? () => withPresences(
        [...fieldConditions(entry, filters, compact), ...alternatives, ...identityConditions(entry, filters, compact).conditions], source.presences)
      : undefined,
    findings: [
      ...lookupFindings({ ...filters, additionalPattern: leavesOf(additional ?? {}).map(({ matchers }) => matchers) }),
      ...findings,
      ...uncertainEventNames(entry, names ?? []),
      ...nothingLeftFindings(entry, filters),
      ...filterValueFindings(entry, source.filters),
      ...repetitionFindings(source),
      ...additionalFindings,
    ],
  };
}

/**
 * Whether the account and the Region can be required once: nothing else requires others of them, and no name is compared with the ARN of something
 * that is excluded in one account and Region only.
 */
function isCompactable({ filters, additional = {} }: PartSource, { home }: Places): boolean {
  const has = (lists: readonly (readonly unknown[] | undefined)[]) => lists.some((list) => list !== undefined && list.length > 0);
  const isCompared = has([filters.excludedServices, filters.excludedDaemons]) && has([filters.serviceNames, filters.daemonNames]);
  const references = [filters.clusters, filters.services, filters.daemons].flatMap((list: readonly IEnvironmentAware[] = []) => list);
  const isHome = (dimension: 'account' | 'region') => references.every(({ env }) => canonicalName(env[dimension], home) === canonicalName(home[dimension], home));
  const isFree = (dimension: 'account' | 'region') => filters[`${dimension}s`] !== undefined
    || (isHome(dimension) && !leavesOf(additional).some(({ path }) => path === dimension));
  return !isCompared && isFree('account') && isFree('region');
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

/** Joins parts that require the same of different detail types: one rule matches them all. */
export function joinDetailTypes(parts: readonly Part[]): Part[] {
  if (parts.length === 1) {
    return [...parts];
  }
  const joined = new Map<string, Part>();
  for (const part of parts) {
    const key = JSON.stringify(render({ ...part, detailTypes: [] }));
    const same = joined.get(key);
    joined.set(key, same ? { ...same, detailTypes: [...same.detailTypes, ...part.detailTypes] } : part);
  }
  return [...joined.values()];
}

/** Before the path of a field that may be an array, because nothing is known of it: whether it distinguishes two patterns is known at deployment only. */
export const UNCERTAIN = '?';

/** The path under which constraints have the names of clusters, which events have in ARNs only. */
export const CLUSTER = 'cluster';

/** What is required of each field that has one value, to compare parts with one another. */
export function constraintsByPathOf({ entry, conditions, implied, additional = {}, places: { home } }: Part): ConstraintsByPath {
  const required = conditions.flatMap((condition) => Object.entries(condition.constraintsByPath()));
  const constraints = new Map<string, readonly Value[]>([...required, ...Object.entries(implied)]);
  for (const { path, matchers } of leavesOf(withoutOr(additional))) {
    const mark = { one: '', several: undefined, unknown: UNCERTAIN }[cardinalityOf(entry, path)];
    if (mark !== undefined) {
      constraints.set(`${mark}${path}`, matchers.map((matcher) => understand(matcher, home)));
    }
  }
  return new Map([...originsIn(constraints), ...constraints]);
}

/** A pattern without its `$or`: the lists in the branches are alternatives, of which none is required. */
function withoutOr(pattern: PatternJson): PatternJson {
  return Object.fromEntries(Object.entries(pattern).filter(([field]) => field !== '$or')
    .map(([field, value]) => [field, Array.isArray(value) ? value : withoutOr(value as PatternJson)]));
}

/** How many values an event has in a field. Two patterns can match two values of an array. */
function cardinalityOf({ fields, oneResource }: DetailTypeEntry, path: string): 'one' | 'several' | 'unknown' {
  if (!path.startsWith('detail.')) {
    return path === 'resources' && !oneResource ? 'several' : 'one';
  }
  const field = path.slice('detail.'.length);
  const isIn = (array: string) => field === array || field.startsWith(`${array}.`);
  const isArray = fields.some(({ path: known, type }) => (type.endsWith('[]') && isIn(known)) || (known.includes('[]') && isIn(known.split('[]')[0])));
  return isArray ? 'several' : fields.some(({ path: known }) => known === field) ? 'one' : 'unknown';
}

/** Where the ARNs that are required come from: an event comes from the account, the Region and the cluster of its resources. */
const ORIGINS = {
  region: /^arn::ecs:([^:]*):/,
  account: /^arn::ecs:[^:]*:([^:]*):/,
  [CLUSTER]: /^arn::ecs:[^:]*:[^:]*:(?:service|daemon|task|container-instance)\/([^/]+)\//,
};

/** The origins of the ARNs that are required. */
function originsIn(constraints: ConstraintsByPath): ConstraintsByPath {
  const origins = Object.entries(ORIGINS).map(([name, origin]) => {
    const lists = [...constraints].filter(([path]) => !path.startsWith(UNCERTAIN))
      .map(([, values]) => values.map((value) => originOf(value, name, origin)));
    const known = lists.find((list) => list.length > 0 && list.every((text) => text !== undefined));
    return known && [name, [...new Set(known)].map((text) => exact(text!, text!))] as const;
  });
  return new Map(origins.filter((each) => each !== undefined));
}

function originOf(value: Value, name: string, origin: RegExp): string | undefined {
  const cluster = name === CLUSTER && value.kind === 'exact' ? /^arn::ecs:[^:]*:[^:]*:cluster\/(.+)$/.exec(value.key) : undefined;
  return 'key' in value && value.kind !== 'suffix' ? (cluster ?? origin.exec(value.key))?.[1] : undefined;
}

/** The event names and the severities that are required, where they are required by a value that is known at synthesis. */
export function matchedSeverity(constraints: ConstraintsByPath): { readonly names?: string[]; readonly types?: string[] } {
  const byValue = (path: string) => {
    const values = constraints.get(path)?.map((value) => value.kind === 'exact' && !isUnresolved(value.key) ? value.key : undefined);
    return values?.every((value) => value !== undefined) ? values : undefined;
  };
  return { names: byValue('detail.eventName'), types: byValue('detail.eventType') };
}
