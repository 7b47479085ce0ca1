import { exemption, IN_PLACE, keyFix, kindFix, LATEST, permissionFix, placeFix, policyFix } from './access-fixes';
import type { DeliveryContext, DeliveryPath } from './delivery-context';
import { constructOf, isLatest, nameOf, serviceOf, takesRole, usesRole } from './delivery-path-names';
import { importedFunction, importedKey, importedResource, isKey, keyFinding, unknownArnFindings } from './import-findings';
import { Cause } from '../../engine/simulation/authorization';
import type { Assumption, Authorization, Refusal } from '../../engine/simulation/authorization';
import { readable } from '../../engine/values/unknown';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, warningFinding } from '../findings/finding';
import { toSubNotation } from '../findings/statement-snippet';

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
      return warningFinding(resource, 'cdk-ecs-event-rules:keyWithoutEventBridge', `${problem} ${isDenied ? exemption(path) : keyFix(path, context, true)}`);
    case Cause.UNUSABLE_KEY:
      return warningFinding(resource, 'cdk-ecs-event-rules:keyWithoutEventBridge', `${problem} Use a symmetric encryption key that is enabled, or every delivery fails.`);
    case Cause.MANAGED_KEY:
      return errorFinding(resource, {
        prop: `encryption of the ${serviceOf(path, context) === 'sns' ? 'topic' : 'queue'}`,
        problem: `${reason} and whose policy cannot be changed: every delivery fails`,
        resolution: `Use a customer-managed key, or for a queue QueueEncryption.SQS_MANAGED${takesRole(path) ? ', or SqsSendMessage with a role' : ''}`,
      });
    case Cause.PERMISSION:
      return warningFinding(resource, 'cdk-ecs-event-rules:functionWithoutPermission', isLatest(path) ? LATEST : `${problem} ${isDenied ? exemption(path) : permissionFix(path, context)}`);
    case Cause.ROLE:
      return warningFinding(rule, 'cdk-ecs-event-rules:roleWithoutPermission', `${nameOf(path)}: ${problem} Allow it in the policies of the role, or every delivery fails.`);
    case Cause.BUS:
      return warningFinding(rule, 'cdk-ecs-event-rules:eventBusAccessDenied', `${nameOf(path)}: ${problem} Change the policy of the event bus: otherwise, no events are forwarded.`);
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
      return errorFinding(rule, { prop: nameOf(path), problem: reason, resolution: placeFix(path) });
    default:
      return errorFinding(rule, { prop: nameOf(path), problem: reason, resolution: IN_PLACE });
  }
}

function ofAssumption(path: DeliveryPath, assumption: Assumption, context: DeliveryContext): LocatedFinding[] {
  const { cause, text, holder, arn, policies = [], isDenied = false } = assumption;
  const at = constructOf(path, context);
  const isInApp = holder !== undefined || policies.length > 0;
  switch (cause) {
    case Cause.POLICY:
      return isInApp
        ? [warningFinding(at, 'cdk-ecs-event-rules:policyWithoutEventBridge', `it cannot be verified before the deployment that ${text}. ${isDenied ? exemption(path) : policyFix(path, context)}`)]
        : [importedResource(path, context), ...usesRole(path) ? [] : importedKey(path, context)];
    case Cause.MANAGED_KEY:
      return [warningFinding(at, 'cdk-ecs-event-rules:managedKeyWithRole',
        `it cannot be verified that ${text}. Use a customer-managed key, or acknowledge the warning if messages arrive.`)];
    case Cause.KEY:
      return holder === undefined ? importedKey(path, context) : [keyAssumption(path, context, { text, holder, arn, isDenied })];
    case Cause.PERMISSION:
      return isLatest(path) || isInApp
        ? [warningFinding(at, 'cdk-ecs-event-rules:functionWithoutPermission', isLatest(path) ? LATEST
          : `it cannot be verified before the deployment that ${text}. ${isDenied ? exemption(path) : permissionFix(path, context)}`)]
        : [importedFunction(path, context)];
    case Cause.VALUE:
      return arn === path.arn ? unknownArnFindings(path, context) : [];
    case Cause.REPLACED:
      return [warningFinding(at, 'cdk-ecs-event-rules:functionPermissionsReplaced',
        `${text}. Move what they allow to the resource policy, and remove them.`)];
    default:
      // Roles, buses and services that the library does not support: nothing that it could name.
      return [];
  }
}

function keyAssumption(path: DeliveryPath, context: DeliveryContext, { text, holder, arn, isDenied }: Partial<Assumption>): LocatedFinding {
  const at = constructOf(path, context);
  if (arn !== undefined && isKey(context.deployed.resources.withArn(arn))) {
    return warningFinding(at, 'cdk-ecs-event-rules:keyWithoutEventBridge', `it cannot be verified before the deployment that ${text}. ${isDenied ? exemption(path) : keyFix(path, context, true)}`);
  }
  return keyFinding(path, context, toSubNotation(behindAlias(holder?.declared.Properties?.KmsMasterKeyId, arn, context)));
}

/** The key behind an alias of the app, as it is rendered. */
function behindAlias(rendered: unknown, arn: string | undefined, { deployed }: DeliveryContext): unknown {
  const alias = deployed.resources.ofType('AWS::KMS::Alias').find((each) => arn !== undefined && [each.arn, each.name].map(readable).includes(readable(arn)));
  return alias?.declared.Properties?.TargetKeyId ?? rendered;
}
