import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { notifiedBy } from './notified';
import { AlertsStack } from '../../examples/queue-in-another-stack/alerts-stack';
import { TicketsStack } from '../../examples/queue-in-another-stack/tickets-stack';
import { testing } from '../../src';
import { ServiceActionEvent } from '../../src/filters/service-action-event';

const app = new App();
const tickets = new TicketsStack(app, 'Tickets');
['orders', 'payments'].forEach((clusterName) => new AlertsStack(app, clusterName, { clusterName, queue: tickets.queue }));
const bus = testing.EventBusSimulator.fromApp(app);

test.each(['orders', 'payments'])('an error on cluster %s arrives on the encrypted queue of the other stack, once', (clusterName) => {
  const outcome = bus.send(testing.SampleEvent.serviceTaskPlacementFailure({ clusterName }));
  expect(notifiedBy(outcome)).toEqual(['SQS Tickets/Tickets']);
  expect(outcome.delivered[0].rulePath).toBe(`${clusterName}/ServiceErrors/Rule`);
});

test.each([
  ['what is no error', testing.SampleEvent.serviceAction({ clusterName: 'orders', eventName: ServiceActionEvent.SERVICE_STEADY_STATE })],
  ['another cluster', testing.SampleEvent.serviceTaskPlacementFailure({ clusterName: 'staging' })],
])('no one is notified of %s', (_what, sample) => {
  expect(notifiedBy(bus.send(sample))).toEqual([]);
});

test('two stacks that send make one statement in the policy of the queue and one in that of its key', () => {
  const template = Template.fromStack(tickets);
  const toEventBridge = (statements: any[]) => statements.filter(({ Principal }) => Principal.Service === 'events.amazonaws.com');
  const [[queuePolicy], [key]] = ['AWS::SQS::QueuePolicy', 'AWS::KMS::Key'].map((type) => Object.values(template.findResources(type)));
  expect(toEventBridge(queuePolicy.Properties.PolicyDocument.Statement)).toHaveLength(1);
  expect(toEventBridge(key.Properties.KeyPolicy.Statement)).toHaveLength(1);
});
