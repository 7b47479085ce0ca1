import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { DeliveryContext, DeliveryPath } from './delivery-context';
import { partsOfArn } from '../../engine/simulation/arn';
import { Cause } from '../../engine/simulation/authorization';
import type { Assumption, Authorization, Refusal } from '../../engine/simulation/authorization';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import { hasUnknown, readable } from '../../engine/values/unknown';
import { placeOf } from '../deployed/places';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';
import {
  everyRule, ofOrganization, queueKeyStatement, queueStatement, roleKeyStatement, rolesBelow, roleStatement, statementText, topicKeyStatement,
  topicStatement, toSubNotation,
} from '../findings/statement-snippet';
import type { RoleNames, Statement } from '../findings/statement-snippet';

/** The findings about what does not allow a delivery, or about what only others know. */
export function accessFindings(path: DeliveryPath, { refusal, assumptions }: Authorization, context: DeliveryContext): LocatedFinding[] {
  const reported = assumptions.filter(({ isDecisive, cause }) => isDecisive || cause === Cause.REPLACED);
  const findings = refusal === undefined
    ? reported.flatMap((assumption) => ofAssumption(path, assumption, context))
    : [findingOf(path, refusal, context)];
  // The engine has evaluated it whatever conditions depend on.
  return findings.map((finding) => ({ ...finding, isUnconditional: true }));
}

function findingOf(path: DeliveryPath, { cause, reason, isDenied = false }: Refusal, context: DeliveryContext): LocatedFinding {
  const rule = path.rule.construct;
  const resource = constructOf(path, context);
  const problem = `${reason}.`;
  switch (cause) {
    case Cause.POLICY:
      return warningFinding(resource, 'cdk-ecs-event-rules:policyWithoutEventBridge', `${problem} ${isDenied ? exemption(path) : policyFix(path, context)}`);
    case Cause.KEY:
      return warningFinding(resource, 'cdk-ecs-event-rules:keyWithoutEventBridge', `${problem} ${isDenied ? exemption(path) : keyFix(path, context)}`);
    case Cause.UNUSABLE_KEY:
      return warningFinding(resource, 'cdk-ecs-event-rules:keyWithoutEventBridge', `${problem} Use a symmetric encryption key that is enabled, or every delivery fails.`);
    case Cause.MANAGED_KEY:
      return errorFinding(resource, {
        prop: `encryption of the ${serviceOf(path) === 'sns' ? 'topic' : 'queue'}`,
        problem: `${reason} and whose policy cannot be changed: every delivery fails`,
        resolution: `Use a customer-managed key, or for a queue QueueEncryption.SQS_MANAGED${takesRole(path) ? ', or SqsSendMessage with a role' : ''}`,
      });
    case Cause.PERMISSION:
      return warningFinding(resource, 'cdk-ecs-event-rules:functionWithoutPermission', isLatest(path) ? LATEST : `${problem} ${isDenied ? exemption(path) : permissionFix(path, context)}`);
    case Cause.ROLE:
      return warningFinding(rule, 'cdk-ecs-event-rules:roleWithoutPermission', `${nameOf(path)}: ${problem} Allow it in the policies of the role, or every delivery fails.`);
    case Cause.BUS:
      return warningFinding(rule, 'cdk-ecs-event-rules:eventBusAccessDenied', `${nameOf(path)}: ${problem} Allow it, or no event is forwarded.`);
    case Cause.LOGS:
      return warningFinding(rule, 'cdk-ecs-event-rules:logGroupAccessDenied', `${nameOf(path)}: ${problem} Allow it in a resource policy of CloudWatch Logs, or every delivery fails.`);
    case Cause.CONCURRENCY:
      return warningFinding(resource, 'cdk-ecs-event-rules:functionNeverRuns', `${problem} Raise its reserved concurrency, or every event is dropped.`);
    case Cause.INPUT:
      return { ...warningFinding(rule, 'cdk-ecs-event-rules:messageRejected', `${nameOf(path)}: ${problem} Change the message, or every delivery fails.`), messageOf: path.target.Id };
    case Cause.KIND:
      return errorFinding(resource, { prop: nameOf(path), problem: reason, resolution: kindFix(path) });
    case Cause.MISSING:
      return errorFinding(rule, { prop: nameOf(path), problem: reason, resolution: 'Give the rule the same condition, or remove the target' });
    case Cause.PLACE:
      return errorFinding(rule, { prop: nameOf(path), problem: reason, resolution: path.isDeadLetterQueue || usesRole(path) ? IN_PLACE : BY_ROLE });
    default:
      return errorFinding(rule, { prop: nameOf(path), problem: reason, resolution: IN_PLACE });
  }
}

