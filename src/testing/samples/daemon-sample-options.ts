import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { SampleEventOptions } from './sample-event-options';
import type { DaemonDeploymentEvent } from '../../filters/daemon-deployment-event';
import type { DaemonServiceEvent } from '../../filters/daemon-service-event';

/** What a sample of the event that the rollback of a daemon failed can be given. */
export interface DaemonDeploymentRollbackFailedSampleOptions extends SampleEventOptions {
  /**
   * The daemon. Its cluster is that of the event unless one is given. Not together with `daemonName`.
   *
   * @default - the daemon of the sample
   */
  readonly daemon?: aws_ecs.IDaemonRef;

  /**
   * The name of the daemon. Not together with `daemon`.
   *
   * @default - the daemon of the sample
   */
  readonly daemonName?: string;
}

/** What a sample of an event of a daemon deployment can be given. */
export interface DaemonDeploymentStateChangeSampleOptions extends DaemonDeploymentRollbackFailedSampleOptions {
  /**
   * The event. `eventType` follows it.
   *
   * @default DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING
   */
  readonly eventName?: DaemonDeploymentEvent;
}

/** What a sample of the event that a daemon task cannot be started can be given. */
export interface DaemonTaskStartImpairedSampleOptions extends SampleEventOptions {
  /**
   * The daemon. Its cluster is that of the event unless one is given. Not together with `daemonName`.
   *
   * @default - the daemon of the sample
   */
  readonly daemon?: aws_ecs.IDaemonRef;

  /**
   * The name of the daemon. Not together with `daemon`.
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
   * The kind of failure. With `TASK_CREATION_FAILED` there is no task: neither `taskArn` nor an entry in `resources`.
   *
   * @default 'TASK_FAILED_TO_RUN'
   */
  readonly failureType?: string;

  /**
   * The cause, in words.
   *
   * @default - that of the sample
   */
  readonly reason?: string;
}

/** What a sample of an event of a daemon can be given. */
export interface DaemonServiceActionSampleOptions extends DaemonTaskStartImpairedSampleOptions {
  /**
   * The event. `eventType` follows it.
   *
   * @default DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED
   */
  readonly eventName?: DaemonServiceEvent;
}
