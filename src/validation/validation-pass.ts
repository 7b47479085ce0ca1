import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { checkDelivery } from './checks/check-delivery';
import type { DeliveryContext, DeployedRule } from './checks/delivery-context';
import { DeployedStage } from './deployed/deployed-stage';
import { RegisteredResources } from './deployed/registered-resources';
import { RenderedElements } from './deployed/rendered-elements';
import { StageTree } from './deployed/stage-tree';
import type { LocatedFinding } from './findings/finding';
import { uncertain } from './findings/finding';
import { guarded } from './findings/guarded';
import type { ValidatedRule, WatchingAlarm } from './validated-rule';
import { Witnesses } from './witnesses/witnesses';
import { Cause } from '../engine/simulation/authorization';
import { Rule } from '../engine/simulation/rule';
import { worldsOf } from '../engine/template/worlds';
import type { World } from '../engine/template/worlds';

/** What is validated in a Stage. */
export interface ValidatedStage {
  readonly stage: IConstruct;
  readonly rules: Iterable<ValidatedRule>;
  /** The constructs behind targets and dead-letter queues. */
  readonly resources: Iterable<IConstruct>;
  readonly alarms: Iterable<WatchingAlarm>;
  /** The rules in other Stages of the app. */
  siblings(): readonly ValidatedRule[];
}

/** One validation of a Stage. It owns every cache: what it knows is forgotten when it ends. */
export class ValidationPass {
  /** The Stage, where everything that is not known before the deployment has its default. */
  public readonly deployed: DeployedStage;

  private readonly elements = new RenderedElements();
  private readonly byType = new Map<string, readonly CfnResource[]>();
  private readonly tree: StageTree;

  constructor(private readonly validated: ValidatedStage) {
    this.tree = new StageTree(validated.stage);
    this.deployed = this.deploy({ parameters: {} });
  }

  /** A property of a resource as it is rendered, with tokens resolved within its stack. */
  public property(resource: CfnResource, name: string): unknown {
    return this.elements.property(resource, name);
  }

  /** The resources of a type, in the order of the stacks. */
  public resourcesOfType(type: string): readonly CfnResource[] {
    const known = this.byType.get(type)
      ?? this.tree.stacks.flatMap(({ resources }) => resources.filter(({ cfnResourceType }) => cfnResourceType === type));
    this.byType.set(type, known);
    return known;
  }

  /**
   * The findings about the delivery: those that remain whatever the parameters, the account and the Region are on which conditions depend. A rule that does not
   * exist there decides nothing.
   */
  public delivery(): LocatedFinding[] {
    const here = this.check(this.deployed);
    let { findings } = here;
    let isCertain = true;
    if (findings.some(({ isUnconditional, level }) => !isUnconditional || level === 'error')) {
      const { others, isComplete } = worldsOf(this.deployed.stacks);
      isCertain = isComplete;
      for (const world of findings.every(({ isUnconditional }) => isUnconditional) ? [] : others) {
        const there = this.check(this.deploy(world));
        const unevaluated = there.findings.filter(({ cause }) => cause === Cause.UNEVALUATED);
        if (unevaluated.length > 0) {
          // Nothing is known of this world.
          isCertain = false;
          findings = [...findings, ...unevaluated.filter((finding) => findings.every((known) => keyOf(known) !== keyOf(finding)))];
        } else {
          const found = new Set(there.findings.map(keyOf));
          const isDecided = ({ rules }: LocatedFinding) => rules === undefined || rules.some((rule) => there.existing.has(rule));
          findings = findings.filter((finding) => finding.isUnconditional || !isDecided(finding) || found.has(keyOf(finding)));
        }
      }
    }
    return withoutConsequences(isCertain ? findings : findings.map(uncertain));
  }

  /** The findings in one world, and the rules that exist there. */
  private check(deployed: DeployedStage): { readonly findings: LocatedFinding[]; readonly existing: ReadonlySet<IConstruct> } {
    const unread: LocatedFinding[] = [];
    const context = this.contextOf(deployed, unread);
    const findings = checkDelivery(context, this.validated.alarms, () => this.validated.siblings());
    return { findings: [...unread, ...findings], existing: new Set(context.rules.map(({ construct }) => construct)) };
  }

  private deploy(world: World): DeployedStage {
    return new DeployedStage(this.tree, this.elements, world);
  }

  /** @param unknown gets a finding about each rule that cannot be read */
  private contextOf(deployed: DeployedStage, unknown: LocatedFinding[]): DeliveryContext {
    const rules: DeployedRule[] = [];
    for (const rule of this.validated.rules) {
      unknown.push(...guarded(rule.rule, () => {
        rules.push(...deployedRule(rule, deployed));
        return [];
      }));
    }
    return {
      deployed,
      registered: new RegisteredResources(this.validated.resources, deployed),
      rules,
    };
  }
}

function deployedRule({ rule: construct, owner }: ValidatedRule, deployed: DeployedStage): DeployedRule[] {
  const resource = CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild;
  const instance = resource && CfnResource.isCfnResource(resource) ? deployed.instanceOf(resource) : undefined;
  if (instance === undefined) {
    return [];
  }
  const rule = new Rule(instance);
  return [{ rule, construct, owner, witnesses: new Witnesses(rule) }];
}

/** Two policies of a resource are one cause; whatever either of them lacks is no other one. */
function withoutConsequences(findings: readonly LocatedFinding[]): LocatedFinding[] {
  const several = new Set(findings.filter(({ cause }) => cause === Cause.SEVERAL_POLICIES).map(({ at }) => at));
  return findings.filter(({ at, id }) => !several.has(at) || id !== 'cdk-ecs-event-rules:policyWithoutEventBridge');
}

/** By this, findings of two worlds are the same. */
function keyOf({ level, id, at, cause, message }: LocatedFinding): string {
  return `${level} ${at.node.path} ${id ?? cause ?? message.split(':')[0]}`;
}
