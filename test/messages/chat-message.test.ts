import { BoundMessage } from './bound-message';
import { faultsOf } from './custom-notification';
import { EVERY_NAMED, patternOf } from './every-event';
import { CATALOG } from '../../src/events/catalog';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const PLACEMENT_FAILURE = EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod'], serviceNames: ['web'] });
const SAMPLE = CATALOG.flatMap(({ events }) => events).find(({ name }) => name === 'SERVICE_TASK_PLACEMENT_FAILURE')!.samples[0].event;

/** The notification about a placement failure. */
function notification(options: Parameters<typeof EcsEventMessage.chat>[0] = {}): any {
  return BoundMessage.for(PLACEMENT_FAILURE.toEventPattern(), EcsEventMessage.chat(options)).jsonFor(SAMPLE);
}

describe('a chat notification', () => {
  test.each(EVERY_NAMED)('T25: about %s is of the form that Amazon Q Developer shows', (_name, named) => {
    const bound = BoundMessage.for(patternOf(named), EcsEventMessage.chat({ environmentName: 'prod', mentions: ['<!here>'], runbook: 'https://wiki.example.com/', additionalFields: { team: 'a' } }));
    named.event.samples.forEach(({ event }) => expect(faultsOf(bound.jsonFor(event))).toEqual([]));
  });

  test('T25: about all that Amazon ECS sends is of that form too', () => {
    const bound = BoundMessage.for({ source: ['aws.ecs'] }, EcsEventMessage.chat());
    EVERY_NAMED.forEach(([, { event: { samples } }]) => samples.forEach(({ event }) => expect(faultsOf(bound.jsonFor(event))).toEqual([])));
  });

  test('the schema finds what would be dropped', () => {
    expect(faultsOf({ version: '1.0', source: 'custom', content: {} })).toHaveLength(1);
    expect(faultsOf({ version: '1.0', source: 'custom', content: { description: 'x' }, metadata: { additionalContext: { n: 1 } } })).toHaveLength(1);
  });

  test('names the severity in its title, which is its summary too', () => {
    const { content, metadata } = notification();
    expect(content.title).toBe('ERROR: ECS cannot place tasks of service web (cluster prod)');
    expect(metadata.summary).toBe(content.title);
    expect(metadata.eventType).toBe('SERVICE_TASK_PLACEMENT_FAILURE');
  });

  test('has the reason where a reader sees it, and where a program finds it', () => {
    const { content, metadata } = notification();
    expect(content.nextSteps.slice(0, 2)).toEqual(['Reason:', 'RESOURCE:FARGATE']);
    expect(content.keywords).toEqual(['SERVICE_TASK_PLACEMENT_FAILURE', 'RESOURCE:FARGATE']);
    expect(metadata.additionalContext.reason).toBe('RESOURCE:FARGATE');
  });

  test('has the environment, mentions, a runbook, a prefix and fields of the user\'s own', () => {
    const { content, metadata } = notification({
      environmentName: 'production', mentions: ['<@U012AB3CD>', '<!here>'], runbook: 'https://wiki.example.com/ecs', titlePrefix: ':fire:', additionalFields: { team: 'a "b" <c>' },
    });
    expect(content.title).toBe(':fire: ERROR: ECS cannot place tasks of service web (cluster prod) (production)');
    expect(content.keywords).toContain('production');
    expect(content.description.split('\n')[0]).toBe('<@U012AB3CD> <!here>');
    expect(content.description).toContain('\nteam: a "b" <c>');
    expect(content.nextSteps).toContain('Runbook: https://wiki.example.com/ecs');
    expect(metadata.additionalContext).toMatchObject({ environment: 'production', runbook: 'https://wiki.example.com/ecs', team: 'a "b" <c>' });
  });

  test('T42: what is in angle brackets is escaped in the template', () => {
    const { template } = BoundMessage.for(PLACEMENT_FAILURE.toEventPattern(), EcsEventMessage.chat({ mentions: ['<@U1>'], titlePrefix: '<reason>' }));
    expect(template).toContain('\\u003c@U1\\u003e');
    expect(template).toContain('\\u003creason\\u003e');
  });

  test.each([
    ['titlePrefix', 'a\u0001b', 'got "a\\u0001b". Remove control characters.'],
    ['environmentName', '', 'expected a text, got "". Set a text, or omit it.'],
    ['runbook', '', 'expected a text, got "". Set a text, or omit it.'],
    ['mentions[0]', ['', '<!here>'], 'expected a mention, got "". Pass a text such as \'<!here>\'.'],
    ['mentions[1]', ['<!here>', '@here'], 'Slack does not read it as a mention, got "@here". Use \'<!here>\'.'],
    ['mentions', 'x', 'expected a list, got "x". Put the value into a list.'],
    ['additionalFields', { '': 'x' }, 'expected a text, got "". Set a text, or omit it.'],
    ['additionalFields.team', { team: '' }, 'expected a text, got "". Set a text, or omit it.'],
  ])('%s of %j is an error', (prop, value, error) => {
    expect(() => EcsEventMessage.chat({ [prop.split(/[.[]/)[0]]: value })).toThrow(`[EcsEventMessage.chat] ${prop}: ${error}`);
  });

  test('a field that the notification has itself is an error', () => {
    expect(() => EcsEventMessage.chat({ additionalFields: { reason: 'x' } }))
      .toThrow('[EcsEventMessage.chat] additionalFields: got "reason", a key that the message already has. Rename the field.');
  });
});

describe('the thread', () => {
  const threadId = (pattern: EcsEventPattern, detailType: string) => BoundMessage.for(pattern.toEventPattern(), EcsEventMessage.chat())
    .jsonFor(CATALOG.find((entry) => entry.detailType === detailType)!.events[0].samples[0].event).metadata.threadId;

  test.each<[string, EcsEventPattern, string, string]>([
    ['a daemon deployment', EcsEventPattern.daemonDeploymentStateChange(), 'ECS Daemon Deployment State Change',
      'arn:aws:ecs:us-west-2:111122223333:daemon-deployment/my-cluster/my-daemon/0EYSiB0qap8xf0N76FsbE'],
    ['one event of it', EcsEventPattern.daemonDeploymentStateChange({ eventNames: [DaemonDeploymentEvent.DAEMON_DEPLOYMENT_STOPPED] }), 'ECS Daemon Deployment State Change',
      'arn:aws:ecs:us-west-2:111122223333:daemon-deployment/my-cluster/my-daemon/0EYSiB0qap8xf0N76FsbE'],
    ['a service deployment', EcsEventPattern.serviceDeploymentStateChange(), 'ECS Deployment State Change', 'ecs-svc/1234567890123456789'],
    ['a hook', EcsEventPattern.hookStateChange(), 'ECS Hook State Change', 'arn:aws:ecs:us-west-2:123456789012:service-deployment/my-cluster/my-service/0EYSiB0qap8xf0N76FsbE'],
  ])('of %s is its deployment', (_what, pattern, detailType, expected) => {
    expect(threadId(pattern, detailType)).toBe(expected);
  });

  test.each<[string, EcsEventPattern, string]>([
    ['a service action', EcsEventPattern.serviceAction(), 'ECS Service Action'],
    ['a daemon task', EcsEventPattern.daemonTaskStartImpaired(), 'ECS Daemon Service Action'],
    ['several detail types', EcsEventPattern.anyOf(EcsEventPattern.hookStateChange(), EcsEventPattern.serviceDeploymentStateChange()), 'ECS Hook State Change'],
  ])('of %s is none: the event has no id of one incident', (_what, pattern, detailType) => {
    expect(threadId(pattern, detailType)).toBeUndefined();
  });
});
