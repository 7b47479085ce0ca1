import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { SampleEventOptions } from './sample-event-options';
import type { HookEvent } from '../../filters/hook-event';
import type { ServiceActionEvent } from '../../filters/service-action-event';
import type { ServiceDeploymentEvent } from '../../filters/service-deployment-event';

/** Options for a sample event about one service. */
export interface ServiceSampleOptions extends SampleEventOptions {
  /**
   * The service. Its cluster is the cluster of the event unless you specify one. Cannot be combined with `serviceName`.
   *
   * @default - the service of the sample
   */
  readonly service?: aws_ecs.IServiceRef;

  /**
   * The name of the service. Cannot be combined with `service`.
   *
   * @default - the service of the sample
   */
  readonly serviceName?: string;
}

/** Options for a sample `SERVICE_TASK_PLACEMENT_FAILURE` event. */
export interface ServiceTaskPlacementFailureSampleOptions extends ServiceSampleOptions {
  /**
   * The name of the only capacity provider in `capacityProviderArns`.
   *
   * @default - as in the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The reason. If it is not about Fargate, the sample is about a service on EC2 instances.
   *
   * @default 'RESOURCE:FARGATE'
   */
  readonly reason?: string;
}

/** Options for a sample `ECS Service Action` event. */
export interface ServiceActionSampleOptions extends ServiceSampleOptions {
  /**
   * The name of the event, which determines `eventType`.
   *
   * @default ServiceActionEvent.SERVICE_STEADY_STATE
   */
  readonly eventName?: ServiceActionEvent;

  /**
   * The name of the only capacity provider in `capacityProviderArns`.
   *
   * @default - as in the sample
   */
  readonly capacityProviderName?: string;

  /**
   * The reason as free-form text.
   *
   * @default - as in the sample
   */
  readonly reason?: string;
}

/** Options for a sample `ECS Deployment State Change` event. */
export interface ServiceDeploymentStateChangeSampleOptions extends ServiceSampleOptions {
  /**
   * The name of the event, which determines `eventType`.
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
   * The reason as free-form text.
   *
   * @default - as in the sample
   */
  readonly reason?: string;
}

/** Options for a sample `ECS Hook State Change` event. */
export interface HookStateChangeSampleOptions extends ServiceSampleOptions {
  /**
   * The name of the event.
   *
   * @default HookEvent.HOOK_AWAITING_ACTION
   */
  readonly eventName?: HookEvent;

  /**
   * The lifecycle stage of the deployment.
   *
   * @default 'POST_TEST_TRAFFIC_SHIFT'
   */
  readonly lifecycleStage?: string;

  /**
   * The type of the hook.
   *
   * @default - as in the sample; the samples of hooks that await an action, succeeded, failed, or timed out are about pause hooks
   */
  readonly hookType?: string;
}
