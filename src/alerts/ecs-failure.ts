// Written by `npx projen docs` from src/events: change that, not this.
import { EcsFailureSeverity } from './ecs-failure-severity';
import type { FailureEntry } from '../events/failures';
import { FAILURES } from '../events/failures';
import { markMember } from '../filters/value-class';
import { nearest } from '../validation/nearest';
import { ValidationError, show } from '../validation/validation-error';

/**
 * A kind of failure of Amazon ECS, for `EcsFailureAlerts`.
 *
 * No event is of two kinds. Opt-in kinds are expected or frequent: `EcsFailureAlerts` matches them only if they are in `includedFailures`.
 */
export class EcsFailure {
  /**
   * Amazon ECS cannot place a task of a service (critical).
   *
   * Events: `SERVICE_TASK_PLACEMENT_FAILURE`.
   */
  public static readonly TASK_PLACEMENT = EcsFailure.of('TASK_PLACEMENT');

  /**
   * Amazon ECS cannot place a task of a service because of a configuration error (critical).
   *
   * Events: `SERVICE_TASK_CONFIGURATION_FAILURE`.
   */
  public static readonly TASK_CONFIGURATION = EcsFailure.of('TASK_CONFIGURATION');

  /**
   * A service cannot start tasks consistently (critical).
   *
   * Events: `SERVICE_TASK_START_IMPAIRED`.
   */
  public static readonly TASK_START_IMPAIRED = EcsFailure.of('TASK_START_IMPAIRED');

  /**
   * Amazon ECS cannot determine the health of the tasks of a service (critical).
   *
   * Events: `SERVICE_HEALTH_UNKNOWN`.
   */
  public static readonly HEALTH_UNKNOWN = EcsFailure.of('HEALTH_UNKNOWN');

  /**
   * A deployment of a service failed (critical).
   *
   * Events: `SERVICE_DEPLOYMENT_FAILED` of `ECS Deployment State Change`.
   */
  public static readonly DEPLOYMENT_FAILED = EcsFailure.of('DEPLOYMENT_FAILED');

  /**
   * A deployment of a daemon failed and could not be rolled back (critical).
   *
   * Events: `DAEMON_DEPLOYMENT_ROLLBACK_FAILED`.
   */
  public static readonly DAEMON_ROLLBACK_FAILED = EcsFailure.of('DAEMON_ROLLBACK_FAILED');

  /**
   * Amazon ECS cannot start a task of a daemon on a container instance (warning).
   *
   * Events: `DAEMON_TASK_START_IMPAIRED`, with both failure types.
   */
  public static readonly DAEMON_TASK_START_IMPAIRED = EcsFailure.of('DAEMON_TASK_START_IMPAIRED');

  /**
   * A deployment of a daemon failed or was replaced by a newer one (warning).
   *
   * Events: `DAEMON_DEPLOYMENT_STOPPED`, `DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS`.
   */
  public static readonly DAEMON_DEPLOYMENT_FAILED = EcsFailure.of('DAEMON_DEPLOYMENT_FAILED');

  /**
   * Something that a service depends on is unhealthy or throttled, or one of its tasks violates a placement constraint (warning).
   *
   * Events: `SERVICE_DISCOVERY_INSTANCE_UNHEALTHY`, `VPC_LATTICE_TARGET_UNHEALTHY`, `ECS_OPERATION_THROTTLED`, `SERVICE_DISCOVERY_OPERATION_THROTTLED`, `SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED`.
   */
  public static readonly SERVICE_DEPENDENCY = EcsFailure.of('SERVICE_DEPENDENCY');

  /**
   * A deployment of a service is paused until someone continues it or rolls it back (warning).
   *
   * Events: `HOOK_AWAITING_ACTION`.
   */
  public static readonly HOOK_AWAITING_ACTION = EcsFailure.of('HOOK_AWAITING_ACTION');

  /**
   * A lifecycle hook of a deployment failed or timed out (warning).
   *
   * Events: `HOOK_FAILED`, `HOOK_TIMED_OUT`.
   */
  public static readonly HOOK_FAILED = EcsFailure.of('HOOK_FAILED');

  /**
   * A container instance is impaired or could not register (warning).
   *
   * Events: `overallStatus` `IMPAIRED` of `ECS Container Instance Health Change`, `status` `REGISTRATION_FAILED` of `ECS Container Instance State Change`.
   */
  public static readonly INSTANCE_IMPAIRED = EcsFailure.of('INSTANCE_IMPAIRED');

  /**
   * A task failed to start (warning).
   *
   * Events: stopped tasks with the stop code `TaskFailedToStart`.
   */
  public static readonly TASK_FAILED_TO_START = EcsFailure.of('TASK_FAILED_TO_START');

  /**
   * An essential container of a task exited (warning).
   *
   * Events: stopped tasks with the stop code `EssentialContainerExited`: of a service with any exit code; standalone with an exit code other than 0 and 143, or with none.
   */
  public static readonly TASK_EXITED = EcsFailure.of('TASK_EXITED');

  /**
   * A task of a service failed a health check, or the infrastructure of a task failed (warning).
   *
   * Events: stopped tasks with the stop code `ServiceSchedulerInitiated` and a reason that begins with `Task failed `, or with the stop code `InfrastructureHealth`.
   */
  public static readonly TASK_UNHEALTHY = EcsFailure.of('TASK_UNHEALTHY');

  /**
   * AWS is about to interrupt a Spot task (opt-in, warning).
   *
   * Events: tasks with `lastStatus` `RUNNING` and the reason `Your Spot Task was interrupted.`.
   */
  public static readonly SPOT_INTERRUPTED = EcsFailure.of('SPOT_INTERRUPTED');

  /**
   * A task stopped because its Amazon EC2 instance was terminated (opt-in, warning).
   *
   * Events: stopped tasks with the stop code `TerminationNotice` and a reason that begins with `Host EC2 (`.
   */
  public static readonly HOST_TERMINATED = EcsFailure.of('HOST_TERMINATED');

  /**
   * The container agent of an instance is disconnected (opt-in, warning).
   *
   * Events: `agentConnected` `false` of `ECS Container Instance State Change`, unless the instance could not register.
   */
  public static readonly AGENT_DISCONNECTED = EcsFailure.of('AGENT_DISCONNECTED');

  /**
   * Returns a failure by its value, such as `TASK_PLACEMENT`.
   *
   * Throws an error if there is no such failure.
   *
   * @param value the name of one of the constants
   */
  public static of(value: string): EcsFailure {
    const entry = FAILURES.find(({ name }) => name === value);
    if (!entry) {
      const names = FAILURES.map(({ name }) => name);
      const meant = nearest(String(value), names);
      throw new ValidationError({
        prop: 'EcsFailure.of',
        problem: `expected a failure, got ${show(value)}`,
        resolution: meant === undefined ? `Use one of ${names.join(', ')}` : `Did you mean ${meant}?`,
      });
    }
    return new EcsFailure(entry);
  }

  private constructor(private readonly entry: FailureEntry) {
    markMember(this, 'EcsFailure');
  }

  /** The name of the constant. */
  public get value(): string {
    return this.entry.name;
  }

  /** The severity, unless `criticalFailures` or `warningFailures` of `EcsFailureAlerts` change it. */
  public get severity(): EcsFailureSeverity {
    return EcsFailureSeverity.of(this.entry.severity);
  }

  /** Returns the name of the constant. */
  public toString(): string {
    return this.entry.name;
  }
}
