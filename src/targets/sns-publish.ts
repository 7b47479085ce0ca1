import type * as events from 'aws-cdk-lib/aws-events';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { bindTarget } from './bind-target';
import type { EcsEventTargetProps } from './ecs-event-target-props';
import { checkedTargetProps } from './target-props';
import { grantTopic } from '../delivery/permissions/grants';
import { TOPIC } from '../validation/cdk-kinds';

/** Properties for `SnsPublish`. */
export interface SnsPublishProps extends EcsEventTargetProps {}

/**
 * Use an Amazon SNS topic as a target for an EventBridge rule.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 * @example
 * declare const topic: sns.Topic;
 * new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
 *   targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
 * });
 *
 * // A topic in another account of the Region: the library creates the role, and synthesis prints the statements for the owner of the topic.
 * const central = sns.Topic.fromTopicArn(this, 'Central', 'arn:aws:sns:eu-west-1:222222222222:ecs-alerts');
 * new DaemonTaskStartImpairedRule(this, 'StartImpaired', { targets: [new SnsPublish(central)] });
 */
export class SnsPublish implements events.IRuleTarget {
  private readonly props: SnsPublishProps;

  /**
   * @param topic A standard topic: a FIFO topic requires a message group ID, which a rule cannot set.
   */
  constructor(
    /** The topic to publish to. */
    public readonly topic: sns.ITopic,
    props: SnsPublishProps = {},
  ) {
    this.props = checkedTargetProps('SnsPublish', { name: 'topic', value: topic, kind: TOPIC }, props);
  }

  /**
   * Returns the configuration of the target for a rule, which calls this method.
   *
   * Throws an error if a prop is out of range.
   */
  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    const { topic } = this;
    return bindTarget(rule, id, this.props, () => (
      { resource: topic, arn: topic.topicArn, nameProp: 'topicName', action: 'sns:Publish', grant: () => grantTopic(topic) }));
  }
}
