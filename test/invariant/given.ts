import type { App } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Recipient } from './recipients';
import type { EcsEventRule } from '../../src';

/** A recipient with all that surrounds it. */
export interface Given {
  readonly app: App;
  /** The scope of everything that belongs to the rule. */
  readonly ruleScope: Construct;
  readonly recipient: Recipient;
  /** All recipients of the rule. */
  readonly recipients: readonly Recipient[];
  /** The rule. `undefined` until it is created. */
  rule?: EcsEventRule;
}
