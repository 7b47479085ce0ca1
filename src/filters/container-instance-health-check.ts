import { ContainerInstanceHealthCheckType } from './container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from './container-instance-health-status';

/**
 * A health check of a container instance together with its result (one element of `detail.healthChecks`).
 *
 * Both are asked of the same element: a healthy daemon check beside an impaired runtime check does not match an impaired daemon check.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export class ContainerInstanceHealthCheck {
  /**
   * The check of this type found the instance impaired.
   *
   * @param healthCheckType what is checked
   */
  public static impaired(healthCheckType: ContainerInstanceHealthCheckType): ContainerInstanceHealthCheck {
    return ContainerInstanceHealthCheck.of(healthCheckType, ContainerInstanceHealthStatus.IMPAIRED);
  }

  /**
   * The check of this type has this result.
   *
   * @param healthCheckType what is checked
   * @param status its result
   */
  public static of(healthCheckType: ContainerInstanceHealthCheckType, status: ContainerInstanceHealthStatus): ContainerInstanceHealthCheck {
    return new ContainerInstanceHealthCheck(healthCheckType, status);
  }

  private constructor(
    /** @internal */
    public readonly _type: ContainerInstanceHealthCheckType,
    /** @internal */
    public readonly _status: ContainerInstanceHealthStatus,
  ) {}
}
