import { App, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { changed, eventCases, HOME, meantFailure } from './meant-failure';
import { EcsEventMessage, EcsFailure, EcsFailureAlerts, SnsPublish, testing } from '../../src';
import { FAILURES } from '../../src/events/failures';
import { faultsOf } from '../messages/custom-notification';

const MESSAGES = { Text: EcsEventMessage.text(), Chat: EcsEventMessage.chat(), Json: EcsEventMessage.json() };

const stack = new Stack(new App(), 'Stack', { env: HOME });
new EcsFailureAlerts(stack, 'Alerts', {
  targets: Object.entries(MESSAGES).map(([id, message]) => new SnsPublish(new sns.Topic(stack, id), { message })),
  includedFailures: Object.values(EcsFailure),
});
const simulator = testing.EventBusSimulator.fromStack(stack);

/** The messages about an event, by their kinds. */
function messagesAbout(event: object): { [kind: string]: string } {
  return Object.fromEntries(simulator.send(testing.SampleEvent.fromJson(event as any)).delivered.map(({ targetPath, body }) => [targetPath.replace('Stack/', ''), body]));
}

test.each(FAILURES.map((failure) => [failure.name, failure] as const))('%s has its severity and its cause in text, chat, and JSON', (name, { severity }) => {
  for (const { event } of eventCases().filter((each) => meantFailure(each.event) === name).slice(0, 40)) {
    const { Text, Chat, Json } = messagesAbout(event);
    expect(JSON.parse(Text.split('\n')[0])).toMatch(new RegExp(`^${severity}: `));
    expect(JSON.parse(Chat).content.title).toMatch(new RegExp(`^${severity}: `));
    expect(JSON.parse(Chat).metadata.additionalContext.severity).toBe(severity);
    expect(JSON.parse(Json).severity).toBe(severity);
    const { reason, stoppedReason, statusReason } = event.detail;
    for (const cause of [reason, stoppedReason, statusReason].filter((text) => typeof text === 'string' && text !== '')) {
      expect([Text, Chat, Json].map((message) => message.includes(cause as string))).toEqual([true, true, true]);
    }
  }
});

test('chat notifications have the form that Amazon Q Developer accepts', () => {
  for (const { event } of eventCases().filter((each) => meantFailure(each.event) !== undefined).slice(0, 60)) {
    expect(faultsOf(JSON.parse(messagesAbout(event).Chat))).toEqual([]);
  }
});

test('the title of a stopped daemon deployment states that it failed or was replaced', () => {
  const { Text } = messagesAbout(changed('ECS Daemon Deployment State Change', { eventName: 'DAEMON_DEPLOYMENT_STOPPED', eventType: 'INFO' }));
  expect(Text.split('\n')[0]).toBe('"WARNING: A daemon deployment failed or was replaced by a newer one: DAEMON_DEPLOYMENT_STOPPED"');
});
