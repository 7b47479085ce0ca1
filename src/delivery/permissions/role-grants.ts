import { createHash } from 'node:crypto';
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { DeliveryRole } from './delivery-role';
import { Granted } from './granted';
import { allowRole, resourceBehind } from './grants';
import { knownKeyOf } from './key-grants';
import { partitionOf } from '../../validation/stack-partition';
import { show, ValidationError } from '../../validation/validation-error';
import { spelledOut } from '../identity/spelled-out';
import { envOf, sameEnvDimension } from '../same-environment';

/** What a target delivers to. */
export interface Destination {
  readonly resource: sns.ITopic | sqs.IQueue | lambda.IFunction;
  readonly arn: string;
  /** The prop that names the resource, such as `topicName`. */
  readonly nameProp: string;
  /** What EventBridge does there. */
  readonly action: string;
}

/**
 * The role that a rule needs to deliver: the one that the user chose, or for a resource in another account of the same Region one that is created. Undefined
 * where the policy of the resource allows EventBridge itself, and in another Region, where a rule of the CDK delivers.
 *
 * @throws ValidationError if EventBridge can never deliver by the role
 */
export function roleFor(rule: IConstruct, { resource, arn, nameProp, action }: Destination, chosen?: iam.IRole): iam.IRole | undefined {
  if (!sameEnvDimension('region', rule, resource)) {
    if (chosen) {
      throw new ValidationError({
        prop: 'role',
        problem: `${show(resource)} is in Region ${envOf(resource).region}, where a rule that the CDK adds delivers, and the role is for the rule in ${envOf(rule).region}`,
        resolution: 'Omit role: the policy of the resource allows the rule in its Region',
      });
    }
    return undefined;
  }
  const isForeign = !sameEnvDimension('account', rule, resource);
  if (!chosen && !isForeign) {
    return undefined;
  }
  if (isForeign) {
    checkIsNamed(rule, resource, arn, nameProp);
  }
  const role = chosen ?? DeliveryRole.of(rule, arn);
  allowTo(role, rule, { resource, arn, action });
  if (isForeign) {
    allowRole(resource, role, rule);
  }
  return role;
}

/** A role has to be in the account of the rule. */
export function checkRole(rule: IConstruct, role: iam.IRole | undefined): void {
  if (role && !sameEnvDimension('account', rule, role)) {
    throw new ValidationError({
      prop: 'role',
      problem: `${show(role)} is in account ${envOf(role).account}, and the rule in ${envOf(rule).account}`,
      resolution: 'EventBridge assumes only roles in the account of the rule: use one there',
    });
  }
}

/** Without a name, the CDK cannot refer to a resource from another account. */
function checkIsNamed(rule: IConstruct, resource: IConstruct, arn: string, nameProp: string): void {
  if (!isResolvable(rule, arn)) {
    throw new ValidationError({
      prop: nameProp,
      problem: `${show(resource)} in account ${envOf(resource).account} has no name that the rule in account ${envOf(rule).account} can refer to`,
      resolution: `Set ${nameProp}, for example to PhysicalName.GENERATE_IF_NEEDED`,
    });
  }
}

/** Exactly one action on exactly one resource, and the use of its key if the key is known. */
function allowTo(role: iam.IRole, rule: IConstruct, { resource, arn, action }: Omit<Destination, 'nameProp'>): void {
  if (Granted.of(rule).addOnce(role, `${action} ${resource.node.path}`)) {
    const grantee = granteeFor(role, rule, resource);
    grantee.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [action], resources: [arn] }));
    if (!('functionArn' in resource)) {
      allowKey(grantee, rule, resource);
    }
  }
}

/**
 * What gets the statements. The policy of a role is in the stack of the role: a statement about something in the stack of the rule, which refers to the role, would make two stacks
 * depend on each other. Such statements go into a policy in the stack of the rule, unless the role is not to be changed.
 */
function granteeFor(role: iam.IRole, rule: IConstruct, resource: Destination['resource']): Pick<iam.IRole, 'addToPrincipalPolicy'> {
  const stack = Stack.of(rule);
  if (stack === Stack.of(role) || !iam.Role.isRole(role) || role instanceof DeliveryRole) {
    return role;
  }
  const owned = resourceBehind(resource);
  const key = 'functionArn' in resource ? undefined : knownKeyOf(resource, owned)?.owned;
  if (![owned, key].some((one) => one !== undefined && Stack.of(one) === stack)) {
    return role;
  }
  const id = `EcsEventPolicy${createHash('sha256').update(role.node.path).digest('hex').slice(0, 8).toUpperCase()}`;
  const policy = stack.node.tryFindChild(id) as iam.Policy | undefined ?? new iam.Policy(stack, id, { roles: [role] });
  return {
    addToPrincipalPolicy: (statement) => {
      policy.addStatements(statement);
      return { statementAdded: true };
    },
  };
}

function allowKey(role: Pick<iam.IRole, 'addToPrincipalPolicy'>, rule: IConstruct, resource: sns.ITopic | sqs.IQueue): void {
  const key = knownKeyOf(resource, resourceBehind(resource));
  const text = key && spelledOut(key.arn, resource).text;
  if (key === undefined) {
    return;
  }
  if (text?.includes('alias/aws/')) {
    checkManagedKey(rule, resource, text);
    return;
  }
  const { account, region } = envOf(resource);
  const isKnown = !text?.includes('alias/') && (key.owned ? sameEnvDimension('account', key.owned, rule) : isResolvable(rule, key.arn));
  role.addToPrincipalPolicy(new iam.PolicyStatement({
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    // Otherwise Amazon SNS or Amazon SQS uses the key on behalf of the role, whichever it is.
    resources: [isKnown ? key.arn : `arn:${partitionOf(rule)}:kms:${region}:${account}:key/*`],
    conditions: isKnown ? undefined : { StringEquals: { 'kms:ViaService': `${'topicArn' in resource ? 'sns' : 'sqs'}.${region}.amazonaws.com` } },
  }));
}

/** A key that AWS manages allows every principal of its account, and no other one. */
function checkManagedKey(rule: IConstruct, resource: IConstruct, key: string): void {
  if (!sameEnvDimension('account', rule, resource)) {
    throw new ValidationError({
      prop: 'encryption',
      problem: `${show(resource)} in account ${envOf(resource).account} is encrypted with the AWS managed key ${/alias.*/.exec(key)![0]}, which no other account can use`,
      resolution: 'Use a customer-managed key, or for a queue QueueEncryption.SQS_MANAGED',
    });
  }
}

function isResolvable(scope: IConstruct, value: string): boolean {
  try {
    Stack.of(scope).resolve(value);
    return true;
  } catch {
    return false;
  }
}
