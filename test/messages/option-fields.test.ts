import { Aws } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import { BoundMessage } from './bound-message';
import type { EcsEventChatOptions, EcsEventJsonOptions, EcsEventTextOptions } from '../../src';
import type { EcsEventJson } from '../../src/events/detail-type';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { TaskStateChangeField } from '../../src/messages/fields/task-state-change-field';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { SampleEvent } from '../../src/testing';

const PATTERN = EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] });
const STOPPED = PATTERN.toEventPattern();
const [REQUIRED] = PATTERN.dividedByPresence('detail.stoppedReason').toEventPatterns();
const EVENT = SampleEvent.taskStateChange({ stoppedReason: 'no "memory"\nleft' }).toJson() as unknown as EcsEventJson;
const WITHOUT = { ...EVENT, detail: { ...EVENT.detail, stoppedReason: undefined, containers: undefined } };
const { stoppedReason, taskArn, containers, lastStatus, version } = TaskStateChangeField;

const text = (options: EcsEventTextOptions, event = EVENT) => BoundMessage.for(STOPPED, EcsEventMessage.text(options)).bodyFor(event);
const chat = (options: EcsEventChatOptions, event = EVENT) => BoundMessage.for(REQUIRED, EcsEventMessage.chat(options)).jsonFor(event);
const json = (options: EcsEventJsonOptions, event = EVENT) => BoundMessage.for(REQUIRED, EcsEventMessage.json(options)).jsonFor(event);

describe('a field of the event in an additional field', () => {
  test('of a text is the value; free-form text stands last, before the reason', () => {
    const lines = text({ additionalFields: { Why: stoppedReason, Task: `the task ${taskArn}` } }).split('"\n"');
    expect(lines).toContain(`Task: the task ${EVENT.detail.taskArn}`);
    expect(lines.indexOf('Rule: ecs-alerts')).toBeLessThan(lines.indexOf('Why: no "memory"\nleft'));
    expect(lines.at(-1)).toBe('Reason: no "memory"\nleft"');
  });

  test('of a text that the event lacks is blank', () => {
    expect(text({ additionalFields: { Why: stoppedReason } }, WITHOUT as EcsEventJson)).toContain('"Why: "');
  });

  test('of a chat notification is the value: free-form text as a separate value, in the next steps and for programs, and never in the description', () => {
    const { content, metadata } = chat({ additionalFields: { Why: stoppedReason, Task: `the task ${taskArn}`, Count: version } });
    expect(metadata.additionalContext).toMatchObject({ Why: EVENT.detail.stoppedReason, Task: `the task ${EVENT.detail.taskArn}`, Count: `${EVENT.detail.version}` });
    expect(content.nextSteps.slice(content.nextSteps.indexOf('Why:'))[1]).toBe(EVENT.detail.stoppedReason);
    expect(content.description).toContain(`\nTask: the task ${EVENT.detail.taskArn}`);
    expect(content.description).not.toContain('memory');
  });

  test('of a JSON message is the value, with its type', () => {
    expect(json({ additionalFields: { why: stoppedReason, task: `the task ${taskArn}`, count: version, all: containers } })).toMatchObject({
      why: EVENT.detail.stoppedReason, task: `the task ${EVENT.detail.taskArn}`, count: EVENT.detail.version, all: EVENT.detail.containers,
    });
  });

  test('is found next to what is known only at deployment', () => {
    expect(BoundMessage.for(STOPPED, EcsEventMessage.json({ additionalFields: { where: `${Aws.STACK_NAME}: ${lastStatus}` } })).template)
      .toMatchObject({ 'Fn::Join': ['', [expect.any(String), { Ref: 'AWS::StackName' }, expect.stringMatching(/^: <lastStatus>"/)]] });
  });
});

describe('a field of the event that Amazon ECS chooses', () => {
  test('in titlePrefix, runbook, environmentName and mentions is the value', () => {
    const account = events.EventField.account;
    expect(text({ titlePrefix: `[${account}]`, runbook: `https://wiki.example.com/${lastStatus}` }).split('\n')[0]).toMatch(/^"\[111122223333\] A task/);
    expect(text({ runbook: `https://wiki.example.com/${lastStatus}` })).toContain('"Runbook: https://wiki.example.com/STOPPED"');
    const { content } = chat({ environmentName: account, mentions: [`<@${account}>`], titlePrefix: lastStatus });
    expect(content.title).toMatch(/^STOPPED .* \(111122223333\)$/);
    expect(content.description).toMatch(/^<@111122223333>\n/);
    expect(json({ titlePrefix: account, runbook: account })).toMatchObject({ summary: expect.stringMatching(/^111122223333 A task/), runbook: '111122223333' });
  });

  test('that has the name of another field gets another name', () => {
    const { paths } = BoundMessage.for(STOPPED, EcsEventMessage.json({ additionalFields: { a: events.EventField.fromPath('$.detail.id'), b: events.EventField.fromPath('$.detail.AWS') } }));
    expect(paths).toMatchObject({ 'id': '$.id', 'id-2': '$.detail.id', 'value-AWS': '$.detail.AWS' });
  });
});

describe('a field of the event is refused', () => {
  const FREE = 'got $.detail.stoppedReason, which is free-form text. Use additionalFields.';

  test.each<[string, () => unknown, string]>([
    ['as the beginning of the title of a text', () => EcsEventMessage.text({ titlePrefix: stoppedReason }), `[EcsEventMessage.text] titlePrefix: ${FREE}`],
    ['as the beginning of the title of a chat notification', () => EcsEventMessage.chat({ titlePrefix: `! ${stoppedReason}` }), `[EcsEventMessage.chat] titlePrefix: ${FREE}`],
    ['as the beginning of the summary of a JSON message', () => EcsEventMessage.json({ titlePrefix: stoppedReason }), `[EcsEventMessage.json] titlePrefix: ${FREE}`],
    ['as a runbook', () => EcsEventMessage.text({ runbook: stoppedReason }), `[EcsEventMessage.text] runbook: ${FREE}`],
    ['as the name of an environment', () => EcsEventMessage.chat({ environmentName: stoppedReason }), `[EcsEventMessage.chat] environmentName: ${FREE}`],
    ['as a mention', () => EcsEventMessage.chat({ mentions: [stoppedReason] }), `[EcsEventMessage.chat] mentions: ${FREE}`],
    ['as a list in a title', () => EcsEventMessage.text({ titlePrefix: containers }), '[EcsEventMessage.text] titlePrefix: got $.detail.containers, which is a list or an object. Use additionalFields.'],
    ['as a list in a chat notification, which has texts only', () => EcsEventMessage.chat({ additionalFields: { all: containers } }),
      '[EcsEventMessage.chat] additionalFields.all: got $.detail.containers, which is a list or an object. A chat notification has texts only: use a field of it, or EcsEventMessage.json().'],
    ['as the name of a field', () => EcsEventMessage.json({ additionalFields: { [lastStatus]: 'x' } }), '[EcsEventMessage.json] additionalFields: got the event field $.detail.lastStatus as a name. Use event fields as values.'],
  ])('%s', (_what, make, error) => {
    expect(make).toThrow(error);
  });
});
