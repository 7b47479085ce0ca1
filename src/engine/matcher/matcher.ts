import type { Filed } from './filed';
import type { Scalar } from './indexed-event';

/** One entry of a list of the pattern, compiled. */
export interface Matcher {
  /** How event-ruler files it; a number is filed twice, as a number and as its digits. */
  readonly filed: readonly Filed[];
  /** A plain value: looked up instead of tested. */
  readonly value?: Scalar;
  /** `{"exists": false}`: met where there is no leaf. */
  readonly absent?: boolean;
  /** Everything else. */
  readonly test?: (value: Scalar) => boolean;
  /** A test of the digits of a number as if they were text: event-ruler does so as long as nothing about numbers is filed with it. */
  readonly testNumberAsText?: (digits: string) => boolean;
}
