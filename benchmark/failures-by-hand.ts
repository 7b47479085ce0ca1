import type { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';

/** The alerts of `EcsFailureAlerts` as a careful author writes them by hand: the same patterns, with a dead-letter queue. */
export function addFailureAlertsByHand(stack: Stack, clusterNames: readonly string[], topic: sns.ITopic, deadLetterQueue: sqs.IQueue): void {
  const arns = clusterNames.map((name) => stack.formatArn({ service: 'ecs', resource: 'cluster', resourceName: name }));
  const inClusters = { clusterArn: arns };
  const resources = clusterNames.map((name) => ({ prefix: stack.formatArn({ service: 'ecs', resource: 'service', resourceName: `${name}/` }) }));
  const add = (id: string, detailType: string, pattern: object) => new events.Rule(stack, id, {
    eventPattern: { source: ['aws.ecs'], detailType: [detailType], ...pattern },
    targets: [new targets.SnsTopic(topic, { deadLetterQueue })],
  });
  const byCause = (id: string, detailType: string, field: string, detail: object) => {
    add(id, detailType, { detail: { ...inClusters, ...detail, [field]: [{ exists: true }] } });
    add(`${id}2`, detailType, { detail: { ...inClusters, ...detail, [field]: [{ exists: false }] } });
  };
  byCause('CriticalServiceAction', 'ECS Service Action', 'reason', {
    eventName: ['SERVICE_TASK_PLACEMENT_FAILURE', 'SERVICE_TASK_CONFIGURATION_FAILURE', 'SERVICE_TASK_START_IMPAIRED', 'SERVICE_HEALTH_UNKNOWN'],
  });
  add('ServiceDeployment', 'ECS Deployment State Change', { resources, detail: { eventName: ['SERVICE_DEPLOYMENT_FAILED'] } });
  add('CriticalDaemonDeployment', 'ECS Daemon Deployment State Change', { detail: { ...inClusters, eventName: ['DAEMON_DEPLOYMENT_ROLLBACK_FAILED'] } });
  byCause('WarningServiceAction', 'ECS Service Action', 'reason', {
    eventName: ['SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'VPC_LATTICE_TARGET_UNHEALTHY', 'ECS_OPERATION_THROTTLED',
      'SERVICE_DISCOVERY_OPERATION_THROTTLED', 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED'],
  });
  add('Hook', 'ECS Hook State Change', { detail: { ...inClusters, eventName: ['HOOK_AWAITING_ACTION', 'HOOK_FAILED', 'HOOK_TIMED_OUT'] } });
  add('DaemonServiceAction', 'ECS Daemon Service Action', { detail: { ...inClusters, eventName: ['DAEMON_TASK_START_IMPAIRED'] } });
  add('WarningDaemonDeployment', 'ECS Daemon Deployment State Change', {
    detail: { ...inClusters, eventName: ['DAEMON_DEPLOYMENT_STOPPED', 'DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS'] },
  });
  add('InstanceHealth', 'ECS Container Instance Health Change', { detail: { ...inClusters, overallStatus: ['IMPAIRED'] } });
  byCause('InstanceState', 'ECS Container Instance State Change', 'statusReason', { status: ['REGISTRATION_FAILED'] });
  byCause('Task', 'ECS Task State Change', 'stoppedReason', {
    lastStatus: ['STOPPED'],
    $or: [
      { stopCode: ['TaskFailedToStart', 'InfrastructureHealth'] },
      { stopCode: ['EssentialContainerExited'], group: [{ prefix: 'service:' }] },
      { stopCode: ['EssentialContainerExited'], containers: { exitCode: [{ exists: false }, { 'anything-but': [0, 143] }] } },
      { stopCode: ['ServiceSchedulerInitiated'], stoppedReason: [{ prefix: 'Task failed ' }] },
    ],
  });
}
