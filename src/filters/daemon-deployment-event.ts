// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * An event of the detail type `ECS Daemon Deployment State Change`.
 *
 * All but `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` are `INFO`, including failures.
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 */
export class DaemonDeploymentEvent {
  /** A daemon deployment was initiated (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_PENDING = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_PENDING');

  /** The deployment is replacing daemon tasks (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_IN_PROGRESS = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_IN_PROGRESS');

  /**
   * The deployment is complete (`INFO`).
   *
   * All daemon tasks are running and healthy.
   */
  public static readonly DAEMON_DEPLOYMENT_SUCCESSFUL = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_SUCCESSFUL');

  /**
   * The deployment was stopped (`INFO`).
   *
   * It failed, or a new deployment replaced it.
   */
  public static readonly DAEMON_DEPLOYMENT_STOPPED = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_STOPPED');

  /** The deployment does not continue and will be rolled back (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_STOP_REQUESTED = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_STOP_REQUESTED');

  /** A rollback started because of a failure or the circuit breaker (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS');

  /** The rollback is complete (`INFO`). */
  public static readonly DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL');

  /** Amazon ECS could not complete the rollback (`ERROR`). */
  public static readonly DAEMON_DEPLOYMENT_ROLLBACK_FAILED = DaemonDeploymentEvent.of('DAEMON_DEPLOYMENT_ROLLBACK_FAILED');

  /**
   * Returns an event by its name, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): DaemonDeploymentEvent {
    return new DaemonDeploymentEvent(openValue('DaemonDeploymentEvent.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'DaemonDeploymentEvent');
  }

  /** The name of the event. */
  public get value(): string {
    return this.text;
  }

  /** Returns the value as AWS spells it. */
  public toString(): string {
    return this.text;
  }
}
