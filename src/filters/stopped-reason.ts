import { freeFormText } from './open-value';
import { markMember } from './value-class';

/**
 * The reason why a task stopped (`detail.stoppedReason`).
 *
 * The field is free-form text, matched by prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
export class StoppedReason {
  /** An essential container exited. */
  public static readonly ESSENTIAL_CONTAINER_EXITED = StoppedReason.prefix('Essential container in task exited');

  /**
   * The image of a container cannot be pulled (`CannotPullContainerError`, `CannotPullImageManifestError`, `CannotPullECRContainerError`).
   *
   * The reason may be in the container only: `ContainerReason.CANNOT_PULL_CONTAINER` matches both.
   */
  public static readonly CANNOT_PULL_CONTAINER = StoppedReason.prefix('CannotPull');

  /**
   * The task was created and then could not be placed or started (`TaskFailedToStart: RESOURCE:…`, `AGENT`, `ATTRIBUTE`, …).
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
   */
  public static readonly FAILED_TO_START = StoppedReason.prefix('TaskFailedToStart: ');

  /** Spot capacity is about to be reclaimed, or was. Older notices have no stop code. */
  public static readonly SPOT_INTERRUPTION = StoppedReason.prefix('Your Spot Task was interrupted.');

  /** The EC2 instance of the task was terminated. */
  public static readonly HOST_TERMINATED = StoppedReason.prefix('Host EC2 (instance ');

  /** The health check of a container failed. */
  public static readonly FAILED_CONTAINER_HEALTH_CHECKS = StoppedReason.prefix('Task failed container health checks');

  /**
   * AWS maintains or retires the infrastructure of the task.
   *
   * AWS also sends a reason that begins with the service name: add `StoppedReason.prefix('Service NAME: ECS is performing maintenance')`.
   *
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-maintenance.html
   */
  public static readonly MAINTENANCE = StoppedReason.prefix('ECS is performing maintenance');

  /** A secret, volume or log destination could not be set up. */
  public static readonly RESOURCE_INITIALIZATION = StoppedReason.prefix('ResourceInitializationError');

  /** The load balancer found the task unhealthy. */
  public static readonly FAILED_ELB_HEALTH_CHECKS = StoppedReason.prefix('Task failed ELB health checks');

  /** The service scaled in or replaced the task. */
  public static readonly SCALING_ACTIVITY = StoppedReason.prefix('Scaling activity initiated by');

  /**
   * Matches reasons that begin with a text. The comparison is case-sensitive.
   *
   * Throws an error if the text is empty or begins with white space.
   *
   * @param text the prefix as AWS spells it
   */
  public static prefix(text: string): StoppedReason {
    return new StoppedReason(freeFormText('StoppedReason.prefix', text));
  }

  private constructor(private readonly text: string) {
    markMember(this, 'StoppedReason');
  }

  /** The prefix to match. */
  public get value(): string {
    return this.text;
  }

  /** Returns the prefix of the field. */
  public toString(): string {
    return this.text;
  }
}
