import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { CATALOGUE, detailTypesOf, findDetailType, findEvent } from '../events/catalogue';
import type { DetailTypeEntry, EventEntry } from '../events/detail-type';

/** A kind of event that a rule hears. */
export interface Kind {
  /** The detail type; absent for one that is not in the catalogue, because it is new or not of Amazon ECS. */
  readonly entry?: DetailTypeEntry;
  /** The event; absent where the detail type has no names, or has one that is not in the catalogue yet. */
  readonly event?: EventEntry;
}

/** What a rule says of the events that it hears, as far as it can be read from its pattern. */
export interface Heard {
  readonly kinds: readonly Kind[];
  /** The literal values of a field, where the rule asks for exact ones only. */
  readonly values: (path: string) => string[] | undefined;
}

/**
 * Reads the pattern of whatever rule a message is bound to: those of this library, rules of a user's own, mirror rules in other accounts.
 * To be called at synthesis, when nobody changes the pattern any more.
 */
export function heardBy(rule: events.IRuleRef): Heard {
  const resource = rule.node.defaultChild as events.CfnRule | undefined;
  const pattern = resource ? Stack.of(rule).resolve(resource.eventPattern) : undefined;
  const values = (path: string) => exactValues(path.split('.').reduce((value, field) => value?.[field], pattern));
  const entries = values('detail-type')?.map(findDetailType) ?? CATALOGUE;
  const names = values('detail.eventName');
  const kinds = entries.flatMap((entry) => entry === undefined ? [{}] : kindsOf(entry, names));
  return { kinds: kinds.length > 0 ? kinds : [{}], values };
}

function kindsOf(entry: DetailTypeEntry, names: readonly string[] | undefined): Kind[] {
  return names === undefined
    ? entry.events.map((event) => ({ entry, event }))
    // A name that only other detail types have is never heard with this one; a name that nobody has may be new.
    : names.filter((name) => findEvent(entry, name) || detailTypesOf(name).length === 0).map((name) => ({ entry, event: findEvent(entry, name) }));
}

/** The texts of a list of matchers. What is only known at deployment is left out of a text, as in `…:cluster/prod`. */
function exactValues(matchers: unknown): string[] | undefined {
  const texts = Array.isArray(matchers) ? matchers.map(textOf) : [undefined];
  return texts.every((text) => text !== undefined) ? texts as string[] : undefined;
}

function textOf(matcher: unknown): string | undefined {
  if (typeof matcher === 'string') {
    return matcher;
  }
  const join = (matcher as { 'Fn::Join'?: [string, unknown[]] } | undefined)?.['Fn::Join'];
  return join && join[1].map((part) => typeof part === 'string' ? part : UNKNOWN).join(join[0]);
}

/** Stands for what is known at deployment only; no name has this character. */
export const UNKNOWN = '\u0000';
