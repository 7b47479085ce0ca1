import { Resource, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { eventBridge, everyRuleOf } from './event-bridge';
import { addStatement, explicitPolicy, addOnce } from './explicit-policy';
import { asQueue, asTopic, isLatest, keyOf } from '../resource-kinds';
import { sameEnvironment } from '../same-environment';
import { queueKeyStatement, queueStatement, topicKeyStatement, topicOwnerStatement, topicStatement } from './statements';

/** The id of the one permission that all rules share. */
export const FUNCTION_PERMISSION_ID = 'AllowEcsEventRules';

/** Lets the rules of the queue's account send to the queue, and use its key. */
export function grantQueue(queue: sqs.IQueue): void {
  grantSender(queue, queue);
  grantKey(queue);
}

/**
 * Lets the rules of an account send dead letters to the queue, and use its key. Unlike a target, a dead-letter queue may be in another account
 * than the rule that delivers.
 */
export function grantDeadLetters(queue: sqs.IQueue, rule: IConstruct): void {
  grantSender(queue, senderTo(queue, rule));
  grantKey(queue, rule);
}

/** Lets EventBridge publish to the topic, and use its key. */
export function grantTopic(topic: sns.ITopic): void {
  preserveDefaultTopicPolicy(topic);
  add(topic, 'publish', () => topicStatement(topic));
  grantKey(topic);
}

/** Keeps what the owner of a topic may do, if the topic has no explicit policy yet: the first one would take it away. To be called before anything is granted. */
export function preserveDefaultTopicPolicy(topic: sns.ITopic): void {
  if (Resource.isOwnedResource(topic) && !explicitPolicy(topic)) {
    add(topic, 'owner', () => topicOwnerStatement(topic));
  }
}

/** Lets the rules of the function's account invoke it, by one permission however many rules there are. AWS Lambda takes none for `$LATEST`. */
export function grantFunction(handler: lambda.IFunction): void {
  if (!isLatest(handler) && !handler.permissionsNode.tryFindChild(FUNCTION_PERMISSION_ID)) {
    handler.addPermission(FUNCTION_PERMISSION_ID, {
      principal: eventBridge(),
      sourceAccount: Stack.of(handler).account,
      sourceArn: everyRuleOf(handler),
    });
  }
}

/** Lets EventBridge use the key of a topic or a queue. Stock targets need it too: they let EventBridge into the resource, not always to its key. */
export function grantKey(resource: IConstruct | undefined, rule?: IConstruct): void {
  const queue = asQueue(resource);
  const topic = asTopic(resource);
  if (queue) {
    const sender = senderTo(queue, rule);
    addToKey(keyOf(queue), `encrypt for ${Stack.of(sender).account}`, () => queueKeyStatement(sender));
  } else if (topic) {
    addToKey(keyOf(topic), 'encrypt', topicKeyStatement);
  }
}

/** By whose account and Region the statements for a queue are narrowed: its own where that is the same, so that all rules add the identical statement. */
function senderTo(queue: sqs.IQueue, rule: IConstruct = queue): IConstruct {
  return sameEnvironment(Stack.of(queue), Stack.of(rule)) ? queue : rule;
}

/** Lets rules of the account and Region of a construct send to a queue. */
function grantSender(queue: sqs.IQueue, sender: IConstruct): void {
  const { account, region } = Stack.of(sender);
  add(queue, `send from ${account}/${region}`, () => queueStatement(queue, sender));
}

/** Adds to the policy that the resource has, whoever made it. With a second policy resource the last writer would win. */
function add(resource: sns.ITopic | sqs.IQueue, id: string, statement: () => iam.PolicyStatement): void {
  const existing = explicitPolicy(resource);
  if (existing) {
    addStatement(existing, id, statement);
  } else {
    resource.addToResourcePolicy(statement());
  }
}

function addToKey(key: kms.IKey | undefined, id: string, statement: () => iam.PolicyStatement): void {
  if (key && addOnce(key, id)) {
    key.addToResourcePolicy(statement());
  }
}
