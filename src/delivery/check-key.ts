import { CfnResource, Reference, Resource, Tokenization } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { keyOf } from './resource-kinds';
import { toSubNotation, statementSnippet } from './statement-snippet';
import type { AppResources } from '../validation/deployed/app-resources';
import { resourceOf } from '../validation/deployed/app-resources';
import type { LocatedFinding } from '../validation/findings/finding';
import { errorFinding } from '../validation/findings/finding';

/** What EventBridge needs of a key. */
interface NeededKey {
  readonly what: 'topic' | 'queue';
  /** The alias of the key of AWS, whose policy lets nobody else in. */
  readonly awsManagedKey: string;
  readonly statement: iam.PolicyStatement;
}

/** Whether the policy of a key names EventBridge. Of an import it is not known, unless the key is a resource of the app after all. */
function letsIn(key: kms.IKey, resources: AppResources): boolean {
  const resource = resourceOf(key) ?? cfnKeyOf(key);
  return resource !== undefined && JSON.stringify(resources.property(resource, 'KeyPolicy')).includes('events.amazonaws.com');
}

/** The resource behind `Key.fromCfnKey()`, which the CDK takes for an import but to whose policy it can add. */
function cfnKeyOf(key: kms.IKey): CfnResource | undefined {
  const reference = Tokenization.reverse(key.keyArn, { failConcat: false });
  return Reference.isReference(reference) && CfnResource.isCfnResource(reference.target) ? reference.target : undefined;
}

/** Whether EventBridge can encrypt what it sends to a topic or a queue. */
export function checkKey(resource: sns.ITopic | sqs.IQueue, resources: AppResources, { what, awsManagedKey, statement }: NeededKey): LocatedFinding[] {
  const key = keyOf(resource);
  const owned = resourceOf(resource);
  const rendered = String(toSubNotation(owned ? resources.property(owned, 'KmsMasterKeyId') : key?.keyArn) ?? '');
  if (rendered.includes(awsManagedKey)) {
    return [errorFinding(resource, {
      prop: `encryption of the ${what}`,
      problem: `found the AWS-managed key ${awsManagedKey}, which EventBridge may not use and whose policy nobody can change: every delivery fails`,
      resolution: 'Use a customer-managed key, or for a queue QueueEncryption.SQS_MANAGED',
    })];
  }
  if (!key || letsIn(key, resources)) {
    return [];
  }
  const isImported = !Resource.isOwnedResource(key);
  return [{
    level: 'warning',
    id: isImported ? 'cdk-ecs-event-rules:importedKey' : 'cdk-ecs-event-rules:keyWithoutEventBridge',
    at: resource,
    message: (isImported
      ? `the key ${toSubNotation(key.stack.resolve(key.keyArn))} of this ${what} is imported, so its policy cannot be changed from here.`
      : `the policy of the key ${key.node.path} of this ${what} does not let EventBridge use it.`)
      + ` EventBridge needs this statement in it, or every delivery fails: ${statementSnippet(key, statement)}`,
  }];
}
