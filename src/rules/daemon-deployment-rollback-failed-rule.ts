import type { Construct } from 'constructs';
import { EcsEventRule } from './ecs-event-rule';
import type { EcsEventRuleOptions } from './ecs-event-rule-options';
import { flatProps } from './flat-props';
import type { DaemonDeploymentRollbackFailedFilters } from '../filters/daemon-filters';

/** Properties for `DaemonDeploymentRollbackFailedRule`: the options of a rule, and the filters of `EcsEventPattern.daemonDeploymentRollbackFailed()`. */
export interface DaemonDeploymentRollbackFailedRuleProps extends EcsEventRuleOptions, DaemonDeploymentRollbackFailedFilters {}

/**
 * An EventBridge rule that sends `DAEMON_DEPLOYMENT_ROLLBACK_FAILED` events to its targets: a daemon deployment failed and Amazon ECS could not roll it back.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-daemons-events.html
 * @example
 * declare const cluster: ecs.ICluster;
 * declare const topic: sns.ITopic;
 * new DaemonDeploymentRollbackFailedRule(this, 'DaemonDeploymentRollbackFailed', {
 *   clusters: [cluster],
 *   daemonNames: ['log-agent'],
 *   targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })],
 * });
 */
export class DaemonDeploymentRollbackFailedRule extends EcsEventRule {
  /**
   * Throws an error if a filter or an option is invalid.
   */
  constructor(scope: Construct, id: string, props: DaemonDeploymentRollbackFailedRuleProps = {}) {
    super(scope, id, flatProps(scope, id, props, 'daemonDeploymentRollbackFailed'));
  }
}
