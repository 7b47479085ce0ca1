import { deployed, matching } from './deployed-pattern';
import type { FactoryName } from './factories';
import { FACTORIES } from './factories';
import { sent } from './sent-event';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { ContainerInstanceStatus } from '../../src/filters/container-instance-status';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../../src/filters/daemon-service-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { DeploymentReason } from '../../src/filters/deployment-reason';
import { FailureReason } from '../../src/filters/failure-reason';
import { HookEvent } from '../../src/filters/hook-event';
import { HookLifecycleStage } from '../../src/filters/hook-lifecycle-stage';
import { HookType } from '../../src/filters/hook-type';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskLaunchType } from '../../src/filters/task-launch-type';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { PATTERN_FACTORIES } from '../../src/patterns/pattern-factories';

/** A filter with two values, the field that it matches on, what matches and what does not. */
type Row = [filter: string, factories: FactoryName[], values: unknown[], field: string, matched: unknown[], unmatched: unknown[]];

const REASONS: [unknown[], unknown[], unknown[]] = [
  [FailureReason.RESOURCE_CPU, FailureReason.prefix('Task failed')],
  ['RESOURCE:CPU', 'RESOURCE:CPU - Unable to place daemon task on container instance: insufficient CPU', 'Task failed to reach RUNNING status: X'],
  ['RESOURCE:CP', 'resource:cpu', ' RESOURCE:CPU', 'RESOURCE:MEMORY', 'The task failed'],
];

