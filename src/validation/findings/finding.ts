import type { IConstruct } from 'constructs';
import type { Cause } from '../../engine/simulation/authorization';
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
  /** What it is about, for the checks that take it into account. */
  readonly cause?: Cause;
  /** The id of the target of which the message is wrong. */
  readonly messageOf?: string;
  /** The rules that it is about: where none of these exists, it decides nothing. */
  readonly rules?: readonly IConstruct[];
  /** Whether it is so whatever conditions depend on: the engine has evaluated that. */
  readonly isUnconditional?: boolean;
}

/** A finding that fails the synthesis. */
export function errorFinding(at: IConstruct, problem: ValidationProblem): LocatedFinding {
  return { level: 'error', at, message: new ValidationError(problem).message };
}

/** A finding that can be acknowledged. */
export function warningFinding(at: IConstruct, id: string, message: string): LocatedFinding {
  return { level: 'warning', at, id, message };
}

/** A finding that is as certain as what is known of all parameters and environments: not certain enough to fail the synthesis. */
export function uncertain(finding: LocatedFinding): LocatedFinding {
  return finding.level !== 'error' ? finding : {
    ...finding,
    level: 'warning',
    id: 'cdk-ecs-event-rules:deliveryDependsOnParameters',
    message: `${finding.message} This is a warning, because the conditions of the stacks depend on more values than can be evaluated.`,
  };
}

/** Something worth knowing that can be acknowledged. */
export function infoFinding(at: IConstruct, id: string, message: string): LocatedFinding {
  return { level: 'info', at, id, message };
}
