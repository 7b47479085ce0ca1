import { Duration } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Alert } from './alert';
import { MATCHED_EVENTS } from './alert';
import type { Receivers } from './receivers';

/** The same alerts as bare CloudFormation resources, with policies for all rules of the account written once: the floor. */
export function addAlerts(stack: Stack, { topic, queue, handler }: Receivers, alerts: readonly Alert[]): void {
  const deadLetterQueue = new sqs.Queue(stack, 'DeadLetters', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  const sourceArn = stack.formatArn({ service: 'events', resource: 'rule', resourceName: '*' });
  const statement = (action: string, resource: string, conditions?: iam.Conditions) => new iam.PolicyStatement({
    actions: [action],
    principals: [new iam.ServicePrincipal('events.amazonaws.com')],
    resources: [resource],
    conditions,
  });
  const ofOwnRules = { StringEquals: { 'aws:SourceAccount': stack.account }, ArnLike: { 'aws:SourceArn': sourceArn } };
  // Amazon SNS takes no conditions from EventBridge.
  topic.addToResourcePolicy(statement('sns:Publish', topic.topicArn));
  [queue, deadLetterQueue].forEach((each) => each.addToResourcePolicy(statement('sqs:SendMessage', each.queueArn, ofOwnRules)));
  new lambda.CfnPermission(stack, 'AllowRules', {
    action: 'lambda:InvokeFunction',
    functionName: handler.functionArn,
    principal: 'events.amazonaws.com',
    sourceAccount: stack.account,
    sourceArn,
  });
  for (const { id, kind, cluster } of alerts) {
    const { detailType, eventName } = MATCHED_EVENTS[kind];
    const clusterArn = stack.formatArn({ service: 'ecs', resource: 'cluster', resourceName: cluster });
    new events.CfnRule(stack, id, {
      eventPattern: { 'source': ['aws.ecs'], 'detail-type': [detailType], 'detail': { eventName: [eventName], clusterArn: [clusterArn] } },
      state: 'ENABLED',
      targets: [topic.topicArn, queue.queueArn, handler.functionArn].map((arn, i) => ({
        id: `Target${i}`,
        arn,
        deadLetterConfig: { arn: deadLetterQueue.queueArn },
      })),
    });
  }
}
