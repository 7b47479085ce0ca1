import { Stack } from 'aws-cdk-lib';
import type { CfnResource } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { addStatement } from './add-statement';
import { Granted } from './granted';
import { constructOf } from '../identity/construct-of';
import { ownedResource } from '../identity/owned-resource';
import { property } from '../identity/property';
import { keyOf } from '../resource-kinds';

/** The types of keys that have a policy. */
const KEYS = ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'];

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
  if (!key || !Granted.of(key).addOnce(key, id)) {
    return;
  }
  // A key of `Key.fromCfnKey()` has a separate construct, below the resource.
  const constructs = [constructOf(key), keyOf(resource)] as (kms.IKey | undefined)[];
  const isAdded = constructs.some((construct) => construct && ownedResource(construct.keyArn, construct) === key
    && construct.addToResourcePolicy(statement()).statementAdded);
  if (!isAdded) {
    addStatement(key, 'keyPolicy', statement(), defaultKeyPolicy(key));
  }
}

/** A key that is known to the app. */
interface KnownKey {
  readonly arn: string;
  /** The resource, if the key is part of the app. */
  readonly owned?: CfnResource;
}

/** The key that encrypts a topic or a queue, if it is known to the app. */
export function knownKeyOf(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined): KnownKey | undefined {
  const key = keyResourceOf(resource, owned);
  const named = owned && property(owned, 'kmsMasterKeyId');
  const arn = key?.getAtt('Arn').toString() ?? (typeof named === 'string' ? named : keyOf(resource)?.keyArn);
  return arn === undefined ? undefined : { arn, owned: key };
}

/** The key that encrypts a topic or a queue. Of a resource of the app its L1 construct decides, whose key may be set after the L2 construct is created. */
function keyResourceOf(resource: sns.ITopic | sqs.IQueue, owned: CfnResource | undefined): CfnResource | undefined {
  const named = owned ? property(owned, 'kmsMasterKeyId') : keyOf(resource)?.keyArn;
  const found = ownedResource(named, owned ?? resource);
  const key = found?.cfnResourceType === 'AWS::KMS::Alias' ? ownedResource(property(found, 'targetKeyId'), found) : found;
  return key && KEYS.includes(key.cfnResourceType) ? key : undefined;
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
