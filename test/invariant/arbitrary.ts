import * as fc from '../random';
import type { Composition, RecipientChoice } from './composition';
import type { Kind, Origin } from './recipients';
import { RULES } from './rules';
import type { RuleChoice } from './rules';
import { TWISTS } from './twists';

const BINDINGS = [
  'library', 'library', 'library, with a message', 'cdk', 'custom', 'custom, with a role', 'custom, with a weak role', 'added to a rule', 'added to the L1 rule',
] as const;

/** One recipient, in most cases with one or two twists: more would hide each other. */
const recipients: fc.Arbitrary<RecipientChoice> = fc
  .record({
    kind: fc.constantFrom<Kind>('topic', 'queue', 'function'),
    origin: fc.constantFrom<Origin>('L2', 'L2', 'L2', 'L1', 'spelled', 'imported'),
    binding: fc.constantFrom(...BINDINGS),
  })
  .chain((choice) => {
    const names = Object.entries(TWISTS)
      .filter(([, { kinds, origins }]) => kinds.includes(choice.kind) && origins.includes(choice.origin))
      .map(([name]) => name);
    return fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }).map((twists) => ({ ...choice, twists }));
  });

/** Composed apps. */
export const compositions: fc.Arbitrary<Composition> = fc.record({
  env: fc.constantFrom('known', 'known', 'unresolved'),
  layout: fc.constantFrom('same stack', 'same stack', 'other stack', 'nested stack', 'stage'),
  rule: fc.constantFrom(...Object.keys(RULES) as RuleChoice[]),
  recipients: fc.array(recipients, { minLength: 1, maxLength: 2 }),
});
