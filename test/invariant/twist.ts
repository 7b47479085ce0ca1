import type { Given } from './given';
import type { Kind, Origin } from './recipients';

/** Something unusual about a recipient or its rule. */
export interface Twist {
  /** The kinds of recipients to which it can be done. */
  readonly kinds: readonly Kind[];
  /** The origins of recipients to which it can be done. */
  readonly origins: readonly Origin[];
  /** Whether it is done before or after the rule gets the target. */
  readonly when: 'before' | 'after';
  /** Whether an error is right although events arrive, such as for an event that arrives twice. */
  readonly isErrorThough?: boolean;
  apply(given: Given): void;
}
