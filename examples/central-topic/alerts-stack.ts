import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { EcsEventMessage, ServiceTaskPlacementFailureRule, SnsPublish } from 'cdk-ecs-event-rules';

export interface AlertsStackProps extends StackProps {
  /** The topic in the central account. */
  readonly topic: sns.ITopic;
}

/** Alerts in a workload account. The library creates the role that EventBridge assumes, and allows it in the policies of the topic and of its key. */
export class AlertsStack extends Stack {
  constructor(scope: Construct, id: string, { topic, ...props }: AlertsStackProps) {
    super(scope, id, props);
    new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      clusterNames: ['production'],
      targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
    });
    // For a topic of another app, use sns.Topic.fromTopicAttributes(this, 'Topic', { topicArn, keyArn }): synthesis prints the statements for its owner.
  }
}
