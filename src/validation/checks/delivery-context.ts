import type { IConstruct } from 'constructs';
import type { Rule, RuleTarget } from '../../engine/simulation/rule';
import type { DeployedStage } from '../deployed/deployed-stage';
import type { RegisteredResources } from '../deployed/registered-resources';
import type { RuleOwner } from '../validated-rule';
import type { WitnessEvent } from '../witnesses/witnesses';

/** A rule as it will be deployed, with its constructs. */
export interface DeployedRule {
  readonly rule: Rule;
  /** The rule of the CDK. */
  readonly construct: IConstruct;
  readonly owner?: RuleOwner;
  /** Events that the rule matches. */
  readonly witnesses: Iterable<WitnessEvent>;
}

/** What checks of the delivery work with: a Stage in one world. */
export interface DeliveryContext {
  readonly deployed: DeployedStage;
  readonly registered: RegisteredResources;
  readonly rules: readonly DeployedRule[];
}

/** A way from a rule to a resource: to a target, or to its dead-letter queue. */
export interface DeliveryPath {
  readonly rule: DeployedRule;
  readonly target: RuleTarget;
  /** The ARN of the resource. */
  readonly arn: string;
  readonly isDeadLetterQueue: boolean;
}
