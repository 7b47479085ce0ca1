import type { IConstruct } from 'constructs';
import { ValidationError } from '../validation-error';
import type { ValidationProblem } from '../validation-error';

/** Something that validation found. Certain: an error. Probable: a warning. Worth knowing: an info. */
export interface Finding {
  readonly level: 'error' | 'warning' | 'info';
  readonly message: string;
  /** The id by which a warning or an info is acknowledged. */
  readonly id?: string;
  /** The construct that the finding is about; without one, the construct that reports it. */
  readonly at?: IConstruct;
  /** The resource that the rule waits for, if the finding is about that. */
  readonly dependsOn?: IConstruct;
}

/** A finding about a construct. */
export interface LocatedFinding extends Finding {
  readonly at: IConstruct;
}

/** A finding that fails the synthesis. */
export function errorFinding(at: IConstruct, problem: ValidationProblem): LocatedFinding {
  return { level: 'error', at, message: new ValidationError(problem).message };
}

/** A finding that can be acknowledged. */
export function warningFinding(at: IConstruct, id: string, message: string): LocatedFinding {
  return { level: 'warning', at, id, message };
}

/** Something worth knowing that can be acknowledged. */
export function infoFinding(at: IConstruct, id: string, message: string): LocatedFinding {
  return { level: 'info', at, id, message };
}
