import type { SampleEventOptions } from './sample-event-options';

/** What a sample of a change of health of a container instance can be given. */
export interface ContainerInstanceHealthChangeSampleOptions extends SampleEventOptions {
  /**
   * The name of the capacity provider.
   *
   * @default - that of the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The health of the instance as a whole.
   *
   * @default 'IMPAIRED'
   */
  readonly overallStatus?: string;

  /**
   * What was checked, such as `AGENT_CONNECTIVITY`.
   *
   * @default 'DAEMON'
   */
  readonly healthCheckType?: string;

  /**
   * The result of the check.
   *
   * @default - `overallStatus`
   */
  readonly healthCheckStatus?: string;

  /**
   * The cause that the check gives, in words.
   *
   * @default - that of the sample
   */
  readonly statusReason?: string;
}

/** What a sample of a change of state of a container instance can be given. */
export interface ContainerInstanceStateChangeSampleOptions extends SampleEventOptions {
  /**
   * Whether the agent is connected.
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
