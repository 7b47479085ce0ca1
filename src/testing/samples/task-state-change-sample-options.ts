import type { ServiceSampleOptions } from './service-sample-options';

/** What a sample of a change of state of a task can be given. */
export interface TaskStateChangeSampleOptions extends ServiceSampleOptions {
  /**
   * What the task belongs to, such as `family:batch`.
   *
   * @default - `service:` and the name of the service
   */
  readonly group?: string;

  /**
   * The status of the task. A task that runs or starts has neither `stopCode` nor `stoppedReason` nor exit codes unless they are given.
   *
   * @default 'STOPPED'
   */
  readonly lastStatus?: string;

  /**
   * Why the task stopped, as a code. With `TaskFailedToStart` there is no exit code unless one is given.
   *
   * @default 'EssentialContainerExited'
   */
  readonly stopCode?: string;

  /**
   * Why the task stopped, in words.
   *
   * @default - that of the sample
   */
  readonly stoppedReason?: string;

  /**
   * The exit code of the container.
   *
   * @default 1
   */
  readonly exitCode?: number;

  /**
   * The launch type.
   *
   * @default 'FARGATE'
   */
  readonly launchType?: string;

  /**
   * The name of the capacity provider.
   *
   * @default - the task has none
   */
  readonly capacityProviderName?: string;

  /**
   * The family of the task definition.
   *
   * @default 'web'
   */
  readonly taskDefinitionFamily?: string;
}
