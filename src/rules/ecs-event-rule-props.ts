import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import type { EcsEventPattern } from '../patterns/ecs-event-pattern';

/** Properties for `EcsEventRule`. */
export interface EcsEventRuleProps extends EcsEventRuleOptions {
  /** The event pattern to match. */
  readonly pattern: EcsEventPattern;
}
