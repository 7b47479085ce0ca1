import type { EcsEventTargetProps } from './ecs-event-target-props';
import { MESSAGE, QUEUE, ROLE } from '../validation/cdk-kinds';
import type { Kind, Kinds } from '../validation/kinds';
import { checkedStruct, checkKind, DURATION, NUMBER } from '../validation/kinds';
import { located } from '../validation/validation-error';

const COMMON: Kinds = { message: MESSAGE, role: ROLE, deadLetterQueue: QUEUE, retryAttempts: NUMBER, maxEventAge: DURATION };

/** The resource that a target delivers to, by the name of the parameter. */
interface Resource {
  readonly name: string;
  readonly value: unknown;
  readonly kind: Kind;
}

/** The props of a target; throws an error if they, or the resource that it delivers to, are of another kind. */
export function checkedTargetProps<T extends EcsEventTargetProps>(
  className: string,
  { name, value, kind }: Resource,
  props: T,
  kinds: Kinds = {},
): T {
  return located(className, () => {
    checkKind(name, value, kind);
    return checkedStruct('props', props, { ...COMMON, ...kinds });
  });
}
