import type { ContainerInstanceHealthCheck } from './container-instance-health-check';
import type { ContainerInstanceHealthStatus } from './container-instance-health-status';
import type { ContainerInstanceStatus } from './container-instance-status';
import type { EcsEventFilters } from './ecs-event-filters';

/** Filters for `EcsEventPattern.containerInstanceHealthChange()`. */
export interface ContainerInstanceHealthChangeFilters extends EcsEventFilters {
  /**
   * The names of the capacity providers to match. Instances without a capacity provider have `null`, which no name matches.
   *
   * @default - any capacity provider, or none
   */
  readonly capacityProviderNames?: string[];

  /**
   * The overall health statuses to match (`detail.overallStatus`).
   *
   * @default - any status
   */
  readonly overallStatuses?: ContainerInstanceHealthStatus[];

  /**
   * The health checks with their result to match. At least one of them must be in the event.
   *
   * @default - any health check
   */
  readonly healthChecks?: ContainerInstanceHealthCheck[];
}

/** Filters for `EcsEventPattern.containerInstanceStateChange()`. */
export interface ContainerInstanceStateChangeFilters extends EcsEventFilters {
  /**
   * The instance statuses to match (`detail.status`).
   *
   * @default - any status
   */
  readonly statuses?: ContainerInstanceStatus[];

  /**
   * Whether the container agent is connected. In normal operation it disconnects several times an hour.
   *
   * @default - either
   */
  readonly agentConnected?: boolean;
}
