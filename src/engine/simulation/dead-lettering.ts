import { partsOfArn } from './arn';
import { AUTHORIZED, assuming, inTurn, denied } from './authorization';
import type { Authorization, ErrorFinding } from './authorization';
import { eventBridge } from './caller';
import { authorizeQueue, isFifo } from './queue-authorization';
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
export function deadLetter(rule: Rule, { Arn, DeadLetterConfig }: RuleTarget, cause: ErrorFinding, resources: Resources): DeadLettering {
  const arn = DeadLetterConfig?.Arn;
  if (arn === undefined) {
    return { reason: 'the target has no dead-letter queue', assumptions: [] };
  }
  const queue = resources.withArn(arn);
  const { denial, assumptions } = authorizeDeadLetters(arn, rule, resources);
  if (denial !== undefined) {
    return { reason: `the dead-letter queue does not take it: ${denial.reason}`, assumptions };
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

function authorizeDeadLetters(arn: string, rule: Rule, resources: Resources): Authorization {
  const parts = partsOfArn(arn);
  if (parts === undefined) {
    return assuming(`${arn} is a queue that lets EventBridge in`);
  }
  if (parts.service !== 'sqs') {
    return denied('', `${resources.nameOf(arn)} is no queue`);
  }
  return inTurn(
    () => isThere(arn, rule, resources),
    () => (isFifo(arn, resources) ? denied('', `${resources.nameOf(arn)} is a FIFO queue, and EventBridge takes standard queues only`) : AUTHORIZED),
    () => authorizeQueue(arn, eventBridge(rule.arn, rule.resource.stack.environment.account), resources),
  );
}
