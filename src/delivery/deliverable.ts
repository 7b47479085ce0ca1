import { Reference, Token, Tokenization } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { asQueue, asTopic } from './kinds-of-resource';
import { allowKey } from './permissions';
import { checkRetryPolicy } from './retry-policy';
import { Wiring } from './wiring';
import { InputError, show } from '../validation/input-error';

/**
 * Sees to it that what a target asks of EventBridge can be done, whoever made the target.
 *
 * @throws InputError if EventBridge refuses it for certain
 */
export function deliverable(rule: IConstruct, config: events.RuleTargetConfig): void {
  checkRetryPolicy(config.retryPolicy);
  checkResource(config);
  const deadLetterQueue = queueOf(config.deadLetterConfig?.arn);
  checkDeadLetterQueue(deadLetterQueue);
  for (const resource of [config.targetResource, deadLetterQueue]) {
    allowKey(resource);
    Wiring.of(rule).add(resource);
  }
}

/** Fails for a queue that EventBridge refuses as a dead-letter queue. */
export function checkDeadLetterQueue(queue: sqs.IQueue | undefined): void {
  if (queue?.fifo) {
    throw new InputError({ prop: 'deadLetterQueue', problem: `${show(queue)} is a FIFO queue`, wayOut: 'EventBridge delivers dead letters to standard queues only' });
  }
}

/** FIFO topics and queues want a group, which a rule can give to a queue only. */
function checkResource({ targetResource, sqsParameters }: events.RuleTargetConfig): void {
  if (asTopic(targetResource)?.fifo) {
    throw new InputError({
      prop: 'topic',
      problem: `${show(targetResource)} is a FIFO topic, which needs a message group that a rule cannot give`,
      wayOut: 'Use a standard topic, or a FIFO queue with messageGroupId',
    });
  }
  if (asQueue(targetResource)?.fifo && !sqsParameters?.messageGroupId) {
    throw new InputError({
      prop: 'messageGroupId',
      problem: `found ${show(sqsParameters?.messageGroupId)}, but ${show(targetResource)} is a FIFO queue`,
      wayOut: 'Name a message group: without one Amazon SQS refuses the message',
    });
  }
}

/** The queue of the app behind an ARN: all that a target tells of its dead-letter queue. */
function queueOf(arn: unknown): sqs.IQueue | undefined {
  const resolvable = typeof arn === 'string' && Token.isUnresolved(arn) ? Tokenization.reverse(arn, { failConcat: false }) : undefined;
  return Reference.isReference(resolvable) ? asQueue(resolvable.target.node.scope) : undefined;
}
