import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { SampleEventOptions } from './sample-event-options';
import type { DaemonDeploymentEvent } from '../../filters/daemon-deployment-event';
import type { DaemonServiceEvent } from '../../filters/daemon-service-event';

/** Options for a sample `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` event. */
export interface DaemonDeploymentRollbackFailedSampleOptions extends SampleEventOptions {
  /**
   * The daemon. Its cluster is the cluster of the event unless you specify one. Cannot be combined with `daemonName`.
   *
   * @default - the daemon of the sample
   */
  readonly daemon?: aws_ecs.IDaemonRef;

  /**
   * The name of the daemon. Cannot be combined with `daemon`.
   *
   * @default - the daemon of the sample
   */
  readonly daemonName?: string;
}

/** Options for a sample `ECS Daemon Deployment State Change` event. */
export interface DaemonDeploymentStateChangeSampleOptions extends DaemonDeploymentRollbackFailedSampleOptions {
  /**
   * The name of the event, which determines `eventType`.
   *
   * @default DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING
   */
  readonly eventName?: DaemonDeploymentEvent;
}

/** Options for a sample `DAEMON_TASK_START_IMPAIRED` event. */
export interface DaemonTaskStartImpairedSampleOptions extends SampleEventOptions {
  /**
   * The daemon. Its cluster is the cluster of the event unless you specify one. Cannot be combined with `daemonName`.
   *
   * @default - the daemon of the sample
   */
  readonly daemon?: aws_ecs.IDaemonRef;

  /**
   * The name of the daemon. Cannot be combined with `daemon`.
   *
   * @default - the daemon of the sample
   */
  readonly daemonName?: string;

  /**
   * The name of the capacity provider.
   *
   * @default - that of the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The failure type. With `TASK_CREATION_FAILED` there is no task: the event has neither `taskArn` nor an entry in `resources`.
   *
   * @default 'TASK_FAILED_TO_RUN'
   */
  readonly failureType?: string;

  /**
   * The reason as free-form text.
   *
   * @default - that of the sample
   */
  readonly reason?: string;
}

/** Options for a sample `ECS Daemon Service Action` event. */
export interface DaemonServiceActionSampleOptions extends DaemonTaskStartImpairedSampleOptions {
  /**
   * The name of the event, which determines `eventType`.
   *
   * @default DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED
   */
  readonly eventName?: DaemonServiceEvent;
}
