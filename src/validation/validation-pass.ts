import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { checkDelivery } from './checks/check-delivery';
import type { DeliveryContext, DeployedRule } from './checks/delivery-context';
import { DeployedStage } from './deployed/deployed-stage';
import { RegisteredResources } from './deployed/registered-resources';
import { RenderedElements } from './deployed/rendered-elements';
import { StageTree } from './deployed/stage-tree';
import type { LocatedFinding } from './findings/finding';
import { guarded } from './findings/guarded';
import type { ValidatedRule } from './validated-rule';
import { Witnesses } from './witnesses/witnesses';
import { Rule } from '../engine/simulation/rule';
import { worldsOf } from '../engine/template/worlds';
import type { World } from '../engine/template/worlds';

/** What is validated in a Stage. */
export interface ValidatedStage {
  readonly stage: IConstruct;
  readonly rules: Iterable<ValidatedRule>;
  /** The constructs behind targets and dead-letter queues. */
  readonly resources: Iterable<IConstruct>;
  readonly alarms: Iterable<IConstruct>;
  /** The rules in other Stages of the app. */
  siblings(): readonly ValidatedRule[];
}

/** One validation of a Stage. It owns every cache: what it knows is forgotten when it ends. */
export class ValidationPass {
  /** The Stage, where everything that is not known before the deployment has its default. */
  public readonly deployed: DeployedStage;

  private readonly elements = new RenderedElements();
  private readonly tree: StageTree;

  constructor(private readonly validated: ValidatedStage) {
    this.tree = new StageTree(validated.stage);
    this.deployed = this.deploy({ parameters: {} });
  }

  /** A property of a resource as it is rendered, with tokens resolved within its stack. */
  public property(resource: CfnResource, name: string): unknown {
    return this.elements.property(resource, name);
  }

  /** The resources of the Stage, in the order of its stacks. */
  public allResources(): CfnResource[] {
    return this.tree.stacks.flatMap(({ resources }) => resources);
  }

  /**
   * The findings about the delivery: those that remain whatever the parameters, the account and the Region are on which conditions depend. A rule that does not
   * exist there decides nothing.
   */
  public delivery(): LocatedFinding[] {
    const unknown: LocatedFinding[] = [];
    const context = this.contextOf(this.deployed, unknown);
    const check = (each: DeliveryContext) => checkDelivery(each, this.validated.alarms, () => this.validated.siblings());
    let findings = check(context);
    if (findings.length === 0) {
      return unknown;
    }
    const [, ...worlds] = worldsOf(this.deployed.stacks) ?? [];
    for (const world of worlds) {
      const other = this.contextOf(this.deploy(world), []);
      if (findings.length > 0 && other.rules.length > 0) {
        const there = new Set(check(other).map(keyOf));
        findings = findings.filter((finding) => there.has(keyOf(finding)));
      }
    }
    return [...unknown, ...findings];
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

/** By this, findings of two worlds are the same. */
function keyOf({ level, id, at, message }: LocatedFinding): string {
  return `${level} ${at.node.path} ${id ?? message.split(':')[0]}`;
}
