import type { Guarded, GuardedApp, GuardedKey } from './guarded';
import type { Request, Simulated } from './iam-simulate';
import type { ResourceInstance } from '../../src/engine/template/resource-instance';

/** A request, and what has to come of it. */
export interface Question extends Simulated {
  readonly title: string;
  readonly isAllowed: boolean;
}

const EVENT_BRIDGE = 'events.amazonaws.com';
const TLS = { 'aws:SecureTransport': 'true' };
const STRANGER = '999999999999';
const STRANGE_USER = `arn:aws:iam::${STRANGER}:user/mallory`;
const OTHER_REGION = 'ap-southeast-2';

/** Who asks: the principal, and the context of the request. */
interface Asker {
  readonly principal: string;
  readonly context: Request['context'];
}

/** The requests to every resource that rules of the app deliver to. */
export function questionsTo({ queues, topics, functions, keys }: GuardedApp): Question[] {
  return [
    ...queues.flatMap((queue) => [
      ...toRules(queue, ['sqs:SendMessage'], ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:PurgeQueue', 'sqs:SetQueueAttributes']),
      ...withoutTls(queue, 'sqs:SendMessage'),
    ]),
    ...functions.flatMap((handler) => toRules(handler, ['lambda:InvokeFunction'], ['lambda:UpdateFunctionCode', 'lambda:GetFunction', 'lambda:DeleteFunction'])),
    ...topics.flatMap((topic) => [...toTopic(topic), ...withoutTls(topic, 'sns:Publish')]),
    ...keys.flatMap(toKey),
  ];
}

/** Resources whose policy sees on behalf of which rule EventBridge calls. */
function toRules(guarded: Guarded, own: readonly string[], foreign: readonly string[]): Question[] {
  const [sender] = guarded.senders;
  const rule = onBehalfOf(sender);
  const { account, region } = sender.stack.environment;
  const anonymous = { principal: EVENT_BRIDGE, context: TLS };
  const foreignRule = sender.arn.replace(account, STRANGER);
  return own.flatMap((action) => [
    ...guarded.senders.map((one) => question(guarded, `rule ${one.path}`, onBehalfOf(one), action, true)),
    question(guarded, 'a rule of another account', from(foreignRule, STRANGER), action, false),
    question(guarded, 'a rule of another account, said to be of this one', from(foreignRule, account), action, false),
    question(guarded, 'a rule of another Region', from(sender.arn.replace(`:${region}:`, `:${OTHER_REGION}:`), account), action, false),
    question(guarded, 'something else of EventBridge', from(sender.arn.replace(':rule/', ':event-bus/'), account), action, false),
    question(guarded, 'EventBridge without a source', anonymous, action, false),
    ...strangers(guarded, rule, action),
  ]).concat(foreign.map((action) => question(guarded, `rule ${sender.path}`, rule, action, false)));
}

/** AWS supports no conditions for EventBridge in the policy of a topic: it does not pass on whose behalf it publishes. */
function toTopic(topic: Guarded): Question[] {
  const anonymous = { principal: EVENT_BRIDGE, context: TLS };
  const { account } = topic.resource.stack.environment;
  const ownedBy = (principal: string, owner: string): Asker => ({ principal, context: { ...TLS, 'aws:SourceOwner': owner } });
  return [
    question(topic, 'EventBridge', anonymous, 'sns:Publish', true),
    // `enforceSSL` of the CDK makes a policy without what the owner may do, and a custom policy is not widened.
    question(topic, 'a CloudWatch alarm of the account', ownedBy('cloudwatch.amazonaws.com', account), 'sns:Publish', !deniesPlainHttp(topic)),
    question(topic, 'a CloudWatch alarm of another account', ownedBy('cloudwatch.amazonaws.com', STRANGER), 'sns:Publish', false),
    question(topic, 'a user of another account who owns something', ownedBy(STRANGE_USER, STRANGER), 'sns:Subscribe', false),
    ...strangers(topic, anonymous, 'sns:Publish'),
    ...['sns:Subscribe', 'sns:DeleteTopic', 'sns:SetTopicAttributes', 'sns:AddPermission'].map((action) => question(topic, 'EventBridge', anonymous, action, false)),
  ];
}

/** A key that encrypts a topic cannot see on whose behalf EventBridge uses it; one that encrypts queues alone can. */
function toKey(key: GuardedKey): Question[] {
  const anonymous = { principal: EVENT_BRIDGE, context: TLS };
  const isOfTopics = key.encrypts.some(({ type }) => type === 'AWS::SNS::Topic');
  const foreignRule = key.senders[0].arn.replace(key.senders[0].stack.environment.account, STRANGER);
  const askers = key.senders.map((rule): [string, Asker] => [`rule ${rule.path}`, onBehalfOf(rule)]);
  return ['kms:GenerateDataKey', 'kms:Decrypt'].flatMap((action) => [
    ...askers.map(([who, asker]) => question(key, who, asker, action, true)),
    question(key, 'EventBridge without a source', anonymous, action, isOfTopics),
    ...isOfTopics ? [] : [question(key, 'a rule of another account', from(foreignRule, STRANGER), action, false)],
    ...strangers(key, askers[0][1], action),
  ]).concat(['kms:Encrypt', 'kms:CreateGrant', 'kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'].map((action) => question(key, ...askers[0], action, false)));
}

/** No one else is allowed what EventBridge is allowed, whatever the policy is narrowed by. */
function strangers(guarded: Guarded, { context }: Asker, action: string): Question[] {
  return [
    ...['s3.amazonaws.com', 'scheduler.amazonaws.com', 'pipes.amazonaws.com'].map((principal) => question(guarded, principal, { principal, context }, action, false)),
    question(guarded, 'a user of another account', { principal: STRANGE_USER, context: TLS }, action, false),
    ...guarded.resource.type === 'AWS::KMS::Key' ? [] : [{
      ...question(guarded, 'EventBridge to another resource', { principal: EVENT_BRIDGE, context }, action, false),
      request: request(guarded.resource, `${guarded.resource.arn}-other`, { principal: EVENT_BRIDGE, context }, action),
    }],
  ];
}

/** The shared dead-letter queue, and what the app calls `Tls…`. */
function deniesPlainHttp({ resource: { logicalId } }: Guarded): boolean {
  return /^(EcsEventDeadLetters|Tls)/.test(logicalId);
}

/** What EventBridge may, but over plain HTTP. */
function withoutTls(guarded: Guarded, action: string): Question[] {
  const { context, principal } = onBehalfOf(guarded.senders[0]);
  const plain = { principal, context: { ...context, 'aws:SecureTransport': 'false' } };
  return deniesPlainHttp(guarded) ? [question(guarded, 'a rule, over plain HTTP', plain, action, false)] : [];
}

function question(guarded: Guarded, who: string, asker: Asker, action: string, isAllowed: boolean): Question {
  const { resource, policy } = guarded;
  return { title: `${resource.path}: ${who} ${isAllowed ? 'is allowed to' : 'is not allowed to'} ${action}`, isAllowed, policy, request: request(resource, resource.arn, asker, action) };
}

function request({ stack }: ResourceInstance, resource: string, { principal, context }: Asker, action: string): Request {
  return { principal, action, resource, owner: stack.environment.account, context };
}

function onBehalfOf(rule: ResourceInstance): Asker {
  return from(rule.arn, rule.stack.environment.account);
}

function from(arn: string, account: string): Asker {
  return { principal: EVENT_BRIDGE, context: { ...TLS, 'aws:SourceArn': arn, 'aws:SourceAccount': account } };
}
