import { App } from 'aws-cdk-lib';
import { notifiedBy } from './notified';
import { FailureAlertsStack } from '../../examples/failure-alerts/failure-alerts-stack';
import { HookEvent, ServiceActionEvent, ServiceDeploymentEvent, TaskStopCode, testing } from '../../src';

const bus = testing.EventBusSimulator.fromStack(new FailureAlertsStack(new App(), 'FailureAlerts'));
const { SampleEvent } = testing;
const CHANNEL = 'SNS FailureAlerts/Channel';
const ON_CALL = 'SNS FailureAlerts/OnCall';
const clusterName = 'orders';

test.each<[string, testing.SampleEvent, string, string[]]>([
  ['a task that cannot be placed', SampleEvent.serviceTaskPlacementFailure({ clusterName }), 'CRITICAL: ECS event SERVICE_TASK_PLACEMENT_FAILURE', [CHANNEL, ON_CALL]],
  ['a failed deployment', SampleEvent.serviceDeploymentStateChange({ clusterName, eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED }), 'CRITICAL: A deployment of a service failed', [CHANNEL, ON_CALL]],
  ['a paused deployment', SampleEvent.hookStateChange({ clusterName, eventName: HookEvent.HOOK_AWAITING_ACTION }), 'CRITICAL: A deployment of a service is paused and awaiting action', [CHANNEL, ON_CALL]],
  ['a task that failed to start', SampleEvent.taskStateChange({ clusterName, stopCode: 'TaskFailedToStart' }), 'WARNING: A task stopped: TaskFailedToStart', [CHANNEL]],
  ['a throttled service', SampleEvent.serviceAction({ clusterName, eventName: ServiceActionEvent.ECS_OPERATION_THROTTLED }), 'WARNING: ECS reports a problem of a service: ECS_OPERATION_THROTTLED', [CHANNEL]],
])('%s reaches who needs to know, with its severity', (_what, sample, title, expected) => {
  // WHEN
  const outcome = bus.send(sample);
  // THEN
  expect(notifiedBy(outcome)).toEqual(expected);
  expect(JSON.parse(outcome.delivered[0].body).content.title).toBe(title);
});

test.each([
  ['a deployment that is complete', SampleEvent.serviceDeploymentStateChange({ clusterName, eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_COMPLETED })],
  ['a task that a user stopped', SampleEvent.taskStateChange({ clusterName, stopCode: TaskStopCode.USER_INITIATED.value })],
  ['an excluded service', SampleEvent.serviceTaskPlacementFailure({ clusterName, serviceName: 'canary' })],
  ['another cluster', SampleEvent.serviceTaskPlacementFailure({ clusterName: 'sandbox' })],
])('%s notifies no one', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});
