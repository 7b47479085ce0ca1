import type { DeliveryContext } from './delivery-context';
import type { KnownSubscription, KnownTopic, TopicAudience } from './topic-audience';
import { Cause } from '../../engine/simulation/authorization';
import type { Refusal } from '../../engine/simulation/authorization';
import { CHAT } from '../../engine/simulation/subscription';
import type { LocatedFinding } from '../findings/finding';
import { errorFinding, infoFinding, warningFinding } from '../findings/finding';
import { guarded } from '../findings/guarded';

/** Checks whether anyone is notified of what the rules publish to topics. */
export function checkSubscriptions(audience: TopicAudience, context: DeliveryContext): LocatedFinding[] {
  return [...audience.topics].flatMap((topic) => guarded(topic.targets[0].path.rule.construct, () => (topic.subscriptions.size === 0
    ? withoutSubscription(topic, context)
    : unconditional([
      ...[...topic.subscriptions.values()].flatMap((subscription) => unreached(subscription, topic, context)),
      ...unnotified(topic),
      ...unshown(topic),
    ]))).map((finding) => ({ ...finding, rules: topic.targets.map(({ path }) => path.rule.construct) })));
}

/** The engine has followed the messages whatever conditions depend on. */
function unconditional(findings: readonly LocatedFinding[]): LocatedFinding[] {
  return findings.map((finding) => ({ ...finding, isUnconditional: true }));
}

function withoutSubscription({ arn }: KnownTopic, { deployed }: DeliveryContext): LocatedFinding[] {
  const topic = deployed.resources.withArn(arn);
  const at = topic && deployed.subjectOf(topic);
  return at === undefined ? [] : [infoFinding(at, 'cdk-ecs-event-rules:topicWithoutSubscription',
    'the topic has no subscription in this app, so no one is notified unless something outside of the app subscribes. Add a subscription.')];
}

/** A subscription that no message reaches. Chat channels are checked for each message. */
function unreached({ first, isReached }: KnownSubscription, topic: KnownTopic, { deployed }: DeliveryContext): LocatedFinding[] {
  const { subscription, refusal, isFiltered } = first;
  const isUnknown = topic.targets.some(({ path }) => path.target.hasUnknownInput);
  if (isReached || refusal === undefined || subscription.protocol === CHAT || isUnknown) {
    return [];
  }
  const resource = deployed.resources.ofType('AWS::SNS::Subscription').find(({ path }) => path === subscription.path) ?? deployed.resources.withArn(topic.arn);
  const at = (resource && deployed.constructOf(resource)) ?? topic.targets[0].path.rule.construct;
  if (isFiltered) {
    return [warningFinding(at, 'cdk-ecs-event-rules:filterPolicyNeverPasses', `${refusal.reason}: no message of ${rulesOf(topic)} passes. ${filterFix(subscription.filterScope)}`)];
  }
  switch (refusal.cause) {
    case Cause.KIND:
      return [errorFinding(at, { prop: 'subscription', problem: refusal.reason, resolution: 'Subscribe a standard queue' })];
    case Cause.CONCURRENCY:
      return [warningFinding(at, 'cdk-ecs-event-rules:functionNeverRuns', `${refusal.reason}. Raise its reserved concurrency, or the subscription receives no message.`)];
    default:
      return [warningFinding(at, 'cdk-ecs-event-rules:subscriptionAccessDenied', `${refusal.reason}. ${accessFix(refusal)}, or the subscription receives no message.`)];
  }
}

/** How Amazon SNS is allowed to send to an endpoint. */
function accessFix({ cause, isDenied = false }: Refusal): string {
  switch (cause) {
    case Cause.MANAGED_KEY: return 'Use a customer-managed key that allows Amazon SNS, or QueueEncryption.SQS_MANAGED';
    case Cause.UNUSABLE_KEY: return 'Use a symmetric encryption key that is enabled';
    default: return isDenied ? 'Exempt Amazon SNS from the Deny, for example by the condition {"BoolIfExists":{"aws:PrincipalIsAWSService":"false"}}' : 'Allow it';
  }
}

/** The rules that notify no one, although a topic has subscriptions that others reach. */
function unnotified({ targets, subscriptions }: KnownTopic): LocatedFinding[] {
  const others = [...subscriptions.values()].filter(({ isReached }) => isReached);
  const silent = others.length === 0 ? [] : targets.filter(({ reached }) => reached.size === 0);
  return silent.map(({ path: { rule, target } }) => warningFinding(rule.construct,
    'cdk-ecs-event-rules:noSubscriberNotified',
    `target ${target.Id}: no subscription of the topic accepts a message of this rule, so no one is notified. Change the filter policy of ${others[0].first.subscription.path}, or add a subscription.`));
}

/** The messages that the chat channels of a topic do not show. */
function unshown({ targets, subscriptions }: KnownTopic): LocatedFinding[] {
  const chats = [...subscriptions].filter(([, { first }]) => first.subscription.protocol === CHAT);
  return targets.filter(({ path }) => !path.target.hasUnknownInput).flatMap(({ path: { rule, target }, reached }) => {
    const missed = chats.filter(([key]) => !reached.has(key)).map(([, { first }]) => first.subscription.path);
    return missed.length === 0 ? [] : [warningFinding(rule.construct, 'cdk-ecs-event-rules:messageNotShownInChat',
      `message of ${target.Id}: the topic feeds ${missed.join(', ')}, and Amazon Q Developer drops without a trace what is neither an event as AWS sent it nor a custom notification`
      + ' ({"version":"1.0","source":"custom","content":{"description":"…"}}). Use EcsEventMessage.chat(), or a separate topic.')];
  });
}

function rulesOf({ targets }: KnownTopic): string {
  const paths = [...new Set(targets.map(({ path }) => path.rule.construct.node.path))];
  return paths.length <= 3 ? paths.join(', ') : `${paths.slice(0, 2).join(', ')} and ${paths.length - 2} other rules`;
}

function filterFix(scope: unknown): string {
  return scope === 'MessageBody'
    ? 'Change or remove the filter policy. A text never passes a filter on the message body.'
    : 'Remove the filter policy, or filter by the message body (filterPolicyWithMessageBody) if the message is JSON: a text never passes such a filter.';
}
