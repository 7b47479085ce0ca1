import type { ResourceInstance } from './resource-instance';
import type { Exports, StackInstance } from './stack-instance';

/** The stacks that are deployed together and can refer to each other. */
export class Deployment implements Exports {
  public readonly stacks: StackInstance[] = [];
  private byArn?: Map<string, ResourceInstance>;

  /** The value of an export of any stack. */
  public exported(name: string): unknown {
    return this.stacks.map((stack) => stack.exported(name)).find((value) => value !== undefined);
  }

  /** The value that a stack writes for the stacks of other Regions. */
  public exportedToOtherRegions(name: string): unknown {
    const writer = this.stacks
      .flatMap((stack) => stack.existing())
      .filter(({ type }) => type === 'Custom::CrossRegionExportWriter')
      .find(({ declared }) => name in exportsOf(declared.Properties));
    return writer === undefined ? `imported-${name}` : writer.stack.evaluate(exportsOf(writer.declared.Properties)[name]);
  }

  /** The resource with an ARN, if it is one of the app. */
  public resourceOf(arn: string): ResourceInstance | undefined {
    this.byArn ??= new Map(this.stacks.flatMap((stack) => stack.existing()).map((resource) => [arnOf(resource), resource]));
    return this.byArn.get(arn);
  }
}

/** The ARN as rules refer to it: log groups without the streams. */
function arnOf(resource: ResourceInstance): string {
  try {
    return resource.arn.replace(/:\*$/, '');
  } catch {
    // What cannot be known without AWS is no target that anything could refer to here.
    return '';
  }
}

function exportsOf(properties: { readonly [property: string]: unknown } = {}): Record<string, unknown> {
  return (properties.WriterProps as { exports?: Record<string, unknown> } | undefined)?.exports ?? {};
}
