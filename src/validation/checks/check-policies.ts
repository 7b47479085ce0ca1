import type { IConstruct } from 'constructs';
import type { DeliveryContext } from './delivery-context';
import { bytesOf } from './policy-bytes';
import { partsOfArn } from '../../engine/simulation/arn';
import { Cause } from '../../engine/simulation/authorization';
import { functionPermissions, statementOf } from '../../engine/simulation/function-authorization';
import { queuePolicies } from '../../engine/simulation/queue-authorization';
import { topicPolicies } from '../../engine/simulation/topic-authorization';
import { generatedName } from '../../engine/template/physical-name';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import { Likelihood } from '../../engine/values/likelihood';
import { differs } from '../../engine/values/text-match';
import { readable } from '../../engine/values/unknown';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';
import { guarded } from '../findings/guarded';

/**
 * Quotas of Amazon SQS and AWS Lambda, fixed.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_QUEUE_STATEMENTS = 20;
const MAX_QUEUE_BYTES = 8192;
const MAX_FUNCTION_BYTES = 20480;
const MAX_STATEMENT_ID = 100;

/** Checks the policies of the resources that rules send to: that there is one of them, and that it is not too large. */
export function checkPolicies(context: DeliveryContext): LocatedFinding[] {
  const destinations = new Map<string, Destination>();
  const add = (arn: string | undefined, construct: IConstruct, needsPolicy: boolean) => {
    if (arn !== undefined) {
      const known = destinations.get(readable(arn)) ?? { rules: new Set<IConstruct>(), needsPolicy: false };
      destinations.set(readable(arn), known);
      known.rules.add(construct);
      known.needsPolicy ||= needsPolicy;
    }
  };
  for (const { rule, construct } of context.rules) {
    for (const { Arn, RoleArn, DeadLetterConfig } of rule.targets) {
      add(Arn, construct, RoleArn === undefined || !isOfAccount(Arn, rule.resource.stack.environment.account));
      add(DeadLetterConfig?.Arn, construct, true);
    }
  }
  return [...destinations].flatMap(([arn, destination]) => {
    const [construct] = destination.rules;
    return guarded(construct, () => checkResource(arn, destination, context)).map((finding) => ({ ...finding, rules: [...destination.rules] }));
  });
}

/** A resource that rules send to. */
interface Destination {
  readonly rules: Set<IConstruct>;
  /** Whether its policy has to allow any of them. */
  needsPolicy: boolean;
}

/**
 * Whether a resource is in the account of a rule, and so of its roles. There a role needs no statement in the policy of the resource: the last one to be deployed may be any, unless
 * it has a Deny.
 */
function isOfAccount(arn: string, account: string): boolean {
  const owner = partsOfArn(arn)?.account;
  return owner !== undefined && differs(owner, account) < Likelihood.UNKNOWN;
}

function checkResource(arn: string, { rules, needsPolicy }: Destination, { deployed, registered }: DeliveryContext): LocatedFinding[] {
  const { resources } = deployed;
  const [construct] = rules;
  const owned = resources.withArn(arn);
  const at = (owned && deployed.subjectOf(owned)) ?? registered.withArn(arn, construct)?.construct ?? construct;
  const pathOf = (policy: ResourceInstance) => deployed.constructOf(policy)?.node.path ?? policy.path;
  switch (partsOfArn(arn)?.service) {
    case 'sns':
      return needsPolicy ? severalPolicies(at, 'topic', topicPolicies(arn, resources).map(pathOf)) : [];
    case 'sqs': {
      const policies = queuePolicies(arn, resources);
      return [...needsPolicy ? severalPolicies(at, 'queue', policies.map(pathOf)) : [], ...policies.slice(0, 1).flatMap((policy) => queuePolicySize(at, policy))];
    }
    case 'lambda':
      return functionPolicySize(at, arn, functionPermissions(arn, resources));
    default:
      return [];
  }
}

function severalPolicies(at: LocatedFinding['at'], what: 'topic' | 'queue', paths: readonly string[]): LocatedFinding[] {
  return paths.length <= 1 ? [] : [{
    ...errorFinding(at, {
      prop: `policy of the ${what}`,
      problem: `it has ${paths.length} policy resources: ${paths.join(', ')}. The last one to be deployed replaces the others`,
      resolution: `Create the policy before the ${what} gets its first rule, so that the rule adds to it, or use addToResourcePolicy() of the ${what}`,
    }),
    cause: Cause.SEVERAL_POLICIES,
  }];
}

/** The targets of aws-events-targets add a statement for each rule. */
function queuePolicySize(at: LocatedFinding['at'], policy: ResourceInstance): LocatedFinding[] {
  const document = policy.propertyIfKnown('PolicyDocument') as { readonly Statement?: unknown } | undefined;
  const statements = [document?.Statement ?? []].flat().length;
  return tooLarge(at, {
    prop: 'policy of the queue',
    has: `it has ${statements} statements and`,
    bytes: bytesOf(document ?? {}),
    isOver: statements > MAX_QUEUE_STATEMENTS,
    max: MAX_QUEUE_BYTES,
    accepts: `Amazon SQS accepts ${MAX_QUEUE_STATEMENTS} statements and ${MAX_QUEUE_BYTES} bytes`,
    fix: 'targets.SqsQueue adds a statement for each rule: use SqsSendMessage of cdk-ecs-event-rules, which needs one for all of them',
  });
}

function functionPolicySize(at: LocatedFinding['at'], arn: string, permissions: readonly ResourceInstance[]): LocatedFinding[] {
  const Statement = permissions.map((permission) => (
    { ...deployedStatement(permission, arn), Sid: generatedName(permission.stack.name, permission.logicalId, MAX_STATEMENT_ID) }));
  return tooLarge(at, {
    prop: 'permissions of the function',
    has: `its ${permissions.length} permissions create a policy of`,
    bytes: bytesOf({ Version: '2012-10-17', Id: 'default', Statement }),
    isOver: false,
    max: MAX_FUNCTION_BYTES,
    accepts: `AWS Lambda accepts ${MAX_FUNCTION_BYTES}`,
    fix: 'targets.LambdaFunction adds a permission for each rule: use LambdaInvoke of cdk-ecs-event-rules, which needs one for all of them',
  });
}

/** AWS Lambda writes no operator without keys. */
function deployedStatement(permission: ResourceInstance, arn: string): object {
  const { Condition = {}, ...statement } = statementOf(permission, arn) as { readonly Condition?: object };
  return { ...statement, Condition: Object.fromEntries(Object.entries(Condition).filter(([, keys]) => Object.keys(keys as object).length > 0)) };
}

/** What is known of the size of a policy. */
interface PolicySize {
  readonly prop: string;
  readonly has: string;
  readonly bytes: ReturnType<typeof bytesOf>;
  /** Whether it is too large, whatever its bytes. */
  readonly isOver: boolean;
  readonly max: number;
  readonly accepts: string;
  readonly fix: string;
}

/** Certain: an error. Where the length of names decides that are not known before the deployment: a warning. */
function tooLarge(at: LocatedFinding['at'], { prop, has, bytes: { least, most }, isOver, max, accepts, fix }: PolicySize): LocatedFinding[] {
  if (isOver || least > max) {
    return [errorFinding(at, { prop, problem: `${has} about ${least} bytes, and ${accepts}`, resolution: fix })];
  }
  return most <= max ? [] : [warningFinding(at, 'cdk-ecs-event-rules:policyMayBeTooLarge', `${prop}: ${has} ${least} to ${most} bytes, and ${accepts}. ${fix}.`)];
}
