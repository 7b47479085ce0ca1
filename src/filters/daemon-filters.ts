import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { DaemonDeploymentEvent } from './daemon-deployment-event';
import type { DaemonServiceEvent } from './daemon-service-event';
import type { DaemonTaskFailureType } from './daemon-task-failure-type';
import type { EcsEventFilters } from './ecs-event-filters';
import type { FailureReason } from './failure-reason';

/** Which managed daemons. `daemons` and `daemonNames` are one condition: an event of any of them matches. */
export interface DaemonFilters extends EcsEventFilters {
  /**
   * Managed daemons, as constructs.
   *
   * A daemon with a literal name is found by its name; the rule of one without waits for the daemon and misses its first deployment.
   *
   * @default - every daemon, or those of `daemonNames`
   */
  readonly daemons?: aws_ecs.IDaemonRef[];

  /**
   * Names of managed daemons. Needs `clusters` or `clusterNames`: the name of a daemon means nothing without its cluster.
   *
   * @default - every daemon, or those of `daemons`
   */
  readonly daemonNames?: string[];
}

/** Which managed daemons, and which not. */
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

/** The filters of `EcsEventPattern.daemonDeploymentRollbackFailed()`. */
export interface DaemonDeploymentRollbackFailedFilters extends DaemonExclusionFilters {}

/** The filters of `EcsEventPattern.daemonDeploymentStateChange()`. */
export interface DaemonDeploymentStateChangeFilters extends DaemonExclusionFilters {
  /**
   * Events to hear, by the names that AWS gives them (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: DaemonDeploymentEvent[];

  /**
   * Events to leave out.
   *
   * @default - none
   */
  readonly excludedEventNames?: DaemonDeploymentEvent[];
}

/** The filters of `EcsEventPattern.daemonTaskStartImpaired()`. */
export interface DaemonTaskStartImpairedFilters extends DaemonExclusionFilters {
  /**
   * Names of capacity providers. This event carries the name, not the ARN.
   *
   * @default - any capacity provider
   */
  readonly capacityProviderNames?: string[];

  /**
   * Whether the task was created and did not run, or could not be created.
   *
   * @default - both
   */
  readonly failureTypes?: DaemonTaskFailureType[];

  /**
   * What the reason begins with.
   *
   * @default - any reason
   */
  readonly reasons?: FailureReason[];

  /**
   * Reasons to leave out.
   *
   * @default - none
   */
  readonly excludedReasons?: FailureReason[];
}

/** The filters of `EcsEventPattern.daemonServiceAction()`. */
export interface DaemonServiceActionFilters extends DaemonTaskStartImpairedFilters {
  /**
   * Events to hear, by the names that AWS gives them (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: DaemonServiceEvent[];

  /**
   * Events to leave out.
   *
   * @default - none
   */
  readonly excludedEventNames?: DaemonServiceEvent[];
}
