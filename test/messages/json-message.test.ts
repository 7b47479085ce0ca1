import { BoundMessage } from './bound-message';
import { EVERY_NAMED, patternOf } from './every-event';
import { CATALOG } from '../../src/events/catalog';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const SAMPLES = Object.fromEntries(CATALOG.map(({ detailType, events }) => [detailType, events[0].samples[0].event]));

/** The document about the first sample of a detail type. */
function document(pattern: EcsEventPattern, detailType: string, options: Parameters<typeof EcsEventMessage.json>[0] = {}): any {
  return BoundMessage.for(pattern.toEventPattern(), EcsEventMessage.json(options)).jsonFor(SAMPLES[detailType]);
}

describe('a JSON message', () => {
  test.each(EVERY_NAMED)('about %s is flat but for the detail of the event, in camel case, and has every key of the envelope', (_name, named) => {
    const bound = BoundMessage.for(patternOf(named), EcsEventMessage.json());
    for (const { event } of named.event.samples) {
      const { resources, detail, ...rest } = bound.jsonFor(event);
      expect(resources).toEqual(event.resources);
      expect(detail).toEqual(event.detail);
      expect(rest).toMatchObject({ schemaVersion: '1', id: event.id, detailType: event['detail-type'], time: event.time, account: event.account, region: event.region, ruleName: 'ecs-alerts' });
      expect(Object.values(rest).filter((value) => typeof value === 'object')).toEqual([]);
      expect(Object.keys(rest).filter((key) => !/^[a-z][A-Za-z0-9]*$/.test(key))).toEqual([]);
    }
  });

  test('keeps the names and the types of the fields that AWS sends', () => {
    const { agentConnected, version, status } = document(EcsEventPattern.containerInstanceStateChange(), 'ECS Container Instance State Change');
    expect([agentConnected, version, status]).toEqual([true, 14801, 'ACTIVE']);
  });

  test('names the service where it stands in resources only', () => {
    expect(document(EcsEventPattern.serviceAction(), 'ECS Service Action').serviceArn).toBe('arn:aws:ecs:us-west-2:111122223333:service/default/servicetest');
    expect(document(EcsEventPattern.daemonDeploymentStateChange(), 'ECS Daemon Deployment State Change')).not.toHaveProperty('serviceArn');
  });

  test('about several detail types has what all of them have', () => {
    const pattern = EcsEventPattern.anyOf(EcsEventPattern.serviceAction(), EcsEventPattern.serviceDeploymentStateChange());
    const keys = Object.keys(document(pattern, 'ECS Service Action'));
    expect(keys).toEqual(['schemaVersion', 'summary', 'id', 'detailType', 'time', 'account', 'region', 'resources', 'eventType', 'eventName', 'serviceArn', 'ruleName', 'detail']);
  });

  test('has a prefix, a runbook and fields of the user\'s own, with angle brackets if need be', () => {
    const options = { titlePrefix: '<prod>', runbook: 'https://wiki.example.com/', additionalFields: { team: 'a <b>' } };
    expect(document(EcsEventPattern.serviceAction(), 'ECS Service Action', options)).toMatchObject({
      summary: '<prod> ECS event SERVICE_STEADY_STATE', runbook: 'https://wiki.example.com/', team: 'a <b>',
    });
  });

  test.each(['reason', 'taskArn', 'schemaVersion', 'detailType', 'ruleName', 'runbook', 'serviceArn', 'detail'])('a field of one\'s own called %s is an error', (name) => {
    expect(() => EcsEventMessage.json({ additionalFields: { [name]: 'x' } }))
      .toThrow(`[EcsEventMessage.json] additionalFields: got "${name}", a key that the message already has. Rename the field.`);
  });

  test('an empty text is an error', () => {
    expect(() => EcsEventMessage.json({ titlePrefix: '' })).toThrow('[EcsEventMessage.json] titlePrefix: expected a text, got "". Set a text, or omit it.');
  });
});
