import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { SampleEventOptions } from './sample-event-options';
import type { HookEvent } from '../../filters/hook-event';
import type { ServiceActionEvent } from '../../filters/service-action-event';
import type { ServiceDeploymentEvent } from '../../filters/service-deployment-event';

/** What a sample of an event about one service can be given. */
export interface ServiceSampleOptions extends SampleEventOptions {
  /**
   * The service. Its cluster is that of the event unless one is given. Not together with `serviceName`.
   *
   * @default - the service of the sample
   */
  readonly service?: aws_ecs.IServiceRef;

  /**
   * The name of the service. Not together with `service`.
   *
   * @default - the service of the sample
   */
  readonly serviceName?: string;
}

/** What a sample of the event that a task of a service cannot be placed can be given. */
export interface ServiceTaskPlacementFailureSampleOptions extends ServiceSampleOptions {
  /**
   * The name of the capacity provider: the only one in `capacityProviderArns`.
   *
   * @default - as in the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The cause. A cause that is not about Fargate makes it the sample of a service on EC2 instances.
   *
   * @default 'RESOURCE:FARGATE'
   */
  readonly reason?: string;
}

/** What a sample of an action of the service scheduler can be given. */
export interface ServiceActionSampleOptions extends ServiceSampleOptions {
  /**
   * The event. `eventType` follows it.
   *
   * @default ServiceActionEvent.SERVICE_STEADY_STATE
   */
  readonly eventName?: ServiceActionEvent;

  /**
   * The name of the capacity provider: the only one in `capacityProviderArns`.
   *
   * @default - as in the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The cause, in words.
   *
   * @default - as in the sample
   */
  readonly reason?: string;
}

/** What a sample of an event of a service deployment can be given. */
export interface ServiceDeploymentStateChangeSampleOptions extends ServiceSampleOptions {
  /**
   * The event. `eventType` follows it.
   *
   * @default ServiceDeploymentEvent.SERVICE_DEPLOYMENT_IN_PROGRESS
   */
  readonly eventName?: ServiceDeploymentEvent;

  /**
   * The id of the deployment.
   *
   * @default 'ecs-svc/1234567890123456789'
   */
  readonly deploymentId?: string;

  /**
   * What happened, in words.
   *
   * @default - as in the sample
   */
  readonly reason?: string;
}

/** What a sample of an event of a lifecycle hook can be given. */
export interface HookStateChangeSampleOptions extends ServiceSampleOptions {
  /**
   * The event.
   *
   * @default HookEvent.HOOK_AWAITING_ACTION
   */
  readonly eventName?: HookEvent;

  /**
   * The stage of the deployment.
   *
   * @default 'POST_TEST_TRAFFIC_SHIFT'
   */
  readonly lifecycleStage?: string;

  /**
   * The kind of hook.
   *
   * @default - as in the sample; the samples of hooks that await an action, succeeded, failed, or timed out are about pause hooks
   */
  readonly hookType?: string;
}
