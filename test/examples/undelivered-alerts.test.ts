import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { notifiedBy } from './notified';
import { UndeliveredAlertsStack } from '../../examples/undelivered-alerts/undelivered-alerts-stack';
import { testing } from '../../src';

const SAMPLE = testing.SampleEvent.daemonTaskStartImpaired({ clusterName: 'production' });

function given() {
  return new UndeliveredAlertsStack(new App(), 'UndeliveredAlerts');
}

test('an alert arrives on the topic and the queue', () => {
  expect(notifiedBy(testing.EventBusSimulator.fromStack(given()).send(SAMPLE))).toEqual(['SNS UndeliveredAlerts/People', 'SQS UndeliveredAlerts/Tickets']);
});

test('no one is notified of another cluster', () => {
  const outcome = testing.EventBusSimulator.fromStack(given()).send(testing.SampleEvent.daemonTaskStartImpaired({ clusterName: 'staging' }));
  expect(notifiedBy(outcome)).toEqual([]);
});

test('what cannot be delivered waits: tickets in a separate queue, everything else in the shared one', () => {
  // GIVEN
  const template = Template.fromStack(given()).toJSON();
  const isOfTarget = ([id, { Type }]: [string, any]) => Type.endsWith('Policy') && /^(People|Tickets)/.test(id);
  template.Resources = Object.fromEntries(Object.entries<any>(template.Resources).filter((entry) => !isOfTarget(entry)));
  // WHEN
  const { undelivered } = testing.EventBusSimulator.fromTemplate(template).send(SAMPLE);
  // THEN
  expect(undelivered.map(({ targetType, status, deadLetter }) => [targetType, status, deadLetter?.queue])).toEqual([
    ['SNS', testing.DeliveryStatus.DEAD_LETTERED, expect.stringMatching(/^EcsEventDeadLetters/)],
    ['SQS', testing.DeliveryStatus.DEAD_LETTERED, expect.stringMatching(/^UndeliveredTickets/)],
  ]);
});

test('the alarm notifies another topic than the one that it monitors', () => {
  const [{ Properties }] = Object.values(Template.fromStack(given()).findResources('AWS::CloudWatch::Alarm'));
  expect(Properties.AlarmActions).toEqual([{ Ref: expect.stringMatching(/^Operators/) }]);
});
