import { Aws } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { BoundMessage } from './bound-message';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest, targetsIn } from '../rules/stack-under-test';

const IMPAIRED = EcsEventPattern.daemonTaskStartImpaired();

describe('the options of a text', () => {
  const lines = (options: Parameters<typeof EcsEventMessage.text>[0]) => BoundMessage.of(IMPAIRED.toEventPattern(), options).lines;

  test('add nothing by default', () => {
    expect(lines({})).toEqual(lines(undefined));
    expect(lines({})[0]).toMatch(/^WARNING: /);
    expect(lines({}).join()).not.toContain('Runbook');
  });

  test('put words before the title, and the runbook before time and rule', () => {
    const [first, ...rest] = lines({ titlePrefix: 'eu-prod:', runbook: 'https://wiki.example.com/ecs' });
    expect(first).toMatch(/^eu-prod: WARNING: ECS cannot start a task/);
    expect(rest.slice(-4)).toEqual([
      'Runbook: https://wiki.example.com/ecs', 'Reported: <time>, account <account>, Region <region>', 'Rule: <aws.events.rule-name>', 'Reason: <reason>',
    ]);
  });

  test('may have quotes and backslashes in them', () => {
    expect(lines({ titlePrefix: '"prod" \\o/' })[0]).toMatch(/^"prod" \\o\/ WARNING:/);
  });

  test('may be known at deployment only', () => {
    // GIVEN
    const stack = stackUnderTest();
    const rule = new events.Rule(stack, 'Own', { eventPattern: IMPAIRED.toEventPattern() });
    // WHEN
    rule.addTarget(new SnsPublish(new sns.Topic(stack, 'Topic'), { message: EcsEventMessage.text({ titlePrefix: Aws.STACK_NAME }) }));
    // THEN
    const [, [quote, name, text]] = targetsIn(stack)[0].InputTransformer.InputTemplate['Fn::Join'];
    expect([quote, name]).toEqual(['"', { Ref: 'AWS::StackName' }]);
    expect(text).toMatch(/^ WARNING: ECS cannot start a task/);
  });

  test.each([
    ['titlePrefix', '<prod>', '"<prod>"'],
    ['titlePrefix', 'a > b', '"a > b"'],
    ['titlePrefix', 'two\nlines', '"two\\nlines"'],
    ['runbook', '<@U1>', '"<@U1>"'],
    ['runbook', 'two\r\nlines', '"two\\r\\nlines"'],
    ['runbook', 'two\rlines', '"two\\rlines"'],
  ])('T42: %s of %j is an error', (prop, value, found) => {
    expect(() => EcsEventMessage.text({ [prop]: value })).toThrow(
      `[EcsEventMessage.text] ${prop}: got ${found}.`
      + ' EventBridge reads <…> as a value of the event, and each line is a separate value: remove <, > and line breaks.');
  });

  test('T26: that make the template too long are an error at synthesis, with the path of the rule and the length', () => {
    // GIVEN
    const stack = stackUnderTest();
    const message = EcsEventMessage.text({ runbook: 'r'.repeat(8000) });
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(new sns.Topic(stack, 'Topic'), { message })] });
    // THEN
    expect(() => Template.fromStack(stack)).toThrow(
      /\[Stack\/Alert\/Rule\] message: its template has \d{4} characters, and EventBridge accepts at most 8192\. Shorten the texts that you gave to EcsEventMessage, such as titlePrefix, runbook and additionalFields\./);
  });
});
