// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Hook State Change` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * A field that an event lacks is empty in a text. As a separate value in JSON it is reported, unless the rule requires the field.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_hook_state_change_events.html
 * @example
 * declare const topic: sns.ITopic;
 * new EcsEventRule(this, 'Approval', {
 *   pattern: EcsEventPattern.hookStateChange({ eventNames: [HookEvent.HOOK_AWAITING_ACTION] }),
 *   targets: [new SnsPublish(topic, {
 *     message: events.RuleTargetInput.fromText(`${HookStateChangeField.serviceArn} awaits your decision until ${HookStateChangeField.expiresAt}`),
 *   })],
 * });
 */
export class HookStateChangeField {
  /**
   * The severity.
   *
   * Only `INFO` is documented.
   */
  public static get eventType(): string {
    return events.EventField.fromPath('$.detail.eventType');
  }

  /** The name of the event. */
  public static get eventName(): string {
    return events.EventField.fromPath('$.detail.eventName');
  }

  /** The ID of this run of the hook, for `continue-service-deployment`. */
  public static get hookId(): string {
    return events.EventField.fromPath('$.detail.hookId');
  }

  /**
   * The type of the hook.
   *
   * Not in every event: documented for pause hooks only, and always in `HOOK_AWAITING_ACTION`.
   */
  public static get hookType(): string {
    return events.EventField.fromPath('$.detail.hookType');
  }

  /**
   * When the hook times out.
   *
   * Not in every event: documented for pause hooks only, and always in `HOOK_AWAITING_ACTION`.
   */
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

  /** When the state changed, with nanoseconds. */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  private constructor() {}
}
