import { Stack } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { checkDeadLetterQueue } from '../deliverable';
import { sameEnvironment } from '../same-environment';
import { SharedDeadLetterQueue } from './shared-dead-letter-queue';
import { ValidationError } from '../../validation/validation-error';

/** Where the events of a rule go that could not be delivered. */
export class DeadLetters {
  /**
   * @param owner the construct whose rules these are
   * @param queue the queue that the user named
   * @param enabled `false` if the user wants none
   * @throws ValidationError if the two contradict each other, or if the queue is one that EventBridge cannot use
   */
  constructor(private readonly owner: IConstruct, private readonly queue?: sqs.IQueue, private readonly enabled: boolean = true) {
    if (queue && !enabled) {
      throw new ValidationError({
        prop: 'deadLetterQueueEnabled',
        problem: 'cannot be combined with deadLetterQueue, got false',
        resolution: 'Remove deadLetterQueueEnabled to use the queue, or deadLetterQueue to have none',
      });
    }
    checkDeadLetterQueue(queue, owner);
  }

  /**
   * The queue for the rule that delivers; `undefined` if dead-letter queues are disabled. EventBridge supports a queue in the Region of that rule only: a rule
   * that delivers in another environment has the shared queue of its stack.
   */
  public queueFor(scope: IConstruct): sqs.IQueue | undefined {
    if (!this.enabled) {
      return undefined;
    }
    return this.queue && sameEnvironment(Stack.of(this.owner), Stack.of(scope)) ? this.queue : SharedDeadLetterQueue.of(scope);
  }
}
