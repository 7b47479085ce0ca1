import type { CommonFilters } from './common-filters';
import type { ContainerInstanceHealthStatus } from '../filters/container-instance-health-status';
import type { ContainerInstanceStatus } from '../filters/container-instance-status';
import type { HealthCheck } from '../filters/health-check';

/** The filters of `EcsEventPattern.containerInstanceHealthChange()`. */
export interface ContainerInstanceHealthChangeFilters extends CommonFilters {
  /**
   * Names of capacity providers. Instances outside of one carry `null`, which no name matches.
   *
   * @default - any capacity provider, or none
   */
  readonly capacityProviderNames?: string[];

  /**
   * The health of the instance as a whole.
   *
   * @default - any
   */
  readonly overallStatuses?: ContainerInstanceHealthStatus[];

  /**
   * Single health checks with their result. One of them must be in the event.
   *
   * @default - any
   */
  readonly healthChecks?: HealthCheck[];
}

/** The filters of `EcsEventPattern.containerInstanceStateChange()`. */
export interface ContainerInstanceStateChangeFilters extends CommonFilters {
  /**
   * Statuses of the instance.
   *
   * @default - any status
   */
  readonly statuses?: ContainerInstanceStatus[];

  /**
   * Whether the container agent is connected. It disconnects several times an hour in normal operation.
   *
   * @default - either
   */
  readonly agentConnected?: boolean;
}
