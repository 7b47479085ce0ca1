import { ContainerInstanceHealthCheckType } from './container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from './container-instance-health-status';
import { checkMember, markMember } from './value-class';
import { located } from '../validation/validation-error';

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
    return located('ContainerInstanceHealthCheck.of', () => {
      checkMember('healthCheckType', healthCheckType, 'ContainerInstanceHealthCheckType');
      checkMember('status', status, 'ContainerInstanceHealthStatus');
      return new ContainerInstanceHealthCheck(healthCheckType, status);
    });
  }

  private constructor(private readonly healthCheckType: ContainerInstanceHealthCheckType, private readonly status: ContainerInstanceHealthStatus) {
    markMember(this, 'ContainerInstanceHealthCheck');
  }

  /** @internal */
  public get _type(): ContainerInstanceHealthCheckType {
    return this.healthCheckType;
  }

  /** @internal */
  public get _status(): ContainerInstanceHealthStatus {
    return this.status;
  }
}
