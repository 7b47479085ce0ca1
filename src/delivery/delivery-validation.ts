import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AppResources } from './app-resources';
import { checkFunction } from './check-function';
import { checkQueue } from './check-queue';
import { checkTopic } from './check-topic';
import type { Finding } from './finding';
import { annotationScopeOf, reportFindings } from './finding';
import { asFunction, asQueue, asTopic } from './resource-kinds';

/**
 * What the alerts of a Stage are delivered to: judged together, once, when the Stage is synthesized. Only then is it known what else the user
 * did to a topic, a queue or a key; one pass over the tree serves all rules.
 */
export class DeliveryValidation {
  /** The wiring of the Stage of a construct. */
  public static of(scope: IConstruct): DeliveryValidation {
    const stage = Stage.of(scope) ?? scope.node.root;
    const wiring = VALIDATIONS.get(stage) ?? new DeliveryValidation(stage);
    VALIDATIONS.set(stage, wiring);
    return wiring;
  }

  private readonly resources = new Set<IConstruct>();
  private readonly checks: ((resources: AppResources) => Finding[])[] = [];

  private constructor(stage: IConstruct) {
    stage.node.addValidation({ validate: () => reportFindings(this.check(new AppResources(stage))) });
  }

  /** An alert or a dead letter may be delivered to this. */
  public add(resource: IConstruct | undefined): void {
    if (resource && !this.resources.has(resource)) {
      this.resources.add(resource);
      annotationScopeOf(resource);
    }
  }

  /** Something else to be judged in the same pass. */
  public addCheck(check: (resources: AppResources) => Finding[]): void {
    this.checks.push(check);
  }

  private check(resources: AppResources): Finding[] {
    const checked = [...this.resources].flatMap((resource) => {
      const topic = asTopic(resource);
      const queue = asQueue(resource);
      const handler = asFunction(resource);
      return [
        ...topic ? checkTopic(topic, resources) : [],
        ...queue ? checkQueue(queue, resources) : [],
        ...handler ? checkFunction(handler, resources) : [],
      ];
    });
    return [...checked, ...this.checks.flatMap((check) => check(resources))];
  }
}

const VALIDATIONS = new WeakMap<IConstruct, DeliveryValidation>();
