import { CATALOG } from '../../src/events/catalog';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../../src/filters/daemon-service-event';
import { HookEvent } from '../../src/filters/hook-event';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { SampleEvent, SampleOrigin } from '../../src/testing';

const SAMPLES = CATALOG.flatMap(({ events }) => events.flatMap(({ samples }) => [...samples]));

describe('samples of the catalog', () => {
  test('all of them are there, value for value', () => {
    expect(SampleEvent.all().map((sample) => sample.toJson())).toEqual(SAMPLES.map(({ event }) => event));
  });

  test("AWS's samples are distinguished from those that are derived from them", () => {
    const own = SAMPLES.filter(({ origin }) => origin === 'aws');
    expect(SampleEvent.awsSamples().map((sample) => sample.toJson())).toEqual(own.map(({ event }) => event));
    const countOf = (wanted: SampleOrigin) => SampleEvent.all().filter(({ origin }) => origin === wanted).length;
    expect(countOf(SampleOrigin.DERIVED) + countOf(SampleOrigin.COMPOSED)).toBe(SAMPLES.length - own.length);
    expect(countOf(SampleOrigin.COMPOSED)).toBe(SAMPLES.filter(({ origin }) => origin === 'composed').length);
  });

  test('what one caller does with an event does not change the next one', () => {
    const json = SampleEvent.serviceAction().toJson();
    json.detail.clusterArn = 'x';
    json.resources.push('x');
    expect(SampleEvent.serviceAction().toJson()).toEqual(SAMPLES.find(({ title }) => title === 'SERVICE_STEADY_STATE')!.event);
  });
});

describe('factories without options', () => {
  test.each<[string, SampleEvent, string, string | undefined]>([
    ['daemonTaskStartImpaired', SampleEvent.daemonTaskStartImpaired(), 'ECS Daemon Service Action', 'DAEMON_TASK_START_IMPAIRED'],
    ['daemonDeploymentRollbackFailed', SampleEvent.daemonDeploymentRollbackFailed(), 'ECS Daemon Deployment State Change', 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED'],
    ['serviceTaskPlacementFailure', SampleEvent.serviceTaskPlacementFailure(), 'ECS Service Action', 'SERVICE_TASK_PLACEMENT_FAILURE'],
    ['daemonServiceAction', SampleEvent.daemonServiceAction(), 'ECS Daemon Service Action', 'DAEMON_TASK_START_IMPAIRED'],
    ['daemonDeploymentStateChange', SampleEvent.daemonDeploymentStateChange(), 'ECS Daemon Deployment State Change', 'DAEMON_DEPLOYMENT_PENDING'],
    ['serviceAction', SampleEvent.serviceAction(), 'ECS Service Action', 'SERVICE_STEADY_STATE'],
    ['serviceDeploymentStateChange', SampleEvent.serviceDeploymentStateChange(), 'ECS Deployment State Change', 'SERVICE_DEPLOYMENT_IN_PROGRESS'],
    ['hookStateChange', SampleEvent.hookStateChange(), 'ECS Hook State Change', 'HOOK_AWAITING_ACTION'],
    ['containerInstanceHealthChange', SampleEvent.containerInstanceHealthChange(), 'ECS Container Instance Health Change', undefined],
    ['containerInstanceStateChange', SampleEvent.containerInstanceStateChange(), 'ECS Container Instance State Change', undefined],
    ['taskStateChange', SampleEvent.taskStateChange(), 'ECS Task State Change', undefined],
  ])('%s gives the first sample of its event', (_name, sample, detailType, eventName) => {
    expect({ detailType: sample.detailType, eventName: sample.eventName }).toEqual({ detailType, eventName });
    const entry = CATALOG.find((each) => each.detailType === detailType)!;
    const first = entry.events.find(({ name }) => name === eventName)!.samples[0];
    expect(sample.toJson()).toEqual(first.event);
    expect(sample.title).toBe(first.title);
    expect(sample.origin).toBe(first.origin === 'aws' ? SampleOrigin.AWS : SampleOrigin.DERIVED);
  });
});

describe('eventName', () => {
  test.each([
    (eventName: string) => SampleEvent.daemonServiceAction({ eventName: DaemonServiceEvent.of(eventName) }),
    (eventName: string) => SampleEvent.daemonDeploymentStateChange({ eventName: DaemonDeploymentEvent.of(eventName) }),
    (eventName: string) => SampleEvent.serviceAction({ eventName: ServiceActionEvent.of(eventName) }),
    (eventName: string) => SampleEvent.serviceDeploymentStateChange({ eventName: ServiceDeploymentEvent.of(eventName) }),
    (eventName: string) => SampleEvent.hookStateChange({ eventName: HookEvent.of(eventName) }),
  ])('chooses each event of the detail type, and eventType follows', (factory) => {
    const { detailType } = factory(firstNameOf(factory));
    for (const event of CATALOG.find((entry) => entry.detailType === detailType)!.events) {
      expect(factory(event.name!).toJson().detail).toMatchObject({ eventName: event.name, ...(event.type && { eventType: event.type }) });
    }
  });

  test('that AWS does not send in the detail type is an error that lists the known ones', () => {
    expect(() => SampleEvent.serviceDeploymentStateChange({ eventName: ServiceDeploymentEvent.of('SERVICE_STEADY_STATE') })).toThrow(
      '[SampleEvent] eventName: "ECS Deployment State Change" has no such sample, got "SERVICE_STEADY_STATE". Use one of SERVICE_DEPLOYMENT_IN_PROGRESS, '
      + 'SERVICE_DEPLOYMENT_COMPLETED, SERVICE_DEPLOYMENT_FAILED; send any other event with SampleEvent.fromJson(json).',
    );
  });

  /** Any known name that the factory takes. */
  function firstNameOf(factory: (eventName: string) => SampleEvent): string {
    return CATALOG.flatMap(({ events }) => events.map(({ name }) => name!)).find((name) => {
      try {
        return factory(name);
      } catch {
        return false;
      }
    })!;
  }
});

describe('any event', () => {
  test('is what was given', () => {
    const json = { 'source': 'aws.ecs', 'detail-type': 'ECS Something New', 'detail': { eventName: 'NEW', a: [null, 1] } };
    const sample = SampleEvent.fromJson(json);
    expect(sample.toJson()).toEqual(json);
    expect(sample).toMatchObject({ title: 'NEW', detailType: 'ECS Something New', eventName: 'NEW', origin: SampleOrigin.CUSTOM });
    expect(SampleEvent.fromJson({ 'detail-type': 'x' })).toMatchObject({ title: 'x', eventName: undefined });
  });

  test('has to be an object', () => {
    expect(() => SampleEvent.fromJson([])).toThrow('[SampleEvent.fromJson] json: expected an object, got [].');
    expect(() => SampleEvent.fromJson('x' as never)).toThrow('[SampleEvent.fromJson] json: expected an object, got "x".');
  });
});
