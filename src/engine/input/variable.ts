import type { JsonPath } from './json-path';

/** A variable of an input transformer. */
export interface Variable {
  /** Where it is read from; absent for what EventBridge defines. */
  readonly path?: JsonPath;
  /** What is taken for granted of it. */
  readonly assumption?: string;
  /** The value; undefined where the event has none. */
  valueIn(event: Record<string, unknown>): unknown;
}