const IN_PLACE = 'Use a resource in the account and the Region of the rule';
const BY_ROLE = `${IN_PLACE}. For another account of the Region, use SnsPublish, SqsSendMessage or LambdaInvoke of cdk-ecs-event-rules, which deliver by a role`;

function exemption(path: DeliveryPath): string {
  return usesRole(path)
    ? 'Exempt the role of the target from the Deny, for example by the condition key aws:PrincipalArn, or every delivery fails. It is no AWS service, and its requests lack aws:SourceArn and aws:SourceAccount.'
    : 'Exempt EventBridge from the Deny, for example by the condition {"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}, or every delivery fails.';
}

function ofAssumption(path: DeliveryPath, { cause, text, holder, arn, policies = [] }: Assumption, context: DeliveryContext): LocatedFinding[] {
  const at = constructOf(path, context);
  const isInApp = holder !== undefined || policies.length > 0;
  switch (cause) {
    case Cause.POLICY:
      return isInApp
        ? [warningFinding(at, 'cdk-ecs-event-rules:policyWithoutEventBridge', `it cannot be verified before the deployment that ${text}. ${policyFix(path, context)}`)]
        : [imported(path, context), ...importedKey(path, context)];
    case Cause.MANAGED_KEY:
      return [warningFinding(at, 'cdk-ecs-event-rules:managedKeyWithRole',
        `it cannot be verified that ${text}. Use a customer-managed key, or acknowledge the warning if messages arrive.`)];
    case Cause.KEY:
      return [keyAssumption(path, context, { text, holder, arn })];
    case Cause.PERMISSION:
      return [warningFinding(at, 'cdk-ecs-event-rules:functionWithoutPermission', isLatest(path) ? LATEST : isInApp
        ? `it cannot be verified before the deployment that ${text}. ${permissionFix(path, context)}`
        : `no permission allows ${usesRole(path) ? 'the role of the target' : 'EventBridge'} to invoke this function, and none can be added from here. ${permissionFix(path, context)}`)];
    case Cause.REPLACED:
      return [warningFinding(at, 'cdk-ecs-event-rules:functionPermissionsReplaced',
        `${text}. Move what they allow to the resource policy, and remove them.`)];
    default:
      // Roles, buses and services that the library does not support: nothing that it could name.
      return [];
  }
}

function imported(path: DeliveryPath, context: DeliveryContext): LocatedFinding {
  const isTopic = serviceOf(path) === 'sns';
  const what = isTopic ? 'topic' : 'queue';
  const message = `this ${what} is imported, so its policy cannot be changed from here. ${policyFix(path, context)}`;
  const at = constructOf(path, context);
  return isTopic ? warningFinding(at, 'cdk-ecs-event-rules:importedTopic', message) : warningFinding(at, 'cdk-ecs-event-rules:importedQueue', message);
}

/** The finding about the key of an import, if the app knows the key and does not own it. */
function importedKey(path: DeliveryPath, context: DeliveryContext): LocatedFinding[] {
  const key = keyOfImport(path, context);
  const isOfApp = key?.node.defaultChild !== undefined;
  return key === undefined || isOfApp ? [] : [keyFinding(path, context, toSubNotation(Stack.of(key).resolve(key.keyArn)))];
}

function keyOfImport({ arn }: DeliveryPath, { registered }: DeliveryContext): KeyConstruct | undefined {
  const { construct } = registered.withArn(arn) ?? {};
  const { encryptionMasterKey, masterKey } = (construct ?? {}) as { readonly encryptionMasterKey?: KeyConstruct; readonly masterKey?: KeyConstruct };
  return encryptionMasterKey ?? masterKey;
}

