import type * as events from 'aws-cdk-lib/aws-events';
import { TextMessage } from './text-message';
import type { EcsEventTextOptions } from './text-options';

/**
 * What a target receives instead of the event as AWS sent it. Made by EventBridge itself, with no function in the path.
 *
 * A message reads which events it tells of from the pattern of the rule that binds it, so it works on any target of any rule whose pattern is about Amazon ECS.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export class EcsEventMessage {
  /**
   * A text for people: what happened, where, why, and what to check first. For topics and queues; a function needs JSON.
   *
   * @throws an error if an option has `<`, `>` or a line break in it
   * @example
   * declare const topic: sns.ITopic;
   * new events.Rule(this, 'Own', {
   *   eventPattern: EcsEventPattern.serviceTaskPlacementFailure().toEventPattern(),
   *   targets: [new targets.SnsTopic(topic, { message: EcsEventMessage.text({ runbook: 'https://wiki.example.com/ecs' }) })],
   * });
   */
  public static text(options: EcsEventTextOptions = {}): events.RuleTargetInput {
    return new TextMessage(options);
  }

  private constructor() {}
}
