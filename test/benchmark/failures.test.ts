import { App, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { addFailureAlertsByHand } from '../../benchmark/failures-by-hand';
import { EcsFailureAlerts, SnsPublish, testing } from '../../src';
import { HOME, meantFailure, NAMES, someEventCases } from '../alerts/meant-failure';

test('EcsFailureAlerts and the alerts by hand, with which it is compared, match the same failures', () => {
  // GIVEN
  const [library, hand] = ['Library', 'Hand'].map((id) => new Stack(new App(), id, { env: HOME }));
  new EcsFailureAlerts(library, 'Alerts', { clusterNames: [NAMES.cluster], targets: [new SnsPublish(new sns.Topic(library, 'Topic'))] });
  addFailureAlertsByHand(hand, [NAMES.cluster], new sns.Topic(hand, 'Topic'), new sqs.Queue(hand, 'DeadLetters'));
  const simulators = [library, hand].map((stack) => testing.EventBusSimulator.fromStack(stack));
  // WHEN
  const cases = someEventCases().map(({ title, event }) => {
    const [own, other] = simulators.map((simulator) => simulator.send(testing.SampleEvent.fromJson(event as any)).delivered.length);
    return { title, own, other, failure: meantFailure(event) };
  });
  // THEN
  expect(cases.filter(({ own, other }) => own !== other)).toEqual([]);
  expect(cases.filter(({ own }) => own === 1).length).toBeGreaterThan(40);
});
