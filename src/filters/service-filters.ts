import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { DeploymentReason } from './deployment-reason';
import type { EcsEventFilters } from './ecs-event-filters';
import type { FailureReason } from './failure-reason';
import type { HookEvent } from './hook-event';
import type { HookLifecycleStage } from './hook-lifecycle-stage';
import type { HookType } from './hook-type';
import type { ServiceActionEvent } from './service-action-event';
import type { ServiceActionEventType } from './service-action-event-type';
import type { ServiceDeploymentEvent } from './service-deployment-event';

/** Which services. `services` and `serviceNames` are one condition: an event of any of them matches. */
export interface ServiceFilters extends EcsEventFilters {
  /**
   * Services, as constructs; imported ones too.
   *
   * A service with a literal name is found by its name; the rule of one without waits for the service and misses its first deployment.
   *
   * @default - every service, or those of `serviceNames`
   */
  readonly services?: aws_ecs.IServiceRef[];

  /**
   * Names of services. Needs `clusters` or `clusterNames`: the name of a service means nothing without its cluster.
   *
   * @default - every service, or those of `services`
   */
  readonly serviceNames?: string[];
}

/** Which services, and which not. */
export interface ServiceExclusionFilters extends ServiceFilters {
  /**
   * The services to exclude.
   *
   * Deployments together with `clusters`, `clusterNames`, or `clusterNamePrefixes`: the exclusion has no effect for events without `detail.clusterArn`, which
   * some deployment events lack. EventBridge cannot combine a cluster with an exclusion on the ARN of the service alone.
   *
   * @default - none
   */
  readonly excludedServices?: aws_ecs.IServiceRef[];

  /**
   * The names of the services to exclude, in any cluster.
   *
   * Deployments together with `clusters`, `clusterNames`, or `clusterNamePrefixes`: the exclusion has no effect for events without `detail.clusterArn`, which
   * some deployment events lack. EventBridge cannot combine a cluster with an exclusion on the ARN of the service alone.
   *
   * @default - none
   */
  readonly excludedServiceNames?: string[];
}

/** The filters of `EcsEventPattern.serviceTaskPlacementFailure()`. */
export interface ServiceTaskPlacementFailureFilters extends ServiceExclusionFilters {
  /**
   * Names of capacity providers, `FARGATE` and `FARGATE_SPOT` too. Only some events carry capacity providers.
   *
   * @default - any capacity provider, or none
   */
  readonly capacityProviderNames?: string[];

  /**
   * What the reason begins with.
   *
   * @default - any reason
   */
  readonly reasons?: FailureReason[];

  /**
   * Reasons to leave out. Events without a reason stay.
   *
   * @default - none
   */
  readonly excludedReasons?: FailureReason[];
}

/** The filters of `EcsEventPattern.serviceAction()`. */
export interface ServiceActionFilters extends ServiceTaskPlacementFailureFilters {
  /**
   * Events to hear, by the names that AWS gives them (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: ServiceActionEvent[];

  /**
   * Events to leave out.
   *
   * @default - none
   */
  readonly excludedEventNames?: ServiceActionEvent[];

  /**
   * Severities to hear, as AWS spells them in this detail type (`detail.eventType`).
   *
   * @default - every severity
   */
  readonly eventTypes?: ServiceActionEventType[];
}

/** The filters of `EcsEventPattern.serviceDeploymentStateChange()`. */
export interface ServiceDeploymentStateChangeFilters extends ServiceExclusionFilters {
  /**
   * Events to hear, by the names that AWS gives them (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: ServiceDeploymentEvent[];

  /**
   * Events to leave out.
   *
   * @default - none
   */
  readonly excludedEventNames?: ServiceDeploymentEvent[];

  /**
   * What the reason begins with.
   *
   * @default - any reason
   */
  readonly reasons?: DeploymentReason[];

  /**
   * Reasons to leave out.
   *
   * @default - none
   */
  readonly excludedReasons?: DeploymentReason[];
}

/** The filters of `EcsEventPattern.hookStateChange()`. */
export interface HookStateChangeFilters extends ServiceExclusionFilters {
  /**
   * Events to hear, by the names that AWS gives them (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: HookEvent[];

  /**
   * Events to leave out.
   *
   * @default - none
   */
  readonly excludedEventNames?: HookEvent[];

  /**
   * Stages of the deployment.
   *
   * @default - every stage
   */
  readonly lifecycleStages?: HookLifecycleStage[];

  /**
   * Kinds of hooks.
   *
   * @default - every kind
   */
  readonly hookTypes?: HookType[];
}
