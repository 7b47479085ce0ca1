import type * as events from 'aws-cdk-lib/aws-events';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { bindTarget } from './bind-target';
import type { EventTargetProps } from './ecs-event-target-props';
import { allowTopic } from '../delivery/permissions/grants';

/** What `SnsPublish` can be told. */
export interface SnsPublishProps extends EventTargetProps {}

/**
 * Publishes to an Amazon SNS topic.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
 * @example
 * declare const topic: sns.Topic;
 * new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
 *   targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
 * });
 */
export class SnsPublish implements events.IRuleTarget {
  /**
   * @param topic a standard topic: a FIFO topic needs a group id, which a rule cannot give
   */
  constructor(private readonly topic: sns.ITopic, private readonly props: SnsPublishProps = {}) {}

  /**
   * Called by the rule that gets this target.
   *
   * Throws an error with the path of the rule if a prop is out of its range.
   */
  public bind(rule: events.IRuleRef, id?: string): events.RuleTargetConfig {
    return bindTarget(rule, id, this.props, () => {
      allowTopic(this.topic);
      return { arn: this.topic.topicArn, targetResource: this.topic };
    });
  }
}
