import { Stack } from 'aws-cdk-lib';
import type { EventBusSimulatorOptions } from './event-bus-simulator-options';
import { IndexedEvent } from './matcher/indexed-event';
import type { SampleEvent } from './sample-event';
import { LiteralTarget } from './samples/sample-target';
import type { SampleTarget } from './samples/sample-target';
import { deliver } from './simulation/delivery';
import { Rule } from './simulation/rule';
import { StackTarget } from './simulation/stack-target';
import { SimulationOutcome } from './simulation-outcome';
import { Deployment } from './template/deployment';
import { environmentOf } from './template/environment';
import { StackInstance } from './template/stack-instance';
import { SynthesizedStage } from './template/synthesized-stage';

/**
 * The default event bus of an account and Region with the rules of one stack, without AWS: matches events as EventBridge does and shows what every
 * target receives.
 *
 * Names, ARNs and references of the template get values as if it were deployed, the same ones on every run. Where the stack does not say account
 * or Region, they are 123456789012 and us-east-1.
 */
export class EventBusSimulator {
  /**
   * The rules of a stack and of the stacks nested in it. The App or Stage is synthesized; what other stacks of it export is known.
   *
   * Throws if EventBridge would refuse the event pattern of a rule.
   */
  public static fromStack(stack: Stack): EventBusSimulator {
    const stage = new SynthesizedStage(stack);
    return new EventBusSimulator(stage.instanceOf(stack), stage.deployment, new StackTarget(stage, stack));
  }

  /**
   * The rules of a CloudFormation template. What it imports from other stacks, and what is nested in it, gets dummy values.
   *
   * Throws if EventBridge would refuse the event pattern of a rule.
   */
  public static fromTemplate(template: { [key: string]: any }, options: EventBusSimulatorOptions = {}): EventBusSimulator {
    const { account, region, stackName = 'Stack', parameters } = options;
    const deployment = new Deployment();
    const environment = environmentOf(account, region);
    const instance = new StackInstance({ name: stackName, template, environment, deployment, parameters });
    deployment.stacks.push(instance);
    return new EventBusSimulator(instance, deployment, new LiteralTarget(environment));
  }

  private readonly rules: readonly Rule[];

  private constructor(instance: StackInstance, private readonly deployment: Deployment, private readonly target: SampleTarget) {
    this.rules = instance.withNested()
      .flatMap((stack) => stack.existing())
      .filter(({ type }) => type === 'AWS::Events::Rule')
      .map((resource) => new Rule(resource));
  }

  /**
   * Sends an event and returns what happened to it.
   *
   * Constructs that the sample was given are resolved in their own stack, which has to belong to the simulated App or Stage. With `fromTemplate`
   * the sample can only be given literal values. Throws otherwise.
   */
  public send(sample: SampleEvent): SimulationOutcome {
    const json = sample._render(this.target);
    const indexed = new IndexedEvent(json);
    const deliveries = this.rules
      .filter((rule) => rule.hears(indexed))
      .flatMap((rule) => rule.targets.map((target) => deliver(rule, target, json, this.deployment)));
    return SimulationOutcome._of(json, indexed, this.rules, deliveries);
  }
}
