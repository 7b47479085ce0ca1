import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnElement, Stack, Stage, Token } from 'aws-cdk-lib';
import { Deployment } from '../../engine/template/deployment';
import { environmentOf } from '../../engine/template/environment';
import { nestedStackName, StackInstance } from '../../engine/template/stack-instance';
import { resourcesOf } from '../../engine/template/template';
import type { LazyResource, Template } from '../../engine/template/template';
import type { EventBusSimulatorOptions } from '../event-bus-simulator-options';

/** The stacks of a Stage, synthesized and deployed in the simulation. */
export class SynthesizedStage {
  public readonly deployment = new Deployment();
  private readonly instances = new Map<Stack, StackInstance>();

  /** Synthesizes the Stage that the stack belongs to, unless that was done before. */
  constructor(stack: Stack, private readonly options: EventBusSimulatorOptions) {
    const stage = Stage.of(stack);
    if (stage === undefined) {
      throw new Error(`${stack.node.path}: the stack must belong to an App or Stage to be simulated`);
    }
    const { directory } = stage.synth();
    // Parents come before what is nested in them.
    for (const construct of stage.node.findAll()) {
      if (Stack.isStack(construct) && Stage.of(construct) === stage) {
        this.instances.set(construct, this.deploy(construct, directory));
      }
    }
  }

  /** A stack of the Stage as if it were deployed. */
  public instanceOf(stack: Stack): StackInstance {
    const instance = this.instances.get(stack);
    if (instance === undefined) {
      throw new Error(`${stack.node.path}: the stack is not part of the simulated app or Stage`);
    }
    return instance;
  }

  private deploy(stack: Stack, directory: string): StackInstance {
    const template = JSON.parse(readFileSync(join(directory, stack.templateFile), 'utf-8')) as Template;
    const parent = stack.nestedStackParent && this.instanceOf(stack.nestedStackParent);
    const idInParent = parent && logicalIdOf(stack.nestedStackResource as unknown as CfnElement);
    const instance = new StackInstance({
      name: parent === undefined ? stack.stackName : nestedStackName(parent, idInParent!),
      template,
      resources: withPaths(resourcesOf(template), pathsOf(stack)),
      environment: environmentOf(concrete(stack.account) ?? this.options.account, concrete(stack.region) ?? this.options.region),
      deployment: this.deployment,
      path: stack.node.path,
      parameters: this.options.parameters,
      parent,
      idInParent,
    });
    parent?.nested.set(idInParent!, instance);
    this.deployment.stacks.push(instance);
    return instance;
  }
}

/** Resources with their construct paths, if the template does not contain them. */
function withPaths(resources: readonly LazyResource[], paths: ReadonlyMap<string, string>): LazyResource[] {
  return resources.map((resource) => ({ ...resource, path: paths.get(resource.logicalId) }));
}

function concrete(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}

/** The construct paths of a stack's elements: templates contain them only if the command line requests it. */
function pathsOf(stack: Stack): Map<string, string> {
  const paths = new Map<string, string>();
  for (const construct of stack.node.findAll()) {
    if (CfnElement.isCfnElement(construct) && construct.stack === stack) {
      paths.set(logicalIdOf(construct), construct.node.path);
    }
  }
  return paths;
}

function logicalIdOf(element: CfnElement): string {
  return String(element.stack.resolve(element.logicalId));
}
