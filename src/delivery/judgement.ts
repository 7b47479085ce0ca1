import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import type { InputProblem } from '../validation/input-error';
import { InputError, pathOf } from '../validation/input-error';

/** What is said of a resource on the way of an alert. */
export interface Judgement {
  /** Certain → error, probable → warning, worth knowing → info. */
  readonly level: 'error' | 'warning' | 'info';
  /** By which a warning or an info is acknowledged. */
  readonly id: string;
  /** The construct that it is about, on which a warning is annotated. */
  readonly at: IConstruct;
  readonly message: string;
}

/** A judgement that stops synthesis. */
export function refused(id: string, at: IConstruct, problem: InputProblem): Judgement {
  return { level: 'error', id, at, message: new InputError(problem, pathOf(at)).message };
}

const ANCHOR = 'EcsEventDelivery';

/**
 * Where annotations about a resource are put. A child, because at synthesis the CDK heeds an acknowledgement only if it was made on a construct
 * above the annotated one.
 */
export function anchorOf(resource: IConstruct): IConstruct {
  return resource.node.tryFindChild(ANCHOR) ?? resource.node.defaultChild ?? new Construct(resource as Construct, ANCHOR);
}

/** Annotates what does not stop synthesis; the messages of what does. */
export function pronounce(judgements: readonly Judgement[]): string[] {
  return judgements.flatMap(({ level, id, at, message }) => {
    switch (level) {
      case 'error': return [message];
      case 'warning': Annotations.of(anchorOf(at)).addWarningV2(`cdk-ecs-event-rules:${id}`, message); return [];
      default: Annotations.of(anchorOf(at)).addInfoV2(`cdk-ecs-event-rules:${id}`, message); return [];
    }
  });
}
