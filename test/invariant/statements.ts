import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { freshId } from './fresh-id';
import type { Recipient } from './recipients';

/** A policy statement as JSON. */
export interface StatementJson {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal: unknown;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: object;
}

const SEND = { topic: 'sns:Publish', queue: 'sqs:SendMessage', function: 'lambda:InvokeFunction' };

/** What EventBridge does with a recipient. */
export function sendAction({ kind }: Recipient): string {
  return SEND[kind];
}

/** A statement that allows EventBridge to send to a recipient, under conditions. */
export function allow(recipient: Recipient, changes: Partial<StatementJson> = {}): StatementJson {
  return { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: sendAction(recipient), Resource: recipient.arn, ...changes };
}

/** A statement that denies everyone to send to a recipient, under conditions. */
export function deny(recipient: Recipient, condition?: object, changes: Partial<StatementJson> = {}): StatementJson {
  return { Effect: 'Deny', Principal: { AWS: '*' }, Action: sendAction(recipient), Resource: recipient.arn, ...condition && { Condition: condition }, ...changes };
}

/** An L1 policy resource of a topic or a queue. */
export function policyOf(
  recipient: Recipient,
  id: string,
  statements: readonly StatementJson[],
  named: string[] = [nameOf(recipient)],
  scope = recipient.scope,
): sns.CfnTopicPolicy | sqs.CfnQueuePolicy {
  const policyDocument = { Version: '2012-10-17', Statement: statements };
  return recipient.kind === 'topic'
    ? new sns.CfnTopicPolicy(scope, freshId(scope, `${recipient.id}${id}`), { topics: named, policyDocument })
    : new sqs.CfnQueuePolicy(scope, freshId(scope, `${recipient.id}${id}`), { queues: named, policyDocument });
}

/** How policies name a topic or a queue. */
export function nameOf({ kind, construct }: Recipient): string {
  return kind === 'topic' ? (construct as sns.ITopic).topicArn : (construct as sqs.IQueue).queueUrl;
}

/** Adds to the policy that a topic or a queue of the app has, as L2 constructs do. */
export function addStatement(recipient: Recipient, statement: StatementJson): void {
  (recipient.construct as sns.ITopic | sqs.IQueue).addToResourcePolicy(iam.PolicyStatement.fromJson(statement));
}

/** The policy resources of the app that are there for a recipient, by type. */
export function policiesFor(recipient: Recipient, scope: IConstruct): (sns.CfnTopicPolicy | sqs.CfnQueuePolicy)[] {
  const type = recipient.kind === 'topic' ? 'AWS::SNS::TopicPolicy' : 'AWS::SQS::QueuePolicy';
  const stack = Stack.of(recipient.scope);
  const name = JSON.stringify(stack.resolve(nameOf(recipient)));
  return scope.node.findAll().filter((one): one is sns.CfnTopicPolicy => (one as sns.CfnTopicPolicy).cfnResourceType === type)
    .filter((policy) => {
      const named = stack.resolve((policy as any).topics ?? (policy as any).queues) as unknown[];
      return named.some((each) => JSON.stringify(each) === name);
    });
}
