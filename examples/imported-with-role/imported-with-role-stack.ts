import type { StackProps } from 'aws-cdk-lib';
import { Annotations, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from 'cdk-ecs-event-rules';

/** Alerts for a topic and a queue of the same account that another team owns. */
export class ImportedWithRoleStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const topic = sns.Topic.fromTopicArn(this, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:on-call');
    const queue = sqs.Queue.fromQueueAttributes(this, 'Queue', {
      queueArn: 'arn:aws:sqs:eu-west-1:111122223333:tickets',
      keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    });

    // The library cannot read the policy of an imported key.
    Annotations.of(queue).acknowledgeWarning('cdk-ecs-event-rules:importedKey', 'its policy leaves the decision to the policies of the account');

    // The targets add their permissions to the role.
    const role = new iam.Role(this, 'Sender', {
      assumedBy: new iam.ServicePrincipal('events.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': this.account },
          ArnLike: { 'aws:SourceArn': this.formatArn({ service: 'events', resource: 'rule', resourceName: '*' }) },
        },
      }),
    });
    new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      clusterNames: ['production'],
      targets: [
        new SnsPublish(topic, { role, message: EcsEventMessage.text() }),
        new SqsSendMessage(queue, { role, message: EcsEventMessage.json() }),
      ],
    });
  }
}
