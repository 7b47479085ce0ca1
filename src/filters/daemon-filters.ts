import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { DaemonDeploymentEvent } from './daemon-deployment-event';
import type { DaemonServiceEvent } from './daemon-service-event';
import type { DaemonTaskFailureType } from './daemon-task-failure-type';
import type { EcsEventFilters } from './ecs-event-filters';
import type { FailureReason } from './failure-reason';

/** Filters for events about managed daemons. `daemons` and `daemonNames` are one condition: an event of any of them matches. */
export interface DaemonFilters extends EcsEventFilters {
  /**
   * The managed daemons to match.
   *
   * A daemon with a literal name is matched by its name. Otherwise the rule depends on the daemon and is created after it, so that it misses the events of the
   * first deployment.
   *
   * @default - every daemon, or those of `daemonNames`
   */
  readonly daemons?: aws_ecs.IDaemonRef[];

  /**
   * The names of the managed daemons to match. Requires `clusters` or `clusterNames`, because a daemon name is unique within a cluster only.
   *
   * @default - every daemon, or those of `daemons`
   */
  readonly daemonNames?: string[];
}

/** Filters for events about managed daemons, with exclusions. */
export interface DaemonExclusionFilters extends DaemonFilters {
  /**
   * The managed daemons to exclude.
   *
   * @default - none
   */
  readonly excludedDaemons?: aws_ecs.IDaemonRef[];

  /**
   * The names of the managed daemons to exclude, in any cluster.
   *
   * @default - none
   */
  readonly excludedDaemonNames?: string[];
}

/** Filters for `EcsEventPattern.daemonDeploymentRollbackFailed()`. */
export interface DaemonDeploymentRollbackFailedFilters extends DaemonExclusionFilters {}

/** Filters for `EcsEventPattern.daemonDeploymentStateChange()`. */
export interface DaemonDeploymentStateChangeFilters extends DaemonExclusionFilters {
  /**
   * The event names to match (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: DaemonDeploymentEvent[];

  /**
   * The event names to exclude.
   *
   * @default - none
   */
  readonly excludedEventNames?: DaemonDeploymentEvent[];
}

/** Filters for `EcsEventPattern.daemonTaskStartImpaired()`. */
export interface DaemonTaskStartImpairedFilters extends DaemonExclusionFilters {
  /**
   * The names of the capacity providers to match. This event has the name, not the ARN.
   *
   * @default - any capacity provider
   */
  readonly capacityProviderNames?: string[];

  /**
   * The failure types to match: the task was created and did not run, or could not be created.
   *
   * @default - both
   */
  readonly failureTypes?: DaemonTaskFailureType[];

  /**
   * The reason prefixes to match.
   *
   * @default - any reason
   */
  readonly reasons?: FailureReason[];

  /**
   * The reason prefixes to exclude.
   *
   * @default - none
   */
  readonly excludedReasons?: FailureReason[];
}

/** Filters for `EcsEventPattern.daemonServiceAction()`. */
export interface DaemonServiceActionFilters extends DaemonTaskStartImpairedFilters {
  /**
   * The event names to match (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: DaemonServiceEvent[];

  /**
   * The event names to exclude.
   *
   * @default - none
   */
  readonly excludedEventNames?: DaemonServiceEvent[];
}
