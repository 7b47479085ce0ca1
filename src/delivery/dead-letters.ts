import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { allowQueue } from './permissions';
import { checkRetryPolicy } from './retry-policy';
import { SharedDeadLetterQueue } from './shared-dead-letter-queue';
import { InputError, show } from '../validation/input-error';

/** Fails for a queue that EventBridge refuses as a dead-letter queue. */
export function checkDeadLetterQueue(queue: sqs.IQueue | undefined): void {
  if (queue?.fifo) {
    throw new InputError({ prop: 'deadLetterQueue', problem: `${show(queue)} is a FIFO queue`, wayOut: 'EventBridge delivers dead letters to standard queues only' });
  }
}

/** Where the events of a rule go that could not be delivered. */
export class DeadLetters {
  /**
   * @param queue the queue that the user named
   * @param enabled `false` if the user wants none
   * @throws InputError if the two contradict each other, or if the queue is one that EventBridge cannot use
   */
  constructor(private readonly queue?: sqs.IQueue, private readonly enabled: boolean = true) {
    if (queue && !enabled) {
      throw new InputError({
        prop: 'deadLetterQueueEnabled',
        problem: 'found false beside a deadLetterQueue',
        wayOut: 'Remove deadLetterQueueEnabled to use the queue, or deadLetterQueue to have none',
      });
    }
    checkDeadLetterQueue(queue);
  }

  /** The queue for rules in the stack of a construct; `undefined` if the user wants none. */
  public queueFor(scope: IConstruct): sqs.IQueue | undefined {
    return this.enabled ? this.queue ?? SharedDeadLetterQueue.of(scope) : undefined;
  }

  /** A target with a dead-letter queue, if it has none of its own. Works for anybody's targets. */
  public behind(target: events.IRuleTarget): events.IRuleTarget {
    return {
      // The queue is the one of the rule that binds: for a target in another account that is a rule in its stack.
      bind: (rule, id) => {
        const config = target.bind(rule, id);
        checkRetryPolicy(config.retryPolicy);
        const queue = config.deadLetterConfig ? undefined : this.queueFor(rule);
        if (!queue) {
          return config;
        }
        allowQueue(queue);
        return { ...config, deadLetterConfig: { arn: queue.queueArn } };
      },
    };
  }
}
