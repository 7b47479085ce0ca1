import type { CfnOutput } from 'aws-cdk-lib';
import { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

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

  private readonly byType = new Map<string, Set<CfnResource>>();
  private readonly outputs = new Set<CfnOutput>();
  /** The constructs that are no resources, with the number of their children that were read. */
  private readonly parents = new Map<IConstruct, number>();

  private constructor(root: IConstruct) {
    this.parents.set(root, 0);
  }

  /** The resources of some types. */
  public ofType(...types: string[]): CfnResource[] {
    this.refresh();
    return types.flatMap((type) => [...this.byType.get(type) ?? []]).filter(isInTree);
  }

  /** The output with a name under which other stacks import its value. */
  public exported(name: string): CfnOutput | undefined {
    this.refresh();
    return [...this.outputs].find((output) => output.exportName === name && isInTree(output));
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
    if (CfnResource.isCfnResource(construct)) {
      const resources = this.byType.get(construct.cfnResourceType) ?? new Set();
      this.byType.set(construct.cfnResourceType, resources.add(construct));
    } else if ('exportName' in construct && 'value' in construct) {
      this.outputs.add(construct as CfnOutput);
    } else if (!this.parents.has(construct)) {
      this.parents.set(construct, 0);
    }
  }
}

/** Not removed since it was read. */
function isInTree({ node }: IConstruct): boolean {
  return node.scope?.node.tryFindChild(node.id)?.node === node;
}
