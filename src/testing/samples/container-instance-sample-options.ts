import type { SampleEventOptions } from './sample-event-options';

/** Options for a sample `ECS Container Instance Health Change` event. */
export interface ContainerInstanceHealthChangeSampleOptions extends SampleEventOptions {
  /**
   * The name of the capacity provider.
   *
   * @default - that of the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The overall health status of the instance.
   *
   * @default 'IMPAIRED'
   */
  readonly overallStatus?: string;

  /**
   * The type of the health check, such as `AGENT_CONNECTIVITY`.
   *
   * @default 'DAEMON'
   */
  readonly healthCheckType?: string;

  /**
   * The status of the health check.
   *
   * @default - `overallStatus`
   */
  readonly healthCheckStatus?: string;

  /**
   * The reason for the status of the health check, as free-form text.
   *
   * @default - that of the sample
   */
  readonly statusReason?: string;
}

/** Options for a sample `ECS Container Instance State Change` event. */
export interface ContainerInstanceStateChangeSampleOptions extends SampleEventOptions {
  /**
   * Whether the container agent is connected.
   *
   * @default true
   */
  readonly agentConnected?: boolean;

  /**
   * The status of the instance.
   *
   * @default 'ACTIVE'
   */
  readonly status?: string;
}
