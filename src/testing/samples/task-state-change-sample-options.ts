import type { ServiceSampleOptions } from './service-sample-options';

/** Options for a sample `ECS Task State Change` event. */
export interface TaskStateChangeSampleOptions extends ServiceSampleOptions {
  /**
   * The group of the task, such as `family:batch`.
   *
   * @default - `service:` and the name of the service
   */
  readonly group?: string;

  /**
   * The status of the task. A task that runs or starts has no `stopCode`, `stoppedReason` or exit code unless you specify them.
   *
   * @default 'STOPPED'
   */
  readonly lastStatus?: string;

  /**
   * The stop code. With `TaskFailedToStart` there is no exit code unless you specify one.
   *
   * @default 'EssentialContainerExited'
   */
  readonly stopCode?: string;

  /**
   * The stopped reason as free-form text.
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
   * @default - no capacity provider
   */
  readonly capacityProviderName?: string;

  /**
   * The family of the task definition.
   *
   * @default 'web'
   */
  readonly taskDefinitionFamily?: string;
}
