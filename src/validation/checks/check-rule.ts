import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { hasUnknownInput } from './delivery-context';
import type { DeployedRule } from './delivery-context';
import { isDefaultBus } from '../../engine/simulation/bus';
import type { Rule } from '../../engine/simulation/rule';
import { readable } from '../../engine/values/unknown';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';

/** Checks what became of a rule since it was created: whether AWS accepts it, and whether it still does what its construct is for. */
export function checkRule({ rule, construct, owner }: DeployedRule): LocatedFinding[] {
  return [
    ...rule.problems.filter((problem) => !isUncertain(problem, rule)).map((problem) => errorFinding(construct, { prop: 'rule', problem: `EventBridge refuses it: ${problem}`, resolution: 'Change the prop or the override that it comes from' })),
    ...rule.problems.length > 0 ? [] : rule.assumedQuotas.map((quota) => warningFinding(construct, 'cdk-ecs-event-rules:quotaMustBeRaised',
      `it can be deployed only if ${quota}. Shorten the pattern, or acknowledge the warning if the quota was raised.`)),
    ...owner?.isEnabled && rule.inactiveReason === 'the rule is disabled' ? [warningFinding(construct, 'cdk-ecs-event-rules:ruleDisabled',
      'an Aspect or an override disables the rule, so it sends no events. Set enabled: false if that is intended.')] : [],
    ...owner && !owner.isOnCustomBus && !isDefaultBus(rule.bus) ? [warningFinding(construct, 'cdk-ecs-event-rules:customEventBus',
      `an Aspect or an override puts the rule on the event bus ${readable(rule.bus)}: Amazon ECS sends its events to the default event bus only, so the rule matches no events unless they are forwarded.`)] : [],
    ...rule.problems.length === 0 ? removedTargets(rule, construct, [...owner?.targetIdsOf(construct) ?? [], ...declaredTargetIds(construct)]) : [],
  ];
}

/** Decided by the targets as they are rendered. A rule that never had one is a `ruleWithoutTarget`. */
function removedTargets({ targets }: Rule, construct: IConstruct, ids: readonly string[]): LocatedFinding[] {
  const rendered = new Set(targets.map(({ Id }) => readable(String(Id))));
  const removed = [...new Set(ids)].filter((id) => !rendered.has(id));
  return removed.length === 0 ? [] : [warningFinding(construct, 'cdk-ecs-event-rules:targetsRemoved',
    `an Aspect, an override or the L1 construct removes targets of the rule (${removed.join(', ')}), so they receive no events.`
    + ' Add targets by targets or addTarget() only.')];
}

/** The ids of the targets of the L1 construct before overrides, those that were added to it without the library included. */
function declaredTargetIds(construct: IConstruct): string[] {
  const resource = construct.node.defaultChild ?? construct;
  const { targets } = resource as { readonly targets?: unknown };
  const declared: unknown = CfnResource.isCfnResource(resource) ? Stack.of(resource).resolve(targets) : undefined;
  return Array.isArray(declared) ? declared.map((target) => (target as { readonly id?: unknown }).id).filter((id) => typeof id === 'string') : [];
}

/** Whether a problem is about an input that is not known before the deployment. */
function isUncertain(problem: string, rule: Rule): boolean {
  return rule.targets.some((target) => problem.startsWith(`the input of target ${readable(target.Id)}: `) && hasUnknownInput(rule, target));
}
