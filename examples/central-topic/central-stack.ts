import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** The topic of the platform team, encrypted with a customer-managed key. */
export class CentralStack extends Stack {
  public readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.topic = new sns.Topic(this, 'Topic', {
      topicName: 'ecs-alerts', // The rules of other accounts refer to it by its name.
      masterKey: new kms.Key(this, 'Key', { enableKeyRotation: true }),
    });
    this.topic.addSubscription(new EmailSubscription('platform@example.com'));
  }
}
