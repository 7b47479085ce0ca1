import type { Construct } from 'constructs';
import { EcsEventRule } from './ecs-event-rule';
import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import { flatProps } from './flat-props';
import type { ServiceTaskPlacementFailureFilters } from '../filters/service-filters';

/** Properties for `ServiceTaskPlacementFailureRule`: the options of a rule, and the filters of `EcsEventPattern.serviceTaskPlacementFailure()`. */
export interface ServiceTaskPlacementFailureRuleProps extends EcsEventRuleOptions, ServiceTaskPlacementFailureFilters {}

/**
 * An EventBridge rule that sends `SERVICE_TASK_PLACEMENT_FAILURE` events to its targets: Amazon ECS cannot place a task of a service.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html
 * @example
 * declare const cluster: ecs.ICluster;
 * declare const topic: sns.ITopic;
 * new ServiceTaskPlacementFailureRule(this, 'ServiceTaskPlacementFailure', {
 *   clusters: [cluster],
 *   reasons: [FailureReason.RESOURCE_FARGATE],
 *   targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
 * });
 */
export class ServiceTaskPlacementFailureRule extends EcsEventRule {
  /**
   * Throws an error if a filter or an option is invalid.
   */
  constructor(scope: Construct, id: string, props: ServiceTaskPlacementFailureRuleProps = {}) {
    super(scope, id, flatProps(scope, id, props, 'serviceTaskPlacementFailure'));
  }
}
