import { App, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Binding } from './bindings';
import { bindRecipient } from './bindings';
import type { Given } from './given';
import { recipientOf } from './recipients';
import type { Kind, Origin, Recipient } from './recipients';
import { RULES } from './rules';
import type { RuleChoice } from './rules';
import { TWISTS } from './twists';
import type { EcsEventRule } from '../../src';

/** The account and Region of apps whose environment is known. */
export const ENV = { account: '111122223333', region: 'eu-west-1' };

/** Where the recipients of a rule are. */
export type Layout = 'same stack' | 'other stack' | 'nested stack' | 'stage';

/** What one recipient of a composed app is, and what is unusual about it. */
export interface RecipientChoice {
  readonly kind: Kind;
  readonly origin: Origin;
  readonly binding: Binding;
  /** The names of what is unusual, in the order in which it is done. */
  readonly twists: readonly string[];
}

/** A composed app, as plain data: the same data gives the same app. */
export interface Composition {
  readonly env: 'known' | 'unresolved';
  readonly layout: Layout;
  readonly rule: RuleChoice;
  readonly recipients: readonly RecipientChoice[];
}

/** An app, with what the test has to know about it. */
export interface ComposedApp {
  readonly app: App;
  readonly rule: EcsEventRule;
  readonly ruleScope: Construct;
  readonly recipients: readonly Recipient[];
}

/** Creates the app that a composition describes, which is synthesized into a folder. */
export function compose({ env, layout, rule: ruleChoice, recipients: choices }: Composition, outdir: string): ComposedApp {
  const app = new App({ outdir, context: { '@aws-cdk/core:enablePartitionLiterals': true } });
  const stackProps = env === 'known' ? { env: ENV } : {};
  const root = layout === 'stage' ? new Stage(app, 'Prod') : app;
  const ruleScope = new Stack(root, 'Alerts', stackProps);
  const recipientScope = layout === 'other stack' ? new Stack(root, 'Shared', stackProps) : layout === 'nested stack' ? new NestedStack(ruleScope, 'Nested') : ruleScope;

  const recipients = choices.map((choice, i) => recipientOf(recipientScope, `Recipient${i}`, choice));
  const givens: Given[] = recipients.map((recipient) => ({ app, ruleScope, recipient, recipients }));
  const twistsOf = (when: 'before' | 'after') => choices.flatMap(({ twists }, i) => twists
    .map((name) => TWISTS[name])
    .filter((twist) => twist.when === when)
    .map((twist) => () => twist.apply(givens[i])));

  twistsOf('before').forEach((apply) => apply());
  const rule = RULES[ruleChoice](ruleScope);
  givens.forEach((given) => { given.rule = rule; });
  choices.forEach((choice, i) => bindRecipient(choice.binding, rule, recipients[i]));
  twistsOf('after').forEach((apply) => apply());
  return { app, rule, ruleScope, recipients };
}

/** One line that says what a composition is. */
export function titleOf({ env, layout, rule, recipients }: Composition): string {
  return [`${rule} (${env}, ${layout})`, ...recipients.map(({ kind, origin, binding, twists }) => `${kind} ${origin} ${binding} [${twists.join(' + ')}]`)].join(' → ');
}
