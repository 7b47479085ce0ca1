/**
 * The words for one event. In all texts `<path>` is a value of the event and `{service}` is the service with its name, or `a service` if the rule does not
 * name it; `{daemon}` likewise. `{Service}` begins a sentence. What stands in `[…]` is omitted if a name in it is not known.
 *
 * No text has double quotes in it: some deliveries put a backslash before them.
 */
export interface Wording {
  /** What happened, in sentence case without a full stop. The code adds the severity before it and the cluster after it. */
  readonly title: string;
  /** What that means for whoever is on call. Also makes sense behind `If NAME: `. */
  readonly meaning: string;
  /** What to check first, the most probable cause first. */
  readonly checks?: readonly Check[];
  /** A command line that replaces that of the detail type. */
  readonly command?: string;
  /** Further complete command lines. */
  readonly actions?: readonly string[];
  /** A page that replaces that of the detail type. */
  readonly docs?: string;
  /** Whether the logs of the containers may show why. */
  readonly showsLogs?: boolean;
  /** What replaces the words above if the rule matches certain values only. The first one that fits is taken. */
  readonly variants?: readonly Variant[];
}

/** Words for a rule that matches certain values only. */
export interface Variant extends Pick<Wording, 'title' | 'meaning' | 'command' | 'actions' | 'docs'> {
  /** The values, all of which the rule has to match exclusively. */
  readonly only: readonly Value[];
  /** A field that every event of the rule must have. */
  readonly present?: string;
}

/** Advice. */
export interface Check {
  readonly text: string;
  /** Of no use to a rule that excludes all of these values of a field. Such advice names its condition itself. */
  readonly about?: readonly Values[];
  /** Whether it is shown only to a rule that matches on each field of `about`. */
  readonly specific?: boolean;
}

/** A value of a field, by its full path. */
export interface Value {
  readonly path: string;
  readonly value: string;
}

/** Values of a field, or prefixes of them, by its full path. */
export interface Values {
  readonly path: string;
  readonly values: readonly string[];
}

/** A value of the event with its label. A text shows it where every event of the rule has it; those with `identifies` or `cause` always. */
export interface Fact {
  readonly label: string;
  readonly path: string;
  /** The key in JSON, where the path does not end with it. */
  readonly key?: string;
  /** What the value identifies. */
  readonly identifies?: 'service' | 'daemon' | 'instance' | 'task' | 'group';
  /** Whether it is the cause: a code, or free-form text. */
  readonly cause?: 'code' | 'text';
  /** `blank` for another value that a text shows although some events lack it. */
  readonly whenAbsent?: 'blank';
}

/** The words for the events of a detail type. */
export interface DetailTypeWording {
  /** The most important first. */
  readonly facts: readonly Fact[];
  /** A command line that shows more. `{clusterName}` is the name of the cluster, where events have no ARN of it. */
  readonly command: string;
  /** A page with more advice. */
  readonly docs?: string;
  /** The path of the id of one incident, under which a chat groups what belongs together. */
  readonly thread?: string;
  /** By the name of the event; `''` for a detail type without names. */
  readonly events: Readonly<Record<string, Wording>>;
}

/** The same advice without a condition. */
export function checks(...texts: string[]): Check[] {
  return texts.map((text) => ({ text }));
}
