/**
 * How one event is told. In all texts `<path>` is a value of the event, `{service}` a name that the rule's pattern may tell
 * (else: a service), `{Service}` the same at the beginning of a sentence, and `[…]` is left out where a name in it is not known.
 *
 * No text has double quotes in it: in some ways of delivery they would arrive with a backslash.
 */
export interface Wording {
  /** What happened, in one sentence without its end. */
  readonly title: string;
  /** What that means for whoever is on call. */
  readonly meaning: string;
  /** What to check first, the most probable cause first. */
  readonly checks?: readonly Check[];
  /** How it is told if the rule asks for one value of a field only. */
  readonly variants?: readonly Variant[];
}

/** Advice. */
export interface Check {
  readonly text: string;
  /** Of no use to a rule that asks for other values, or other beginnings, of that field only. */
  readonly about?: { readonly path: string; readonly values: readonly string[] };
}

/** A value of a field, by its full path. */
export interface Value {
  readonly path: string;
  readonly value: string;
}

/** What is told otherwise if the rule asks for that value only. */
export interface Variant {
  readonly only: Value;
  readonly title: string;
  readonly meaning: string;
}

/** A value of the event and what it is called. Notified only where the event always carries it. */
export interface Fact {
  readonly label: string;
  readonly path: string;
  /** The key in JSON, where the path does not end with it. */
  readonly key?: string;
}

/** How the events of a detail type are told. */
export interface DetailTypeWording {
  /** The most important first. */
  readonly facts: readonly Fact[];
  /** Since when: the path of the time that the event itself has. */
  readonly since: string;
  /** A command line that shows more. */
  readonly look: string;
  /** The path of the id of one incident, under which a chat gathers what belongs together. */
  readonly thread?: string;
  /** By the name of the event; `''` for a detail type without names. */
  readonly events: Readonly<Record<string, Wording>>;
}

/** The same advice without a condition. */
export function checks(...texts: string[]): Check[] {
  return texts.map((text) => ({ text }));
}
