import { appWithoutBundles, notifiedBy } from './notified';
import { FunctionHandlerStack } from '../../examples/function-handler/function-handler-stack';
import { handler } from '../../examples/function-handler/pager';
import { testing } from '../../src';

const bus = testing.EventBusSimulator.fromStack(new FunctionHandlerStack(appWithoutBundles(), 'FunctionHandler'));
const SAMPLE = testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'production', serviceName: 'web', reason: 'RESOURCE:FARGATE', id: 'an-id' });

/** A pager that answers with a status. */
function givenPager(status: number) {
  process.env.PAGER_URL = 'https://pager.example.com/';
  return jest.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(undefined, { status }));
}

afterEach(() => jest.restoreAllMocks());

test('the function is invoked when there is no Fargate capacity, and pages someone', async () => {
  // GIVEN
  const pager = givenPager(202);
  // WHEN
  const outcome = bus.send(SAMPLE);
  await handler(JSON.parse(outcome.delivered[0].body));
  // THEN
  expect(notifiedBy(outcome)).toEqual(['Lambda FunctionHandler/Pager']);
  const [url, init] = pager.mock.calls[0];
  expect(url).toBe('https://pager.example.com/');
  expect(JSON.parse(String(init!.body))).toEqual({
    deduplicationKey: 'an-id',
    title: 'ECS cannot place tasks of a service (cluster production)',
    text: 'RESOURCE:FARGATE\narn:aws:ecs:us-east-1:123456789012:service/production/web\nhttps://wiki.example.com/ecs',
  });
});

test('it fails if no one could be paged, so that AWS Lambda tries again', async () => {
  // GIVEN
  givenPager(500);
  // THEN
  await expect(handler(JSON.parse(bus.send(SAMPLE).delivered[0].body))).rejects.toThrow('the page was not sent: 500');
});

test('it is not invoked when instances are full', () => {
  const sample = testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'production', reason: 'RESOURCE:CPU' });
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});
