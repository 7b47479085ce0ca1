import type { Twist } from './twist';
import { DEAD_LETTER_TWISTS } from './twists-of-dead-letters';
import { KEY_TWISTS } from './twists-of-keys';
import { POLICY_TWISTS } from './twists-of-policies';
import { RULE_TWISTS } from './twists-of-rules';
import { SUBSCRIPTION_TWISTS } from './twists-of-subscriptions';

/** All twists, by what is unusual. */
export const TWISTS: { readonly [name: string]: Twist } = {
  ...POLICY_TWISTS,
  ...KEY_TWISTS,
  ...RULE_TWISTS,
  ...SUBSCRIPTION_TWISTS,
  ...DEAD_LETTER_TWISTS,
};
