import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { BoundMessage, MESSAGES } from './bound-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonDeploymentRollbackFailedRule } from '../../src/rules/daemon-deployment-rollback-failed-rule';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, rulesIn, stackUnderTest, targetsIn } from '../rules/stack-under-test';

const IMPAIRED = EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod'], daemonNames: ['agent'] });
const TITLE = 'ECS cannot start a task of daemon agent on an instance (cluster prod)';

/** Where each kind of message has its title, after the severity. */
const TITLES = { text: /^"(?:[A-Z]+: |<eventType>: )?([^"]*)"/, chat: /"title":"(?:[A-Z]+: |<eventType>: )?([^"]*)"/, json: /"summary":"([^"]*)"/ };

describe.each(Object.keys(MESSAGES) as (keyof typeof MESSAGES)[])('%s reads the pattern of the rule that binds it', (kind) => {
  const message = MESSAGES[kind];
  /** The titles that the targets of a stack receive. */
  const titlesIn = (stack: Stack) => targetsIn(stack).map(({ InputTransformer }) => TITLES[kind].exec(InputTransformer.InputTemplate)?.[1]);

  test.each<[string, (stack: Stack) => events.IRuleTarget]>([
    ['SnsPublish', (stack) => new SnsPublish(new sns.Topic(stack, 'Topic'), { message: message() })],
    ['SqsSendMessage', (stack) => new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { message: message() })],
    ['SnsTopic of the CDK', (stack) => new targets.SnsTopic(new sns.Topic(stack, 'Topic'), { message: message() })],
    ['SqsQueue of the CDK', (stack) => new targets.SqsQueue(new sqs.Queue(stack, 'Queue'), { message: message() })],
    ['a custom target', () => ({ bind: () => ({ arn: 'arn:aws:sns:eu-west-1:111122223333:own', input: message() }) })],
  ])('on %s, on rules of the library and on others', (_name, target) => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const shared = target(stack);
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames: ['prod'], daemonNames: ['agent'], targets: [shared] });
    new DaemonDeploymentRollbackFailedRule(stack, 'Rollback', { clusterNames: ['prod'], targets: [shared] });
    new events.Rule(stack, 'Own', { eventPattern: IMPAIRED.toEventPattern(), targets: [shared] });
    // THEN
    expect(titlesIn(stack)).toEqual([TITLE, 'ECS could not roll back a daemon (cluster prod)', TITLE]);
  });

  test('on each part of a pattern that is divided', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const clusterNames = Array.from({ length: 40 }, (_, i) => `production-cluster-${i}`);
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames, targets: [new SnsPublish(new sns.Topic(stack, 'Topic'), { message: message() })] });
    // THEN
    expect(titlesIn(stack)).toEqual(rulesIn(stack).map(() => 'ECS cannot start a task of a daemon on an instance'));
  });

  test.each([
    ['Region', { ...IRELAND, region: 'eu-central-1' }],
    ['account', { account: '444455556666', region: 'us-east-1' }],
  ])('on the mirror rule in another %s', (_what, env) => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const other = new Stack(stack.node.root, 'Other', { env });
    const topic = new sns.Topic(other, 'Topic', { topicName: 'alerts' });
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', {
      clusterNames: ['prod'], daemonNames: ['agent'], targets: [new SnsPublish(topic, { message: message() })],
    });
    // THEN
    expect(titlesIn(other)).toEqual([TITLE]);
  });

  test('as it is at synthesis: what is added later counts', () => {
    // GIVEN
    const stack = stackUnderTest(IRELAND);
    const rule = new events.Rule(stack, 'Own', {
      eventPattern: { source: ['aws.ecs'], detailType: ['ECS Daemon Service Action'] },
      targets: [new SnsPublish(new sns.Topic(stack, 'Topic'), { message: message() })],
    });
    // WHEN
    rule.addEventPattern({ detailType: ['ECS Task State Change'] });
    // THEN
    expect(titlesIn(stack)).toEqual(['<detail-type>: <eventName><lastStatus><overallStatus><status>']);
  });

  test('and says what any event may have where a rule is imported', () => {
    // GIVEN
    const stack = stackUnderTest();
    const rule = events.Rule.fromEventRuleArn(stack, 'Own', 'arn:aws:events:eu-west-1:111122223333:rule/own') as events.Rule;
    // THEN
    expect(TITLES[kind].exec(BoundMessage.on(rule, message()).template)?.[1]).toBe('<detail-type>: <eventName><lastStatus><overallStatus><status>');
  });
});

test('a message does not change the number of rules', () => {
  // GIVEN
  const stack = stackUnderTest();
  const pattern = EcsEventPattern.anyOf(EcsEventPattern.serviceAction(), EcsEventPattern.daemonServiceAction(), EcsEventPattern.hookStateChange());
  // WHEN
  new events.Rule(stack, 'Own', { eventPattern: pattern.toEventPattern(), targets: Object.entries(MESSAGES).map(([id, message]) => new SnsPublish(new sns.Topic(stack, id), { message: message() })) });
  // THEN
  expect(rulesIn(stack)).toHaveLength(1);
});
