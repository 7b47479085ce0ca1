import type { IConstruct } from 'constructs';
import type { LocatedFinding } from './finding';
import { warningFinding } from './finding';
import { Cause } from '../../engine/simulation/authorization';
import { RefusedError } from '../../engine/values/refused-error';

/** The findings of a check. What the validation does not understand never fails a synthesis, and neither does what CloudFormation refuses: it says so itself. */
export function guarded(at: IConstruct, check: () => LocatedFinding[]): LocatedFinding[] {
  try {
    return check();
  } catch (error) {
    const { message } = error as Error;
    return [notValidated(at, error instanceof RefusedError ? `CloudFormation refuses the template: ${message}.` : `${message}. Report this to cdk-ecs-event-rules.`)];
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
