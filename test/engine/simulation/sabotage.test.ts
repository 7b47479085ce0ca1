import { kindsOf, resource, sendThrough } from './alert-app';
import { RULES, withIds } from './sabotage';
import type { Sabotage } from './sabotage';
import { FUNCTION_CASES, QUEUE_CASES, TOPIC_CASES } from './sabotage-cases';
import { DeliveryStatus } from '../../../src/testing';

test('nothing is done: every target receives the alert, and nothing had to be assumed', () => {
  const outcome = sendThrough(() => {});
  expect(kindsOf(outcome.delivered)).toEqual(['SNS', 'SQS', 'Lambda']);
  expect(outcome.undelivered).toEqual([]);
  expect(outcome.delivered.flatMap(({ assumptions }) => assumptions)).toEqual([]);
});

describe.each([['topic', TOPIC_CASES], ['queue', QUEUE_CASES], ['function', FUNCTION_CASES]])('%s', (_kind, cases) => {
  test.each(cases)('%s, the event goes to the dead-letter queue, and the others are delivered', (_title, sabotage, kind, errorCode, reason) => {
    const outcome = sendThrough(sabotage);
    expect(kindsOf(outcome.undelivered)).toEqual([kind]);
    expect(kindsOf(outcome.delivered)).toEqual(['SNS', 'SQS', 'Lambda'].filter((other) => other !== kind));
    const [delivery] = outcome.undelivered;
    expect(delivery).toMatchObject({ status: DeliveryStatus.DEAD_LETTERED, errorCode, subscribers: [] });
    expect(delivery.reason).toContain(withIds(reason));
    expect(delivery.deadLetter).toMatchObject({
      queue: expect.stringMatching(/^Dead/),
      queueArn: 'arn:aws:sqs:eu-west-1:111122223333:dead',
      attributes: { RULE_ARN: expect.stringMatching(RULES), TARGET_ARN: delivery.targetArn, ERROR_CODE: errorCode, ERROR_MESSAGE: delivery.reason },
    });
    expect(outcome.explain()).toContain(`: in the dead-letter queue ${delivery.deadLetter!.queuePath}, ${errorCode}: ${delivery.reason}`);
  });
});

describe('a rule that matches no events delivers nothing', () => {
  test.each<[string, Sabotage, string]>([
    ['disabled', (template) => { resource(template, 'AWS::Events::Rule').Properties.State = 'DISABLED'; }, 'the rule is disabled'],
    ['on another bus', (template) => { resource(template, 'AWS::Events::Rule').Properties.EventBusName = 'own'; }, 'the rule is on the bus own: events of AWS services go to the default bus only'],
    ['for another event', (template) => { resource(template, 'AWS::Events::Rule').Properties.EventPattern.detail.eventName = ['OTHER']; }, 'detail.eventName: expected ["OTHER"]'],
  ])('%s', (_title, sabotage, reason) => {
    const outcome = sendThrough(sabotage);
    expect([outcome.delivered, outcome.undelivered]).toEqual([[], []]);
    expect(outcome.explain()).toContain(reason);
  });
});
