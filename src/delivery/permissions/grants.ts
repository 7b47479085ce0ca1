import type { CfnResource } from 'aws-cdk-lib';
import { Resource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { addStatement } from './add-statement';
import { DeliveryRole } from './delivery-role';
import { Granted } from './granted';
import { addToKeyOf } from './key-grants';
import { policyResourceOf } from './policy-resource';
import {
  alarmKeyStatement, alarmStatement, everyRuleOf, queueKeyStatement, queueStatement, roleKeyStatement, roleStatement, topicKeyStatement,
  topicOwnerStatement, topicStatement,
} from './statements';
import { rolesBelow } from '../../validation/findings/statement-snippet';
import type { RoleNames } from '../../validation/findings/statement-snippet';
import { partitionOf } from '../../validation/stack-partition';
import { constructOf } from '../identity/construct-of';
import { ownedResource } from '../identity/owned-resource';
import { asFunction, asQueue, asTopic, isLatest } from '../resource-kinds';
import { sameEnvironment } from '../same-environment';

/** The id of the one permission that all rules share. */
export const FUNCTION_PERMISSION_ID = 'AllowEcsEventRules';

/** Allows the rules of the queue's account to send to the queue, and to use its key. */
export function grantQueue(queue: sqs.IQueue): void {
  grantDeadLetters(queue, queue);
}

/**
 * Allows the rules of an account to send dead letters to the queue, and to use its key. Unlike a target, a dead-letter queue may be in another account
 * than the rule that delivers.
 */
export function grantDeadLetters(queue: sqs.IQueue, rule: IConstruct): void {
  const owned = resourceBehind(queue);
  const sender = senderTo(queue, rule);
  const { account, region } = Stack.of(sender);
  add(queue, owned, `send from ${account}/${region}`, () => queueStatement(queue, sender));
  grantKeyOfQueue(queue, owned, sender);
}

/** Allows EventBridge to publish to the topic, and to use its key. */
export function grantTopic(topic: sns.ITopic): void {
  const owned = resourceBehind(topic);
  preserveDefaultTopicPolicy(topic, owned);
  add(topic, owned, 'publish', () => topicStatement(topic));
  addToKeyOf(topic, owned, 'encrypt', topicKeyStatement);
}

/**
 * Keeps what the owner of a topic is allowed, if the topic has no explicit policy yet: the first one would replace it. To be called before
 * anything is granted.
 */
export function preserveDefaultTopicPolicy(topic: sns.ITopic, owned: CfnResource | undefined = ownResourceOf(topic)): void {
  if (owned && !policyResourceOf(topic, owned)) {
    create(topic, owned, topicOwnerStatement(topic));
  }
}

/** Allows the rules of the function's account to invoke it, by one permission however many rules there are. */
export function grantFunction(handler: lambda.IFunction): void {
  permit(handler, FUNCTION_PERMISSION_ID, (owner) => ({ principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceAccount: Stack.of(owner).account, sourceArn: everyRuleOf(owner) }));
}

/**
 * Allows a role of another account to use a resource of the app. The role that this library creates is allowed by its path, by one statement for all roles of the
 * account. AWS Lambda has no condition for that: its permission is for the account, whose policies decide who may use it.
 */
export function allowRole(resource: sns.ITopic | sqs.IQueue | lambda.IFunction, role: iam.IRole, rule: IConstruct): void {
  const { account } = Stack.of(rule);
  if ('functionArn' in resource) {
    if (resourceBehind(resource)) {
      permit(resource, `${FUNCTION_PERMISSION_ID}Of${account}`, () => ({ principal: new iam.AccountPrincipal(account) }));
    } else if (role instanceof DeliveryRole) {
      // AWS Lambda has no condition on the path of a role: whoever adds the permission needs its ARN.
      role.fixName();
    }
    return;
  }
  const owned = resourceBehind(resource);
  const roles = owned && rolesOf(role, rule, owned);
  if (roles) {
    const id = JSON.stringify(roles);
    const [action, arn] = 'topicArn' in resource ? ['sns:Publish', resource.topicArn] : ['sqs:SendMessage', resource.queueArn];
    if ('topicArn' in resource) {
      preserveDefaultTopicPolicy(resource, owned);
    }
    add(resource, owned, id, () => roleStatement(action, arn, roles));
    addToKeyOf(resource, owned, id, () => roleKeyStatement(roles));
  }
}

/** How the policy of a resource names a role. Undefined if the CDK cannot refer to the role from there, because it has no name. */
function rolesOf(role: iam.IRole, rule: IConstruct, owned: CfnResource): RoleNames | undefined {
  const { account } = Stack.of(rule);
  const partition = partitionOf(owned);
  try {
    const pattern = role instanceof DeliveryRole ? rolesBelow(account, partition) : Stack.of(owned).resolve(role.roleArn) as string;
    return { account, partition, pattern };
  } catch {
    return undefined;
  }
}

/** Adds a permission to a function, once. AWS Lambda takes none for `$LATEST`. */
function permit(handler: lambda.IFunction, id: string, permissionOf: (owner: IConstruct) => lambda.Permission): void {
  const owned = resourceBehind(handler);
  const construct = (owned && asFunction(constructOf(owned))) ?? handler;
  if (isLatest(handler)) {
    return;
  }
  // The CDK takes a function behind an import for one outside of the app, and adds no permission to it.
  if (owned && !Resource.isOwnedResource(construct)) {
    if (!owned.node.tryFindChild(id)) {
      const { principal, ...source } = permissionOf(owned);
      new lambda.CfnPermission(owned, id, {
        functionName: handler.functionArn,
        action: 'lambda:InvokeFunction',
        principal: (principal as iam.ServicePrincipal).service ?? (principal as iam.AccountPrincipal).accountId,
        ...source,
      });
    }
  } else if (!construct.permissionsNode.tryFindChild(id)) {
    construct.addPermission(id, permissionOf(construct));
  }
}

/** Allows the alarms of an account to publish to a topic of the app, and to use its key. */
export function grantAlarm(topicArn: string, alarm: IConstruct): void {
  const owned = ownedResource(topicArn, alarm);
  if (owned?.cfnResourceType !== 'AWS::SNS::Topic') {
    return;
  }
  const topic = asTopic(constructOf(owned) ?? owned.node.tryFindChild('EcsEventTopic')) ?? sns.Topic.fromTopicArn(owned, 'EcsEventTopic', owned.ref);
  const sender = sameEnvironment(Stack.of(owned), Stack.of(alarm)) ? owned : alarm;
  const { account, region } = Stack.of(sender);
  preserveDefaultTopicPolicy(topic, owned);
  add(topic, owned, `alarms of ${account}/${region}`, () => alarmStatement(topic, sender));
  addToKeyOf(topic, owned, 'alarms', alarmKeyStatement);
}

/** Allows EventBridge to use the key of a topic or a queue. Targets of the CDK need it too: they allow EventBridge to use the resource, not always its key. */
export function grantKey(resource: IConstruct | undefined, rule?: IConstruct): void {
  // What an import stands for is searched in the whole app, so it is done once.
  if (!resource || (!Resource.isOwnedResource(resource) && !Granted.of(resource).addOnce(resource, `key for ${Stack.of(rule ?? resource).account}`))) {
    return;
  }
  const queue = asQueue(resource);
  const topic = asTopic(resource);
  if (queue) {
    grantKeyOfQueue(queue, resourceBehind(queue), senderTo(queue, rule));
  } else if (topic) {
    addToKeyOf(topic, resourceBehind(topic), 'encrypt', topicKeyStatement);
  }
}

function grantKeyOfQueue(queue: sqs.IQueue, owned: CfnResource | undefined, sender: IConstruct): void {
  addToKeyOf(queue, owned, `encrypt for ${Stack.of(sender).account}`, () => queueKeyStatement(sender));
}

/** The resource of the app that a construct is, or that an import stands for. */
export function resourceBehind(construct: sns.ITopic | sqs.IQueue | lambda.IFunction): CfnResource | undefined {
  const arn = 'topicArn' in construct ? construct.topicArn : 'queueArn' in construct ? construct.queueArn : construct.functionArn;
  return ownResourceOf(construct) ?? ownedResource(arn, construct);
}

function ownResourceOf(construct: IConstruct): CfnResource | undefined {
  return Resource.isOwnedResource(construct) ? construct.node.defaultChild as CfnResource : undefined;
}

/** By whose account and Region the statements for a queue are narrowed: its own where that is the same, so that all rules add the identical statement. */
function senderTo(queue: sqs.IQueue, rule: IConstruct = queue): IConstruct {
  return sameEnvironment(Stack.of(queue), Stack.of(rule)) ? queue : rule;
}

/** Adds to the policy that the resource has, whoever created it. With a second policy resource the last writer would win. */
function add(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined, id: string, statement: () => iam.PolicyStatement): void {
  const existing = policyResourceOf(resource, owned);
  if (!existing) {
    create(resource, owned, statement());
  } else if (Granted.of(existing).addOnce(existing, `${id} ${(owned ?? resource).node.path}`)) {
    // One policy resource may be that of several topics or queues, each of which needs its statement.
    addStatement(existing, 'policyDocument', statement());
  }
}

/** Creates the policy of a topic or a queue. That of something outside of the app stays as it is. */
function create(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined, statement: iam.PolicyStatement): void {
  const construct = owned && constructOf(owned);
  if (!owned || construct) {
    ((construct ?? resource) as sns.ITopic | sqs.IQueue).addToResourcePolicy(statement);
    return;
  }
  const policyDocument = new iam.PolicyDocument({ statements: [statement] });
  if ('topicArn' in resource) {
    new sns.CfnTopicPolicy(owned, 'EcsEventPolicy', { topics: [owned.ref], policyDocument });
  } else {
    new sqs.CfnQueuePolicy(owned, 'EcsEventPolicy', { queues: [owned.ref], policyDocument });
  }
}
