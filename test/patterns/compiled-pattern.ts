import { deployed, HOME } from './deployed-pattern';
import type { PatternJson } from '../../src/patterns/conditions/condition';
import type { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { eventPatternStruct } from '../../src/patterns/event-pattern-struct';
import type { Environment } from '../../src/patterns/references/environment';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

/** Where a rule may be: in a stack without an environment, and in one that has that in which events are sent. */
export const RULE_ENVIRONMENTS = [DEPLOYED_ENVIRONMENT, HOME];

/** What a pattern has become. */
export interface Compiled {
  /** The patterns as EventBridge has them after a deployment. */
  readonly patterns: PatternJson[];
  /** Whether a warning reports that values are compared at deployment only: then an event may match that is not meant. */
  readonly isUndecided: boolean;
}

/** A pattern in an environment. Throws what the rule there would throw. */
export function compiledIn(environment: Environment, pattern: EcsEventPattern): Compiled {
  const { patterns, findings } = pattern._compile(environment);
  return { patterns: deployed(patterns.map(eventPatternStruct)), isUndecided: findings.some(({ id }) => id === 'cdk-ecs-event-rules:unresolvedComparison') };
}

/** What is wrong with how often events match: none may be lost and none match twice, and without a warning only what is meant matches. */
export function wrongTimes(times: readonly number[], meant: readonly number[], isUndecided: boolean): number[] {
  return times.flatMap((matches, i) => (matches === meant[i] || (isUndecided && matches === 1) ? [] : [i]));
}
