import type { ContainerInstanceHealthCheck } from './container-instance-health-check';
import type { ContainerInstanceHealthStatus } from './container-instance-health-status';
import type { ContainerInstanceStatus } from './container-instance-status';
import type { EcsEventFilters } from './ecs-event-filters';

/** The filters of `EcsEventPattern.containerInstanceHealthChange()`. */
export interface ContainerInstanceHealthChangeFilters extends EcsEventFilters {
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
  readonly healthChecks?: ContainerInstanceHealthCheck[];
}

/** The filters of `EcsEventPattern.containerInstanceStateChange()`. */
export interface ContainerInstanceStateChangeFilters extends EcsEventFilters {
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
