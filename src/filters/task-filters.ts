import type { ContainerReason } from './container-reason';
import type { ExitCode } from './exit-code';
import type { ServiceExclusionFilters } from './service-filters';
import type { StoppedReason } from './stopped-reason';
import type { TaskLastStatus } from './task-last-status';
import type { TaskLaunchType } from './task-launch-type';
import type { TaskStopCode } from './task-stop-code';

/** Filters for `EcsEventPattern.taskStateChange()`. */
export interface TaskStateChangeFilters extends ServiceExclusionFilters {
  /**
   * The names of the capacity providers to match. Only some tasks have one.
   *
   * @default - any capacity provider, or none
   */
  readonly capacityProviderNames?: string[];

  /**
   * The task definition families to match, in every revision.
   *
   * @default - any task definition
   */
  readonly taskDefinitionFamilies?: string[];

  /**
   * The task statuses to match (`detail.lastStatus`).
   *
   * @default - any status
   */
  readonly lastStatuses?: TaskLastStatus[];

  /**
   * The stop codes to match (`detail.stopCode`). Tasks have one from when they begin to stop.
   *
   * @default - any code, or none
   */
  readonly stopCodes?: TaskStopCode[];

  /**
   * The stopped reason prefixes to match (`detail.stoppedReason`).
   *
   * @default - any reason, or none
   */
  readonly stoppedReasons?: StoppedReason[];

  /**
   * The task definition families to exclude, in every revision. Events without a task definition match.
   *
   * @default - no family is excluded
   */
  readonly excludedTaskDefinitionFamilies?: string[];

  /**
   * The container names to match. With `containerReasons` or `exitCodes`, they apply to the same container.
   *
   * @default - any container
   */
  readonly containerNames?: string[];

  /**
   * The prefixes of container reasons to match.
   *
   * The reason is in the container, or in `stoppedReason` if no container of the task was started: both are matched.
   *
   * @default - any reason, or none
   */
  readonly containerReasons?: ContainerReason[];

  /**
   * The stop codes to exclude. Events without a stop code match.
   *
   * @default - no stop code is excluded
   */
  readonly excludedStopCodes?: TaskStopCode[];

  /**
   * The stopped reason prefixes to exclude. Events without a stopped reason match.
   *
   * @default - no stopped reason is excluded
   */
  readonly excludedStoppedReasons?: StoppedReason[];

  /**
   * The container exit codes to match. At least one container of the task must have one of them.
   *
   * @default - any exit code, or none
   */
  readonly exitCodes?: ExitCode[];

  /**
   * The launch types to match (`detail.launchType`).
   *
   * @default - any launch type
   */
  readonly launchTypes?: TaskLaunchType[];
}
