import type { Finding } from '../../validation/findings/finding';
import { show } from '../../validation/validation-error';

/** Exclusions that other values of the same list undo: EventBridge combines them with OR. */
export function exclusionFindings(prop: string, matchers: readonly unknown[]): Finding[] {
  const isExclusion = (matcher: unknown) => matcher !== null && typeof matcher === 'object' && 'anything-but' in matcher;
  const isOnAbsence = (matcher: unknown) => matcher === null || (typeof matcher === 'object' && 'exists' in matcher && matcher.exists === false);
  const others = matchers.filter((matcher) => !isOnAbsence(matcher));
  return others.length < 2 || !others.some(isExclusion) ? [] : [{
    level: 'warning',
    id: 'cdk-ecs-event-rules:exclusionWithoutEffect',
    message: `${prop}: EventBridge combines the values of a list with OR, so ${show(others)} matches what only one of them excludes. Use one anything-but with a list of values.`,
  }];
}
