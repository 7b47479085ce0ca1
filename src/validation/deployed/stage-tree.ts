import { CfnElement, CfnResource, Stack, Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The elements of a stack. */
export interface StackElements {
  readonly stack: Stack;
  readonly resources: readonly CfnResource[];
  /** Parameters, conditions, mappings, outputs, and templates that are included as a whole. */
  readonly others: readonly CfnElement[];
}

/** What is in a Stage, without the Stages in it, which are validated by themselves. Reads the tree once. */
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
    const visit = (construct: IConstruct) => {
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
      for (const child of construct.node.children) {
        if (!Stage.isStage(child)) {
          visit(child);
        }
      }
    };
    visit(stage);
    this.stacks = [...found.values()];
  }
}
