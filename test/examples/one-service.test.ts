import { App } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { notifiedBy } from './notified';
import { OneServiceStack } from '../../examples/one-service/one-service-stack';
import { testing } from '../../src';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';

const stack = new OneServiceStack(new App(), 'OneService');
const bus = testing.EventBusSimulator.fromStack(stack);
const cluster = stack.node.findChild('Cluster') as ecs.Cluster;
const service = stack.node.findChild('Web') as ecs.FargateService;

test.each([
  ['a task that cannot be placed', testing.SampleEvent.serviceTaskPlacementFailure({ service })],
  ['a warning', testing.SampleEvent.serviceAction({ service, eventName: ServiceActionEvent.SERVICE_TASK_START_IMPAIRED })],
  ['a deployment that failed', testing.SampleEvent.serviceDeploymentStateChange({ service, eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED })],
  ['a task that crashed', testing.SampleEvent.taskStateChange({ service, exitCode: 1 })],
])('%s of the service is sent by mail', (_what, sample) => {
  const outcome = bus.send(sample);
  expect(notifiedBy(outcome)).toEqual(['SNS OneService/People']);
  expect(outcome.delivered[0].subscribers).toMatchObject([{ protocol: 'email', received: true }]);
});

test.each([
  ['what is no trouble', testing.SampleEvent.serviceAction({ service, eventName: ServiceActionEvent.SERVICE_STEADY_STATE })],
  ['a deployment that goes on', testing.SampleEvent.serviceDeploymentStateChange({ service, eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_IN_PROGRESS })],
  ['a task that ended well', testing.SampleEvent.taskStateChange({ service, exitCode: 0 })],
  ['an earlier event of the same task', testing.SampleEvent.taskStateChange({ service, exitCode: 1, lastStatus: 'DEPROVISIONING' })],
  ['a task that a scale-in stops', testing.SampleEvent.taskStateChange({ service, exitCode: 143, stopCode: 'ServiceSchedulerInitiated' })],
  ['another service of the cluster', testing.SampleEvent.serviceTaskPlacementFailure({ cluster, serviceName: 'web-2' })],
  ['a task of another service', testing.SampleEvent.taskStateChange({ cluster, serviceName: 'api', exitCode: 1 })],
])('no one is notified of %s', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});
