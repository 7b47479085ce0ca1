import { FACTORIES } from './factories';
import { ContainerInstanceHealthCheck } from '../../src/filters/container-instance-health-check';
import { ContainerInstanceHealthCheckType } from '../../src/filters/container-instance-health-check-type';
import { ExitCode } from '../../src/filters/exit-code';
import { HookLifecycleStage } from '../../src/filters/hook-lifecycle-stage';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { PATTERN_FACTORIES } from '../../src/patterns/pattern-factories';
import { ValidationError } from '../../src/validation/validation-error';

const { serviceAction, taskStateChange, containerInstanceStateChange, containerInstanceHealthChange, hookStateChange } = EcsEventPattern;

/** Every filter that is a list, of every factory. */
const LISTS = FACTORIES.flatMap((factory) => PATTERN_FACTORIES[factory.name].filters.filter((name) => name !== 'additionalPattern' && name !== 'agentConnected')
  .map((filter) => [factory.name, filter, factory] as const));

describe.each(LISTS)('%s, %s', (name, filter, { create }) => {
  // Members need a cluster; it must not be the cluster that is missed.
  const withCluster = (value: unknown) => ({ ...!filter.startsWith('cluster') && { clusterNames: ['prod'] }, [filter]: value });

  test('T17: an empty list is an error, unless it excludes', () => {
    const work = () => create(withCluster([]));

    if (filter.startsWith('excluded')) {
      expect(work).not.toThrow();
    } else {
      expect(work).toThrow(`[EcsEventPattern.${name}] ${filter}: the list is empty, got [].`);
    }
  });

  // eslint-disable-next-line no-sparse-arrays
  test.each([['undefined', [undefined]], ['null', [null]], ['an empty text', ['']], ['a hole', [,]], ['a list', [['a']]]])('%s in the list is an error', (_title, value) => {
    expect(() => create(withCluster(value))).toThrow(ValidationError);
    expect(() => create(withCluster(value))).toThrow(`[EcsEventPattern.${name}] ${filter}[0]: expected `);
  });

  test.each([['a text', 'web'], ['a number', 5], ['an object', { value: 'x' }]])('%s instead of the list is an error', (_title, value) => {
    expect(() => create(withCluster(value))).toThrow(`[EcsEventPattern.${name}] ${filter}: expected a list, got ${JSON.stringify(value)}.`);
  });

  test.each([[5], [{}], [true], [() => 'x']])('%p in the list is an error', (value) => {
    expect(() => create(withCluster([value]))).toThrow(ValidationError);
  });
});

test.each(LISTS.filter(([, filter]) => /^(eventNames|excludedEventNames|reasons|excludedReasons|.*Stages|.*odes|.*tatuses|.*Types)$/.test(filter)))('%s: %s takes members of the class, no text', (_name, filter, { create }) => {
  expect(() => create({ [filter]: ['TEXT'] })).toThrow(new RegExp(`${filter}\\[0\\]: expected .*, got "TEXT"`));
});

test.each([['"true"', 'true'], ['1', 1], ['[]', []]])('agentConnected is true or false, not %s', (shown, value) => {
  expect(() => containerInstanceStateChange({ agentConnected: value as never })).toThrow(
    `agentConnected: expected true or false, got ${shown}. The event contains a boolean, which a string never equals.`,
  );
});

test.each<[string, () => unknown, string]>([
  ['a severity of daemons', () => serviceAction({ eventTypes: [ServiceActionEventType.of('WARNING')] }),
    'ServiceActionEventType.of: only daemon events have this severity, got "WARNING". Service events spell it WARN: use ServiceActionEventType.WARN.'],
  ['a severity in another case', () => serviceAction({ eventTypes: [ServiceActionEventType.of('error')] }), 'eventTypes[0]: AWS spells it "ERROR", got "error".'],
  ['a severity as a plain text', () => serviceAction({ eventTypes: ['ERROR' as never] }), 'eventTypes[0]: expected a member of ServiceActionEventType, got "ERROR".'],
  ['a code in the case of its name', () => taskStateChange({ stopCodes: [TaskStopCode.of('taskfailedtostart')] }),
    'stopCodes[0]: AWS spells it "TaskFailedToStart", got "taskfailedtostart". The comparison is case-sensitive, so no event would match: use the spelling of AWS.'],
  ['a stage in another case', () => hookStateChange({ lifecycleStages: [HookLifecycleStage.of('pre_scale_up')] }), 'AWS spells it "PRE_SCALE_UP"'],
  ['a health check in another case', () => containerInstanceHealthChange({ healthChecks: [ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.of('daemon'))] }),
    'healthChecks[0].type: AWS spells it "DAEMON", got "daemon".'],
  ['a health check without a type', () => containerInstanceHealthChange({ healthChecks: [ContainerInstanceHealthCheck.impaired(undefined as never)] }), '[ContainerInstanceHealthCheck.of] healthCheckType: expected a member of ContainerInstanceHealthCheckType, got undefined.'],
  ['a health check that is none', () => containerInstanceHealthChange({ healthChecks: ['DAEMON' as never] }), 'healthChecks[0]: expected a member of ContainerInstanceHealthCheck, got "DAEMON".'],
  ['a number instead of an exit code, which must not mean any', () => taskStateChange({ exitCodes: [137 as never] }),
    'exitCodes[0]: expected a member of ExitCode, got 137. Use a constant or a factory method of ExitCode.'],
  ['a text instead of a member', () => serviceAction({ eventNames: ['SERVICE_STEADY_STATE' as never] }),
    'eventNames[0]: expected a member of ServiceActionEvent, got "SERVICE_STEADY_STATE". Use a constant or a factory method of ServiceActionEvent.'],
  ['a family of task definitions with a revision', () => taskStateChange({ taskDefinitionFamilies: ['web', 'api:3'] }), 'taskDefinitionFamilies[1]: '],
  ['a Region that is none', () => serviceAction({ regions: ['eu-west-1', 'Ireland'] }), 'regions[1]: '],
  ['an account that is none', () => serviceAction({ accounts: ['111122223333', 'prod'] }), 'accounts[1]: '],
  ['an exit code that is none', () => taskStateChange({ exitCodes: [{} as ExitCode] }), 'exitCodes[0]: expected a member of ExitCode, got {}.'],
])('a value that can never match: %s', (_title, create, message) => {
  expect(create).toThrow(message);
});
