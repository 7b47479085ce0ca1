import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import * as snippets from '../../validation/findings/statement-snippet';
import { partitionOf } from '../../validation/stack-partition';

// Every statement depends on the owner of the resource only. All rules add the identical one, and the CDK collapses identical statements: policies stay of
// constant size, and a resource in another stack does not refer back to the rule.

/**
 * Lets rules send to a queue: alerts and dead letters alike.
 *
 * @param sender of whose account and Region the rules are
 */
export function queueStatement(queue: sqs.IQueue, sender: IConstruct = queue): iam.PolicyStatement {
  return statementOf(snippets.queueStatement(queue.queueArn, placeOf(sender)));
}

/** Lets EventBridge publish. */
export function topicStatement(topic: sns.ITopic): iam.PolicyStatement {
  return statementOf(snippets.topicStatement(topic.topicArn));
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
  return statementOf(snippets.queueKeyStatement(Stack.of(sender)));
}

/** Lets EventBridge encrypt what it sends to a topic. */
export function topicKeyStatement(): iam.PolicyStatement {
  return statementOf(snippets.topicKeyStatement());
}

/** Lets the alarms of an account publish. */
export function alarmStatement(topic: sns.ITopic, alarm: IConstruct): iam.PolicyStatement {
  return statementOf(snippets.alarmStatement(topic.topicArn, placeOf(alarm)));
}

/** Lets CloudWatch encrypt what its alarms publish. */
export function alarmKeyStatement(): iam.PolicyStatement {
  return statementOf(snippets.alarmKeyStatement());
}

/** Allows roles of another account to send to a topic or a queue. */
export function roleStatement(action: string, arn: string, roles: snippets.RoleNames): iam.PolicyStatement {
  return statementOf(snippets.roleStatement(action, arn, roles));
}

/** Allows roles of another account to use the key of a topic or a queue. */
export function roleKeyStatement(roles: snippets.RoleNames): iam.PolicyStatement {
  return statementOf(snippets.roleKeyStatement(roles));
}

/** The ARN of every rule of the account and Region of a resource. */
export function everyRuleOf(owner: IConstruct): string {
  return snippets.everyRule(placeOf(owner));
}

function placeOf(construct: IConstruct): snippets.StatementPlace {
  const { account, region } = Stack.of(construct);
  return { account, region, partition: partitionOf(construct) };
}

function statementOf({ Principal, Action, Resource, Condition }: snippets.Statement): iam.PolicyStatement {
  const principal = 'Service' in Principal ? new iam.ServicePrincipal(Principal.Service) : new iam.ArnPrincipal(Principal.AWS);
  return new iam.PolicyStatement({ principals: [principal], actions: [Action].flat() as string[], resources: [Resource], conditions: Condition });
}
