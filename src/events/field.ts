import type { Source } from './sources';

/** What a field holds. `[]` are arrays: a pattern matches them if any element matches. */
export type FieldType = 'string' | 'number' | 'boolean' | 'string[]' | 'object' | 'object[]';

/** What an event says in another field. */
export interface Circumstance {
  /** The path below `detail`. */
  readonly path: string;
  /** One of these; any value if there are none. */
  readonly values?: readonly string[];
}

/** A value that a field is known to have. */
export interface KnownValue {
  readonly value: string;
  /** One or two sentences. */
  readonly description: string;
  readonly source: Source;
}

/** What is known of a field beyond its path, type, and description. */
export interface FieldOptions {
  readonly source?: Source;
  /** Whether the field is null in some events. */
  readonly nullable?: boolean;
  /** Whether it holds free-form text, which may contain quotes and line breaks. */
  readonly freeFormText?: boolean;
  /** The values that are documented. AWS may add to every list but that of `eventType`. */
  readonly known?: readonly KnownValue[];
  /** The events that always have it although others of the detail type might not. */
  readonly alwaysIn?: readonly string[];
  /** The value of another field with which it is always there. */
  readonly alwaysWhen?: { readonly path: string; readonly value: string };
  /** What else an event says that has it, where that decides: an event that says none of this lacks it. */
  readonly presentWhen?: readonly Circumstance[];
  /** When it is missing, as the end of "Not in every event: …"; for fields that are not always there. */
  readonly missing?: string;
  /** A sentence for those who use the field in a message. */
  readonly note?: string;
}

/** A field below `detail`. */
export interface Field extends FieldOptions {
  /** The path below `detail`; `[]` marks an array of objects on the way, as in `containers[].exitCode`. */
  readonly path: string;
  readonly type: FieldType;
  /** Whether every event of the detail type carries it. Only such fields are safe in a message. */
  readonly always: boolean;
  readonly source: Source;
  /** The values of `known`. */
  readonly values?: readonly string[];
  /** A noun phrase. */
  readonly description: string;
}

/** A field that every event of the detail type carries. */
export function always(path: string, type: FieldType, description: string, options: FieldOptions = {}): Field {
  return { path, type, always: true, description, source: 'page', ...options, values: options.known?.map(({ value }) => value) };
}

/** A field that some events of the detail type lack, or may lack. */
export function sometimes(path: string, type: FieldType, description: string, options: FieldOptions = {}): Field {
  return { ...always(path, type, description, options), always: false };
}

/** Values with what they mean. */
export function known(values: Readonly<Record<string, string>>, source: Source = 'page'): KnownValue[] {
  return Object.entries(values).map(([value, description]) => ({ value, description, source }));
}
