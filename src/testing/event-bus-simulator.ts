import { Stack, Stage } from 'aws-cdk-lib';
import type { EventBusSimulatorOptions } from './event-bus-simulator-options';
import type { EventBusSimulatorTemplateOptions } from './event-bus-simulator-template-options';
import type { SampleEvent } from './sample-event';
import { LiteralTarget } from './samples/sample-target';
import type { SampleTarget } from './samples/sample-target';
import { SimulationOutcome } from './simulation-outcome';
import { sharedEnvironment } from './synthesized/shared-environment';
import { StackTarget } from './synthesized/stack-target';
import { SynthesizedApp } from './synthesized/synthesized-app';
import { SynthesizedStage } from './synthesized/synthesized-stage';
import { busArn } from '../engine/simulation/bus';
import { BusRules } from '../engine/simulation/bus-rules';
import { DeliveryCheck } from '../engine/simulation/delivery-check';
import { propagate } from '../engine/simulation/propagation';
import { Resources } from '../engine/simulation/resources';
import { rulesOf } from '../engine/simulation/rule';
import type { Rule } from '../engine/simulation/rule';
import { Deployment } from '../engine/template/deployment';
import { environmentOf } from '../engine/template/environment';
import { StackInstance } from '../engine/template/stack-instance';
import { checkJson } from '../validation/json';
import type { Kind, Kinds } from '../validation/kinds';
import { checkedStruct, checkKind, objectWith, STRUCT, TEXT, TEXT_MAP } from '../validation/kinds';
import { located, show, ValidationError } from '../validation/validation-error';

/** Properties for a simulator. */
interface SimulatorProps {
  readonly deployments: readonly Deployment[];
  readonly rules: readonly Rule[];
  readonly target: SampleTarget;
  /** The ARN of the bus that an event is sent to. */
  readonly busFor: (event: any) => string;
}

/**
 * A simulator of the default event bus with the rules of a stack or an app, without access to AWS. It matches events as EventBridge does, follows them to
 * the targets, and shows what every target receives.
 *
 * An event is delivered only if the policies of the target, and of the key that encrypts it, allow EventBridge to send it. Otherwise, the event is in the
 * dead-letter queue of the target, or lost. Facts that are known only after deployment, such as the policy of an imported topic, a value of another app, or a
 * condition that depends on a parameter, are assumed to allow the delivery. Every delivery lists its assumptions.
 *
 * A rule that AWS would reject does not affect the other rules: the events that it matches are lost. `explain()` also reports event patterns that
 * EventBridge rejects, and transforms (macros) of the template, which are not simulated.
 *
 * Names, ARNs and references of the template have values as if it were deployed, the same ones on every run. The account and the Region of stacks
 * that do not specify them are 123456789012 and us-east-1.
 *
 * @example
 * declare const cluster: ecs.ICluster;
 * const bus = testing.EventBusSimulator.fromStack(this);
 * const outcome = bus.send(testing.SampleEvent.serviceTaskPlacementFailure({ cluster, serviceName: 'web', reason: 'RESOURCE:CPU' }));
 * const explanation = outcome.explain(); // the recipients, or why there are none
 */
export class EventBusSimulator {
  /**
   * Creates a simulator with the rules of a stack and its nested stacks, on the default bus of its account and Region.
   *
   * The App or Stage is synthesized. References to its other stacks are resolved.
   *
   * Throws an error if no stack has a parameter that the options contain.
   *
   * @param stack a stack of an App or of a Stage, or one without either
   * @param options the values that the stack does not specify
   */
  public static fromStack(stack: Stack, options: EventBusSimulatorOptions = {}): EventBusSimulator {
    const checked = checkedArguments('fromStack', 'stack', stack, STACK, options);
    const stage = new SynthesizedStage(stack, checked);
    checkParameters(checked, stage.deployment.stacks);
    const instance = stage.instanceOf(stack);
    return new EventBusSimulator({
      deployments: [stage.deployment],
      rules: rulesIn(instance.withNested()),
      target: new StackTarget(stage, stack),
      busFor: () => busArn(instance.environment),
    });
  }

  /**
   * Creates a simulator with the rules of all stacks of an App and its Stages, each on the buses of its account and Region.
   *
   * An event is sent to the default bus of its account and Region, and rules can forward it to other buses. If the rules of the app are in several
   * environments, the event needs `account` and `region`, or a construct that determines them.
   *
   * Throws an error if there is no stack, or if no stack has a parameter that the options contain.
   *
   * @param app the App, or a Stage of it
   * @param options the values that the stacks do not specify
   * @example
   * declare const app: App;
   * const bus = testing.EventBusSimulator.fromApp(app);
   * const outcome = bus.send(testing.SampleEvent.daemonTaskStartImpaired({ account: '111122223333', region: 'eu-west-1' }));
   */
  public static fromApp(app: Stage, options: EventBusSimulatorOptions = {}): EventBusSimulator {
    const checked = checkedArguments('fromApp', 'app', app, STAGE, options);
    const synthesized = new SynthesizedApp(app, checked);
    const { deployments, home } = synthesized;
    const stacks = deployments.flatMap((deployment) => deployment.stacks);
    checkParameters(checked, stacks);
    const rules = rulesIn(stacks);
    const places = rules.length > 0 ? rules.map(({ resource }) => resource.stack) : [synthesized.instanceOf(home)];
    const environment = sharedEnvironment(places.map((place) => place.environment));
    return new EventBusSimulator({
      deployments,
      rules,
      target: new StackTarget(synthesized, home, environment),
      busFor: (event) => busArn(environmentOf(String(event.account ?? environment.account), String(event.region ?? environment.region))),
    });
  }

