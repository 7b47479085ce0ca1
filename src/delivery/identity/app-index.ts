import type { CfnOutput } from 'aws-cdk-lib';
import { CfnResource, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { spelledOut } from './spelled-out';
import { withKnownPlace } from './spelling';

const INDEX = Symbol.for('cdk-ecs-event-rules.index');

/**
 * The resources and outputs of an app as it is at the moment. Each construct is read once: before an answer, only the numbers of children are compared,
 * so that the time grows with the app and not with its square.
 */
export class AppIndex {
  /** The index of the app of a construct. */
  public static of(scope: IConstruct): AppIndex {
    const root = scope.node.root as IConstruct & { [INDEX]?: AppIndex };
    if (root[INDEX] === undefined) {
      Object.defineProperty(root, INDEX, { value: new AppIndex(root) });
    }
    return root[INDEX]!;
  }

  private readonly byType = new Map<string, CfnResource[]>();
  private readonly known = new WeakSet<IConstruct>();
  private readonly outputs: CfnOutput[] = [];
  /** The constructs that are no resources, with the number of their children that were read. */
  private readonly parents = new Map<IConstruct, number>();

  private constructor(root: IConstruct) {
    this.parents.set(root, 0);
  }

  /** The resources of a type. */
  public ofType(type: string): CfnResource[] {
    return this.byTypes([type])[0][1].filter(isInTree);
  }

  /** The resources of some types in the order in which they were found, those included that were removed since. Lists only grow. */
  public byTypes(types: readonly string[]): [type: string, resources: readonly CfnResource[]][] {
    this.refresh();
    return types.map((type) => [type, this.byType.get(type) ?? []]);
  }

  /** The output with a name under which other stacks import its value. */
  public exported(name: string): CfnOutput | undefined {
    this.refresh();
    return this.outputs.find((output) => exportNameOf(output) === name && isInTree(output));
  }

  private refresh(): void {
    // What is added to a map while it is iterated is iterated too.
    for (const [parent, seen] of this.parents) {
      const { children } = parent.node;
      if (children.length !== seen) {
        this.parents.set(parent, children.length);
        children.forEach((child) => this.read(child));
      }
    }
  }

  private read(construct: IConstruct): void {
    if (this.known.has(construct)) {
      return;
    }
    this.known.add(construct);
    if (CfnResource.isCfnResource(construct)) {
      const resources = this.byType.get(construct.cfnResourceType);
      if (resources) {
        resources.push(construct);
      } else {
        this.byType.set(construct.cfnResourceType, [construct]);
      }
    } else if ('exportName' in construct && 'value' in construct) {
      this.outputs.push(construct as CfnOutput);
    } else {
      this.parents.set(construct, 0);
    }
  }
}

/** The name of an export, which often contains that of its stack or Region. */
function exportNameOf(output: CfnOutput): string | undefined {
  const { exportName } = output;
  const text = Token.isUnresolved(exportName) ? spelledOut(exportName, output).text : exportName;
  return text && withKnownPlace(text, output);
}

/** Not removed since it was read. */
export function isInTree({ node }: IConstruct): boolean {
  return node.scope?.node.tryFindChild(node.id)?.node === node;
}
