import { Aws, CfnCondition, Fn } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { freshId } from './fresh-id';
import type { Given } from './given';
import type { Twist } from './twist';
import { SharedDeadLetterQueue } from '../../src';

const ANY = { kinds: ['topic', 'queue', 'function'], origins: ['L2', 'L1', 'spelled', 'imported'], when: 'after' } as const;

function queueOf({ ruleScope }: Given): SharedDeadLetterQueue {
  return SharedDeadLetterQueue.of(ruleScope);
}

/** The policy that the shared queue has. */
function policyOf(given: Given): sqs.CfnQueuePolicy {
  return queueOf(given).node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy;
}

/** Twists of the dead-letter queue that the rule uses. */
export const DEAD_LETTER_TWISTS: { readonly [name: string]: Twist } = {
  'dead letters: a Deny on aws:PrincipalOrgID': {
    ...ANY,
    apply: (given) => queueOf(given).addToResourcePolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['sqs:*'],
      resources: [queueOf(given).queueArn],
      conditions: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
    })),
  },
  'dead letters: a policy that is replaced': { ...ANY, apply: (given) => policyOf(given).addPropertyOverride('PolicyDocument.Statement', []) },
  'dead letters: a policy under a condition that is false': {
    ...ANY,
    apply: (given) => {
      const expression = Fn.conditionEquals(Aws.PARTITION, 'aws-cn');
      policyOf(given).cfnOptions.condition = new CfnCondition(given.ruleScope, freshId(given.ruleScope, `${given.recipient.id}DeadLetters`), { expression });
    },
  },
  'dead letters: a key, after the target': {
    ...ANY,
    apply: (given) => {
      (queueOf(given).node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = new kms.Key(given.ruleScope, freshId(given.ruleScope, `${given.recipient.id}DeadKey`)).keyArn;
    },
  },
  'dead letters: a longer visibility timeout': {
    ...ANY,
    apply: (given) => {
      (queueOf(given).node.defaultChild as sqs.CfnQueue).visibilityTimeout = 180;
    },
  },
};
