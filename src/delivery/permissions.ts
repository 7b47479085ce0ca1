import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { eventBridge, everyRuleOf, fromRulesOf } from './event-bridge';

/** Lets the rules of the queue's account send to the queue, and use its key. Rules deliver to queues, and dead letters too. */
export function allowQueue(queue: sqs.IQueue): void {
  queue.addToResourcePolicy(new iam.PolicyStatement({
    principals: [eventBridge()],
    actions: ['sqs:SendMessage'],
    resources: [queue.queueArn],
    conditions: fromRulesOf(queue),
  }));
  allowKey(queue.encryptionMasterKey, { StringEquals: { 'aws:SourceAccount': Stack.of(queue).account } });
}

/** Lets EventBridge publish to the topic, and use its key. Without conditions: AWS supports none for EventBridge, neither here nor in the key's policy. */
export function allowTopic(topic: sns.ITopic): void {
  topic.addToResourcePolicy(new iam.PolicyStatement({ principals: [eventBridge()], actions: ['sns:Publish'], resources: [topic.topicArn] }));
  allowKey((topic as { readonly masterKey?: kms.IKey }).masterKey);
}

/** Lets the rules of the function's account invoke it, by one permission however many rules there are. */
export function allowFunction(handler: lambda.IFunction): void {
  const id = 'AllowEcsEventRules';
  if (!handler.permissionsNode.tryFindChild(id)) {
    handler.addPermission(id, { principal: eventBridge(), sourceAccount: Stack.of(handler).account, sourceArn: everyRuleOf(handler) });
  }
}

/** What encrypts a message that EventBridge sends is EventBridge itself. */
function allowKey(key: kms.IKey | undefined, conditions?: Record<string, Record<string, string>>): void {
  key?.addToResourcePolicy(new iam.PolicyStatement({
    principals: [eventBridge()],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions,
  }));
}
