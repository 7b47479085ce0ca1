import { canonicalText } from '../references/canonical-text';
import type { Environment } from '../references/environment';
import { DEPLOYED_ENVIRONMENT } from '../references/environment';
import type { Overlap } from '../references/unresolved-text';
import { beginsWith, endsWith, equalTexts, prefixesMeet, suffixesMeet } from '../references/unresolved-text';

/** A matcher as it stands in the list of a field: a literal, or an object such as `{ prefix: '…' }`. Strings in it may be tokens. */
export type Matcher = string | number | boolean | null | { readonly [kind: string]: unknown };

/** The field has this value. */
export interface ExactValue {
  readonly kind: 'exact';
  readonly matcher: Matcher;
  /** The canonical text: the same for values that mean the same, no matter how they are written. */
  readonly key: string;
}

/** The field begins with this text. */
export interface PrefixValue {
  readonly kind: 'prefix';
  readonly matcher: Matcher;
  readonly key: string;
}

/** The field ends with this text. */
export interface SuffixValue {
  readonly kind: 'suffix';
  readonly matcher: Matcher;
  readonly key: string;
}

/** A text that the field has, begins with, or ends with. */
export type TextValue = ExactValue | PrefixValue | SuffixValue;

/** The field exists and has none of these values. */
export interface ExceptValue {
  readonly kind: 'except';
  readonly matcher: Matcher;
  readonly excluded: readonly TextValue[];
}

/** The field does not exist. */
export interface AbsentValue {
  readonly kind: 'absent';
  readonly matcher: Matcher;
}

/** Any other matcher of a field that exists. */
export interface OtherValue {
  readonly kind: 'other';
  readonly matcher: Matcher;
}

/** One of the alternatives of a field. */
export type Value = TextValue | ExceptValue | AbsentValue | OtherValue;

export function exact(matcher: string | number | boolean, key: string = keyOf(matcher)): ExactValue {
  return { kind: 'exact', matcher, key };
}

export function prefix(text: string, key: string = keyOf(text)): PrefixValue {
  return { kind: 'prefix', matcher: { prefix: text }, key };
}

export function suffix(text: string, key: string = keyOf(text)): SuffixValue {
  return { kind: 'suffix', matcher: { suffix: text }, key };
}

/**
 * None of these values: one `anything-but` with all of them, because two of them in one list match everything.
 * `mayBeAbsent` keeps the events that lack the field, which `anything-but` alone drops.
 */
export function except(excluded: ExceptValue['excluded'], matcher: Matcher, mayBeAbsent: boolean): Value[] {
  const value: ExceptValue = { kind: 'except', matcher: { 'anything-but': matcher }, excluded };
  return mayBeAbsent ? [{ kind: 'absent', matcher: { exists: false } }, value] : [value];
}

/** Whether everything that `narrow` matches is matched by `wide` too, in every deployment. */
export function covers(wide: Value, narrow: Value): boolean {
  if (wide.kind === 'prefix' && (narrow.kind === 'exact' || narrow.kind === 'prefix')) {
    return beginsWith(narrow.key, wide.key) === 'certain';
  }
  if (wide.kind === 'suffix' && (narrow.kind === 'exact' || narrow.kind === 'suffix')) {
    return endsWith(narrow.key, wide.key) === 'certain';
  }
  return wide.kind === narrow.kind && identityOf(wide) === identityOf(narrow);
}

/** The list without what another element of it covers: shorter, and with elements that exclude one another. */
export function minimal<T extends Value>(values: readonly T[]): T[] {
  const each = new Map<string, T>();
  for (const value of values) {
    const identity = `${value.kind} ${identityOf(value)}`;
    each.set(identity, each.get(identity) ?? value);
  }
  const left = [...each.values()];
  const covered = new Set([...coveredBy('prefix', left, (key) => key), ...coveredBy('suffix', left, (key) => [...key].reverse().join(''))]);
  return left.filter((value) => !covered.has(value));
}

