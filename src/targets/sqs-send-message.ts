import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { bindTarget } from './bind-target';
import type { EventTargetProps } from './ecs-event-target-props';
import { allowQueue } from '../delivery/permissions/grants';

/** What `SqsSendMessage` can be told. */
export interface SqsSendMessageProps extends EventTargetProps {
  /**
   * The message group of a FIFO queue: alerts of one group arrive in their order.
   *
   * @default - none; a FIFO queue needs one
   */
  readonly messageGroupId?: string;
}

/**
 * Sends to an Amazon SQS queue, standard or FIFO. A FIFO queue needs content-based deduplication and a `messageGroupId`.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 * @example
 * declare const queue: sqs.Queue;
 * new DaemonDeploymentRollbackFailedRule(this, 'RollbackFailed', { targets: [new SqsSendMessage(queue)] });
 */
export class SqsSendMessage implements events.IRuleTarget {
  /**
   * @param queue a standard queue, or a FIFO queue together with `messageGroupId`
   */
  constructor(private readonly queue: sqs.IQueue, private readonly props: SqsSendMessageProps = {}) {}

  /**
   * Called by the rule that gets this target.
   *
   * Throws an error with the path of the rule if a prop is out of its range, or if a FIFO queue gets no message group.
   */
  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    return bindTarget(rule, id, this.props, () => {
      const { messageGroupId } = this.props;
      allowQueue(this.queue);
      return { arn: this.queue.queueArn, targetResource: this.queue, sqsParameters: messageGroupId === undefined ? undefined : { messageGroupId } };
    });
  }
}
