import type { DeliveryContext, DeliveryPath } from './delivery-context';
import { arnText, keyOfImport, serviceOf, usesRole } from './delivery-path-names';
import { partsOfArn } from '../../engine/simulation/arn';
import { isBus } from '../../engine/simulation/bus';
import { Likelihood } from '../../engine/values/likelihood';
import { differs } from '../../engine/values/text-match';
import { hasUnknown } from '../../engine/values/unknown';
import { placeOf } from '../deployed/places';
import {
  everyRule, ofOrganization, queueKeyStatement, queueStatement, roleKeyStatement, rolesBelow, roleStatement, statementText, topicKeyStatement,
  topicStatement,
} from '../findings/statement-snippet';
import type { RoleNames, Statement } from '../findings/statement-snippet';

export function policyFix(path: DeliveryPath, context: DeliveryContext): string {
  const isTopic = serviceOf(path, context) === 'sns';
  const arn = arnText(path, context);
  const role = roleOf(path, context);
  if (role !== undefined) {
    const isKeyKnown = context.deployed.resources.withArn(path.arn) !== undefined || keyOfImport(path, context) !== undefined;
    return `${roleFix('the policy', roleStatement(isTopic ? 'sns:Publish' : 'sqs:SendMessage', arn, role), role, isForeignRole(path))}${isKeyKnown ? '' : ' If it is encrypted with a'
      + ` customer-managed key, import it with keyArn, and add this statement to the policy of the key: ${statementText(roleKeyStatement(role))}`}`;
  }
  const statement = isTopic ? topicStatement(arn) : queueStatement(arn, placeOf(path.rule.rule.resource.stack, path.arn));
  return `EventBridge needs this statement in the policy, or every delivery fails: ${statementText(statement)}`;
}

/** @param isKnown whether the policy of the key is known */
export function keyFix(path: DeliveryPath, context: DeliveryContext, isKnown: boolean): string {
  const role = roleOf(path, context);
  if (role !== undefined) {
    const isForeign = isForeignRole(path);
    return roleFix(isForeign || isKnown ? 'it' : 'it, unless it leaves the decision to the policies of its account as the default one does', roleKeyStatement(role), role, isForeign);
  }
  const statement = serviceOf(path, context) === 'sns' ? topicKeyStatement() : queueKeyStatement(placeOf(path.rule.rule.resource.stack, arnText(path, context)));
  return `EventBridge needs this statement in it, or every delivery fails: ${statementText(statement)}`;
}

export function permissionFix(path: DeliveryPath, context: DeliveryContext): string {
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

/** The statement for a role; for a resource of another account, also the one for all accounts of an organization. */
function roleFix(where: string, statement: Statement, role: RoleNames, isForeign: boolean): string {
  return `The role of the target needs this statement in ${where}, or every delivery fails: ${statementText(statement)}`
    + (isForeign ? ` For all accounts of an organization: ${statementText(ofOrganization(statement, role))}` : '');
}

/** Whether the role of a target, which is in the account of the rule, is of another account than the resource. */
function isForeignRole({ rule, arn }: DeliveryPath): boolean {
  return differs(partsOfArn(arn)?.account ?? '', rule.rule.resource.stack.environment.account) >= Likelihood.UNKNOWN;
}

export function exemption(path: DeliveryPath): string {
  return usesRole(path)
    ? 'Exempt the role of the target from the Deny, for example by the condition key aws:PrincipalArn, or every delivery fails. It is no AWS service, and its requests lack aws:SourceArn and aws:SourceAccount.'
    : 'Exempt EventBridge from the Deny, for example by the condition {"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}, or every delivery fails.';
}

export function kindFix({ isDeadLetterQueue, arn }: DeliveryPath): string {
  if (isDeadLetterQueue) {
    return 'Use a standard queue';
  }
  return partsOfArn(arn)?.service === 'sns'
    ? 'Use a standard topic, or a FIFO queue with messageGroupId'
    : 'Set contentBasedDeduplication: true on the queue and messageGroupId on the target, or use a standard queue';
}

export const IN_PLACE = 'Use a resource in the account and the Region of the rule';
const OF_BUS = 'Give the target a role that is allowed to perform events:PutEvents on the event bus, as targets.EventBus does';
const OF_RESOURCE = 'For a topic, a queue or a function in another account of the Region, use SnsPublish, SqsSendMessage or LambdaInvoke of cdk-ecs-event-rules, which deliver by a role';

/** What else is needed if the stack of a rule, which does not specify its account, is deployed to another one than that of an import. */
export function inOtherAccount(path: DeliveryPath): string {
  const account = partsOfArn(path.arn)?.account ?? '';
  const isOpen = hasUnknown(path.rule.rule.resource.stack.environment.account) && account !== '' && !hasUnknown(account);
  return isOpen && !usesRole(path) && !path.isDeadLetterQueue
    ? ` If the rule is deployed to another account than ${account}, specify the account of its stack: EventBridge then needs a role, which the targets of cdk-ecs-event-rules create.`
    : '';
}

/** How a target reaches a resource in another place. */
export function placeFix(path: DeliveryPath): string {
  if (path.isDeadLetterQueue || usesRole(path)) {
    return IN_PLACE;
  }
  return isBus(path.arn) ? `${OF_BUS}. ${OF_RESOURCE}` : `${IN_PLACE}. ${OF_RESOURCE}`;
}

export const LATEST = 'this is the version $LATEST, and AWS Lambda adds no permission to that: EventBridge may never invoke it.'
  + ' Use the function itself as the target, which is $LATEST too, or a published version or an alias.';

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

function isPattern({ pattern = '*' }: RoleNames): boolean {
  return pattern.endsWith('*');
}
