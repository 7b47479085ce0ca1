import type { EcsFailure } from './ecs-failure';
import type { EcsFailureAlertsProps } from './ecs-failure-alerts-props';
import type { FailureEntry, FailureSeverity } from '../events/failures';
import { FAILURES } from '../events/failures';
import { checkMember } from '../filters/value-class';
import { exclusionList } from '../validation/lists';
import { ValidationError } from '../validation/validation-error';

/** The failures to match, by their severities. */
export type SelectedFailures = { readonly [severity in FailureSeverity]: readonly FailureEntry[] };

/** The failures that the props select. Throws an error for lists that contradict one another. */
export function selectedFailures(props: EcsFailureAlertsProps): SelectedFailures {
  const names = (prop: 'excludedFailures' | 'includedFailures' | 'criticalFailures' | 'warningFailures') =>
    exclusionList(prop, props[prop]).map((failure, i) => failureName(`${prop}[${i}]`, failure));
  const [excluded, included, critical, warnings] = [names('excludedFailures'), names('includedFailures'), names('criticalFailures'), names('warningFailures')];
  const selected = FAILURES.filter(({ name, optIn }) => !excluded.includes(name) && (!optIn || included.includes(name)));
  checkDisjoint('includedFailures', included, 'excludedFailures', excluded);
  checkDisjoint('criticalFailures', critical, 'warningFailures', warnings);
  for (const [prop, moved] of [['criticalFailures', critical], ['warningFailures', warnings]] as const) {
    checkDisjoint(prop, moved, 'excludedFailures', excluded);
    const missing = moved.find((name) => !selected.some((failure) => failure.name === name));
    if (missing !== undefined) {
      throw new ValidationError({ prop, problem: `${missing} is opt-in and not included, got ${missing}`, resolution: `Add EcsFailure.${missing} to includedFailures` });
    }
  }
  if (selected.length === 0) {
    throw new ValidationError({ prop: 'excludedFailures', problem: 'every failure is excluded', resolution: 'Remove at least one' });
  }
  const severityOf = ({ name, severity }: FailureEntry) => critical.includes(name) ? 'CRITICAL' : warnings.includes(name) ? 'WARNING' : severity;
  return {
    CRITICAL: selected.filter((failure) => severityOf(failure) === 'CRITICAL'),
    WARNING: selected.filter((failure) => severityOf(failure) === 'WARNING'),
  };
}

/** The name of a failure. Throws an error if the value is none. */
export function failureName(prop: string, failure: EcsFailure): string {
  checkMember(prop, failure, 'EcsFailure');
  return failure.value;
}

function checkDisjoint(prop: string, names: readonly string[], otherProp: string, others: readonly string[]): void {
  const common = names.find((name) => others.includes(name));
  if (common !== undefined) {
    throw new ValidationError({ prop, problem: `${common} is in ${otherProp} too, got ${common}`, resolution: 'Remove it from one of the two lists' });
  }
}
