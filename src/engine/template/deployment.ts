import type { ResourceInstance } from './resource-instance';
import { typesOfService } from './resource-kinds';
import type { Exports, StackInstance } from './stack-instance';
import { readable, unknownValue } from '../values/unknown';

/** The stacks that are deployed together and can refer to each other. */
export class Deployment implements Exports {
  public readonly stacks: StackInstance[] = [];
  private readonly byService = new Map<string, Map<string, ResourceInstance>>();

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
