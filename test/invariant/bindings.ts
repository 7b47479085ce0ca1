import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Recipient } from './recipients';
import { EcsEventMessage, LambdaInvoke, SnsPublish, SqsSendMessage } from '../../src';
import type { EcsEventRule } from '../../src';

/** How a recipient becomes the target of a rule. */
export type Binding = 'library' | 'library, with a message' | 'cdk' | 'custom' | 'custom, with a role' | 'custom, with a weak role' | 'added to a rule' | 'added to the L1 rule';

/** Adds a recipient to a rule. */
export function bindRecipient(binding: Binding, rule: EcsEventRule, recipient: Recipient): void {
  BINDINGS[binding](rule, recipient);
}

const BINDINGS: Record<Binding, (rule: EcsEventRule, recipient: Recipient) => void> = {
  'library': (rule, recipient) => rule.addTarget(libraryTarget(recipient)),
  'library, with a message': (rule, recipient) => rule.addTarget(libraryTarget(recipient, recipient.kind === 'topic' ? EcsEventMessage.text() : EcsEventMessage.json())),
  'cdk': (rule, recipient) => rule.addTarget(cdkTarget(recipient)),
  'custom': (rule, { arn }) => rule.addTarget({ bind: () => ({ arn }) }),
  'custom, with a role': (rule, recipient) => rule.addTarget({ bind: () => ({ arn: recipient.arn, role: roleFor(rule, recipient, ACTIONS[recipient.kind]) }) }),
  'custom, with a weak role': (rule, recipient) => rule.addTarget({ bind: () => ({ arn: recipient.arn, role: roleFor(rule, recipient, ['sqs:GetQueueUrl']) }) }),
  'added to a rule': (rule, recipient) => rule.rules[0].addTarget({ bind: () => ({ arn: recipient.arn }) }),
  'added to the L1 rule': (rule, { arn, id }) => {
    const resource = rule.rules[0].node.defaultChild as events.CfnRule;
    // What was assigned before is kept, as whoever assigns twice would do.
    resource.targets = [...Array.isArray(resource.targets) ? resource.targets : [], { id, arn }];
  },
};

const ACTIONS: Record<Recipient['kind'], string[]> = { topic: ['sns:Publish'], queue: ['sqs:SendMessage'], function: ['lambda:InvokeFunction'] };

function libraryTarget({ kind, construct }: Recipient, message?: events.RuleTargetInput): events.IRuleTarget {
  switch (kind) {
    case 'topic': return new SnsPublish(construct as sns.ITopic, { message });
    case 'queue': return new SqsSendMessage(construct as sqs.IQueue, { message });
    default: return new LambdaInvoke(construct as lambda.IFunction, { message });
  }
}

function cdkTarget({ kind, construct }: Recipient): events.IRuleTarget {
  switch (kind) {
    case 'topic': return new targets.SnsTopic(construct as sns.ITopic);
    case 'queue': return new targets.SqsQueue(construct as sqs.IQueue);
    default: return new targets.LambdaFunction(construct as lambda.IFunction);
  }
}

function roleFor(rule: EcsEventRule, { id, arn }: Recipient, actions: string[]): iam.Role {
  const role = new iam.Role(rule, `${id}Role`, { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
  role.addToPolicy(new iam.PolicyStatement({ actions, resources: [arn] }));
  return role;
}
