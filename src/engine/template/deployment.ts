import { environmentOf } from './environment';
import type { DeploymentEnvironment } from './environment';
import type { Exports } from './exports';
import type { ResourceInstance } from './resource-instance';
import { typesOfService } from './resource-kinds';
import type { StackInstance } from './stack-instance';
import type { World } from './worlds';
import { hasUnknown, readable, unknownValue } from '../values/unknown';

/** The stacks that are deployed together and can refer to each other. */
export class Deployment implements Exports {
  public readonly stacks: StackInstance[] = [];
  private readonly byService = new Map<string, Map<string, ResourceInstance>>();

  /** The same stacks in another world. */
  public inWorld(world: World): Deployment {
    const deployment = new Deployment();
    const copies = new Map<StackInstance, StackInstance>();
    for (const stack of this.stacks) {
      const { parent, idInParent } = stack.nesting;
      const copy = stack.copy({
        environment: environmentIn(world, stack.environment),
        deployment,
        parameters: { ...world.parameters, ...stack.parameters },
        parent: parent && copies.get(parent),
      });
      copy.nesting.parent?.nested.set(idInParent!, copy);
      copies.set(stack, copy);
      deployment.stacks.push(copy);
    }
    return deployment;
  }

  /** The counterpart of a resource in a copy of this deployment, if it exists there; undefined for the resources of other deployments too. */
  public counterpart(resource: ResourceInstance, copy: Deployment): ResourceInstance | undefined {
    return copy.stacks[this.stacks.findIndex((stack) => stack === resource.stack)]?.resourceById(resource.logicalId);
  }

  /** The value of an export of any stack. */
  public exported(name: string): unknown {
    return this.stacks.map((stack) => stack.exported(name)).find((value) => value !== undefined);
  }

  /** The value of an output of a stack; undefined if it is not one of these stacks. */
  public output(stackName: string, outputName: string): unknown {
    return this.stacks.find(({ name }) => readable(name) === stackName)?.output(outputName);
  }

  /** The value that a stack writes for the stacks of other Regions. */
  public exportedToOtherRegions(name: string): unknown {
    const writer = this.stacks
      .flatMap((stack) => stack.ofType('Custom::CrossRegionExportWriter'))
      .find(({ declared }) => name in exportsOf(declared.Properties));
    return writer === undefined ? unknownValue(`imported-${name}`) : writer.stack.evaluate(exportsOf(writer.declared.Properties)[name]);
  }

  public parameterOfSystemsManager(name: string): unknown {
    const isNamed = (parameter: ResourceInstance) => readable(String(parameter.propertyIfKnown('Name') ?? '')) === name;
    return this.stacks.flatMap((stack) => stack.ofType('AWS::SSM::Parameter')).find(isNamed)?.propertyIfKnown('Value');
  }

  /** The resource with an ARN, if it is one of the app. Renders the resources of that service only. */
  public resourceOf(arn: string): ResourceInstance | undefined {
    const [, , service = ''] = arn.split(':');
    const index = this.byService.get(service) ?? this.indexOf(service);
    return index.get(readable(arn));
  }

  private indexOf(service: string): ReadonlyMap<string, ResourceInstance> {
    const types = typesOfService(service);
    const index = new Map(this.stacks.flatMap((stack) => stack.ofType(...types)).map((resource) => [arnOf(resource), resource]));
    this.byService.set(service, index);
    return index;
  }
}

function environmentIn({ account, region }: World, environment: DeploymentEnvironment): DeploymentEnvironment {
  const chosen = (given: string | undefined, known: string) => (hasUnknown(known) && given !== undefined ? given : known);
  return environmentOf(chosen(account, environment.account), chosen(region, environment.region));
}

/** The ARN as rules refer to it: log groups without the streams. */
function arnOf(resource: ResourceInstance): string {
  try {
    return readable(resource.arn).replace(/:\*$/, '');
  } catch {
    // What cannot be evaluated is no target that anything could refer to here.
    return '';
  }
}

function exportsOf(properties: { readonly [property: string]: unknown } = {}): Record<string, unknown> {
  return (properties.WriterProps as { exports?: Record<string, unknown> } | undefined)?.exports ?? {};
}
