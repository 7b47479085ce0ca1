import type { ContainerReason } from './container-reason';
import type { ExitCode } from './exit-code';
import type { ServiceExclusionFilters } from './service-filters';
import type { StoppedReason } from './stopped-reason';
import type { TaskLastStatus } from './task-last-status';
import type { TaskLaunchType } from './task-launch-type';
import type { TaskStopCode } from './task-stop-code';

/** The filters of `EcsEventPattern.taskStateChange()`. */
export interface TaskStateChangeFilters extends ServiceExclusionFilters {
  /**
   * Names of capacity providers. Only some tasks carry one.
   *
   * @default - any capacity provider, or none
   */
  readonly capacityProviderNames?: string[];

  /**
   * Families of task definitions, every revision of them.
   *
   * @default - any task definition
   */
  readonly taskDefinitionFamilies?: string[];

  /**
   * Statuses of the task.
   *
   * @default - any status
   */
  readonly lastStatuses?: TaskLastStatus[];

  /**
   * Why the task stopped, as a code. Only stopped tasks carry one.
   *
   * @default - any code, or none
   */
  readonly stopCodes?: TaskStopCode[];

  /**
   * What the reason of the stop begins with.
   *
   * @default - any reason, or none
   */
  readonly stoppedReasons?: StoppedReason[];

  /**
   * The families of task definitions to exclude, with all their revisions. Events without a task definition match.
   *
   * @default - no family is excluded
   */
  readonly excludedTaskDefinitionFamilies?: string[];

  /**
   * The names of containers to match. With `containerReasons` or `exitCodes`, they apply to the same container.
   *
   * @default - any container
   */
  readonly containerNames?: string[];

  /**
   * The prefixes of reasons of containers to match.
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
   * The prefixes of the stopped reasons to exclude. Events without a stopped reason match.
   *
   * @default - no stopped reason is excluded
   */
  readonly excludedStoppedReasons?: StoppedReason[];

  /**
   * Exit codes of containers. One container of the task must have one of them.
   *
   * @default - any exit code, or none
   */
  readonly exitCodes?: ExitCode[];

  /**
   * Launch types.
   *
   * @default - any launch type
   */
  readonly launchTypes?: TaskLaunchType[];
}
