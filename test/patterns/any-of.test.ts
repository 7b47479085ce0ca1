import { deployed, matching } from './deployed-pattern';
import { sent } from './sent-event';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const { anyOf, serviceAction, serviceDeploymentStateChange, daemonServiceAction, hookStateChange, containerInstanceStateChange } = EcsEventPattern;

test('anyOf() of anyOf() is flat, and overlaps are found across', () => {
  const inner = anyOf(serviceAction({ clusterNames: ['prod'] }), daemonServiceAction());

  expect(anyOf(inner, serviceAction({ clusterNames: ['dev'] })).toEventPatterns()).toHaveLength(3);
  expect(() => anyOf(inner, serviceAction({ clusterNames: ['prod'] }))).toThrow('patterns 1 and 3');
});

test('patterns that require the same of several detail types are one rule', () => {
  const filters = { clusterNames: ['prod'] };

  const parts = [serviceAction(filters), daemonServiceAction(filters), containerInstanceStateChange(filters), serviceDeploymentStateChange(filters)];
  const pattern = anyOf(...parts).toEventPatterns();

  expect(deployed(pattern).map((each) => each['detail-type'])).toEqual([
    ['ECS Service Action', 'ECS Daemon Service Action', 'ECS Container Instance State Change'], ['ECS Deployment State Change'],
  ]);
});

test('one rule is a pattern, several are not', () => {
  const one = anyOf(serviceAction({ clusterNames: ['prod'] }), daemonServiceAction({ clusterNames: ['prod'] }));
  const two = anyOf(serviceAction({ clusterNames: ['prod'] }), daemonServiceAction({ clusterNames: ['dev'] }));

  expect(matching(deployed([one.toEventPattern()]), sent('ECS Daemon Service Action', undefined))).toBe(1);
  expect(two.toEventPatterns()).toHaveLength(2);
  expect(() => two.toEventPattern()).toThrow(
    '[EcsEventPattern] toEventPattern(): one event pattern is not enough, got 2: the detail types have different filters, or one pattern would be too long. '
    + 'Use toEventPatterns() with one rule for each pattern, or EcsEventRule, which creates these rules.',
  );
});

test('of a single pattern it is that pattern', () => {
  expect(anyOf(serviceAction({ clusterNames: ['prod'] })).toEventPatterns()).toEqual(serviceAction({ clusterNames: ['prod'] }).toEventPatterns());
});

test('of no pattern it would match nothing', () => {
  expect(() => anyOf()).toThrow('[EcsEventPattern.anyOf] patterns: expected at least one pattern, got none. Pass at least one pattern.');
});

test.each([
  ['a list', [serviceAction()], '[an instance of EcsEventPattern]'],
  ['undefined', undefined, 'undefined'],
  ['an event pattern', { source: ['aws.ecs'] }, '{"source":["aws.ecs"]}'],
])('%s is no pattern', (_title, value, got) => {
  expect(() => anyOf(hookStateChange(), value as never)).toThrow(
    `[EcsEventPattern.anyOf] patterns[1]: expected a pattern, got ${got}. Pass a pattern from a factory method of EcsEventPattern.`);
});

test('an error in a part names the factory that was called for it', () => {
  expect(() => anyOf(serviceDeploymentStateChange({ eventNames: [ServiceDeploymentEvent.of('HOOK_FAILED')] }))).toThrow('[EcsEventPattern.serviceDeploymentStateChange] eventNames[0]:');
});
