import { Stack } from 'aws-cdk-lib';
import { inOtherAccount, keyFix, permissionFix, policyFix } from './access-fixes';
import type { DeliveryContext, DeliveryPath } from './delivery-context';
import { constructOf, keyOfImport, serviceOf, usesRole } from './delivery-path-names';
import type { ResourceInstance } from '../../engine/template/resource-instance';
import type { LocatedFinding } from '../findings/finding';
import { warningFinding } from '../findings/finding';
import { ifKnown } from '../findings/guarded';
import { toSubNotation } from '../findings/statement-snippet';

/** The findings about an import of which the ARN is not known before the deployment, such as that of an export: by its construct it is known what it is. */
export function unknownArnFindings(path: DeliveryPath, context: DeliveryContext): LocatedFinding[] {
  if (usesRole(path)) {
    // In the account of the role, where the CDK takes it to be, it needs no statement.
    return importedKey(path, context);
  }
  switch (serviceOf(path, context)) {
    case 'sns':
    case 'sqs':
      return [importedResource(path, context), ...importedKey(path, context)];
    case 'lambda':
      return [importedFunction(path, context)];
    default:
      return [];
  }
}

/** The finding about an imported function, to which no permission can be added. */
export function importedFunction(path: DeliveryPath, context: DeliveryContext): LocatedFinding {
  return warningFinding(constructOf(path, context), 'cdk-ecs-event-rules:functionWithoutPermission',
    `no permission allows ${usesRole(path) ? 'the role of the target' : 'EventBridge'} to invoke this function, and none can be added from here. ${permissionFix(path, context)}${inOtherAccount(path)}`);
}

/** The finding about an imported topic or queue. */
export function importedResource(path: DeliveryPath, context: DeliveryContext): LocatedFinding {
  const isTopic = serviceOf(path, context) === 'sns';
  const what = isTopic ? 'topic' : 'queue';
  const message = `this ${what} is imported, so its policy cannot be changed from here. ${policyFix(path, context)}${inOtherAccount(path)}`;
  const at = constructOf(path, context);
  return isTopic ? warningFinding(at, 'cdk-ecs-event-rules:importedTopic', message) : warningFinding(at, 'cdk-ecs-event-rules:importedQueue', message);
}

/** The finding about the key of an import, if the app knows the key and does not own it. */
export function importedKey(path: DeliveryPath, context: DeliveryContext): LocatedFinding[] {
  const key = keyOfImport(path, context);
  if (key === undefined) {
    return [];
  }
  const { deployed } = context;
  const rendered: unknown = Stack.of(key).resolve(key.keyArn);
  const arn = ifKnown(() => deployed.stack(Stack.of(key))?.evaluate(rendered) as unknown);
  const isOfApp = typeof arn === 'string' && isKey(deployed.resources.withArn(arn));
  return isOfApp ? [] : [keyFinding(path, context, toSubNotation(rendered))];
}

/** The finding about a key that is imported. */
export function keyFinding(path: DeliveryPath, context: DeliveryContext, key: unknown): LocatedFinding {
  const what = serviceOf(path, context) === 'sns' ? 'topic' : 'queue';
  return warningFinding(constructOf(path, context), 'cdk-ecs-event-rules:importedKey',
    `the key ${String(key)} of this ${what} is imported, so its policy cannot be changed from here. ${keyFix(path, context, false)}`);
}

/** Whether a resource is a key of AWS KMS. */
export function isKey(resource: ResourceInstance | undefined): boolean {
  return resource !== undefined && /^AWS::KMS::(Replica)?Key$/.test(resource.type);
}
