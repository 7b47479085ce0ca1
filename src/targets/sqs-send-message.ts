import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { bindTarget } from './bind-target';
import type { EcsEventTargetProps } from './ecs-event-target-props';
import { checkedTargetProps } from './target-props';
import { grantQueue } from '../delivery/permissions/grants';
import { QUEUE } from '../validation/cdk-kinds';
import { TEXT } from '../validation/kinds';

/** Properties for `SqsSendMessage`. */
export interface SqsSendMessageProps extends EcsEventTargetProps {
  /**
   * The message group ID for messages sent to the queue, from 1 to 100 characters.
   *
   * Required for a FIFO queue, which delivers the messages of a group in order. For a standard queue it enables fair queues: Amazon SQS keeps a
   * group with many messages from delaying the messages of the other groups.
   *
   * @default - no message group ID
   * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
   */
  readonly messageGroupId?: string;
}

/**
 * Use an Amazon SQS queue as a target for an EventBridge rule.
 *
 * The queue can be a standard queue or a FIFO queue. A FIFO queue requires content-based deduplication and a `messageGroupId`.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 * @example
 * declare const queue: sqs.Queue;
 * new DaemonDeploymentRollbackFailedRule(this, 'RollbackFailed', { targets: [new SqsSendMessage(queue)] });
 *
 * // With a role, an imported queue of the same account needs no statement in its policy.
 * declare const role: iam.Role;
 * const imported = sqs.Queue.fromQueueArn(this, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:tickets');
 * new DaemonTaskStartImpairedRule(this, 'StartImpaired', { targets: [new SqsSendMessage(imported, { role })] });
 */
export class SqsSendMessage implements events.IRuleTarget {
  private readonly props: SqsSendMessageProps;

  /**
   * @param queue A standard queue, or a FIFO queue together with `messageGroupId`.
   */
  constructor(
    /** The queue to send to. */
    public readonly queue: sqs.IQueue,
    props: SqsSendMessageProps = {},
  ) {
    this.props = checkedTargetProps('SqsSendMessage', { name: 'queue', value: queue, kind: QUEUE }, props, { messageGroupId: TEXT });
  }

  /**
   * Returns the configuration of the target for a rule, which calls this method.
   *
   * Throws an error if a prop is out of range, or if a FIFO queue has no message group ID.
   */
  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    const { queue, props: { messageGroupId } } = this;
    return bindTarget(rule, id, this.props, () => ({
      resource: queue,
      arn: queue.queueArn,
      nameProp: 'queueName',
      action: 'sqs:SendMessage',
      grant: () => grantQueue(queue),
      sqsParameters: messageGroupId === undefined ? undefined : { messageGroupId },
    }));
  }
}