/** The values that a prefix, or a suffix, covers: of sorted texts, those that begin with one follow it. */
function coveredBy(kind: 'prefix' | 'suffix', values: readonly Value[], textOfKey: (key: string) => string): Value[] {
  const texts = values.flatMap((value) => value.kind === kind || value.kind === 'exact' ? [{ value, text: textOfKey(value.key) }] : []);
  if (!texts.some(({ value }) => value.kind === kind)) {
    return [];
  }
  const sorted = texts.sort((one, other) => one.text < other.text ? -1 : one.text > other.text ? 1 : one.value.kind === kind ? -1 : 1);
  let head: string | undefined;
  return sorted.flatMap(({ value, text }) => {
    if (head !== undefined && text.startsWith(head)) {
      return [value];
    }
    head = value.kind === kind ? text : head;
    return [];
  });
}

/**
 * Whether an event can have a value that both match.
 *
 * A matcher that is not understood counts as one that matches every value.
 */
export function overlapOf(one: Value, other: Value): Overlap {
  if (one.kind === 'absent' || other.kind === 'absent') {
    return one.kind === other.kind ? 'certain' : 'no';
  }
  if (one.kind === 'other' || other.kind === 'other') {
    return 'certain';
  }
  if (one.kind === 'except') {
    return other.kind === 'except' ? 'certain' : leftOf(other, one);
  }
  return other.kind === 'except' ? leftOf(one, other) : textOverlapOf(one, other);
}

/** A matcher that a user wrote, as far as it is understood. */
export function understand(matcher: unknown, home: Environment): Value {
  if (typeof matcher === 'string' || typeof matcher === 'number' || typeof matcher === 'boolean') {
    return exact(matcher, keyOf(matcher, home));
  }
  const other: OtherValue = { kind: 'other', matcher: matcher as Matcher };
  const entries = typeof matcher === 'object' && matcher !== null ? Object.entries(matcher) : [];
  if (entries.length !== 1) {
    return other;
  }
  const [[kind, operand]] = entries;
  switch (kind) {
    case 'exists':
      return operand === false ? { kind: 'absent', matcher: matcher as Matcher } : other;
    case 'anything-but': {
      const excluded = excludedBy(operand, home);
      return excluded ? { kind: 'except', matcher: matcher as Matcher, excluded } : other;
    }
    default:
      return textOf(kind, operand, home) ?? other;
  }
}

/** What an `anything-but` excludes: values, or a text or several at one end. */
function excludedBy(operand: unknown, home: Environment): TextValue[] | undefined {
  const isTexts = typeof operand === 'object' && operand !== null && !Array.isArray(operand);
  const [kind, list] = isTexts ? Object.entries(operand)[0] ?? [] : ['exactly', operand];
  const values = [list].flat().map((each) => kind === 'exactly' && typeof each === 'number' ? exact(each) : textOf(kind, each, home));
  return values.every((value) => value !== undefined) ? values : undefined;
}

function textOf(kind: string | undefined, text: unknown, home: Environment): TextValue | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  const key = keyOf(text, home);
  switch (kind) {
    case 'exactly':
      return exact(text, key);
    case 'prefix':
      // The partition of ARNs is not compared: a prefix that ends in it may be that of any ARN.
      return prefix(text, /^arn(:[^:]*)?$/.test(text) ? 'arn' : key);
    case 'suffix':
      return suffix(text, key);
    default:
      return undefined;
  }
}

/** A number or a boolean is never equal to a text. */
function keyOf(value: string | number | boolean, home: Environment = DEPLOYED_ENVIRONMENT): string {
  return typeof value === 'string' ? canonicalText(value, home) : `(${value})`;
}

function identityOf(value: Value): string {
  return 'key' in value ? value.key : JSON.stringify(value.matcher);
}

/** What an exclusion leaves of a text. */
function leftOf(value: TextValue, { excluded }: ExceptValue): Overlap {
  if (excluded.some((out) => covers(out, value))) {
    return 'no';
  }
  return value.kind === 'exact' && excluded.some((out) => overlapOf(out, value) !== 'no') ? 'possible' : 'certain';
}

function textOverlapOf(one: TextValue, other: TextValue): Overlap {
  if (one.kind === 'exact') {
    return other.kind === 'exact' ? equalTexts(one.key, other.key) : other.kind === 'prefix' ? beginsWith(one.key, other.key) : endsWith(one.key, other.key);
  }
  if (other.kind === 'exact') {
    return textOverlapOf(other, one);
  }
  return one.kind !== other.kind ? 'certain' : one.kind === 'prefix' ? prefixesMeet(one.key, other.key) : suffixesMeet(one.key, other.key);
}
