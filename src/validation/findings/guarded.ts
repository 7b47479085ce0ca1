import type { IConstruct } from 'constructs';
import type { LocatedFinding } from './finding';
import { warningFinding } from './finding';
import { Cause } from '../../engine/simulation/authorization';

/** The findings of a check. An exception is none of the user: what the validation does not understand never fails a synthesis. */
export function guarded(at: IConstruct, check: () => LocatedFinding[]): LocatedFinding[] {
  try {
    return check();
  } catch (error) {
    return [notValidated(at, `${(error as Error).message}. Report this to cdk-ecs-event-rules.`)];
  }
}

/** What is not known about the delivery. */
export function notValidated(at: IConstruct, why: string): LocatedFinding {
  const finding = warningFinding(at, 'cdk-ecs-event-rules:deliveryNotValidated', `it could not be validated whether events are delivered: ${why}`);
  return { ...finding, cause: Cause.UNEVALUATED, isUnconditional: true };
}

/** The result of a computation; undefined if it throws, so that nothing is known. */
export function ifKnown<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch {
    return undefined;
  }
}
