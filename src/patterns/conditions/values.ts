import { Token } from 'aws-cdk-lib';

/** A matcher as it stands in the list of a field: a literal, or an object such as `{ prefix: '…' }`. Strings in it may be tokens. */
export type Matcher = string | number | boolean | null | { readonly [kind: string]: unknown };

/** The field has this value. */
export interface ExactValue {
  readonly kind: 'exact';
  readonly matcher: Matcher;
  /** The same for values that mean the same, however they are written. */
  readonly key: string;
  /** Whether the value is known at deployment only, so that nothing can be said about what it begins with. */
  readonly unresolved: boolean;
}

/** The field begins with this text. */
export interface PrefixValue {
  readonly kind: 'prefix';
  readonly matcher: Matcher;
  readonly key: string;
  readonly unresolved: boolean;
}

/** The field ends with this text. */
export interface SuffixValue {
  readonly kind: 'suffix';
  readonly matcher: Matcher;
  readonly key: string;
}

/** The field is there and has none of these values. */
export interface ExceptValue {
  readonly kind: 'except';
  readonly matcher: Matcher;
  readonly excluded: readonly (ExactValue | PrefixValue | SuffixValue)[];
}

/** The field is not there. */
export interface AbsentValue {
  readonly kind: 'absent';
  readonly matcher: Matcher;
}

/** Any other matcher, about which nothing is known here. */
export interface OtherValue {
  readonly kind: 'other';
  readonly matcher: Matcher;
}

/** One of the alternatives of a field. */
export type Value = ExactValue | PrefixValue | SuffixValue | ExceptValue | AbsentValue | OtherValue;

export function exact(matcher: string | number | boolean, key: string = String(matcher), unresolved: boolean = false): ExactValue {
  return { kind: 'exact', matcher, key, unresolved };
}

export function prefix(text: string, key: string = text, unresolved: boolean = false): PrefixValue {
  return { kind: 'prefix', matcher: { prefix: text }, key, unresolved };
}

export function suffix(text: string): SuffixValue {
  return { kind: 'suffix', matcher: { suffix: text }, key: text };
}

/**
 * None of these values: one `anything-but` with all of them, because two of them in one list match everything.
 * `mayBeAbsent` keeps the events that lack the field, which `anything-but` alone drops.
 */
export function except(excluded: ExceptValue['excluded'], matcher: Matcher, mayBeAbsent: boolean): Value[] {
  const value: ExceptValue = { kind: 'except', matcher: { 'anything-but': matcher }, excluded };
  return mayBeAbsent ? [{ kind: 'absent', matcher: { exists: false } }, value] : [value];
}

/** Whether everything that `narrow` matches is matched by `wide` too. Opaque values cover only themselves. */
export function covers(wide: Value, narrow: Value): boolean {
  if (wide.kind === 'exact' && narrow.kind === 'exact') {
    return wide.key === narrow.key;
  }
  if (wide.kind === 'prefix' && (narrow.kind === 'exact' || narrow.kind === 'prefix')) {
    return narrow.unresolved ? wide.kind === narrow.kind && wide.key === narrow.key : narrow.key.startsWith(wide.key);
  }
  if (wide.kind === 'suffix' && narrow.kind === 'exact') {
    return !narrow.unresolved && narrow.key.endsWith(wide.key);
  }
  return wide.kind === narrow.kind && JSON.stringify(wide.matcher) === JSON.stringify(narrow.matcher);
}

/** Whether the value is known at deployment only. */
export function isUnresolvedValue(value: Value): boolean {
  return 'unresolved' in value && value.unresolved;
}

/** Whether the two may turn out to be the same value at deployment, where their keys have tokens: a name, or an account or Region of an ARN. */
export function mayBeSame(one: Value, other: Value): boolean {
  if (one.kind !== 'exact' || other.kind !== 'exact' || one.unresolved || other.unresolved) {
    return true;
  }
  const [mine, theirs] = [one.key.split('|'), other.key.split('|')];
  return mine.length === theirs.length
    && mine.every((segment, i) => segment === theirs[i] || Token.isUnresolved(segment) || Token.isUnresolved(theirs[i]));
}

/** The list without what another element of it covers: shorter, and with elements that exclude one another. */
export function minimal<T extends Value>(values: readonly T[]): T[] {
  return values.filter((value, index) => !values.some((other, place) =>
    place !== index && covers(other, value) && !(covers(value, other) && place > index)));
}

/** Whether an event can have a value that both match. Says yes only where it is certain. */
export function intersect(one: Value, other: Value): boolean {
  if (covers(one, other) || covers(other, one)) {
    return true;
  }
  if (one.kind === 'except' || other.kind === 'except') {
    const [exclusion, value] = one.kind === 'except' ? [one, other] : [other as ExceptValue, one];
    return value.kind === 'except' || ((value.kind === 'exact' || value.kind === 'prefix') && !exclusion.excluded.some((out) => covers(out, value)));
  }
  return false;
}

/** A matcher of somebody else's, as far as it is understood. */
export function understand(matcher: unknown): Value {
  if (typeof matcher === 'string' || typeof matcher === 'number' || typeof matcher === 'boolean') {
    return exact(matcher);
  }
  const object = matcher as { readonly [kind: string]: unknown };
  if (typeof object?.prefix === 'string') {
    return prefix(object.prefix);
  }
  if (typeof object?.suffix === 'string') {
    return suffix(object.suffix);
  }
  return object?.exists === false ? { kind: 'absent', matcher: object } : { kind: 'other', matcher: object };
}
