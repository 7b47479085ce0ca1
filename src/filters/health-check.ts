import { ContainerInstanceHealthStatus } from './container-instance-health-status';
import { HealthCheckType } from './health-check-type';

/**
 * A health check of a container instance together with its result (one element of `detail.healthChecks`).
 *
 * Both are asked of the same element: a healthy daemon check beside an impaired runtime check does not match an impaired daemon check.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export class HealthCheck {
  /**
   * The check of this type found the instance impaired.
   *
   * @param type what is checked
   */
  public static impaired(type: HealthCheckType): HealthCheck {
    return HealthCheck.of(type, ContainerInstanceHealthStatus.IMPAIRED);
  }

  /**
   * The check of this type has this result.
   *
   * @param type what is checked
   * @param status its result
   */
  public static of(type: HealthCheckType, status: ContainerInstanceHealthStatus): HealthCheck {
    return new HealthCheck(type, status);
  }

  private constructor(
    /** What is checked. */
    public readonly type: HealthCheckType,
    /** Its result. */
    public readonly status: ContainerInstanceHealthStatus,
  ) {}
}
