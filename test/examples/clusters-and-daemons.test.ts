import { App } from 'aws-cdk-lib';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { notifiedBy } from './notified';
import { ClustersAndDaemonsStack } from '../../examples/clusters-and-daemons/clusters-and-daemons-stack';
import { testing } from '../../src';

const stack = new ClustersAndDaemonsStack(new App(), 'ClustersAndDaemons');
const bus = testing.EventBusSimulator.fromStack(stack);
const cluster = (name: string) => stack.node.findChild(name) as ecs.Cluster;

test.each([
  ['log-agent', 'Orders', 'observability'], ['metrics-agent', 'Payments', 'observability'],
  ['intrusion-detection', 'Orders', 'security'], ['intrusion-detection', 'Payments', 'security'],
])('a rollback of %s on cluster %s that failed is sent to %s alone', (daemonName, name, team) => {
  const outcome = bus.send(testing.SampleEvent.daemonDeploymentRollbackFailed({ cluster: cluster(name), daemonName }));
  expect(notifiedBy(outcome)).toEqual([`SNS ClustersAndDaemons/${team}`]);
  expect(outcome.delivered[0].body).toMatch(new RegExp(`^"${team}: ERROR: ECS could not roll back`));
});

test('instances without capacity are sent to the platform team, on clusters of the app and on others', () => {
  const failure = { failureType: 'TASK_CREATION_FAILED', reason: 'RESOURCE:MEMORY' };
  expect(notifiedBy(bus.send(testing.SampleEvent.daemonTaskStartImpaired({ ...failure, cluster: cluster('Payments') })))).toEqual(['SNS ClustersAndDaemons/platform']);
  expect(notifiedBy(bus.send(testing.SampleEvent.daemonTaskStartImpaired({ ...failure, clusterName: 'batch-nightly' })))).toEqual(['SNS ClustersAndDaemons/platform']);
});

test.each([
  ['a daemon without an owner', testing.SampleEvent.daemonDeploymentRollbackFailed({ cluster: cluster('Orders'), daemonName: 'debug' })],
  ['a daemon of that name on another cluster', testing.SampleEvent.daemonDeploymentRollbackFailed({ clusterName: 'other', daemonName: 'log-agent' })],
  ['a daemon that has room but does not start', testing.SampleEvent.daemonTaskStartImpaired({ cluster: cluster('Orders'), failureType: 'TASK_FAILED_TO_RUN' })],
])('no one is notified of %s', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});
