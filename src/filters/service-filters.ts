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

/** Filters for events about services. `services` and `serviceNames` are one condition: an event of any of them matches. */
export interface ServiceFilters extends EcsEventFilters {
  /**
   * The services to match, created or imported.
   *
   * A service with a literal name is matched by its name. Otherwise the rule depends on the service and is created after it, so that it misses the events of
   * the first deployment.
   *
   * @default - every service, or those of `serviceNames`
   */
  readonly services?: aws_ecs.IServiceRef[];

  /**
   * The names of the services to match. Requires `clusters` or `clusterNames`, because a service name is unique within a cluster only.
   *
   * @default - every service, or those of `services`
   */
  readonly serviceNames?: string[];
}

/** Filters for events about services, with exclusions. */
export interface ServiceExclusionFilters extends ServiceFilters {
  /**
   * The services to exclude.
   *
   * For deployments, together with `clusters`, `clusterNames`, or `clusterNamePrefixes`: the exclusion has no effect on events without `detail.clusterArn`,
   * which some deployment events lack. EventBridge cannot combine a cluster with an exclusion on the service ARN alone.
   *
   * @default - none
   */
  readonly excludedServices?: aws_ecs.IServiceRef[];

  /**
   * The names of the services to exclude, in any cluster.
   *
   * For deployments, together with `clusters`, `clusterNames`, or `clusterNamePrefixes`: the exclusion has no effect on events without `detail.clusterArn`,
   * which some deployment events lack. EventBridge cannot combine a cluster with an exclusion on the service ARN alone.
   *
   * @default - none
   */
  readonly excludedServiceNames?: string[];
}

/** Filters for `EcsEventPattern.serviceTaskPlacementFailure()`. */
export interface ServiceTaskPlacementFailureFilters extends ServiceExclusionFilters {
  /**
   * The names of the capacity providers to match, including `FARGATE` and `FARGATE_SPOT`. Only some events name capacity providers.
   *
   * @default - any capacity provider, or none
   */
  readonly capacityProviderNames?: string[];

  /**
   * The reason prefixes to match.
   *
   * @default - any reason
   */
  readonly reasons?: FailureReason[];

  /**
   * The reason prefixes to exclude. Events without a reason match.
   *
   * @default - none
   */
  readonly excludedReasons?: FailureReason[];
}

/** Filters for `EcsEventPattern.serviceAction()`. */
export interface ServiceActionFilters extends ServiceTaskPlacementFailureFilters {
  /**
   * The event names to match (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: ServiceActionEvent[];

  /**
   * The event names to exclude.
   *
   * @default - none
   */
  readonly excludedEventNames?: ServiceActionEvent[];

  /**
   * The severities to match, as AWS spells them in this detail type (`detail.eventType`).
   *
   * @default - every severity
   */
  readonly eventTypes?: ServiceActionEventType[];
}

/** Filters for `EcsEventPattern.serviceDeploymentStateChange()`. */
export interface ServiceDeploymentStateChangeFilters extends ServiceExclusionFilters {
  /**
   * The event names to match (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: ServiceDeploymentEvent[];

  /**
   * The event names to exclude.
   *
   * @default - none
   */
  readonly excludedEventNames?: ServiceDeploymentEvent[];

  /**
   * The reason prefixes to match.
   *
   * @default - any reason
   */
  readonly reasons?: DeploymentReason[];

  /**
   * The reason prefixes to exclude.
   *
   * @default - none
   */
  readonly excludedReasons?: DeploymentReason[];
}

/** Filters for `EcsEventPattern.hookStateChange()`. */
export interface HookStateChangeFilters extends ServiceExclusionFilters {
  /**
   * The event names to match (`detail.eventName`).
   *
   * @default - every event of the detail type
   */
  readonly eventNames?: HookEvent[];

  /**
   * The event names to exclude.
   *
   * @default - none
   */
  readonly excludedEventNames?: HookEvent[];

  /**
   * The deployment stages to match (`detail.lifecycleStage`).
   *
   * @default - every stage
   */
  readonly lifecycleStages?: HookLifecycleStage[];

  /**
   * The hook types to match (`detail.hookType`).
   *
   * @default - every type
   */
  readonly hookTypes?: HookType[];
}
