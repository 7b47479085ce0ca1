import { CfnElement, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The elements of a stack. */
export interface StackElements {
  readonly stack: Stack;
  readonly resources: readonly CfnResource[];
  /** Parameters, conditions, mappings, outputs, and templates that are included as a whole. */
  readonly others: readonly CfnElement[];
}

/** What is in a Stage, without the Stages in it, which are validated separately. Reads the tree once. */
export class StageTree {
  /** The stacks with their elements; parents come before what is nested in them. */
  public readonly stacks: readonly StackElements[];

  constructor(public readonly stage: IConstruct) {
    const found = new Map<Stack, { stack: Stack; resources: CfnResource[]; others: CfnElement[] }>();
    const elementsOf = (stack: Stack) => {
      const elements = found.get(stack) ?? { stack, resources: [], others: [] };
      found.set(stack, elements);
      return elements;
    };
    for (const construct of withoutNestedStages(stage)) {
      if (CfnElement.isCfnElement(construct)) {
        const elements = elementsOf(construct.stack);
        if (CfnResource.isCfnResource(construct)) {
          elements.resources.push(construct);
        } else {
          elements.others.push(construct);
        }
      } else if (Stack.isStack(construct)) {
        elementsOf(construct);
      }
    }
    this.stacks = [...found.values()];
  }
}

/** What is below a construct, in its order, but for the Stages. */
function withoutNestedStages(scope: IConstruct): IConstruct[] {
  const found = scope.node.findAll();
  const nested = found.filter((construct) => construct !== scope && Stage.isStage(construct));
  const isOwn = (construct: IConstruct) => Stage.isStage(construct) ? construct === scope : Stage.of(construct) === Stage.of(scope);
  return nested.length === 0 ? found : found.filter(isOwn);
}
