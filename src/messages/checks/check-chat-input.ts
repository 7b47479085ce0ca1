import type { CheckedTarget } from './checked-target';
import { messageWarning } from './checked-target';
import type { InputTemplate } from './input-template';
import { VALUE } from './input-template';
import { chatsOf } from '../../delivery/check-subscriptions';
import { asTopic } from '../../delivery/resource-kinds';
import type { AppResources } from '../../validation/deployed/app-resources';
import type { LocatedFinding } from '../../validation/findings/finding';

/** Amazon Q Developer shows events as AWS sent them and custom notifications, and drops everything else. */
export function checkChatInput(target: CheckedTarget, resources: AppResources): LocatedFinding[] {
  const { template, inputPath } = target;
  if (inputPath === '$' || (inputPath === undefined && (!template?.isKnown || isShown(template)))) {
    return [];
  }
  const chats = chatsOfTarget(target, resources);
  return chats.length === 0 ? [] : [messageWarning(target, 'cdk-ecs-event-rules:messageNotShownInChat',
    `the topic feeds ${chats.map(({ node }) => node.path.replace(/\/Resource$/, '')).join(', ')}, and Amazon Q Developer drops without a trace what is neither an event as AWS sent it nor a custom notification`
    + ' ({"version":"1.0","source":"custom","content":{"description":"…"}}). Use EcsEventMessage.chat(), or a topic of its own.')];
}

function chatsOfTarget({ rule, destination }: CheckedTarget, resources: AppResources) {
  const topic = typeof destination === 'string' ? undefined : asTopic(destination.node.scope);
  if (topic) {
    return chatsOf(topic, topic.topicArn, resources);
  }
  return typeof destination === 'string' && destination.includes(':sns:') ? chatsOf(rule, destination, resources) : [];
}

/** Whether it is the event itself, or a custom notification. */
function isShown({ text, document, placeholders: [only] }: InputTemplate): boolean {
  if (text.trim() === `<${only?.name}>`) {
    return only.path === '$' || only.name === 'aws.events.event.json';
  }
  const { version, source, content } = (document ?? {}) as { version?: unknown; source?: unknown; content?: { description?: unknown } };
  const canBe = (value: unknown, expected: string) => value === expected || String(value).includes(VALUE);
  return canBe(version, '1.0') && canBe(source, 'custom') && typeof content?.description === 'string' && content.description !== '';
}