/** A key as the CDK knows it. */
interface KeyConstruct extends IConstruct {
  readonly keyArn: string;
}

function keyAssumption(path: DeliveryPath, context: DeliveryContext, { text, holder, arn }: Partial<Assumption>): LocatedFinding {
  const at = constructOf(path, context);
  if (arn !== undefined && isKey(context.deployed.resources.withArn(arn))) {
    return warningFinding(at, 'cdk-ecs-event-rules:keyWithoutEventBridge', `it cannot be verified before the deployment that ${text}. ${keyFix(path, context)}`);
  }
  return keyFinding(path, context, toSubNotation(behindAlias(holder?.declared.Properties?.KmsMasterKeyId, arn, context)));
}

function keyFinding(path: DeliveryPath, context: DeliveryContext, key: unknown): LocatedFinding {
  const what = serviceOf(path) === 'sns' ? 'topic' : 'queue';
  return warningFinding(constructOf(path, context), 'cdk-ecs-event-rules:importedKey',
    `the key ${String(key)} of this ${what} is imported, so its policy cannot be changed from here. ${keyFix(path, context)}`);
}

function isKey(resource: ResourceInstance | undefined): boolean {
  return resource !== undefined && /^AWS::KMS::(Replica)?Key$/.test(resource.type);
}

/** The key behind an alias of the app, as it is rendered. */
function behindAlias(rendered: unknown, arn: string | undefined, { deployed }: DeliveryContext): unknown {
  const alias = deployed.resources.ofType('AWS::KMS::Alias').find((each) => arn !== undefined && [each.arn, each.name].map(readable).includes(readable(arn)));
  return alias?.declared.Properties?.TargetKeyId ?? rendered;
}

/** The construct to which the findings about a resource belong. */
function constructOf({ rule, arn }: DeliveryPath, { deployed, registered }: DeliveryContext): IConstruct {
  const resource = deployed.resources.withArn(arn);
  return (resource && deployed.subjectOf(resource)) ?? registered.withArn(arn)?.construct ?? rule.construct;
}

function policyFix(path: DeliveryPath, context: DeliveryContext): string {
  const isTopic = serviceOf(path) === 'sns';
  const arn = arnText(path, context);
  const role = roleOf(path, context);
  if (role !== undefined) {
    const isKeyKnown = context.deployed.resources.withArn(path.arn) !== undefined || keyOfImport(path, context) !== undefined;
    return `${roleFix('the policy', roleStatement(isTopic ? 'sns:Publish' : 'sqs:SendMessage', arn, role), role)}${isKeyKnown ? '' : ' If it is encrypted with a'
      + ` customer-managed key, import it with keyArn, and add this statement to the policy of the key: ${statementText(roleKeyStatement(role))}`}`;
  }
  const statement = isTopic ? topicStatement(arn) : queueStatement(arn, placeOf(path.rule.rule.resource.stack, path.arn));
  return `EventBridge needs this statement in the policy, or every delivery fails: ${statementText(statement)}`;
}

function keyFix(path: DeliveryPath, context: DeliveryContext): string {
  const role = roleOf(path, context);
  if (role !== undefined) {
    return roleFix('it', roleKeyStatement(role), role);
  }
  const statement = serviceOf(path) === 'sns' ? topicKeyStatement() : queueKeyStatement(placeOf(path.rule.rule.resource.stack, arnText(path, context)));
  return `EventBridge needs this statement in it, or every delivery fails: ${statementText(statement)}`;
}

/** The statement for a role, and the one for all accounts of an organization. */
function roleFix(where: string, statement: Statement, role: RoleNames): string {
  return `The role of the target needs this statement in ${where}, or every delivery fails: ${statementText(statement)}`
    + ` For all accounts of an organization: ${statementText(ofOrganization(statement, role))}`;
}

