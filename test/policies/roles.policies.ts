import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ask, install } from './iam-simulate';
import type { Simulated } from './iam-simulate';
import { ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from '../../src';
import type { ResourceInstance } from '../../src/engine/template/resource-instance';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import { SynthesizedApp } from '../../src/testing/synthesized/synthesized-app';
import { annotationsIn } from '../rules/stack-under-test';

const RULES = { account: '111122223333', region: 'eu-west-1' };
const OTHER = { account: '444455556666', region: 'eu-west-1' };
const STRANGER = 'arn:aws:iam::999999999999:role/stranger';
const KEY_ARN = (account: string) => `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** One of the combinations of account × role × key × owner. */
interface Combination {
  readonly service: 'sns' | 'sqs';
  readonly env: typeof RULES;
  readonly role: 'by default' | 'of the user';
  readonly key: 'no key' | 'a customer-managed key';
  readonly owner: 'owned' | 'imported';
}

const COMBINATIONS = (['sns', 'sqs'] as const).flatMap((service) => [RULES, OTHER].flatMap((env) => (['by default', 'of the user'] as const).flatMap((role) => (
  (['no key', 'a customer-managed key'] as const).flatMap((key) => (['owned', 'imported'] as const).map((owner): Combination => ({ service, env, role, key, owner })))))));

/** What the policies of an app say about the way from a rule to its target. */
interface Way {
  readonly title: string;
  readonly role?: ResourceInstance;
  readonly rule: ResourceInstance;
  readonly identity: readonly object[];
  readonly arn: string;
  readonly policy?: object;
  readonly key?: { readonly arn: string; readonly policy: object };
  readonly env: typeof RULES;
  readonly service: 'sns' | 'sqs';
  readonly isDelivered: boolean;
}

const DEFAULT_KEY_POLICY = ({ account }: typeof RULES) => ({ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'kms:*', Resource: '*' });

function wayOf({ service, env, role, key, owner }: Combination): Way {
  const app = new App({ context: { '@aws-cdk/core:enablePartitionLiterals': true } });
  const stack = new Stack(app, 'Stack', { env: RULES });
  const home = env === RULES ? stack : new Stack(app, 'Other', { env });
  const hasKey = key !== 'no key';
  const arn = `arn:aws:${service}:eu-west-1:${env.account}:central`;
  const masterKey = hasKey && owner === 'owned' ? new kms.Key(home, 'Key') : undefined;
  const keyArn = hasKey ? KEY_ARN(env.account) : undefined;
  const topic = () => (owner === 'owned' ? new sns.Topic(home, 'T', { topicName: 'central', masterKey }) : sns.Topic.fromTopicAttributes(stack, 'T', { topicArn: arn, keyArn }));
  const queue = () => (owner === 'owned' ? new sqs.Queue(home, 'Q', { queueName: 'central', encryptionMasterKey: masterKey }) : sqs.Queue.fromQueueAttributes(stack, 'Q', { queueArn: arn, keyArn }));
  const own = role === 'of the user' ? new iam.Role(stack, 'Sender', { roleName: 'sender', assumedBy: new iam.ServicePrincipal('events.amazonaws.com') }) : undefined;
  const target = service === 'sns' ? new SnsPublish(topic(), { role: own }) : new SqsSendMessage(queue(), { role: own });
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [target] });
  // For imports, the statements that the findings print are added to their policies.
  const printed = annotationsIn(stack).flatMap((text) => [...text.matchAll(/: (\{"Action".*?"Resource":"[^"]*"\})/g)].map(([, json]) => JSON.parse(json) as any))
    .filter(({ Condition }) => !JSON.stringify(Condition ?? {}).includes('PrincipalOrgID'));
  const { delivered } = EventBusSimulator.fromApp(app).send(SampleEvent.serviceTaskPlacementFailure(RULES));
  const all = new SynthesizedApp(app).deployments.flatMap(({ stacks }) => stacks).flatMap((each) => each.existing());
  const ofType = (type: string) => all.filter((each) => each.type === type);
  const [roleResource] = ofType('AWS::IAM::Role');
  const inline = ((roleResource?.property('Policies') ?? []) as { readonly PolicyDocument: object }[]).map(({ PolicyDocument }) => PolicyDocument);
  const [policyResource] = [...ofType('AWS::SNS::TopicPolicy'), ...ofType('AWS::SQS::QueuePolicy')];
  const [keyResource] = ofType('AWS::KMS::Key');
  const Version = '2012-10-17';
  const printedFor = (isKey: boolean) => printed.filter(({ Action }) => Array.isArray(Action) === isKey);
  return {
    title: `${service} in ${env === RULES ? 'the account of the rule' : 'another account'}, role ${role}, ${key}, ${owner}`,
    role: roleResource,
    rule: ofType('AWS::Events::Rule')[0],
    identity: [...inline, ...ofType('AWS::IAM::Policy').map((each) => each.property('PolicyDocument') as object)],
    arn,
    policy: owner === 'owned' ? policyResource?.property('PolicyDocument') : printedFor(false).length === 0 ? undefined : { Version, Statement: printedFor(false) },
    key: !hasKey ? undefined : owner === 'owned'
      ? { arn: keyResource.arn, policy: keyResource.property('KeyPolicy') }
      : { arn: keyArn!, policy: { Version, Statement: [DEFAULT_KEY_POLICY(env), ...printedFor(true)] } },
    env,
    service,
    isDelivered: delivered.length === 1,
  };
}

/** A request of a role, with the policies of the role. */
function byRole(way: Way, principal: string, identity: readonly object[], action: string): Simulated {
  const account = principal.split(':')[4];
  const isKey = action.startsWith('kms:');
  return {
    request: {
      principal,
      action,
      resource: isKey ? way.key!.arn : way.arn,
      owner: way.env.account,
      context: {
        'aws:SecureTransport': 'true',
        'aws:PrincipalArn': principal,
        'aws:PrincipalAccount': account,
        ...isKey ? { 'kms:ViaService': `${way.service}.eu-west-1.amazonaws.com`, 'kms:CallerAccount': account } : {},
      },
    },
    policy: isKey ? way.key!.policy : way.policy,
    identity,
  };
}

/** What EventBridge itself asks, on behalf of a rule. */
function byService(
  { arn: source }: { readonly arn: string }, account: string, resource: string, owner: string, action: string, policy?: object,
): Simulated {
  const context = { 'aws:SecureTransport': 'true', 'aws:SourceArn': source, 'aws:SourceAccount': account };
  return { request: { principal: 'events.amazonaws.com', action, resource, owner, context }, policy };
}

const EVERYTHING = [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }];

const WAYS = COMBINATIONS.map(wayOf);

beforeAll(install, 300_000);

const isAllowed = (requests: readonly Simulated[]) => ask(requests).map(({ result, error }) => {
  expect(error).toBeUndefined();
  return result === 'Allowed';
});

function actionsOf({ service, key }: Way): string[] {
  return [service === 'sns' ? 'sns:Publish' : 'sqs:SendMessage', ...key === undefined ? [] : ['kms:Decrypt', 'kms:GenerateDataKey']];
}

test('there are at least 20 combinations', () => {
  expect(WAYS.length).toBeGreaterThanOrEqual(20);
});

describe.each(WAYS)('$title', (way) => {
  test('iam-simulate allows every step, as the simulator does', () => {
    const steps = actionsOf(way).map((action) => (way.role === undefined
      ? byService(way.rule, RULES.account, action.startsWith('kms:') ? way.key!.arn : way.arn, way.env.account, action, action.startsWith('kms:') ? way.key!.policy : way.policy)
      : byRole(way, way.role.arn, way.identity, action)));
    expect(isAllowed(steps)).toEqual(steps.map(() => true));
    expect(way.isDelivered).toBe(true);
  });

  test('refuses an outsider, whatever its policies', () => {
    const outsiders = [STRANGER, ...way.env === RULES ? [] : [`arn:aws:iam::${RULES.account}:role/admin`]];
    const attempts = outsiders.flatMap((principal) => actionsOf(way).map((action) => byRole(way, principal, EVERYTHING, action)));
    expect(isAllowed(attempts)).toEqual(attempts.map(() => false));
  });

  test('needs both sides in another account', () => {
    if (way.role === undefined || way.env === RULES) {
      return;
    }
    const [action] = actionsOf(way);
    const whole = byRole(way, way.role.arn, way.identity, action);
    expect(isAllowed([whole, { ...whole, identity: [] }, { ...whole, policy: undefined }])).toEqual([true, false, false]);
  });
});

test('the created role trusts the rules of its account and Region, and no others', () => {
  const created = WAYS.filter(({ role }) => role?.property('Path') === '/cdk-ecs-event-rules/');
  expect(created).toHaveLength(8);
  for (const { role, rule } of created) {
    const trust = role!.property('AssumeRolePolicyDocument') as object;
    const assume = (arn: string, account: string) => byService({ arn }, account, role!.arn, RULES.account, 'sts:AssumeRole', trust);
    const foreign = rule.arn.replace(RULES.account, '999999999999');
    expect(isAllowed([assume(rule.arn, RULES.account), assume(foreign, '999999999999'), assume(rule.arn.replace('eu-west-1', 'us-east-1'), RULES.account)])).toEqual([true, false, false]);
  }
});
