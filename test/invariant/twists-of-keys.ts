import { Aspects } from 'aws-cdk-lib';
import type { IAspect } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { freshId } from './fresh-id';
import type { Recipient } from './recipients';
import type { Twist } from './twist';

const OWNED = { kinds: ['topic', 'queue'], origins: ['L2', 'L1'] } as const;

const keyOf = ({ scope, id }: Recipient, props: kms.KeyProps = {}) => new kms.Key(scope, freshId(scope, `${id}Key`), props);

/** An Aspect that encrypts every queue, as organizations have it. */
class EncryptQueues implements IAspect {
  constructor(private readonly keyArn: string) {}

  public visit(node: IConstruct): void {
    if (node instanceof sqs.CfnQueue) {
      node.addPropertyOverride('KmsMasterKeyId', this.keyArn);
      node.addPropertyDeletionOverride('SqsManagedSseEnabled');
    }
  }
}

function encrypt({ resource }: Recipient, keyId: string): void {
  (resource as sqs.CfnQueue).kmsMasterKeyId = keyId;
}

/** Twists of the keys of recipients. */
export const KEY_TWISTS: { readonly [name: string]: Twist } = {
  'a key, before the target': { ...OWNED, when: 'before', apply: ({ recipient }) => encrypt(recipient, keyOf(recipient).keyArn) },
  'a key, after the target': { ...OWNED, when: 'after', apply: ({ recipient }) => encrypt(recipient, keyOf(recipient).keyArn) },
  'a key by an override': { ...OWNED, when: 'after', apply: ({ recipient }) => recipient.resource!.addPropertyOverride('KmsMasterKeyId', keyOf(recipient).keyId) },
  'a disabled key': { ...OWNED, when: 'before', apply: ({ recipient }) => encrypt(recipient, keyOf(recipient, { enabled: false }).keyArn) },
  'an alias of a key, before the target': { ...OWNED, when: 'before', apply: ({ recipient }) => encrypt(recipient, keyOf(recipient).addAlias(`${recipient.id}-alias`).aliasName) },
  'the key that AWS manages': { ...OWNED, when: 'before', apply: ({ recipient }) => encrypt(recipient, recipient.kind === 'topic' ? 'alias/aws/sns' : 'alias/aws/sqs') },
  'a key outside of the app': { ...OWNED, when: 'before', apply: ({ recipient }) => encrypt(recipient, 'arn:aws:kms:eu-west-1:111122223333:key/12345678-1234-1234-1234-123456789012') },
  'a key with a Deny on aws:PrincipalOrgID': {
    ...OWNED,
    when: 'before',
    apply: ({ recipient }) => {
      const key = keyOf(recipient);
      encrypt(recipient, key.keyArn);
      key.addToResourcePolicy(new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['kms:*'],
        resources: ['*'],
        conditions: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
      }));
    },
  },
  'a key of a topic under a condition on the source': {
    kinds: ['topic'],
    origins: ['L2', 'L1'],
    when: 'after',
    apply: ({ recipient }) => {
      const key = keyOf(recipient);
      encrypt(recipient, key.keyArn);
      key.addToResourcePolicy(new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('events.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }));
    },
  },
  'an Aspect that encrypts every queue': {
    kinds: ['topic', 'queue', 'function'],
    origins: ['L2', 'L1', 'spelled', 'imported'],
    when: 'after',
    apply: ({ app, recipient }) => {
      Aspects.of(app).add(new EncryptQueues(keyOf(recipient).keyArn));
    },
  },
  'an L1 key, before the target': {
    ...OWNED,
    when: 'before',
    apply: ({ recipient }) => {
      const key = new kms.CfnKey(recipient.scope, freshId(recipient.scope, `${recipient.id}L1Key`), {
        keyPolicy: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
          ],
        },
      });
      encrypt(recipient, key.attrArn);
    },
  },
};

