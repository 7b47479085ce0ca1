import { partsOfArn } from './arn';
import { assuming, AUTHORIZED, Cause, ErrorCode, inTurn, refused } from './authorization';
import type { Authorization } from './authorization';
import { eventBridge } from './caller';
import { authorizeQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import type { Rule, RuleTarget } from './rule';
import { exists } from './target-authorization';
import type { Comparison } from '../policy/policy-request';

/** Whether the dead-letter queue of a target takes what could not be delivered; undefined if the target has none. */
export function authorizeDeadLetters(
  rule: Rule, { DeadLetterConfig }: RuleTarget, resources: Resources, compared?: Comparison[],
): Authorization | undefined {
  const arn = DeadLetterConfig?.Arn;
  if (arn === undefined) {
    return undefined;
  }
  const parts = partsOfArn(arn);
  if (parts === undefined) {
    return assuming(Cause.VALUE, `${arn} is a queue that allows EventBridge to send messages`, { arn });
  }
  const concerned = resources.withArn(arn);
  const name = resources.nameOf(arn);
  if (parts.service !== 'sqs') {
    return refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${name} is not a queue`, { concerned });
  }
  return inTurn(
    () => exists(arn, rule, resources),
    () => (isFifo(arn, resources)
      ? refused(ErrorCode.SDK_CLIENT_ERROR, Cause.KIND, `${name} is a FIFO queue, and EventBridge accepts standard queues only`, { concerned })
      : AUTHORIZED),
    () => authorizeQueue(arn, eventBridge(rule.arn, rule.resource.stack.environment.account, compared), resources),
  );
}
