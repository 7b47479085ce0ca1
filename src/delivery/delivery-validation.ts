import { Stage } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AppResources } from './app-resources';
import { judgeFunction } from './check-function';
import { judgeQueue } from './check-queue';
import { judgeTopic } from './check-topic';
import type { Judgement } from './finding';
import { anchorOf, pronounce } from './finding';
import { asFunction, asQueue, asTopic } from './resource-kinds';

/**
 * What the alerts of a Stage are delivered to: judged together, once, when the Stage is synthesized. Only then is it known what else the user
 * did to a topic, a queue or a key; one pass over the tree serves all rules.
 */
export class Wiring {
  /** The wiring of the Stage of a construct. */
  public static of(scope: IConstruct): Wiring {
    const stage = Stage.of(scope) ?? scope.node.root;
    const wiring = WIRINGS.get(stage) ?? new Wiring(stage);
    WIRINGS.set(stage, wiring);
    return wiring;
  }

  private readonly resources = new Set<IConstruct>();
  private readonly judges: ((resources: AppResources) => Judgement[])[] = [];

  private constructor(stage: IConstruct) {
    stage.node.addValidation({ validate: () => pronounce(this.judge(new AppResources(stage))) });
  }

  /** An alert or a dead letter may be delivered to this. */
  public add(resource: IConstruct | undefined): void {
    if (resource && !this.resources.has(resource)) {
      this.resources.add(resource);
      anchorOf(resource);
    }
  }

  /** Something else to be judged in the same pass. */
  public judgeToo(judge: (resources: AppResources) => Judgement[]): void {
    this.judges.push(judge);
  }

  private judge(resources: AppResources): Judgement[] {
    const judged = [...this.resources].flatMap((resource) => {
      const topic = asTopic(resource);
      const queue = asQueue(resource);
      const handler = asFunction(resource);
      return [
        ...topic ? judgeTopic(topic, resources) : [],
        ...queue ? judgeQueue(queue, resources) : [],
        ...handler ? judgeFunction(handler, resources) : [],
      ];
    });
    return [...judged, ...this.judges.flatMap((judge) => judge(resources))];
  }
}

const WIRINGS = new WeakMap<IConstruct, Wiring>();
