import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, LambdaInvoke, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from 'cdk-ecs-event-rules';

/** Alerts for the cluster of another team, sent to its topic, queue, and function. */
export class ImportedResourcesStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const cluster = ecs.Cluster.fromClusterArn(this, 'Cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/production');
    const topic = sns.Topic.fromTopicArn(this, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:on-call');
    const queue = sqs.Queue.fromQueueAttributes(this, 'Queue', {
      queueArn: 'arn:aws:sqs:eu-west-1:111122223333:tickets',
      keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    });
    const pager = lambda.Function.fromFunctionName(this, 'Pager', 'pager');

    // The app cannot change the policy of an imported topic, queue, or key: synthesis prints the statements that their owners add. The library
    // adds the permission to a function in the same account.
    new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      clusters: [cluster],
      targets: [
        new SnsPublish(topic, { message: EcsEventMessage.text() }),
        new SqsSendMessage(queue, { message: EcsEventMessage.json() }),
        new LambdaInvoke(pager),
      ],
    });
    // After an owner added the statement: Annotations.of(topic).acknowledgeWarning('cdk-ecs-event-rules:importedTopic', 'added on 1 May').
  }
}
