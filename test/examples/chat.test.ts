import { App } from 'aws-cdk-lib';
import { notifiedBy } from './notified';
import { ChatStack } from '../../examples/chat/chat-stack';
import { ServiceDeploymentEvent, testing } from '../../src';

const bus = testing.EventBusSimulator.fromStack(new ChatStack(new App(), 'Chat'));

test.each([
  ['a task that cannot be placed', testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'orders' }), 'ERROR: ECS cannot place tasks of a service (cluster orders) (production)'],
  ['a failed deployment', testing.SampleEvent.serviceDeploymentStateChange({ clusterName: 'orders', eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED }), 'ERROR: A deployment of a service failed (cluster orders) (production)'],
])('the channel shows %s, with title, mention and runbook', (_what, sample, title) => {
  // WHEN
  const outcome = bus.send(sample);
  // THEN
  expect(notifiedBy(outcome)).toEqual(['SNS Chat/Channel']);
  const [{ body, subscribers }] = outcome.delivered;
  expect(subscribers).toMatchObject([{ protocol: 'chat', received: true }]);
  expect(JSON.parse(body)).toMatchObject({
    source: 'custom',
    content: { title, description: expect.stringContaining('<!subteam^S012AB3CD>') },
    metadata: { additionalContext: { runbook: 'https://wiki.example.com/ecs' } },
  });
});

test.each([
  ['a deployment that succeeded', testing.SampleEvent.serviceDeploymentStateChange({ clusterName: 'orders', eventName: ServiceDeploymentEvent.SERVICE_DEPLOYMENT_COMPLETED })],
  ['another cluster', testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'orders-2' })],
])('the channel shows nothing of %s', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});
