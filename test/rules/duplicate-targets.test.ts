import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { stackUnderTest, targetsIn } from './stack-under-test';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';

const stack = () => {
  const made = stackUnderTest();
  return { made, topic: new sns.Topic(made, 'Topic') };
};

const TWICE = '[Stack/Alert] targets: Stack/Topic is a target twice, with the same message and parameters.'
  + ' Every event would be delivered twice: remove one of the two, or give them different messages.';

describe('T28: the same target twice is an error at synthesis', () => {
  test.each<[string, (topic: sns.ITopic) => events.IRuleTarget[]]>([
    ['one of ours', (topic) => [new SnsPublish(topic), new SnsPublish(topic)]],
    ['the same object', (topic) => Array(2).fill(new SnsPublish(topic))],
    ['one of ours and one of the CDK', (topic) => [new SnsPublish(topic), new targets.SnsTopic(topic)]],
    ['with equal messages', (topic) => [1, 2].map(() => new SnsPublish(topic, { message: EcsEventMessage.text() }))],
  ])('%s', (_what, made) => {
    // GIVEN
    const { made: scope, topic } = stack();
    new DaemonTaskStartImpairedRule(scope, 'Alert', { targets: made(topic) });
    // THEN
    expect(() => Template.fromStack(scope)).toThrow(TWICE);
  });

  test('across groups of five, added later', () => {
    // GIVEN
    const { made, topic } = stack();
    const others = Array.from({ length: 4 }, (_, i) => new SnsPublish(new sns.Topic(made, `Other${i}`)));
    const rule = new DaemonTaskStartImpairedRule(made, 'Alert', { targets: [new SnsPublish(topic), ...others] });
    // WHEN
    rule.addTarget(new SnsPublish(topic));
    // THEN
    expect(rule.rules).toHaveLength(2);
    expect(() => Template.fromStack(made)).toThrow(TWICE);
  });
});

describe('T28: one resource may be a target several times', () => {
  test('with different messages', () => {
    // GIVEN
    const { made, topic } = stack();
    // WHEN
    new DaemonTaskStartImpairedRule(made, 'Alert', {
      targets: [
        new SnsPublish(topic),
        new SnsPublish(topic, { message: EcsEventMessage.text() }),
        new SnsPublish(topic, { message: EcsEventMessage.text({ titlePrefix: 'prod' }) }),
        new SnsPublish(topic, { message: events.RuleTargetInput.fromText('impaired') }),
      ],
    });
    // THEN
    expect(targetsIn(made)).toHaveLength(4);
  });

  test('with different message groups', () => {
    // GIVEN
    const { made } = stack();
    const queue = new sqs.Queue(made, 'Queue', { fifo: true, contentBasedDeduplication: true });
    // WHEN
    new DaemonTaskStartImpairedRule(made, 'Alert', { targets: ['a', 'b'].map((messageGroupId) => new SqsSendMessage(queue, { messageGroupId })) });
    // THEN
    expect(targetsIn(made)).toHaveLength(2);
  });

  test('in two rules', () => {
    // GIVEN
    const { made, topic } = stack();
    // WHEN
    ['One', 'Two'].forEach((id) => new DaemonTaskStartImpairedRule(made, id, { clusterNames: [id], targets: [new SnsPublish(topic)] }));
    // THEN
    expect(targetsIn(made)).toHaveLength(2);
  });
});
