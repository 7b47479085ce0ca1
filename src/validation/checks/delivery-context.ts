import type { IConstruct } from 'constructs';
import type { TargetInputProps } from '../../engine/input/target-input-props';
import type { Rule, RuleTarget } from '../../engine/simulation/rule';
import { hasInvented } from '../../engine/values/unknown';
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

/** Whether nobody knows before the deployment what a target receives. */
export function hasUnknownInput({ resource }: Rule, { Id }: Pick<RuleTarget, 'Id'>): boolean {
  const targets = resource.propertyIfKnown('Targets') as readonly TargetInputProps[] | undefined;
  const target = (Array.isArray(targets) ? targets : [])
    .find((each) => (each as { readonly Id?: unknown }).Id === Id) as TargetInputProps | undefined;
  const { Input, InputPath, InputTransformer } = target ?? {};
  return hasInvented(JSON.stringify([Input, InputPath, InputTransformer]));
}

/** A way from a rule to a resource: to a target, or to its dead-letter queue. */
export interface DeliveryPath {
  readonly rule: DeployedRule;
  readonly target: RuleTarget;
  /** The ARN of the resource. */
  readonly arn: string;
  readonly isDeadLetterQueue: boolean;
}
