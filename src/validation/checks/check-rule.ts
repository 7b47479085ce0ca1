import type { IResolvable, IResolveContext } from 'aws-cdk-lib';
import { CfnResource, DefaultTokenResolver, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DeliveryContext, DeployedRule } from './delivery-context';
import { isDefaultBus } from '../../engine/simulation/bus';
import type { Rule, RuleProblem } from '../../engine/simulation/rule';
import { readable } from '../../engine/values/unknown';
import type { DeployedStage } from '../deployed/deployed-stage';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';
import { notValidated } from '../findings/guarded';

/** Checks what became of a rule since it was created: whether AWS accepts it, and whether it still does what its construct is for. */
export function checkRule({ rule, construct, owner }: DeployedRule, { deployed }: DeliveryContext): LocatedFinding[] {
  const isRead = rule.problems.length === 0 && rule.unknowns.length === 0;
  return [
    ...rule.problems.map((problem) => refusedRule(construct, problem)),
    ...rule.unknowns.map((unknown) => notValidated(construct, `${unknown}.`)),
    ...rule.problems.length > 0 ? [] : rule.assumedQuotas.map((quota) => warningFinding(construct, 'cdk-ecs-event-rules:quotaMustBeRaised',
      `it can be deployed only if ${quota}. Shorten the pattern, or acknowledge the warning if the quota was raised.`)),
    ...owner?.isEnabled && rule.isDisabled ? [warningFinding(construct, 'cdk-ecs-event-rules:ruleDisabled',
      'an Aspect or an override disables the rule, so it sends no events. Set enabled: false if that is intended.')] : [],
    ...owner && !owner.isOnCustomBus && !isDefaultBus(rule.bus) ? [warningFinding(construct, 'cdk-ecs-event-rules:customEventBus',
      `an Aspect or an override puts the rule on the event bus ${readable(rule.bus)}: Amazon ECS sends its events to the default event bus only, so the rule matches no events unless they are forwarded.`)] : [],
    ...isRead ? removedTargets(rule, construct, deployed, owner?.targetsOf(construct)) : [],
  ];
}

function refusedRule(construct: IConstruct, { text, inputOf }: RuleProblem): LocatedFinding {
  const problem = { prop: 'rule', problem: `EventBridge rejects it: ${text}`, resolution: 'Change the prop or the override that sets it' };
  return { ...errorFinding(construct, problem), messageOf: inputOf };
}

/** Decided by the targets as they are rendered. A rule that never had one is a `ruleWithoutTarget`. */
function removedTargets({ targets, resource }: Rule, construct: IConstruct, deployed: DeployedStage, given: unknown): LocatedFinding[] {
  const rendered = new Set(targets.map(({ Id }) => readable(String(Id))));
  const raw = resource.declared.Properties?.Targets as readonly { readonly Id?: unknown; readonly Arn?: unknown }[] | undefined;
  const arns = new Map(Array.isArray(raw) ? raw.map(({ Id, Arn }) => [Id, JSON.stringify(Arn)]) : []);
  const isGone = ({ id, arn }: DeclaredTarget) => !rendered.has(id) || (arns.has(id) && arns.get(id) !== JSON.stringify(arn));
  const gone = new Set(declaredTargets(construct, deployed, given).filter(isGone).map(({ id }) => id));
  return gone.size === 0 ? [] : [warningFinding(construct, 'cdk-ecs-event-rules:targetsRemoved',
    `an Aspect, an override or the L1 construct removes targets of the rule (${[...gone].join(', ')}), so they receive no events.`
    + ' Add targets by targets or addTarget() only.')];
}

interface DeclaredTarget {
  readonly id: string;
  readonly arn: unknown;
}

/** The targets that a rule was given, and those of the L1 construct before overrides, which are others if they were assigned. */
function declaredTargets(construct: IConstruct, deployed: DeployedStage, given: unknown): DeclaredTarget[] {
  const resource = construct.node.defaultChild ?? construct;
  const { targets } = resource as { readonly targets?: unknown };
  if (!CfnResource.isCfnResource(resource)) {
    return [];
  }
  const options = { scope: resource, resolver: new OuterTokens(), preparing: false };
  const declared = [...new Set([given, targets])].map((each): unknown => Tokenization.resolve(each, options));
  const compared = (declared.filter(Array.isArray).flat() as DeclaredTarget[]).map(({ id, arn }) => ({ id, arn }));
  return (deployed.resolve(resource.stack, compared) as DeclaredTarget[]).filter(({ id }) => typeof id === 'string');
}

/** Resolves a list and not what is in its elements, which takes longer than all the rest of the check. */
class OuterTokens extends DefaultTokenResolver {
  constructor() {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext): unknown {
    const value: unknown = token.resolve(context);
    return Token.isUnresolved(value) ? context.resolve(value) : value;
  }
}
