import type { Construct } from 'constructs';
import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import type { EcsEventRuleProps } from './ecs-event-rule-props';
import { EcsEventPattern } from '../patterns/ecs-event-pattern';
import type { PatternFactoryName } from '../patterns/pattern-factories';
import { checkedScope, checkedStruct } from '../validation/kinds';
import { located, pathOf } from '../validation/validation-error';

/** Divides flat props into the options of the rule and the filters of its pattern. */
export function flatProps<T extends EcsEventRuleOptions>(
  scope: Construct,
  id: string,
  props: T,
  factory: PatternFactoryName,
): EcsEventRuleProps {
  const checked = located(pathOf(checkedScope('rule', scope, id), id), () => checkedStruct('props', props, {}));
  const { targets, deadLetterQueue, deadLetterQueueEnabled, eventBus, ruleName, description, enabled, ...filters } = checked;
  return {
    targets,
    deadLetterQueue,
    deadLetterQueueEnabled,
    eventBus,
    ruleName,
    description,
    enabled,
    pattern: located(pathOf(scope, id), () => EcsEventPattern._forRule(scope, factory, filters)),
  };
}
