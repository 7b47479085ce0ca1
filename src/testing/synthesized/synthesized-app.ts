import { Stack, Stage } from 'aws-cdk-lib';
import type { StackInstances } from './stack-target';
import { SynthesizedStage } from './synthesized-stage';
import type { Deployment } from '../../engine/template/deployment';
import type { StackInstance } from '../../engine/template/stack-instance';
import type { EventBusSimulatorOptions } from '../event-bus-simulator-options';

/** The stacks of an App and of all Stages in it, synthesized and deployed in the simulation. */
export class SynthesizedApp implements StackInstances {
  /** The stack that is meant where nothing else says the stack. */
  public readonly home: Stack;

  private readonly stages = new Map<Stage, SynthesizedStage>();

  /** Synthesizes the App unless that was done before. */
  constructor(app: Stage, options: EventBusSimulatorOptions = {}) {
    // The whole of it first, so that aspects reach the Stages from above.
    app.synth();
    const stacks = app.node.findAll().filter((construct): construct is Stack => Stack.isStack(construct));
    if (stacks.length === 0) {
      throw new Error(`${app.node.path || 'the app'}: there is no stack to be simulated`);
    }
    this.home = stacks[0];
    for (const stack of stacks) {
      const stage = Stage.of(stack)!;
      this.stages.set(stage, this.stages.get(stage) ?? new SynthesizedStage(stack, options));
    }
  }

  /** What is deployed together, Stage by Stage. */
  public get deployments(): Deployment[] {
    return [...this.stages.values()].map(({ deployment }) => deployment);
  }

  public instanceOf(stack: Stack): StackInstance {
    const stage = this.stages.get(Stage.of(stack)!);
    if (stage === undefined) {
      throw new Error(`${stack.node.path}: the stack is not part of the simulated app`);
    }
    return stage.instanceOf(stack);
  }
}