function permissionFix(path: DeliveryPath, context: DeliveryContext): string {
  const command = `Add it, or it is never invoked: aws lambda add-permission --function-name ${arnText(path, context)} --statement-id AllowEcsEventRules`
    + ' --action lambda:InvokeFunction --principal';
  const role = roleOf(path, context);
  if (role !== undefined) {
    return isPattern(role)
      ? `${command} ${role.account}. For an organization: --principal '*' --principal-org-id <ID of the organization>`
      : `${command} ${role.pattern}, once the role exists. For its account: --principal ${role.account}. For an organization: --principal '*' --principal-org-id <ID of the organization>`;
  }
  const place = placeOf(path.rule.rule.resource.stack, path.arn);
  return `${command} events.amazonaws.com --source-account ${place.account} --source-arn '${everyRule(place)}'`;
}

function isPattern({ pattern = '*' }: RoleNames): boolean {
  return pattern.endsWith('*');
}

/** Whether a role allows a target to use a key that AWS manages. */
function takesRole(path: DeliveryPath): boolean {
  return serviceOf(path) === 'sqs' && !path.isDeadLetterQueue && path.target.RoleArn === undefined;
}

/** Dead letters are always sent without the role. */
function usesRole({ target, isDeadLetterQueue }: DeliveryPath): boolean {
  return target.RoleArn !== undefined && !isDeadLetterQueue;
}

function roleOf(path: DeliveryPath, { deployed }: DeliveryContext): RoleNames | undefined {
  if (!usesRole(path)) {
    return undefined;
  }
  const arn = path.target.RoleArn!;
  const { account, partition } = placeOf(path.rule.rule.resource.stack);
  const below: unknown = deployed.resources.withArn(arn)?.propertyIfKnown('Path') ?? '/';
  const isPath = typeof below === 'string' && below !== '/' && !hasUnknown(below);
  return { account, partition, pattern: hasUnknown(arn) ? isPath ? rolesBelow(account, partition, below) : undefined : arn };
}

/** AWS Lambda adds no permission to the version $LATEST. */
function isLatest({ arn }: DeliveryPath): boolean {
  return arn.endsWith(':$LATEST');
}

const LATEST = 'this is the version $LATEST, and AWS Lambda adds no permission to that: EventBridge may never invoke it.'
  + ' Use the function itself as the target, which is $LATEST too, or a published version or an alias.';

function kindFix({ isDeadLetterQueue, arn }: DeliveryPath): string {
  if (isDeadLetterQueue) {
    return 'Use a standard queue';
  }
  return partsOfArn(arn)?.service === 'sns'
    ? 'Use a standard topic, or a FIFO queue with messageGroupId'
    : 'Set contentBasedDeduplication: true on the queue and messageGroupId on the target, or use a standard queue';
}

/** The ARN of a resource as a person writes it: by its logical id if it is part of the app and its name is not known. */
function arnText({ rule, target, arn, isDeadLetterQueue }: DeliveryPath, { deployed, registered }: DeliveryContext): string {
  const resource = deployed.resources.withArn(arn);
  if (resource !== undefined && !hasUnknown(resource.arn)) {
    return resource.arn;
  }
  if (resource !== undefined) {
    return ['AWS::SNS::Topic', 'AWS::Lambda::Version', 'AWS::Lambda::Alias'].includes(resource.type) ? `\${${resource.logicalId}}` : `\${${resource.logicalId}.Arn}`;
  }
  const rendered = (rule.rule.resource.declared.Properties?.Targets as readonly RenderedTarget[] | undefined)?.find(({ Id }) => Id === target.Id);
  const written = isDeadLetterQueue ? rendered?.DeadLetterConfig?.Arn : rendered?.Arn;
  return registered.withArn(arn)?.arn ?? String(toSubNotation(written ?? readable(arn)));
}

/** The part of a rendered target that names resources. */
interface RenderedTarget {
  readonly Id?: unknown;
  readonly Arn?: unknown;
  readonly DeadLetterConfig?: { readonly Arn?: unknown };
}

function serviceOf({ arn }: DeliveryPath): string | undefined {
  return partsOfArn(arn)?.service;
}

function nameOf({ target, isDeadLetterQueue }: DeliveryPath): string {
  return isDeadLetterQueue ? `dead-letter queue of ${target.Id}` : `target ${target.Id}`;
}
