import { ContainerInstanceHealthCheckType } from './container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from './container-instance-health-status';
import { checkMember, markMember } from './value-class';
import { located } from '../validation/validation-error';

/**
 * A health check of a container instance together with its result (one element of `detail.healthChecks`).
 *
 * Both must be in the same element: an impaired runtime check and a healthy daemon check do not match an impaired daemon check.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_container_instance_health_events.html
 */
export class ContainerInstanceHealthCheck {
  /**
   * Matches a check of a type with the status `IMPAIRED`.
   *
   * @param healthCheckType the type of the check
   */
  public static impaired(healthCheckType: ContainerInstanceHealthCheckType): ContainerInstanceHealthCheck {
    return ContainerInstanceHealthCheck.of(healthCheckType, ContainerInstanceHealthStatus.IMPAIRED);
  }

  /**
   * Matches a check of a type with a status.
   *
   * @param healthCheckType the type of the check
   * @param status the result of the check
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
