import { openValue } from './open-value';

/**
 * An event of the detail type `ECS Daemon Deployment State Change`. All but `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` are `INFO`, failures included.
 *
 * AWS may add to the list; `of()` takes what is not in it yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export class DaemonDeploymentEvent {
  /** A daemon deployment was initiated (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_PENDING = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_PENDING');

  /** The deployment started and replaces daemon tasks (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_IN_PROGRESS = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_IN_PROGRESS');

  /** The deployment is complete, all daemon tasks run and are healthy (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_SUCCESSFUL = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_SUCCESSFUL');

  /** The deployment was stopped because it failed or because a new one replaced it (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_STOPPED = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_STOPPED');

  /** The deployment goes no further and will be rolled back (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_STOP_REQUESTED = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_STOP_REQUESTED');

  /** A rollback started, after a failure or by the circuit breaker (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS');

  /** The rollback is complete (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL');

  /** Amazon ECS could not complete the rollback (`ERROR`). */
  public static readonly DAEMON_DEPLOYMENT_ROLLBACK_FAILED = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_ROLLBACK_FAILED');

  /**
   * An event by its name, for events that AWS adds.
   *
   * Throws an error if it is empty or is not one word.
   *
   * @param value as AWS writes it: one word
   */
  public static of(value: string): DaemonDeploymentEvent {
    return new DaemonDeploymentEvent(openValue('DaemonDeploymentEvent.of', value));
  }

  private constructor(
    /** The name of the event. */
    public readonly value: string,
  ) {}

  /** The value as AWS writes it. */
  public toString(): string {
    return this.value;
  }
}
