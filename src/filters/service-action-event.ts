// Written by `npx projen docs` from src/events: change that, not this.
import { openValue } from './open-value';
import { markMember } from './value-class';

/**
 * An event of the detail type `ECS Service Action`.
 *
 * AWS may add values. Use `of()` for values that are not listed here yet.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 */
export class ServiceActionEvent {
  /**
   * The service is healthy and runs the desired number of tasks (`INFO`).
   *
   * Sent repeatedly.
   */
  public static readonly SERVICE_STEADY_STATE = ServiceActionEvent.of('SERVICE_STEADY_STATE');

  /** The task set is healthy and runs the desired number of tasks (`INFO`). */
  public static readonly TASKSET_STEADY_STATE = ServiceActionEvent.of('TASKSET_STEADY_STATE');

  /** A capacity provider of a service reached a steady state (`INFO`). */
  public static readonly CAPACITY_PROVIDER_STEADY_STATE = ServiceActionEvent.of('CAPACITY_PROVIDER_STEADY_STATE');

  /**
   * The scheduler changed the desired count (`INFO`).
   *
   * Not sent when a user changes it.
   */
  public static readonly SERVICE_DESIRED_COUNT_UPDATED = ServiceActionEvent.of('SERVICE_DESIRED_COUNT_UPDATED');

  /** The service stopped running tasks (`INFO`). */
  public static readonly TASKS_STOPPED = ServiceActionEvent.of('TASKS_STOPPED');

  /** The service started tasks to rebalance Availability Zones (`INFO`). */
  public static readonly TASKS_STARTED = ServiceActionEvent.of('TASKS_STARTED');

  /** Availability Zone rebalancing started (`INFO`). */
  public static readonly SERVICE_REBALANCING_STARTED = ServiceActionEvent.of('SERVICE_REBALANCING_STARTED');

  /** Availability Zone rebalancing is complete (`INFO`). */
  public static readonly SERVICE_REBALANCING_COMPLETED = ServiceActionEvent.of('SERVICE_REBALANCING_COMPLETED');

  /** Availability Zone rebalancing stopped before it was complete (`INFO`). */
  public static readonly SERVICE_REBALANCING_STOPPED = ServiceActionEvent.of('SERVICE_REBALANCING_STOPPED');

  /** Availability Zone rebalancing is blocked by task scale-in protection (`INFO`). */
  public static readonly TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION = ServiceActionEvent.of('TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION');

  /**
   * A deployment or a rollback is in progress (`INFO`).
   *
   * AWS lists it here, but it was seen as `ECS Deployment State Change` only: use `ServiceDeploymentEvent`.
   */
  public static readonly SERVICE_DEPLOYMENT_IN_PROGRESS = ServiceActionEvent.of('SERVICE_DEPLOYMENT_IN_PROGRESS');

  /**
   * A deployment or a rollback is complete and in a steady state (`INFO`).
   *
   * AWS lists it here, but it was seen as `ECS Deployment State Change` only: use `ServiceDeploymentEvent`.
   */
  public static readonly SERVICE_DEPLOYMENT_COMPLETED = ServiceActionEvent.of('SERVICE_DEPLOYMENT_COMPLETED');

  /** The service is unable to start tasks consistently (`WARN`). */
  public static readonly SERVICE_TASK_START_IMPAIRED = ServiceActionEvent.of('SERVICE_TASK_START_IMPAIRED');

  /** A service that uses service discovery has an unhealthy task (`WARN`). */
  public static readonly SERVICE_DISCOVERY_INSTANCE_UNHEALTHY = ServiceActionEvent.of('SERVICE_DISCOVERY_INSTANCE_UNHEALTHY');

  /** A target of the service in VPC Lattice is unhealthy (`WARN`). */
  public static readonly VPC_LATTICE_TARGET_UNHEALTHY = ServiceActionEvent.of('VPC_LATTICE_TARGET_UNHEALTHY');

  /**
   * A task of a service with the `DAEMON` scheduling strategy no longer meets the placement constraints (`ERROR`).
   *
   * Managed daemons have their own events.
   */
  public static readonly SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED = ServiceActionEvent.of('SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED');

  /** The scheduler is throttled by the limits of the Amazon ECS API (`ERROR`). */
  public static readonly ECS_OPERATION_THROTTLED = ServiceActionEvent.of('ECS_OPERATION_THROTTLED');

  /** The scheduler is throttled by the limits of the AWS Cloud Map API (`ERROR`). */
  public static readonly SERVICE_DISCOVERY_OPERATION_THROTTLED = ServiceActionEvent.of('SERVICE_DISCOVERY_OPERATION_THROTTLED');

  /**
   * The scheduler is unable to place a task (`ERROR`).
   *
   * The reason is in `reason`. It may come from Availability Zone rebalancing.
   */
  public static readonly SERVICE_TASK_PLACEMENT_FAILURE = ServiceActionEvent.of('SERVICE_TASK_PLACEMENT_FAILURE');

  /**
   * The scheduler is unable to place a task because of a configuration error (`ERROR`).
   *
   * The error is in `reason`.
   */
  public static readonly SERVICE_TASK_CONFIGURATION_FAILURE = ServiceActionEvent.of('SERVICE_TASK_CONFIGURATION_FAILURE');

  /** The service was unable to describe the health of its tasks (`ERROR`). */
  public static readonly SERVICE_HEALTH_UNKNOWN = ServiceActionEvent.of('SERVICE_HEALTH_UNKNOWN');

  /**
   * A deployment did not reach the steady state (`ERROR`).
   *
   * AWS lists it here, but it was seen as `ECS Deployment State Change` only: use `ServiceDeploymentEvent`.
   */
  public static readonly SERVICE_DEPLOYMENT_FAILED = ServiceActionEvent.of('SERVICE_DEPLOYMENT_FAILED');

  /**
   * Returns an event by its name, for values that AWS adds.
   *
   * Throws an error if the value is empty or is not one word.
   *
   * @param value the value exactly as AWS spells it
   */
  public static of(value: string): ServiceActionEvent {
    return new ServiceActionEvent(openValue('ServiceActionEvent.of', value));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'ServiceActionEvent');
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
