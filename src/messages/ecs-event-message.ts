import type * as events from 'aws-cdk-lib/aws-events';
import type { EcsEventChatOptions } from './chat-options';
import { ChatMessage } from './formats/chat-message';
import { checkedOptions } from './formats/checked-options';
import { JsonMessage } from './formats/json-message';
import { TextMessage } from './formats/text-message';
import type { EcsEventJsonOptions } from './json-options';
import type { EcsEventTextOptions } from './text-options';

/**
 * A message that a target receives instead of the event as AWS sent it. EventBridge creates it, with no function in the path.
 *
 * A message reads the pattern of the rule that binds it to find out which events it is about, so it works on any target of any rule whose pattern is about Amazon ECS.
 * One kind of event is worded on its own; several kinds in one rule are worded around the name of the event. Every message contains the cause that the event has, its
 * resource and its time; a chat notification contains a free-form reason only where every event of the rule has one.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export class EcsEventMessage {
  /**
   * A text for people, such as an e-mail: what happened, which resource, what it means, what to check, a command that shows more, when, and why.
   * Not for a function, which needs JSON.
   *
   * What anyone may have written, such as a reason, stands last: EventBridge does not escape a line break in it, so it can forge the lines that follow.
   *
   * Throws an error if an option is empty, or has `<`, `>` or a control character in it.
   *
   * @example
   * declare const topic: sns.ITopic;
   * new events.Rule(this, 'Own', {
   *   eventPattern: EcsEventPattern.serviceTaskPlacementFailure().toEventPattern(),
   *   targets: [new targets.SnsTopic(topic, { message: EcsEventMessage.text({ runbook: 'https://wiki.example.com/ecs' }) })],
   * });
   */
  public static text(options: EcsEventTextOptions = {}): events.RuleTargetInput {
    return new TextMessage(checkedOptions('EcsEventMessage.text', options));
  }

  /**
   * A custom notification of Amazon Q Developer in chat applications, for a topic that feeds a channel of Slack or Microsoft Teams.
   * What belongs to one deployment is gathered in one thread; other events begin a thread of their own.
   *
   * Throws an error if an option is empty or has a control character in it other than a line break, or if an additional field has the name of one
   * that the message has itself.
   *
   * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
   * @example
   * declare const chatTopic: sns.Topic;
   * new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
   *   targets: [new SnsPublish(chatTopic, { message: EcsEventMessage.chat({ environmentName: 'production', mentions: ['<!here>'] }) })],
   * });
   */
  public static chat(options: EcsEventChatOptions = {}): events.RuleTargetInput {
    return new ChatMessage(checkedOptions('EcsEventMessage.chat', options));
  }

  /**
   * A JSON object for a program. It has `schemaVersion`, `summary`, `id`, `detailType`, `time`, `account`, `region`, `resources` and `ruleName`, every field of `detail` that
   * all events of the rule have, by the name that AWS gives it, `serviceArn` where `resources` holds the service, and the whole `detail` of the event.
   *
   * Throws an error if an option is empty or has a control character in it other than a line break, or if an additional field has the name of one
   * that an event has.
   *
   * @example
   * declare const queue: sqs.Queue;
   * new DaemonTaskStartImpairedRule(this, 'StartImpaired', {
   *   targets: [new SqsSendMessage(queue, { message: EcsEventMessage.json({ additionalFields: { team: 'platform' } }) })],
   * });
   */
  public static json(options: EcsEventJsonOptions = {}): events.RuleTargetInput {
    return new JsonMessage(checkedOptions('EcsEventMessage.json', options));
  }

  private constructor() {}
}
