import { Stack } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { withStatement } from './add-statement';
import { Granted } from './granted';
import { constructOf } from '../identity/construct-of';
import { ownedResource } from '../identity/owned-resource';
import { keyOf } from '../resource-kinds';

/** A key with a policy of its own. */
interface CfnKey extends CfnResource {
  keyPolicy: unknown;
}

/**
 * Adds a statement to the policy of the key of a topic or a queue, if the key is part of the app.
 *
 * @param owned the resource of the topic or queue, if it is part of the app
 * @param id the same for the same statement
 */
export function addToKeyOf(
  resource: sns.ITopic | sqs.IQueue,
  owned: CfnResource | undefined,
  id: string,
  statement: () => iam.PolicyStatement,
): void {
  const key = keyResourceOf(resource, owned);
  if (!key || !Granted.of(key).isNew(key, id)) {
    return;
  }
  // A key of `Key.fromCfnKey()` has a construct of its own, below the resource.
  const constructs = [constructOf(key), keyOf(resource)] as (kms.IKey | undefined)[];
  const isAdded = constructs.some((construct) => construct && ownedResource(construct.keyArn, construct) === key
    && construct.addToResourcePolicy(statement()).statementAdded);
  if (!isAdded) {
    key.keyPolicy = withStatement(key.keyPolicy ?? defaultKeyPolicy(key), statement(), key);
  }
}

/** The key that encrypts a topic or a queue. Of a resource of the app its L1 construct decides, whose key may be set after the L2 construct is created. */
function keyResourceOf(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined): CfnKey | undefined {
  const named = owned ? (owned as { readonly kmsMasterKeyId?: string }).kmsMasterKeyId : keyOf(resource)?.keyArn;
  const found = ownedResource(named, owned ?? resource);
  const key = found?.cfnResourceType === 'AWS::KMS::Alias' ? ownedResource((found as kms.CfnAlias).targetKeyId, found) : found;
  return key && 'keyPolicy' in key ? key as CfnKey : undefined;
}

/**
 * What a key without a policy allows.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function defaultKeyPolicy(key: CfnResource): iam.PolicyDocument {
  const statement = new iam.PolicyStatement({ principals: [new iam.AccountPrincipal(Stack.of(key).account)], actions: ['kms:*'], resources: ['*'] });
  return new iam.PolicyDocument({ statements: [statement] });
}
