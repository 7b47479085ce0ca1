import type { FailureOption } from './failure-options';
import { failureOptions, stackOf } from './failure-options';
import { eventCases, meantFailure, someEventCases } from './meant-failure';
import { EcsFailure, testing } from '../../src';
import { CATALOG } from '../../src/events/catalog';
import { FAILURES } from '../../src/events/failures';

const CASES = eventCases();
const SOME = someEventCases();

test('the cases cover every failure', () => {
  expect(new Set(CASES.map(({ event }) => meantFailure(event)))).toEqual(new Set([undefined, ...FAILURES.map(({ name }) => name)]));
});

test('every warning and error that Amazon ECS names is a failure, except for the twin of a failed deployment', () => {
  const others = CATALOG.flatMap(({ detailType, events }) => events.filter(({ type }) => type !== undefined && type !== 'INFO')
    .filter(({ samples: [{ event }] }) => meantFailure(event) === undefined).map(({ name }) => `${detailType}: ${name}`));
  expect(others).toEqual(['ECS Service Action: SERVICE_DEPLOYMENT_FAILED']);
});

test('each failure has a constant with its severity', () => {
  expect(FAILURES.map(({ name }) => [name, EcsFailure.of(name).value, EcsFailure.of(name).severity.value]))
    .toEqual(FAILURES.map(({ name, severity }) => [name, name, severity]));
  expect(Object.keys(EcsFailure)).toEqual(FAILURES.map(({ name }) => name));
});

describe.each(failureOptions().map((option) => [option.title, option] as const))('%s', (_title, option: FailureOption) => {
  test('every event reaches the targets of its failure once, and others reach none', () => {
    // GIVEN
    const { stack, alerts } = stackOf(option);
    const simulator = testing.EventBusSimulator.fromStack(stack);
    const ruleIds = new Map(FAILURES.map(({ name }) => [name, new Set(alerts.rulesFor(EcsFailure.of(name)).map(({ node }) => node.path))]));
    const wrong: unknown[] = [];

    for (const { title, event } of option.isThorough ? CASES : SOME) {
      // WHEN
      const { delivered, undelivered } = simulator.send(testing.SampleEvent.fromJson(event as any));

      // THEN
      const failure = meantFailure(event);
      const expected = failure === undefined ? [] : option.expected(failure, event).map((target) => `${target} of ${failure}`);
      const found = delivered.map(({ targetPath, rulePath }) => `${targetPath.replace('Stack/', '')} of ${failure !== undefined && ruleIds.get(failure)!.has(rulePath) ? failure : rulePath}`);
      if (undelivered.length > 0 || found.sort().join() !== expected.sort().join()) {
        wrong.push({ title, expected, found, undelivered });
      }
    }
    expect(wrong).toEqual([]);
  });
});