const ROWS: Row[] = [
  ['eventNames', ['daemonServiceAction'], [DaemonServiceEvent.DAEMON_TASK_START_IMPAIRED, DaemonServiceEvent.of('DAEMON_NEW')], 'eventName',
    ['DAEMON_TASK_START_IMPAIRED', 'DAEMON_NEW'], ['DAEMON_TASK_START_IMPAIRED_2', 'daemon_new']],
  ['eventNames', ['daemonDeploymentStateChange'],
    [DaemonDeploymentEvent.DAEMON_DEPLOYMENT_STOPPED, DaemonDeploymentEvent.DAEMON_DEPLOYMENT_ROLLBACK_FAILED], 'eventName',
    ['DAEMON_DEPLOYMENT_STOPPED', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED'], ['DAEMON_DEPLOYMENT_STOP', 'DAEMON_DEPLOYMENT_ROLLBACK_SUCCESSFUL']],
  ['eventNames', ['serviceAction'], [ServiceActionEvent.ECS_OPERATION_THROTTLED, ServiceActionEvent.TASKS_STOPPED], 'eventName',
    ['ECS_OPERATION_THROTTLED', 'TASKS_STOPPED'], ['SERVICE_DISCOVERY_OPERATION_THROTTLED', 'Tasks_Stopped']],
  ['eventNames', ['serviceDeploymentStateChange'],
    [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED, ServiceDeploymentEvent.SERVICE_DEPLOYMENT_COMPLETED], 'eventName',
    ['SERVICE_DEPLOYMENT_FAILED', 'SERVICE_DEPLOYMENT_COMPLETED'], ['SERVICE_DEPLOYMENT_IN_PROGRESS', 'DEPLOYMENT_FAILED']],
  ['eventNames', ['hookStateChange'], [HookEvent.HOOK_FAILED, HookEvent.HOOK_TIMED_OUT], 'eventName',
    ['HOOK_FAILED', 'HOOK_TIMED_OUT'], ['HOOK_SUCCEEDED', 'HOOK_FAIL']],
  ['eventTypes', ['serviceAction'], [ServiceActionEventType.WARN, ServiceActionEventType.ERROR], 'eventType',
    ['WARN', 'ERROR'], ['INFO', 'WARNING', 'warn']],
  ['failureTypes', ['daemonTaskStartImpaired', 'daemonServiceAction'],
    [DaemonTaskFailureType.TASK_CREATION_FAILED, DaemonTaskFailureType.of('TASK_LOST')], 'failureType',
    ['TASK_CREATION_FAILED', 'TASK_LOST'], ['TASK_FAILED_TO_RUN', 'task_lost']],
  ['reasons', ['daemonTaskStartImpaired', 'daemonServiceAction', 'serviceTaskPlacementFailure', 'serviceAction'], REASONS[0], 'reason', REASONS[1], REASONS[2]],
  ['reasons', ['serviceDeploymentStateChange'], [DeploymentReason.CIRCUIT_BREAKER, DeploymentReason.prefix('Alarm')], 'reason',
    ['ECS deployment circuit breaker: task failed to start.', 'Alarm x'], ['ECS deployment ecs-svc/1 in progress.', 'alarm x']],
  ['lifecycleStages', ['hookStateChange'], [HookLifecycleStage.PRE_SCALE_UP, HookLifecycleStage.TEST_TRAFFIC_SHIFT], 'lifecycleStage',
    ['PRE_SCALE_UP', 'TEST_TRAFFIC_SHIFT'], ['POST_TEST_TRAFFIC_SHIFT', 'SCALE_UP']],
  ['hookTypes', ['hookStateChange'], [HookType.PAUSE, HookType.of('LAMBDA')], 'hookType', ['PAUSE', 'LAMBDA'], ['PAUSED', 'Pause']],
  ['overallStatuses', ['containerInstanceHealthChange'], [ContainerInstanceHealthStatus.IMPAIRED, ContainerInstanceHealthStatus.INSUFFICIENT_DATA],
    'overallStatus', ['IMPAIRED', 'INSUFFICIENT_DATA'], ['OK', 'impaired']],
  ['statuses', ['containerInstanceStateChange'], [ContainerInstanceStatus.DRAINING, ContainerInstanceStatus.REGISTRATION_FAILED], 'status',
    ['DRAINING', 'REGISTRATION_FAILED'], ['ACTIVE', 'REGISTERING']],
  ['lastStatuses', ['taskStateChange'], [TaskLastStatus.STOPPED, TaskLastStatus.RUNNING], 'lastStatus', ['STOPPED', 'RUNNING'], ['STOPPING', 'stopped']],
  ['stopCodes', ['taskStateChange'], [TaskStopCode.TASK_FAILED_TO_START, TaskStopCode.SPOT_INTERRUPTION], 'stopCode',
    ['TaskFailedToStart', 'SpotInterruption'], ['UserInitiated', 'TASK_FAILED_TO_START']],
  ['stoppedReasons', ['taskStateChange'], [StoppedReason.CANNOT_PULL_CONTAINER, StoppedReason.SCALING_ACTIVITY], 'stoppedReason',
    ['CannotPullContainerError: pull image', 'Scaling activity initiated by (deployment ecs-svc/1)'], ['Cannot pull', 'Error: CannotPullContainerError']],
  ['launchTypes', ['taskStateChange'], [TaskLaunchType.FARGATE, TaskLaunchType.EXTERNAL], 'launchType', ['FARGATE', 'EXTERNAL'], ['EC2', 'FARGATE_SPOT']],
  ['capacityProviderNames', ['daemonTaskStartImpaired', 'daemonServiceAction', 'containerInstanceHealthChange', 'taskStateChange'], ['gpu', 'FARGATE'],
    'capacityProviderName', ['gpu', 'FARGATE'], ['gpu-2', 'GPU', 'FARGATE_SPOT', 'arn:aws:ecs:us-east-1:111122223333:capacity-provider/gpu']],
];

const rows = ROWS.flatMap(([filter, factories, ...row]) => factories.map((name) => [filter, name, ...row] as const));

describe.each(rows)('%s of %s', (filter, name, values, field, matched, unmatched) => {
  const { create, entry, eventName } = FACTORIES.find((factory) => factory.name === name)!;
  const pattern = deployed([create({ [filter]: values }).toEventPattern()]);
  const count = (value: unknown) => matching(pattern, sent(entry.detailType, eventName, { detail: { [field]: value } }));

  test.each(matched)('matches %j', (value) => {
    expect(count(value)).toBe(1);
  });

  test.each([...unmatched, '', null, undefined, true, 5])('does not match %j', (value) => {
    expect(count(value)).toBe(0);
  });
});

test('every filter of every factory is in a table of these tests or of structured-fields.test.ts', () => {
  const tested = /^(clusters|clusterNames|clusterNamePrefixes|accounts|regions|additionalPattern|services|serviceNames|daemons|daemonNames|excluded.*)$/;
  const here = new Set([
    ...rows.map(([filter, name]) => `${name}.${filter}`),
    'serviceAction.capacityProviderNames', 'serviceTaskPlacementFailure.capacityProviderNames', 'containerInstanceStateChange.agentConnected',
    'taskStateChange.taskDefinitionFamilies', 'taskStateChange.containerNames', 'taskStateChange.containerReasons', 'taskStateChange.exitCodes', 'containerInstanceHealthChange.healthChecks',
  ]);
  const all = Object.entries(PATTERN_FACTORIES).flatMap(([name, { filters }]) => filters.filter((filter) => !tested.test(filter)).map((filter) => `${name}.${filter}`));

  expect(all.filter((filter) => !here.has(filter))).toEqual([]);
});
