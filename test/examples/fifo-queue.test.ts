import { appWithoutBundles, notifiedBy } from './notified';
import { handler } from '../../examples/fifo-queue/consumer';
import { FifoQueueStack } from '../../examples/fifo-queue/fifo-queue-stack';
import { ServiceDeploymentEvent, testing } from '../../src';

const bus = testing.EventBusSimulator.fromStack(new FifoQueueStack(appWithoutBundles(), 'FifoQueue'));

/** An event of a deployment in the cluster of the example. */
function sent(eventName: string, serviceName = 'web'): testing.SimulationOutcome {
  return bus.send(testing.SampleEvent.serviceDeploymentStateChange({ clusterName: 'production', serviceName, eventName: ServiceDeploymentEvent.of(eventName) }));
}

/** A batch as AWS Lambda hands it over, of messages as they arrive on the queue. */
function batch(...outcomes: testing.SimulationOutcome[]) {
  return { Records: outcomes.map(({ delivered: [{ body }] }, i) => ({ messageId: `message-${i}`, body })) };
}

/** Answers for the ticket system; what it was notified. */
function givenTickets(...statuses: number[]) {
  process.env.TICKETS_URL = 'https://tickets.example.com/api/';
  const notified: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    notified.push(`${init!.method} ${decodeURIComponent(String(url))} ${JSON.parse(String(init!.body)).state}`);
    return new Response(undefined, { status: statuses.shift() ?? 200 });
  });
  return notified;
}

const ticketOf = (serviceName: string) => `PUT https://tickets.example.com/api/arn:aws:ecs:us-east-1:123456789012:service/production/${serviceName}`;

afterEach(() => jest.restoreAllMocks());

test.each(['SERVICE_DEPLOYMENT_COMPLETED', 'SERVICE_DEPLOYMENT_FAILED'])('%s arrives on the queue', (eventName) => {
  expect(notifiedBy(sent(eventName))).toEqual(['SQS FifoQueue/Deployments']);
});

test('a deployment that has only begun does not arrive', () => {
  expect(notifiedBy(sent('SERVICE_DEPLOYMENT_IN_PROGRESS'))).toEqual([]);
});

test('the consumer opens a ticket of what failed and closes it when the service is deployed', async () => {
  // GIVEN
  const notified = givenTickets();
  // WHEN
  const response = await handler(batch(sent('SERVICE_DEPLOYMENT_FAILED'), sent('SERVICE_DEPLOYMENT_COMPLETED')));
  // THEN
  expect(response).toEqual({ batchItemFailures: [] });
  expect(notified).toEqual([`${ticketOf('web')} open`, `${ticketOf('web')} closed`]);
});

test('what the consumer cannot process comes again, and everything after it', async () => {
  // GIVEN
  const notified = givenTickets(200, 503);
  const error = jest.spyOn(console, 'error').mockImplementation();
  // WHEN
  const response = await handler(batch(sent('SERVICE_DEPLOYMENT_FAILED', 'api'), sent('SERVICE_DEPLOYMENT_FAILED'), sent('SERVICE_DEPLOYMENT_COMPLETED')));
  // THEN
  expect(response).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-2' }] });
  expect(notified).toEqual([`${ticketOf('api')} open`, `${ticketOf('web')} open`]);
  expect(error).toHaveBeenCalledWith(new Error('could not set the ticket of arn:aws:ecs:us-east-1:123456789012:service/production/web to open: 503'));
});
