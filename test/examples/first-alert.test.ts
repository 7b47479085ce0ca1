import { notifiedBy } from './notified';
import { firstAlertBus } from '../../docs/alert-picture';
import { testing } from '../../src';

const bus = firstAlertBus();

test('the channel shows a task of any service that cannot be placed', () => {
  // WHEN
  const outcome = bus.send(testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'production', serviceName: 'web', reason: 'RESOURCE:MEMORY' }));
  // THEN
  expect(notifiedBy(outcome)).toEqual(['SNS Alerts/Topic']);
  const [{ body, subscribers }] = outcome.delivered;
  expect(subscribers).toMatchObject([{ protocol: 'chat', received: true }]);
  expect(JSON.parse(body)).toMatchObject({ source: 'custom', content: { keywords: ['SERVICE_TASK_PLACEMENT_FAILURE', 'RESOURCE:MEMORY'] } });
});

test('the channel does not show a service in a steady state', () => {
  expect(notifiedBy(bus.send(testing.SampleEvent.serviceAction({ clusterName: 'production' })))).toEqual([]);
});
