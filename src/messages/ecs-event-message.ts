import type * as events from 'aws-cdk-lib/aws-events';
import type { EcsEventChatOptions } from './chat-options';
import { ChatMessage } from './formats/chat-message';
import { checkedOptions } from './formats/checked-options';
import { JsonMessage } from './formats/json-message';
import { TextMessage } from './formats/text-message';
import type { EcsEventJsonOptions } from './json-options';
import type { EcsEventTextOptions } from './text-options';

/**
 * A message that EventBridge sends to a target instead of the original event. EventBridge renders it with an input transformer, without a Lambda function.
 *
 * The message is derived from the event pattern of the rule, so it works on every target of every rule for Amazon ECS events. If the rule matches one kind of
 * event, the message describes that event; otherwise, it describes all of them and shows the name of the event. Every message contains the cause, the resource, and
 * the time of the event. A chat notification contains a free-form reason only if every event of the rule has one.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export class EcsEventMessage {
  /**
   * Creates a text for people, such as an email: what happened, the resource, what it means, what to check, a command that shows details, the time, and the
   * reason. For a Lambda function, use `json()` instead.
   *
   * Free-form text, such as a reason, comes last: EventBridge does not escape its line breaks, so it could forge the lines after it.
   *
   * Throws an error if an option is empty, or contains `<`, `>` or a control character.
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
   * Creates a custom notification of Amazon Q Developer in chat applications, for an SNS topic that is connected to a Slack or Microsoft Teams channel.
   *
   * Notifications about one deployment are in one thread. Other events start a new thread.
   *
   * Throws an error if an option is empty or contains a control character other than a line break, or if the message already has a field with the name of
   * an additional field.
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
   * Creates a JSON object for a program.
   *
   * It has `schemaVersion`, `summary`, `id`, `detailType`, `time`, `account`, `region`, `resources` and `ruleName`, the fields of `detail` that all events of the rule
   * have, `serviceArn` if `resources` contains the service, and the complete `detail` of the event. In the rules of `EcsFailureAlerts`, it also has `severity`.
   *
   * Throws an error if an option is empty or contains a control character other than a line break, or if an event has a field with the name of an
   * additional field.
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
