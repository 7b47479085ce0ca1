import { EcsEventPattern, FailureReason, ServiceActionEventType, StoppedReason, TaskLastStatus } from '../../src';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../src/engine/matcher/indexed-event';
import { SampleEvent } from '../../src/testing';

const STOPPED = EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] });

/** The `detail` of each pattern. */
const details = (pattern: EcsEventPattern) => pattern.toEventPatterns().map(({ detail }) => detail);

describe('a pattern divided by the presence of a field', () => {
  test('becomes two parts: events that have it, and events that lack it', () => {
    expect(details(STOPPED.dividedByPresence('detail.stoppedReason'))).toEqual([
      { lastStatus: ['STOPPED'], stoppedReason: [{ exists: true }] },
      { lastStatus: ['STOPPED'], stoppedReason: [{ exists: false }] },
    ]);
  });

  test('matches each event once, as before', () => {
    const parts = STOPPED.dividedByPresence('detail.stoppedReason').toEventPatterns().map(({ detailType, ...pattern }) => new EventPattern({ ...pattern, 'detail-type': detailType }));
    const withReason = SampleEvent.taskStateChange({ stoppedReason: 'x' }).toJson() as any;
    const { stoppedReason: _absent, ...detail } = withReason.detail;
    const matching = (event: object) => parts.map((part) => part.matches(new IndexedEvent(event as never)));
    expect(matching(withReason)).toEqual([true, false]);
    expect(matching({ ...withReason, detail })).toEqual([false, true]);
    expect(matching(SampleEvent.taskStateChange({ lastStatus: 'RUNNING' }).toJson())).toEqual([false, false]);
  });

  test('keeps what an exclusion requires of the field', () => {
    const pattern = EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.ERROR], excludedReasons: [FailureReason.AGENT] });
    expect(details(pattern.dividedByPresence('detail.reason'))).toEqual([
      { eventType: ['ERROR'], reason: [{ 'anything-but': { prefix: 'AGENT' } }] },
      { eventType: ['ERROR'], reason: [{ exists: false }] },
    ]);
  });

  test('divides only the parts whose events may have the field and may lack it', () => {
    const { serviceAction, hookStateChange, serviceDeploymentStateChange, anyOf } = EcsEventPattern;
    const pattern = anyOf(serviceAction(), hookStateChange(), serviceDeploymentStateChange());
    expect(details(pattern.dividedByPresence('detail.reason'))).toEqual([{ reason: [{ exists: true }] }, { reason: [{ exists: false }] }, undefined]);
  });

  test('can be divided again', () => {
    expect(details(STOPPED.dividedByPresence('detail.stoppedReason').dividedByPresence('detail.stopCode'))).toHaveLength(4);
    expect(details(STOPPED.dividedByPresence('detail.stoppedReason').dividedByPresence('detail.stoppedReason'))).toHaveLength(2);
  });

  test.each<[string, EcsEventPattern, string]>([
    ['every event has the field', EcsEventPattern.daemonTaskStartImpaired(), 'detail.reason'],
    ['the one event in the pattern has the field', EcsEventPattern.serviceTaskPlacementFailure(), 'detail.reason'],
    ['a filter requires the field', EcsEventPattern.taskStateChange({ stoppedReasons: [StoppedReason.prefix('x')] }), 'detail.stoppedReason'],
  ])('stays as it is if %s', (_why, pattern, path) => {
    expect(pattern.dividedByPresence(path).toEventPatterns()).toEqual(pattern.toEventPatterns());
  });

  test('does not change the pattern it comes from', () => {
    STOPPED.dividedByPresence('detail.stoppedReason');
    expect(STOPPED.toEventPatterns()).toHaveLength(1);
  });

  test.each<[string, EcsEventPattern, unknown, string]>([
    ['a name without detail', STOPPED, 'stoppedReason', 'expected the path of a field, got "stoppedReason". Write it as detail.stoppedReason.'],
    ['no text', STOPPED, undefined, 'expected the path of a field, got undefined. Write it as detail.stoppedReason.'],
    ['a field that no event has', EcsEventPattern.serviceAction(), 'detail.raeson', 'no event of the pattern has "detail.raeson". Check its spelling.'],
    ['a list', STOPPED, 'detail.containers', 'expected the path of a string, a number or a boolean, got "detail.containers". EventBridge matches the presence of single values only.'],
    ['a field in additionalPattern', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: ['x'] } } }), 'detail.reason',
      'additionalPattern has a condition on detail.reason. Create the two patterns yourself, and combine them with anyOf().'],
  ])('%s is an error', (_what, pattern, path, problem) => {
    expect(() => pattern.dividedByPresence(path as string)).toThrow(`[EcsEventPattern.dividedByPresence] path: ${problem}`);
  });
});