  /**
   * Creates a simulator with the rules of a CloudFormation template. Imports from other stacks and nested stacks are not resolved.
   *
   * Throws an error if the template does not have a parameter that the options contain.
   *
   * @param template the template as an object, such as `Template.fromStack(stack).toJSON()` of `aws-cdk-lib/assertions`
   * @param options the environment, the name and the parameters of the stack
   * @example
   * declare const template: { [key: string]: any };
   * const bus = testing.EventBusSimulator.fromTemplate(template, { region: 'eu-west-1', parameters: { TopicName: 'alerts' } });
   */
  public static fromTemplate(template: { [key: string]: any }, options: EventBusSimulatorTemplateOptions = {}): EventBusSimulator {
    const checked = checkedArguments('fromTemplate', 'template', template, TEMPLATE, options);
    located('EventBusSimulator.fromTemplate', () => checkJson('template', template));
    const { account, region, stackName = 'Stack', parameters } = checked;
    const deployment = new Deployment();
    const environment = environmentOf(account, region);
    const instance = new StackInstance({ name: stackName, template, environment, deployment, parameters });
    deployment.stacks.push(instance);
    checkParameters(checked, [instance]);
    return new EventBusSimulator({
      deployments: [deployment],
      rules: rulesIn([instance]),
      target: new LiteralTarget(environment),
      busFor: () => busArn(environment),
    });
  }

  private readonly check: DeliveryCheck;
  private readonly buses: ReadonlyMap<string, BusRules>;

  private constructor(private readonly props: SimulatorProps) {
    const { deployments, rules } = props;
    this.check = new DeliveryCheck(new Resources(deployments));
    this.buses = new Map([...new Set(rules.map(({ bus }) => bus))].map((bus) => [bus, new BusRules(rules.filter((rule) => rule.bus === bus))]));
  }

  /**
   * Sends an event and returns what happened to it.
   *
   * Constructs in the sample are resolved in their stack, which must belong to the simulated App or Stage. With `fromTemplate`, a sample can have
   * literal values only. Throws an error otherwise.
   *
   * @param sample an Amazon ECS event, or any event with `SampleEvent.fromJson()`
   */
  public send(sample: SampleEvent): SimulationOutcome {
    located('EventBusSimulator.send', () => checkKind('sample', sample, SAMPLE));
    const { target, rules, busFor } = this.props;
    const json = sample._render(target);
    return SimulationOutcome._of(propagate(json, busFor(json), this.buses, this.check), rules, this.props.deployments.flatMap(notSimulated));
  }
}

const OPTIONS: Kinds = { account: TEXT, region: TEXT, stackName: TEXT, parameters: TEXT_MAP };
const STACK: Kind = { expected: 'a stack of an app', accepts: (value) => Stack.isStack(value) && Stage.of(value) !== undefined, resolution: 'Pass a Stack of an App; for a template, use fromTemplate()' };
const TEMPLATE: Kind = { ...STRUCT, expected: 'a template as an object', resolution: 'Parse a text first: JSON.parse() for JSON; for YAML, a parser that knows the short forms of CloudFormation, such as !Ref' };
const STAGE: Kind = { expected: 'an app', accepts: (value) => Stage.isStage(value), resolution: 'Pass an App or a Stage; for a stack, use fromStack()' };
const SAMPLE = objectWith('_render', 'a sample event', 'Use a factory method of SampleEvent, such as SampleEvent.fromJson()');

/** The options without those that are null. Throws an error if something is of another kind. */
function checkedArguments<T extends EventBusSimulatorOptions>(factory: string, prop: string, value: unknown, kind: Kind, options: T): T {
  return located(`EventBusSimulator.${factory}`, () => {
    checkKind(prop, value, kind);
    return checkedStruct('options', options, OPTIONS);
  });
}

/** A value for a parameter that no stack has would be ignored. */
function checkParameters({ parameters }: EventBusSimulatorOptions, stacks: readonly StackInstance[]): void {
  const unknown = Object.keys(parameters ?? {}).find((name) => !stacks.some((stack) => stack.hasParameter(name)));
  if (unknown !== undefined) {
    const names = stacks.map(({ name }) => name);
    throw new ValidationError({
      prop: 'parameters',
      problem: `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} no such parameter, got ${show(unknown)}`,
      resolution: 'Use the names that parameters have in the template',
    }, 'EventBusSimulator');
  }
}

function rulesIn(stacks: readonly StackInstance[]): Rule[] {
  return rulesOf(stacks.flatMap((stack) => stack.ofType('AWS::Events::Rule')));
}

/** What changes templates before their deployment, and is not simulated. */
function notSimulated({ stacks }: Deployment): string[] {
  return stacks.flatMap(({ name, macros }) => macros.map((macro) => `${name}: the result of ${macro}`));
}
