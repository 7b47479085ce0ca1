import { kindsOf, remove, resource, sendThrough } from './alert-app';
import type { BreakableTemplate } from './alert-app';
import { KEY, PERMISSION, QUEUE_POLICY, RULES, statementIn, withIds, withoutEventBridge, withoutExisting } from './sabotage';
import type { Sabotage } from './sabotage';
import { DeliveryStatus } from '../../../src/testing';

describe('dead letters', () => {
  /** Without its permission the function refuses; everything else is done to the dead-letter queue. */
  const lost = (sabotage: Sabotage) => sendThrough((template) => {
    remove(template, PERMISSION);
    sabotage(template);
  });
  const REFUSED = 'OnCall has no permission that allows EventBridge to invoke it; ';
  const targetOf = (template: BreakableTemplate) => resource(template, 'AWS::Events::Rule').Properties.Targets[2];

  test.each<[string, Sabotage, string]>([
    ['without a dead-letter queue', (template) => { delete targetOf(template).DeadLetterConfig; }, 'the target has no dead-letter queue'],
    ['without the policy of the dead-letter queue', (template) => remove(template, QUEUE_POLICY, 'Dead'),
      'the dead-letter queue does not accept it: Dead has no policy, so it does not allow EventBridge to send messages'],
    ['with a policy of the dead-letter queue for other rules', (template) => { statementIn(template, QUEUE_POLICY, 'Dead').Condition.ArnLike['aws:SourceArn'] = `${RULES}other`; },
      'the dead-letter queue does not accept it: the policy DeadPolicy of Dead does not allow EventBridge to perform sqs:SendMessage: the conditions of statement 1 are not met: aws:SourceArn is'],
    ['T10: without the key grant of the dead-letter queue', (template) => withoutEventBridge(template, KEY, 'Dead'),
      'the dead-letter queue does not accept it: the key DeadKey of Dead does not allow EventBridge to perform kms:Decrypt: no statement allows events.amazonaws.com to perform kms:Decrypt'],
    ['T09: with the AWS-managed key', (template) => { resource(template, 'AWS::SQS::Queue', 'Dead').Properties.KmsMasterKeyId = 'alias/aws/sqs'; },
      'the dead-letter queue does not accept it: Dead is encrypted with the AWS managed key alias/aws/sqs, which EventBridge is not allowed to use'],
    ['T16: with a FIFO queue', (template) => { resource(template, 'AWS::SQS::Queue', 'Dead').Properties.FifoQueue = true; },
      'the dead-letter queue does not accept it: Dead is a FIFO queue, and EventBridge accepts standard queues only'],
    ['with a dead-letter queue that does not exist', (template) => withoutExisting(template, 'AWS::SQS::Queue', 'Dead'),
      'the dead-letter queue does not accept it: Dead does not exist: its condition is false'],
    ['with a dead-letter queue of another Region', (template) => { targetOf(template).DeadLetterConfig.Arn = 'arn:aws:sqs:us-east-1:111122223333:dead'; },
      'the dead-letter queue does not accept it: arn:aws:sqs:us-east-1:111122223333:dead is in Region us-east-1, and EventBridge looks for it in Region eu-west-1, that of the rule'],
    ['with a topic for dead letters', (template) => { targetOf(template).DeadLetterConfig.Arn = 'arn:aws:sns:eu-west-1:111122223333:other'; },
      'the dead-letter queue does not accept it: arn:aws:sns:eu-west-1:111122223333:other is not a queue'],
  ])('%s the event is lost, with both reasons', (_title, sabotage, reason) => {
    const outcome = lost(sabotage);
    expect(kindsOf(outcome.delivered)).toEqual(['SNS', 'SQS']);
    expect(outcome.undelivered).toEqual([expect.objectContaining({
      targetType: 'Lambda', status: DeliveryStatus.LOST, errorCode: 'NO_PERMISSIONS', reason: expect.stringContaining(withIds(REFUSED + reason)),
    })]);
    expect(outcome.undelivered[0].deadLetter).toBeUndefined();
    expect(outcome.explain()).toContain(`: lost, NO_PERMISSIONS: ${outcome.undelivered[0].reason}`);
  });

  test.each([
    ['arn:aws:sqs:eu-west-1:111122223333:other', 'the policy of arn:aws:sqs:eu-west-1:111122223333:other is not part of the app: it allows EventBridge to perform sqs:SendMessage'],
    [{ 'Fn::ImportValue': 'Dead' }, 'imported-Dead is a queue that allows EventBridge to send messages'],
  ])('a queue that is not part of the app is assumed to take them: %j', (arn, assumption) => {
    const [delivery] = lost((template) => { targetOf(template).DeadLetterConfig.Arn = arn; }).undelivered;
    expect(delivery).toMatchObject({ status: DeliveryStatus.DEAD_LETTERED, assumptions: [assumption] });
  });

  test('a broken dead-letter queue does no harm while the targets work', () => {
    const outcome = sendThrough((template) => remove(template, QUEUE_POLICY, 'Dead'));
    expect(outcome.undelivered).toEqual([]);
  });
});
