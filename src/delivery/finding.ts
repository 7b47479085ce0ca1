import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import type { InputProblem } from '../validation/validation-error';
import { InputError, pathOf } from '../validation/validation-error';

/** What is said of a resource on the way of an alert. Certain → error, probable → warning, worth knowing → info. */
export type Judgement = Refusal | Remark;

/** What stops synthesis. */
interface Refusal {
  readonly level: 'error';
  readonly message: string;
}

/** What is annotated. */
interface Remark {
  readonly level: 'warning' | 'info';
  /** By which it is acknowledged. */
  readonly id: string;
  /** The construct that it is about. */
  readonly at: IConstruct;
  readonly message: string;
}

/** A judgement that stops synthesis. */
export function refused(at: IConstruct, problem: InputProblem): Judgement {
  return { level: 'error', message: new InputError(problem, pathOf(at)).message };
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
  return judgements.flatMap((judgement) => {
    if (judgement.level === 'error') {
      return [judgement.message];
    }
    const { level, id, at, message } = judgement;
    const annotations = Annotations.of(anchorOf(at));
    if (level === 'warning') {
      annotations.addWarningV2(id, message);
    } else {
      annotations.addInfoV2(id, message);
    }
    return [];
  });
}
