import { Resource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { eventBridge, everyRuleOf } from './event-bridge';
import { asQueue, asTopic, keyOf } from './kinds-of-resource';
import { queueKeyStatement, queueStatement, topicKeyStatement, topicOwnerStatement, topicStatement } from './statements';

/** The id of the one permission that all rules share. */
export const FUNCTION_PERMISSION_ID = 'AllowEcsEventRules';

/** Lets the rules of the queue's account send to the queue, and use its key. */
export function allowQueue(queue: sqs.IQueue): void {
  add(queue, queueStatement(queue));
  allowKey(queue);
}

/** Lets EventBridge publish to the topic, and use its key. */
export function allowTopic(topic: sns.ITopic): void {
  keepOwner(topic);
  add(topic, topicStatement(topic));
  allowKey(topic);
}

/** Keeps what the owner of a topic may do, if the topic has no explicit policy yet: the first one would take it away. To be called before anything is granted. */
export function keepOwner(topic: sns.ITopic): void {
  if (Resource.isOwnedResource(topic) && !policyOf(topic)) {
    add(topic, topicOwnerStatement(topic));
  }
}

/** Lets the rules of the function's account invoke it, by one permission however many rules there are. */
export function allowFunction(handler: lambda.IFunction): void {
  if (!handler.permissionsNode.tryFindChild(FUNCTION_PERMISSION_ID)) {
    handler.addPermission(FUNCTION_PERMISSION_ID, { principal: eventBridge(), sourceAccount: Stack.of(handler).account, sourceArn: everyRuleOf(handler) });
  }
}

/** Lets EventBridge use the key of a topic or a queue. Stock targets need it too: they let EventBridge into the resource, not always to its key. */
export function allowKey(resource: IConstruct | undefined): void {
  const queue = asQueue(resource);
  const topic = asTopic(resource);
  if (queue) {
    keyOf(queue)?.addToResourcePolicy(queueKeyStatement(queue));
  } else if (topic) {
    keyOf(topic)?.addToResourcePolicy(topicKeyStatement());
  }
}

/** Adds to the policy that the resource has, whoever made it. With a second policy resource the last writer would win. */
function add(resource: sns.ITopic | sqs.IQueue, statement: iam.PolicyStatement): void {
  const existing = policyOf(resource);
  if (existing) {
    existing.document.addStatements(statement);
  } else {
    resource.addToResourcePolicy(statement);
  }
}

type Policy = sns.TopicPolicy | sqs.QueuePolicy;

/** What was found for a resource that has no policy of its own making. Looked for once: it reads the whole tree. */
const FOUND = new WeakMap<IConstruct, Policy | 'none'>();

/** The policy resource of a topic or a queue, if there is one by now. */
function policyOf(resource: sns.ITopic | sqs.IQueue): Policy | undefined {
  const own = resource.node.tryFindChild('Policy') as Policy | undefined;
  if (own) {
    return own;
  }
  const found = FOUND.get(resource) ?? findPolicy(resource) ?? 'none';
  FOUND.set(resource, found);
  return found === 'none' ? undefined : found;
}

/** A policy that the user made for it by himself. */
function findPolicy(resource: sns.ITopic | sqs.IQueue): Policy | undefined {
  return resource.node.root.node.findAll().find((construct): construct is Policy => {
    if (construct instanceof sns.TopicPolicy) {
      return (construct.node.defaultChild as sns.CfnTopicPolicy).topics.includes((resource as sns.ITopic).topicArn);
    }
    return construct instanceof sqs.QueuePolicy && (construct.node.defaultChild as sqs.CfnQueuePolicy).queues.includes((resource as sqs.IQueue).queueUrl);
  });
}
