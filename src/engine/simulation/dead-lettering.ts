import { ADMITTED, assuming, inTurn, refused } from './authorization';
import type { Admission, Refusal } from './authorization';
import { partsOfArn } from './arn';
import { eventBridge } from './caller';
import { admitsToQueue, isFifo } from './queue-authorization';
import type { Resources } from './resources';
import type { Rule, RuleTarget } from './rule';
import type { SimulatedDeadLetter } from './simulated-dead-letter';
import { isThere } from './target-authorization';

/** What becomes of an event that a target refused. */
export interface DeadLettering {
  /** Absent if it is lost. */
  readonly deadLetter?: SimulatedDeadLetter;
  /** Why it is lost. */
  readonly reason?: string;
  readonly assumptions: readonly string[];
}

/** Puts an event into the dead-letter queue of a target, if it has one and the queue takes it. */
export function deadLetter(rule: Rule, { Arn, DeadLetterConfig }: RuleTarget, cause: Refusal, resources: Resources): DeadLettering {
  const arn = DeadLetterConfig?.Arn;
  if (arn === undefined) {
    return { reason: 'the target has no dead-letter queue', assumptions: [] };
  }
  const queue = resources.withArn(arn);
  const { refusal, assumptions } = admitsDeadLetters(arn, rule, resources);
  if (refusal !== undefined) {
    return { reason: `the dead-letter queue does not take it: ${refusal.reason}`, assumptions };
  }
  return {
    deadLetter: {
      queue: queue?.logicalId ?? arn,
      queuePath: queue?.path ?? arn,
      queueArn: arn,
      attributes: { RULE_ARN: rule.arn, TARGET_ARN: Arn, ERROR_CODE: cause.errorCode, ERROR_MESSAGE: cause.reason },
    },
    assumptions,
  };
}

function admitsDeadLetters(arn: string, rule: Rule, resources: Resources): Admission {
  const parts = partsOfArn(arn);
  if (parts === undefined) {
    return assuming(`${arn} is a queue that lets EventBridge in`);
  }
  if (parts.service !== 'sqs') {
    return refused('', `${resources.nameOf(arn)} is no queue`);
  }
  return inTurn(
    () => isThere(arn, rule, resources),
    () => (isFifo(arn, resources) ? refused('', `${resources.nameOf(arn)} is a FIFO queue, and EventBridge takes standard queues only`) : ADMITTED),
    () => admitsToQueue(arn, eventBridge(rule.arn, rule.resource.stack.environment.account), resources),
  );
}
