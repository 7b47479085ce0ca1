import type { CfnResource, Stack } from 'aws-cdk-lib';
import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { RenderedElements } from './rendered-elements';
import { StackSections } from './stack-sections';
import type { StackElements, StageTree } from './stage-tree';
import { DeliveryCheck } from '../../engine/simulation/delivery-check';
import { Resources } from '../../engine/simulation/resources';
import { Deployment } from '../../engine/template/deployment';
import { unresolvedEnvironment } from '../../engine/template/environment';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import { nestedStackName, StackInstance } from '../../engine/template/stack-instance';
import type { LazyResource } from '../../engine/template/template';
import type { World } from '../../engine/template/worlds';

/** A Stage as it will be deployed, for the engine to decide about. A resource is rendered when the engine reads it. */
export class DeployedStage {
  public readonly resources: Resources;
  public readonly check: DeliveryCheck;
  /** The stacks, as they will be deployed. */
  public readonly stacks: readonly StackInstance[];

  private readonly instances = new Map<Stack, StackInstance>();
  private readonly constructs = new Map<object, Map<string, CfnResource>>();
  private readonly byConstruct = new Map<string, Map<CfnResource, ResourceInstance>>();

  constructor(tree: StageTree, private readonly elements: RenderedElements, private readonly world: World) {
    const deployment = new Deployment();
    tree.stacks.forEach((stack) => deployment.stacks.push(this.deploy(stack, deployment)));
    this.stacks = deployment.stacks;
    this.resources = new Resources([deployment]);
    this.check = new DeliveryCheck(this.resources);
  }

  /** A stack as it will be deployed; undefined if it is not part of the Stage. */
  public stack(stack: Stack): StackInstance | undefined {
    return this.instances.get(stack);
  }

  /** A resource as it will be deployed; undefined if it is not, because its condition is false. */
  public instanceOf(resource: CfnResource): ResourceInstance | undefined {
    const type = resource.cfnResourceType;
    const known = this.byConstruct.get(type) ?? new Map(this.resources.ofType(type).map((instance) => [this.constructOf(instance)!, instance]));
    this.byConstruct.set(type, known);
    return known.get(resource);
  }

  /** The construct that renders a resource. */
  public constructOf({ stack, logicalId }: ResourceInstance): CfnResource | undefined {
    return this.constructs.get(stack)?.get(logicalId);
  }

  /** The construct that a user sees behind a resource: the one whose default child it is. */
  public subjectOf(resource: ResourceInstance): IConstruct | undefined {
    const construct = this.constructOf(resource);
    const scope = construct?.node.scope;
    return scope !== undefined && scope !== construct!.stack && scope.node.defaultChild === construct ? scope : construct;
  }

  /** A value with its tokens resolved within a stack. */
  public resolve(stack: Stack, value: unknown): unknown {
    return this.elements.memoryOf(stack).resolve(value);
  }

  private deploy(elements: StackElements, deployment: Deployment): StackInstance {
    const { stack } = elements;
    const parent = stack.nestedStackParent && this.instances.get(stack.nestedStackParent);
    const idInParent = parent && logicalIdOf(stack.nestedStackResource as CfnResource);
    const constructs = new Map<string, CfnResource>();
    const instance = new StackInstance({
      name: parent === undefined ? String(stack.resolve(stack.stackName)) : nestedStackName(parent, idInParent!),
      template: new StackSections(elements, this.elements),
      resources: elements.resources.map((resource) => {
        const lazy = this.lazyResource(resource);
        constructs.set(lazy.logicalId, resource);
        return lazy;
      }),
      environment: unresolvedEnvironment(concrete(stack.account) ?? this.world.account, concrete(stack.region) ?? this.world.region),
      deployment,
      path: stack.node.path,
      parameters: this.world.parameters,
      parent,
      idInParent,
    });
    parent?.nested.set(idInParent!, instance);
    this.instances.set(stack, instance);
    this.constructs.set(instance, constructs);
    return instance;
  }

  private lazyResource(resource: CfnResource): LazyResource {
    return {
      logicalId: logicalIdOf(resource),
      type: resource.cfnResourceType,
      path: resource.node.path,
      read: () => this.elements.resource(resource),
    };
  }
}

function logicalIdOf(resource: CfnResource): string {
  return String(resource.stack.resolve(resource.logicalId));
}

function concrete(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}
