// Written by `npx projen docs` from src/events: change that, not this.
import * as events from 'aws-cdk-lib/aws-events';

/**
 * The fields of `ECS Daemon Deployment State Change` for custom messages: in `fromText()`, `fromMultilineText()`, and `fromObject()` of `events.RuleTargetInput`.
 *
 * The fields outside `detail` are in `events.EventField` of the CDK: `account`, `region`, `time`, `eventId`, `detailType`, and `source`.
 * For a field that AWS adds to `detail`, use `events.EventField.fromPath('$.detail.name')`, which is reported as a warning until the library has it.
 *
 * AWS prints one sample of this detail type, that of `DAEMON_DEPLOYMENT_PENDING`. It is assumed that the other events have the same fields.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 * @example
 * declare const queue: sqs.IQueue;
 * new DaemonDeploymentRollbackFailedRule(this, 'RollbackFailed', {
 *   targets: [new SqsSendMessage(queue, {
 *     message: events.RuleTargetInput.fromObject({
 *       deployment: DaemonDeploymentStateChangeField.daemonDeploymentArn,
 *       account: events.EventField.account,
 *     }),
 *   })],
 * });
 */
export class DaemonDeploymentStateChangeField {
  /**
   * The severity.
   *
   * Every failure but `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` is `INFO`.
   */
  public static get eventType(): string {
    return events.EventField.fromPath('$.detail.eventType');
  }

  /** The name of the event. */
  public static get eventName(): string {
    return events.EventField.fromPath('$.detail.eventName');
  }

  /**
   * The cluster.
   *
   * Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.
   */
  public static get clusterArn(): string {
    return events.EventField.fromPath('$.detail.clusterArn');
  }

  /**
   * The daemon.
   *
   * Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.
   */
  public static get daemonArn(): string {
    return events.EventField.fromPath('$.detail.daemonArn');
  }

  /**
   * The deployment.
   *
   * Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.
   */
  public static get daemonDeploymentArn(): string {
    return events.EventField.fromPath('$.detail.daemonDeploymentArn');
  }

  /**
   * The revision that is being deployed.
   *
   * Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.
   */
  public static get targetDaemonRevisionArn(): string {
    return events.EventField.fromPath('$.detail.targetDaemonRevisionArn');
  }

  /**
   * When the state changed, with nanoseconds.
   *
   * Assumed for every event but `DAEMON_DEPLOYMENT_PENDING`.
   */
  public static get updatedAt(): string {
    return events.EventField.fromPath('$.detail.updatedAt');
  }

  private constructor() {}
}
