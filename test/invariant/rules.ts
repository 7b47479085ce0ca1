import type { Construct } from 'constructs';
import {
  DaemonDeploymentRollbackFailedRule, DaemonTaskStartImpairedRule, EcsEventPattern, EcsEventRule, ServiceActionEventType,
  ServiceTaskPlacementFailureRule, TaskLastStatus,
} from '../../src';

/** A rule that samples of the catalog match. Targets are added afterwards. */
export type RuleChoice = 'daemon task' | 'daemon rollback' | 'placement' | 'service action' | 'task stopped';

export const RULES: Record<RuleChoice, (scope: Construct) => EcsEventRule> = {
  'daemon task': (scope) => new DaemonTaskStartImpairedRule(scope, 'Alert'),
  'daemon rollback': (scope) => new DaemonDeploymentRollbackFailedRule(scope, 'Alert'),
  'placement': (scope) => new ServiceTaskPlacementFailureRule(scope, 'Alert'),
  'service action': (scope) => new EcsEventRule(scope, 'Alert', {
    pattern: EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR] }),
  }),
  'task stopped': (scope) => new EcsEventRule(scope, 'Alert', { pattern: EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }) }),
};
