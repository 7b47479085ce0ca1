import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { eventBridge, fromRulesOf } from './event-bridge';

// Every statement depends on the owner of the resource only. All rules add the identical one, and the CDK collapses identical statements.

/**
 * Lets rules send to a queue: alerts and dead letters alike.
 *
 * @param sender of whose account and Region the rules are
 */
export function queueStatement(queue: sqs.IQueue, sender: IConstruct = queue): iam.PolicyStatement {
  return new iam.PolicyStatement({
    principals: [eventBridge()],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: fromRulesOf(sender),
  });
}

/** Lets EventBridge publish. Without conditions: AWS supports none for EventBridge in the policy of a topic. */
export function topicStatement(topic: sns.ITopic): iam.PolicyStatement {
  return new iam.PolicyStatement({ principals: [eventBridge()], actions: ['sns:Publish'], resources: [topic.topicArn] });
}

/**
 * What a topic without a policy allows: everything that is done to topics, to whoever is of the account. The first explicit policy replaces it, and
 * with it goes the permission of CloudWatch alarms.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
 */
export function topicOwnerStatement(topic: sns.ITopic): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: '__default_statement_ID',
    principals: [new iam.AnyPrincipal()],
    actions: [
      'sns:GetTopicAttributes', 'sns:SetTopicAttributes', 'sns:AddPermission', 'sns:RemovePermission', 'sns:DeleteTopic', 'sns:Subscribe',
      'sns:ListSubscriptionsByTopic', 'sns:Publish',
    ],
    resources: [topic.topicArn],
    conditions: { StringEquals: { 'AWS:SourceOwner': Stack.of(topic).account } },
  });
}

/**
 * Lets EventBridge encrypt what it sends to a queue.
 *
 * @param sender of whose account the rules are
 */
export function queueKeyStatement(sender: IConstruct): iam.PolicyStatement {
  return keyStatement({ StringEquals: { 'aws:SourceAccount': Stack.of(sender).account } });
}

/** Lets EventBridge encrypt what it sends to a topic. Without conditions: with `aws:SourceArn` or `aws:SourceAccount` every delivery to an encrypted topic fails. */
export function topicKeyStatement(): iam.PolicyStatement {
  return keyStatement();
}

function keyStatement(conditions?: Record<string, Record<string, string>>): iam.PolicyStatement {
  return new iam.PolicyStatement({ principals: [eventBridge()], actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'], conditions });
}
