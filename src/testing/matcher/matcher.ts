import type { Scalar } from './indexed-event';

/** One entry of a list of the pattern, compiled. */
export interface Matcher {
  /** What event-ruler would hold it to be equal to: two entries with a common identity are one to it. */
  readonly ids: readonly string[];
  /** A plain value: looked up instead of tested. */
  readonly value?: Scalar;
  /** `{"exists": false}`: met where there is no leaf. */
  readonly absent?: boolean;
  /** Whether it is about numbers. */
  readonly isNumeric?: boolean;
  /** Everything else. */
  readonly test?: (value: Scalar) => boolean;
  /** A test of the digits of a number as if they were text: event-ruler does so as long as nothing in the list is about numbers. */
  readonly testNumberAsText?: (digits: string) => boolean;
}
