import type { Given } from './composition';
import type { Kind, Origin } from './recipients';
import { DEAD_LETTER_TWISTS } from './twists-of-dead-letters';
import { KEY_TWISTS } from './twists-of-keys';
import { POLICY_TWISTS } from './twists-of-policies';
import { RULE_TWISTS } from './twists-of-rules';
import { SUBSCRIPTION_TWISTS } from './twists-of-subscriptions';

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

/** All twists, by what is unusual. */
export const TWISTS: { readonly [name: string]: Twist } = {
  ...POLICY_TWISTS,
  ...KEY_TWISTS,
  ...RULE_TWISTS,
  ...SUBSCRIPTION_TWISTS,
  ...DEAD_LETTER_TWISTS,
};
