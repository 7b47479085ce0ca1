import { CfnParameter } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import {
  DaemonDeploymentEvent, DaemonDeploymentRollbackFailedRule, DaemonTaskFailureType, DaemonTaskStartImpairedRule, EcsEventPattern, EcsEventRule,
  ContainerInstanceHealthCheck, ContainerInstanceHealthCheckType, FailureReason, HookEvent,
  ServiceActionEvent, ServiceActionEventType, ServiceDeploymentEvent, ServiceTaskPlacementFailureRule, TaskLastStatus,
} from '../../src';
import type { EcsEventRuleOptions } from '../../src';

/** A way to match events. */
export interface ConstructRow {
  readonly name: string;
  /** The factory of `EcsEventPattern` behind it. */
  readonly factory: keyof typeof EcsEventPattern;
  /** What messages of the CDK contain in addition to the envelope: a path that every event that it matches has, with free-form text wherever there is some. */
  readonly says: string;
  make(scope: Construct, id: string, options: EcsEventRuleOptions): EcsEventRule;
}

/** Clusters of the sample events: of daemons, hooks, and the health of instances, and of services. */
const MY = { clusterNames: ['my-cluster'] };
const DEFAULT = { clusterNames: ['default'] };

type Make = ConstructRow['make'];

/** @param cause what only some of the events have: a chat notification shows it if it gets a rule for them */
function ofPattern(pattern: () => EcsEventPattern, cause?: string): Make {
  const divided = (id: string) => cause === undefined || id !== 'Chat' ? pattern() : pattern().dividedByPresence(cause);
  return (scope, id, options) => new EcsEventRule(scope, id, { ...options, pattern: divided(id) });
}

/** Each named construct, each other factory of a pattern, and several patterns at once. Each of them matches some of the sample events and not others. */
export const CONSTRUCTS: readonly ConstructRow[] = [
  {
    name: 'DaemonTaskStartImpairedRule',
    factory: 'daemonTaskStartImpaired',
    says: '$.detail.reason',
    make: (scope, id, options) => new DaemonTaskStartImpairedRule(scope, id, {
      ...options, ...MY, failureTypes: [DaemonTaskFailureType.TASK_FAILED_TO_RUN],
    }),
  },
  {
    name: 'DaemonDeploymentRollbackFailedRule',
    factory: 'daemonDeploymentRollbackFailed',
    says: '$.detail.daemonArn',
    make: (scope, id, options) => new DaemonDeploymentRollbackFailedRule(scope, id, { ...options, ...MY, daemonNames: ['my-daemon'] }),
  },
  {
    name: 'ServiceTaskPlacementFailureRule',
    factory: 'serviceTaskPlacementFailure',
    says: '$.detail.reason',
    make: (scope, id, options) => new ServiceTaskPlacementFailureRule(scope, id, {
      ...options, ...DEFAULT, excludedReasons: [FailureReason.RESOURCE_GPU],
    }),
  },
  {
    name: 'DaemonServiceAction',
    factory: 'daemonServiceAction',
    says: '$.detail.reason',
    make: ofPattern(() => EcsEventPattern.daemonServiceAction({ ...MY, daemonNames: ['my-daemon'] })),
  },
  {
    name: 'DaemonDeploymentStateChange',
    factory: 'daemonDeploymentStateChange',
    says: '$.detail.daemonArn',
    make: ofPattern(() => EcsEventPattern.daemonDeploymentStateChange({ excludedEventNames: [DaemonDeploymentEvent.DAEMON_DEPLOYMENT_PENDING] })),
  },
  {
    name: 'ServiceAction',
    factory: 'serviceAction',
    says: '$.detail.clusterArn',
    make: ofPattern(() => EcsEventPattern.serviceAction({
      ...DEFAULT,
      eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR],
      eventNames: [ServiceActionEvent.SERVICE_TASK_CONFIGURATION_FAILURE, ServiceActionEvent.SERVICE_TASK_START_IMPAIRED],
    }), 'detail.reason'),
  },
  {
    name: 'ServiceDeploymentStateChange',
    factory: 'serviceDeploymentStateChange',
    says: '$.detail.reason',
    make: ofPattern(() => EcsEventPattern.serviceDeploymentStateChange({
      ...DEFAULT,
      eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED, ServiceDeploymentEvent.SERVICE_DEPLOYMENT_COMPLETED],
    })),
  },
  {
    name: 'HookStateChange',
    factory: 'hookStateChange',
    says: '$.detail.hookId',
    // The name of the cluster is known only at deployment.
    make: (scope, id, options) => {
      const name = new CfnParameter(scope, `${id}Cluster`, { default: 'my-cluster' }).valueAsString;
      const pattern = EcsEventPattern.hookStateChange({ clusterNames: [name], excludedEventNames: [HookEvent.HOOK_IN_PROGRESS] });
      return ofPattern(() => pattern)(scope, id, options);
    },
  },
  {
    name: 'ContainerInstanceHealthChange',
    factory: 'containerInstanceHealthChange',
    says: '$.detail.overallStatus',
    make: ofPattern(() => EcsEventPattern.containerInstanceHealthChange({
      ...MY, healthChecks: [ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.DAEMON)],
    })),
  },
  {
    name: 'ContainerInstanceStateChange',
    factory: 'containerInstanceStateChange',
    says: '$.detail.status',
    make: ofPattern(() => EcsEventPattern.containerInstanceStateChange({ ...DEFAULT, agentConnected: false }), 'detail.statusReason'),
  },
  {
    name: 'TaskStateChange',
    factory: 'taskStateChange',
    says: '$.detail.stoppedReason',
    make: ofPattern(() => EcsEventPattern.taskStateChange({ ...DEFAULT, lastStatuses: [TaskLastStatus.STOPPED] }), 'detail.stoppedReason'),
  },
  {
    name: 'AnyOf',
    factory: 'anyOf',
    says: '$.detail.clusterArn',
    // Two detail types in one rule.
    make: ofPattern(() => EcsEventPattern.anyOf(EcsEventPattern.hookStateChange(MY), EcsEventPattern.daemonDeploymentStateChange(MY))),
  },
];
