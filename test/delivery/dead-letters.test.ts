import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { IRELAND, stackUnderTest, targetsIn } from '../rules/stack-under-test';

/** A stack with a topic and two queues for dead letters. */
function given() {
  const stack = stackUnderTest();
  const [ofTarget, ofRule] = ['OfTarget', 'OfRule'].map((id) => new sqs.Queue(stack, id));
  return { stack, topic: new sns.Topic(stack, 'Topic'), ofTarget, ofRule };
}

/** The logical ids of the dead-letter queues of all targets. */
function deadLettersIn(stack: Stack): (string | undefined)[] {
  return targetsIn(stack).map(({ DeadLetterConfig }) => DeadLetterConfig?.Arn['Fn::GetAtt'][0].replace(/[0-9A-F]{8}$/, ''));
}

/** How many statements the policies of the queues have, by the name of the queue. */
function statementsIn(stack: Stack): Record<string, any[]> {
  return Object.fromEntries(Object.values(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy'))
    .map(({ Properties: { PolicyDocument, Queues } }) => [Queues[0].Ref.replace(/[0-9A-F]{8}$/, ''), PolicyDocument.Statement]));
}

describe('T15: dead letters go', () => {
  test('to the queue that the rules of the stack share, for every kind of target', () => {
    // GIVEN
    const { stack, topic } = given();
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'One', { targets: [new SnsPublish(topic)] });
    new DaemonTaskStartImpairedRule(stack, 'Two', { targets: [new targets.SnsTopic(topic)] });
    new DaemonTaskStartImpairedRule(stack, 'Three', { targets: [{ bind: () => ({ arn: 'arn:aws:sns:eu-west-1:111122223333:own' }) }] });
    // THEN
    expect(deadLettersIn(stack)).toEqual(['EcsEventDeadLetters', 'EcsEventDeadLetters', 'EcsEventDeadLetters']);
  });

  test('to the queue of the rule, where it names one', () => {
    // GIVEN
    const { stack, topic, ofRule } = given();
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueue: ofRule, targets: [new SnsPublish(topic), new targets.SqsQueue(new sqs.Queue(stack, 'Q'))] });
    // THEN
    expect(deadLettersIn(stack)).toEqual(['OfRule', 'OfRule']);
    expect(Template.fromStack(stack).findResources('AWS::SQS::Queue')).not.toHaveProperty('EcsEventDeadLettersB3DA2899');
  });

  test('to the queue of the target, where it names one', () => {
    // GIVEN
    const { stack, topic, ofTarget, ofRule } = given();
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', {
      deadLetterQueue: ofRule,
      targets: [new SnsPublish(topic, { deadLetterQueue: ofTarget }), new targets.SnsTopic(new sns.Topic(stack, 'Other'), { deadLetterQueue: ofTarget })],
    });
    // THEN
    expect(deadLettersIn(stack)).toEqual(['OfTarget', 'OfTarget']);
  });

  test('to the queue of the target, even if the rule has none', () => {
    // GIVEN
    const { stack, topic, ofTarget } = given();
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [new SnsPublish(topic, { deadLetterQueue: ofTarget })] });
    // THEN
    expect(deadLettersIn(stack)).toEqual(['OfTarget']);
  });

  test('nowhere, if the user wants none', () => {
    // GIVEN
    const { stack, topic } = given();
    // WHEN
    const rule = new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets: [new SnsPublish(topic)] });
    rule.addTarget(new targets.SnsTopic(new sns.Topic(stack, 'Other')));
    // THEN
    expect(deadLettersIn(stack)).toEqual([undefined, undefined]);
    Template.fromStack(stack).resourceCountIs('AWS::SQS::QueuePolicy', 0);
  });
});

test('there is no shared queue if every target has a separate one, or if there is no target', () => {
  // GIVEN
  const { stack, topic, ofTarget } = given();
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic, { deadLetterQueue: ofTarget })] });
  new DaemonTaskStartImpairedRule(stack, 'Silent');
  // THEN
  Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 2);
});

describe('the queue allows EventBridge', () => {
  const statement = {
    Action: 'sqs:SendMessage',
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Condition: { StringEquals: { 'aws:SourceAccount': expect.anything() }, ArnLike: { 'aws:SourceArn': expect.anything() } },
  };

  test.each(['OfTarget', 'OfRule'])('%s, by one statement however many rules there are', (which) => {
    // GIVEN
    const { stack, topic, ofTarget, ofRule } = given();
    // WHEN
    Array.from({ length: 30 }, (_, i) => new DaemonTaskStartImpairedRule(stack, `Alert${i}`, {
      deadLetterQueue: ofRule,
      targets: [new SnsPublish(topic, { deadLetterQueue: which === 'OfTarget' ? ofTarget : undefined })],
    }));
    // THEN
    expect(statementsIn(stack)).toMatchObject({ [which]: [statement] });
    expect(statementsIn(stack)[which]).toHaveLength(1);
  });

  test('the shared one, by one statement in addition to the one for TLS', () => {
    // GIVEN
    const { stack, topic } = given();
    // WHEN
    Array.from({ length: 30 }, (_, i) => new DaemonTaskStartImpairedRule(stack, `Alert${i}`, { targets: [new SnsPublish(topic), new targets.SnsTopic(topic, { retryAttempts: 1 })] }));
    // THEN
    expect(statementsIn(stack).EcsEventDeadLetters).toMatchObject([{ Effect: 'Deny' }, statement]);
    expect(statementsIn(stack).EcsEventDeadLetters).toHaveLength(2);
  });
});

describe('a dead-letter queue that cannot work is an error', () => {
  const FIFO = 'deadLetterQueue: construct Stack/Fifo is a FIFO queue. EventBridge supports only standard queues as dead-letter queues.';

  test('T16: a FIFO queue of the rule', () => {
    const { stack } = given();
    expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueue: new sqs.Queue(stack, 'Fifo', { fifo: true }) })).toThrow(`[Stack/Alert] ${FIFO}`);
  });

  test('T16: a FIFO queue of a target, imported', () => {
    const { stack, topic } = given();
    const deadLetterQueue = sqs.Queue.fromQueueArn(stack, 'Fifo', 'arn:aws:sqs:eu-west-1:111122223333:dead.fifo');
    const target = new SnsPublish(topic, { deadLetterQueue });
    expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [target] })).toThrow(`[Stack/Alert] ${FIFO}`);
  });

  test('a queue together with deadLetterQueueEnabled false', () => {
    const { stack, ofRule } = given();
    expect(() => new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueue: ofRule, deadLetterQueueEnabled: false })).toThrow(
      '[Stack/Alert] deadLetterQueueEnabled: cannot be combined with deadLetterQueue, got false.'
      + ' Remove deadLetterQueueEnabled to use the queue, or deadLetterQueue to have none.');
  });
});

test('T43: a target in another Region gets the dead-letter queue of the stack of the rule that delivers', () => {
  // GIVEN
  const stack = stackUnderTest(IRELAND);
  const other = new Stack(stack.node.root, 'Other', { env: { ...IRELAND, region: 'eu-central-1' } });
  const topic = new sns.Topic(other, 'Topic', { topicName: 'alerts' });
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
  // THEN
  expect(targetsIn(other)).toMatchObject([{ Arn: other.resolve(topic.topicArn) }]);
  expect(deadLettersIn(other)).toEqual(['EcsEventDeadLetters']);
  Template.fromStack(other).resourceCountIs('AWS::SQS::Queue', 1);
});
