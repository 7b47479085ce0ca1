import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import type { EcsEventRuleProps } from './ecs-event-rule-props';
import { checkDescription } from './rule-names';
import { EVENT_BUS, QUEUE } from '../validation/cdk-kinds';
import type { Kinds } from '../validation/kinds';
import { BOOLEAN, checkedStruct, checkKind, LIST, objectWith, TEXT } from '../validation/kinds';

const OPTIONS: Kinds & Record<keyof EcsEventRuleOptions, unknown> = {
  targets: LIST,
  deadLetterQueue: QUEUE,
  deadLetterQueueEnabled: BOOLEAN,
  eventBus: EVENT_BUS,
  ruleName: TEXT,
  description: TEXT,
  enabled: BOOLEAN,
};

const PATTERN = objectWith('_render', 'a pattern', 'Use a factory method of EcsEventPattern; for other patterns, use events.Rule');

/** The props of a rule; throws an error if one of them is of another kind. */
export function checkedRuleProps(props: EcsEventRuleProps): EcsEventRuleProps {
  const checked = checkedStruct('props', props, OPTIONS);
  checkKind('pattern', props.pattern, PATTERN);
  checkDescription(checked.description);
  return checked;
}
