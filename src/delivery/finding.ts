import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';
import type { ValidationProblem } from '../validation/validation-error';
import { ValidationError, pathOf } from '../validation/validation-error';

/** What is said of a resource on the way of an alert. Certain → error, probable → warning, worth knowing → info. */
export type Finding = ErrorFinding | Annotation;

/** What stops synthesis. */
interface ErrorFinding {
  readonly level: 'error';
  readonly message: string;
}

/** What is annotated. */
interface Annotation {
  readonly level: 'warning' | 'info';
  /** By which it is acknowledged. */
  readonly id: string;
  /** The construct that it is about. */
  readonly at: IConstruct;
  readonly message: string;
}

/** A judgement that stops synthesis. */
export function errorFinding(at: IConstruct, problem: ValidationProblem): Finding {
  return { level: 'error', message: new ValidationError(problem, pathOf(at)).message };
}

const ANNOTATION_SCOPE = 'EcsEventDelivery';

/**
 * Where annotations about a resource are put. A child, because at synthesis the CDK heeds an acknowledgement only if it was made on a construct
 * above the annotated one.
 */
export function annotationScopeOf(resource: IConstruct): IConstruct {
  return resource.node.tryFindChild(ANNOTATION_SCOPE) ?? resource.node.defaultChild ?? new Construct(resource as Construct, ANNOTATION_SCOPE);
}

/** Annotates what does not stop synthesis; the messages of what does. */
export function reportFindings(judgements: readonly Finding[]): string[] {
  return judgements.flatMap((judgement) => {
    if (judgement.level === 'error') {
      return [judgement.message];
    }
    const { level, id, at, message } = judgement;
    const annotations = Annotations.of(annotationScopeOf(at));
    if (level === 'warning') {
      annotations.addWarningV2(id, message);
    } else {
      annotations.addInfoV2(id, message);
    }
    return [];
  });
}
