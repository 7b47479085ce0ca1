import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Hook State Change` for a message of your own: in `fromText()`, `fromMultilineText()` and `fromObject()` of `events.RuleTargetInput`.
 *
 * What is around `detail` in every event is in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType` and `source`.
 * A field that AWS adds to `detail` is `events.EventField.fromPath('$.detail.name')`, with a warning as long as the library does not know it.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 * @example
 * declare const topic: sns.ITopic;
 * new EcsEventRule(this, 'Approval', {
 *   pattern: EcsEventPattern.hookStateChange({ eventNames: [HookEvent.HOOK_AWAITING_ACTION] }),
 *   targets: [new SnsPublish(topic, {
 *     message: events.RuleTargetInput.fromText(`${HookStateChangeField.serviceArn} waits for you until ${HookStateChangeField.expiresAt}`),
 *   })],
 * });
 */
export class HookStateChangeField {
  /** The severity. Only `INFO` was seen. */
  public static get eventType(): string {
    return events.EventField.fromPath('$.detail.eventType');
  }

  /** The name of the event. */
  public static get eventName(): string {
    return events.EventField.fromPath('$.detail.eventName');
  }

  /** The hook. */
  public static get hookId(): string {
    return events.EventField.fromPath('$.detail.hookId');
  }

  /** The kind of hook. */
  public static get hookType(): string {
    return events.EventField.fromPath('$.detail.hookType');
  }

  /** Until when the hook waits. */
  public static get expiresAt(): string {
    return events.EventField.fromPath('$.detail.expiresAt');
  }

  /** The stage of the deployment. */
  public static get lifecycleStage(): string {
    return events.EventField.fromPath('$.detail.lifecycleStage');
  }

  /** The cluster. */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /** The service. */
  public static get serviceArn(): string {
    return events.EventField.fromPath('$.detail.serviceArn');
  }

  /** The service deployment. */
  public static get serviceDeploymentArn(): string {
    return events.EventField.fromPath('$.detail.serviceDeploymentArn');
  }

  /** When it happened. */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  private constructor() {}
}
