import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { literalText } from './literal-text';
import { alwaysHasField, CATALOG, detailTypesOf, findDetailType, findEvent } from '../../events/catalog';
import type { DetailTypeEntry, EventEntry } from '../../events/detail-type';

/** A kind of event that a rule hears. */
export interface Kind {
  /** The detail type; absent for one that is not in the catalogue, because it is new or not of Amazon ECS. */
  readonly entry?: DetailTypeEntry;
  /** The event; absent where the detail type has no names, or has one that is not in the catalogue yet. */
  readonly event?: EventEntry;
}

/** What a rule says of the events that it hears, as far as it can be read from its pattern. */
export interface MatchedEvents {
  readonly kinds: readonly Kind[];
  /** The literal values of a field, where the rule asks for exact ones only. The path is a full one, such as `detail.reason`. */
  readonly values: (path: string) => string[] | undefined;
  /** The literal values of a field and the literal beginnings of it, where the rule asks for such only. */
  readonly prefixes: (path: string) => string[] | undefined;
  /** Whether every event that the rule hears has a text or a number there: its kind always has, or the pattern asks for one. */
  readonly alwaysHas: (path: string) => boolean;
}

/**
 * Reads the pattern of whatever rule a message is bound to: those of this library, rules of a user's own, mirror rules in other accounts.
 * To be called at synthesis, when nobody changes the pattern any more.
 */
export function matchedEventsOf(rule: events.IRuleRef): MatchedEvents {
  const resource = rule.node.defaultChild as events.CfnRule | undefined;
  const pattern = resource ? Stack.of(rule).resolve(resource.eventPattern) : undefined;
  const matchers = (path: string) => path.split('.').reduce((value, field) => value?.[field], pattern) as unknown;
  const values = (path: string) => exactValues(matchers(path), Stack.of(rule));
  const entries = values('detail-type')?.map(findDetailType) ?? CATALOG;
  const names = values('detail.eventName');
  const types = values('detail.eventType');
  const found = entries.flatMap((entry) => entry === undefined ? [{}] : kindsOf(entry, names))
    .filter(({ event }: Kind) => types === undefined || event?.type === undefined || types.includes(event.type));
  const kinds: Kind[] = found.length > 0 ? found : [{}];
  const prefixes = (path: string) => exactValues(prefixesIn(matchers(path)), Stack.of(rule));
  const alwaysHas = (path: string) => requiresValue(matchers(path)) || kinds.every((kind) => kindAlwaysHas(kind, path, values));
  return { kinds, values, prefixes, alwaysHas };
}

function kindsOf(entry: DetailTypeEntry, names: readonly string[] | undefined): Kind[] {
  return names === undefined
    ? entry.events.map((event) => ({ entry, event }))
    // A name that only other detail types have is never heard with this one; a name that nobody has may be new.
    : names.filter((name) => findEvent(entry, name) || detailTypesOf(name).length === 0).map((name) => ({ entry, event: findEvent(entry, name) }));
}

/** The texts of a list of matchers, as in `…:cluster/prod`. */
function exactValues(matchers: unknown, stack: Stack): string[] | undefined {
  const texts = Array.isArray(matchers) ? matchers.map((matcher) => literalText(matcher, stack)) : [undefined];
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The matchers with prefixes as if they were values. */
function prefixesIn(matchers: unknown): unknown {
  return Array.isArray(matchers) ? matchers.map((matcher) => (matcher as { prefix?: unknown } | null)?.prefix ?? matcher) : matchers;
}

/** What EventBridge itself puts on every event. */
const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources'];

function kindAlwaysHas({ entry, event }: Kind, path: string, values: MatchedEvents['values']): boolean {
  if (entry === undefined || !path.startsWith('detail.')) {
    return path === 'resources[0]' ? entry?.oneResource ?? false : ENVELOPE.includes(path);
  }
  const field = path.replace('detail.', '');
  return alwaysHasField(entry, field, event?.name) || alwaysHasFieldWith(entry, field, values);
}

/** Whether a field is always there because of the only value that the rule hears of another. */
function alwaysHasFieldWith(entry: DetailTypeEntry, field: string, values: MatchedEvents['values']): boolean {
  const other = entry.fields.find(({ path }) => path === field)?.alwaysWhen;
  const matched = other && values(`detail.${other.path}`);
  return matched?.length === 1 && matched[0] === other?.value;
}

/** Whether a field must be there, and not null, to be matched. Every matcher does that but `exists: false`, null, and `anything-but`, which null meets. */
function requiresValue(matchers: unknown): boolean {
  return Array.isArray(matchers) && matchers.length > 0 && matchers.every((matcher) => typeof matcher !== 'object'
    || (matcher !== null && !('exists' in matcher) && !('anything-but' in matcher)));
}
