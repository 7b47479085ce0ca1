import type { Construct } from 'constructs';
import { EcsEventRule } from './ecs-event-rule';
import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import { flatProps } from './flat-props';
import type { DaemonTaskStartImpairedFilters } from '../filters/daemon-filters';

/** Properties for `DaemonTaskStartImpairedRule`: the options of a rule, and the filters of `EcsEventPattern.daemonTaskStartImpaired()`. */
export interface DaemonTaskStartImpairedRuleProps extends EcsEventRuleOptions, DaemonTaskStartImpairedFilters {}

/**
 * An EventBridge rule that sends `DAEMON_TASK_START_IMPAIRED` events to its targets: Amazon ECS cannot start a daemon task on a container instance.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 * @example
 * declare const cluster: ecs.ICluster;
 * declare const topic: sns.ITopic;
 * new DaemonTaskStartImpairedRule(this, 'DaemonTaskStartImpaired', {
 *   clusters: [cluster],
 *   failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED],
 *   reasons: [FailureReason.RESOURCE_CPU, FailureReason.RESOURCE_MEMORY],
 *   targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
 * });
 */
export class DaemonTaskStartImpairedRule extends EcsEventRule {
  /**
   * Throws an error if a filter or an option is invalid.
   */
  constructor(scope: Construct, id: string, props: DaemonTaskStartImpairedRuleProps = {}) {
    super(scope, id, flatProps(scope, id, props, 'daemonTaskStartImpaired'));
  }
}
