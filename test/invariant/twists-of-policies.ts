import { Aws, CfnCondition, CfnParameter, CfnResource, Fn, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { freshId } from './fresh-id';
import type { Given } from './given';
import type { Recipient } from './recipients';
import { addStatement, allow, deny, nameOf, policiesFor, policyOf } from './statements';
import type { StatementJson } from './statements';
import type { Twist } from './twist';
import { DaemonTaskStartImpairedRule, SnsPublish, SqsSendMessage } from '../../src';

const HAS_POLICY = { kinds: ['topic', 'queue'], origins: ['L2'] } as const;
const OWNED = { kinds: ['topic', 'queue'], origins: ['L2', 'L1'] } as const;
const FUNCTION = { kinds: ['function'], origins: ['L2'] } as const;

/** Conditions of a Deny that apply to EventBridge. */
const LOCKED = {
  'aws:PrincipalOrgID': { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
  'aws:SourceVpce': { StringNotEquals: { 'aws:SourceVpce': 'vpce-1a2b3c4d' } },
};

/** Deny statements that do not concern EventBridge. */
const SPARING: Record<string, (recipient: Recipient) => StatementJson> = {
  'a Deny that spares AWS services': (recipient) => deny(recipient, {
    StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1234567890' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
  }),
  'a Deny of plain HTTP': (recipient) => deny(recipient, { Bool: { 'aws:SecureTransport': 'false' } }),
  'a Deny of another action': (recipient) => deny(recipient, undefined, { Action: recipient.kind === 'topic' ? 'sns:DeleteTopic' : 'sqs:DeleteQueue' }),
};

/** Replaces the statements of every policy of a recipient, whoever made it. */
function replaceStatements({ app, recipient }: Given, statements: StatementJson[]): void {
  policiesFor(recipient, app).forEach((policy) => policy.addPropertyOverride('PolicyDocument.Statement', Stack.of(policy).resolve(statements)));
}

function permissionsOf({ app }: Given): lambda.CfnPermission[] {
  return app.node.findAll().filter((one): one is lambda.CfnPermission => one instanceof lambda.CfnPermission);
}

/** Twists of the resource policies of recipients. */
export const POLICY_TWISTS: { readonly [name: string]: Twist } = {
  ...Object.fromEntries(Object.entries(LOCKED).flatMap(([key, condition]) => (['before', 'after'] as const).map((when): [string, Twist] => [
    `a Deny on ${key}, ${when} the target`, { ...HAS_POLICY, when, apply: ({ recipient }) => addStatement(recipient, deny(recipient, condition)) },
  ]))),
  ...Object.fromEntries(Object.entries(SPARING).map(([name, statement]): [string, Twist] => [
    name, { ...HAS_POLICY, when: 'after', apply: ({ recipient }) => addStatement(recipient, statement(recipient)) },
  ])),

  // Policies that replace what is granted.
  'an Allow of another action only': {
    ...HAS_POLICY,
    when: 'after',
    apply: (given) => replaceStatements(given, [
      allow(given.recipient, { Action: given.recipient.kind === 'topic' ? 'sns:GetTopicAttributes' : 'sqs:GetQueueAttributes' }),
    ]),
  },
  'an Allow of another rule only': {
    ...HAS_POLICY,
    when: 'after',
    apply: (given) => replaceStatements(given, [
      allow(given.recipient, { Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/nightly' } } }),
    ]),
  },
  'an Allow of the rules of the account': {
    ...HAS_POLICY,
    when: 'after',
    apply: (given) => replaceStatements(given, [
      allow(given.recipient, { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' } } }),
    ]),
  },
  'an Allow of another organization': {
    ...HAS_POLICY,
    when: 'after',
    apply: (given) => replaceStatements(given, [
      allow(given.recipient, { Principal: { AWS: '*' }, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }),
    ]),
  },
  'no Allow': { ...HAS_POLICY, when: 'after', apply: (given) => replaceStatements(given, [deny(given.recipient, undefined, { Action: 'sqs:DeleteQueue' })]) },

  // Policy resources of the user.
  'a custom policy, before the target': { ...OWNED, when: 'before', apply: ({ recipient }) => { policyOf(recipient, 'Own', [owner(recipient)]); } },
  'a custom policy with one statement that is no list, before the target': {
    ...OWNED,
    when: 'before',
    apply: ({ recipient }) => {
      policyOf(recipient, 'Own', owner(recipient) as unknown as StatementJson[]);
    },
  },
  'a custom policy, after the target': { ...OWNED, when: 'after', apply: ({ recipient }) => { policyOf(recipient, 'Own', [owner(recipient)]); } },
  'a custom policy by the literal name, after the target': {
    ...HAS_POLICY,
    when: 'after',
    apply: ({ recipient }) => {
      policyOf(recipient, 'Own', [owner(recipient)], [literalName(recipient)]);
    },
  },
  'an inline policy, after the target': { ...OWNED, when: 'after', apply: ({ recipient }) => { inlinePolicy(recipient); } },
  'an inline policy, before the target': { ...OWNED, when: 'before', apply: ({ recipient }) => { inlinePolicy(recipient); } },
  'a policy included by a transform, before the target': {
    ...OWNED,
    when: 'before',
    apply: ({ recipient }) => {
      const policy = policyOf(recipient, 'Own', []);
      policy.policyDocument = Fn.transform('AWS::Include', { Location: 's3://policies/own.json' });
    },
  },
  'one L1 policy for all recipients of the kind, before the target': {
    ...OWNED,
    when: 'before',
    apply: (given) => shared(given, (first, all) => {
      policyOf(first, 'Shared', [owner(first)], all.map(nameOf));
    }),
  },
  'one L2 policy for all recipients of the kind, before the target': {
    ...OWNED,
    when: 'before',
    apply: (given) => shared(given, (first, all) => {
      const document = iam.PolicyDocument.fromJson({ Version: '2012-10-17', Statement: [owner(first)] });
      const constructs = all.map(({ construct }) => construct);
      if (first.kind === 'topic') {
        new sns.TopicPolicy(first.scope, `${first.id}Shared`, { topics: constructs as sns.ITopic[], policyDocument: document });
      } else {
        new sqs.QueuePolicy(first.scope, `${first.id}Shared`, { queues: constructs as sqs.IQueue[] }).document.addStatements(iam.PolicyStatement.fromJson(owner(first)));
      }
    }),
  },
  'a policy in another stack, after another rule there': {
    ...HAS_POLICY,
    when: 'before',
    apply: ({ recipient, ruleScope }) => {
      const { scope, id } = recipient;
      const target = recipient.kind === 'topic' ? new SnsPublish(new sns.Topic(scope, freshId(scope, `${id}Other`))) : new SqsSendMessage(new sqs.Queue(scope, freshId(scope, `${id}Other`)));
      new DaemonTaskStartImpairedRule(ruleScope, freshId(ruleScope, `${id}Other`), { clusterNames: ['other'], targets: [target] });
      policyOf(recipient, 'OtherScope', [owner(recipient)], [nameOf(recipient)], ruleScope);
    },
  },

  // Policies that might not exist.
  'a policy under a condition that is false': { ...HAS_POLICY, when: 'after', apply: (given) => conditional(given, Fn.conditionEquals(Aws.REGION, 'us-gov-west-1')) },
  'a policy under a condition of a parameter': {
    ...HAS_POLICY,
    when: 'after',
    apply: (given) => {
      const parameter = new CfnParameter(given.recipient.scope, freshId(given.recipient.scope, `${given.recipient.id}Parameter`), { default: 'no' });
      conditional(given, Fn.conditionEquals(parameter.valueAsString, 'yes'));
    },
  },

  // Functions.
  'a permission of another rule only': {
    ...FUNCTION,
    when: 'after',
    apply: (given) => permissionsOf(given).forEach((permission) => {
      permission.addPropertyOverride('SourceArn', 'arn:aws:events:eu-west-1:111122223333:rule/nightly');
    }),
  },
  'a permission of another service only': {
    ...FUNCTION,
    when: 'after',
    apply: (given) => permissionsOf(given).forEach((permission) => {
      permission.addPropertyOverride('Principal', 's3.amazonaws.com');
    }),
  },
  'no reserved concurrency': { ...FUNCTION, when: 'after', apply: ({ recipient }) => recipient.resource!.addPropertyOverride('ReservedConcurrentExecutions', 0) },
  'a resource policy of the function': {
    ...FUNCTION,
    when: 'after',
    apply: ({ recipient }) => {
      new CfnResource(recipient.scope, freshId(recipient.scope, `${recipient.id}Policy`), {
        type: 'AWS::Lambda::ResourcePolicy',
        properties: {
          ResourceArn: recipient.arn,
          PolicyDocument: { Version: '2012-10-17', Statement: [allow(recipient), deny(recipient, LOCKED['aws:PrincipalOrgID'])] },
        },
      });
    },
  },
};

function owner(recipient: Recipient): StatementJson {
  return {
    Sid: 'Owner',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${Stack.of(recipient.scope).account}:root` },
    Action: recipient.kind === 'topic' ? 'sns:Publish' : 'sqs:SendMessage',
    Resource: recipient.arn,
  };
}

/** Does something for the first of the recipients that could share a policy. */
function shared({ recipient, recipients }: Given, create: (first: Recipient, all: readonly Recipient[]) => void): void {
  const all = recipients.filter(({ kind, origin }) => kind === recipient.kind && origin !== 'imported');
  if (recipient === all[0]) {
    create(recipient, all);
  }
}

function inlinePolicy(recipient: Recipient): void {
  const isTopic = recipient.kind === 'topic';
  new CfnResource(recipient.scope, freshId(recipient.scope, `${recipient.id}Inline`), {
    type: isTopic ? 'AWS::SNS::TopicInlinePolicy' : 'AWS::SQS::QueueInlinePolicy',
    properties: { [isTopic ? 'TopicArn' : 'Queue']: nameOf(recipient), PolicyDocument: { Version: '2012-10-17', Statement: [owner(recipient)] } },
  });
}

/** Gives the resource a literal name, and returns how policies name it. */
function literalName({ kind, resource, id, scope }: Recipient): string {
  const { account, region, partition, urlSuffix } = Stack.of(scope);
  resource!.addPropertyOverride(kind === 'topic' ? 'TopicName' : 'QueueName', id);
  return kind === 'topic' ? `arn:${partition}:sns:${region}:${account}:${id}` : `https://sqs.${region}.${urlSuffix}/${account}/${id}`;
}

function conditional(given: Given, expression: ReturnType<typeof Fn.conditionEquals>): void {
  policiesFor(given.recipient, given.app).forEach((policy, i) => {
    policy.cfnOptions.condition = new CfnCondition(Stack.of(policy), freshId(Stack.of(policy), `${given.recipient.id}Condition${i}`), { expression });
  });
}
