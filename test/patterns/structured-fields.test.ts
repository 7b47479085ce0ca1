import { deployed, matching } from './deployed-pattern';
import type { FactoryName } from './factories';
import { FACTORIES } from './factories';
import type { About } from './sent-event';
import { sent } from './sent-event';
import { ContainerInstanceHealthCheck } from '../../src/filters/container-instance-health-check';
import { ContainerInstanceHealthCheckType } from '../../src/filters/container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { ContainerReason } from '../../src/filters/container-reason';
import { ExitCode } from '../../src/filters/exit-code';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

describe('capacityProviderNames of services, which carry ARNs', () => {
  test.each<['serviceAction' | 'serviceTaskPlacementFailure', string, About, number]>([
    ['serviceAction', 'the one, together with another', { capacityProvider: 'gpu' }, 1],
    ['serviceTaskPlacementFailure', 'a provider of AWS, in the account of the service', { capacityProvider: 'FARGATE_SPOT' }, 1],
    ['serviceAction', 'a longer name', { capacityProvider: 'gpu-2' }, 0],
    ['serviceAction', 'another Region', { capacityProvider: 'gpu', region: 'eu-west-1' }, 0],
    ['serviceAction', 'another account', { capacityProvider: 'gpu', account: '444455556666' }, 0],
    ['serviceTaskPlacementFailure', 'none', { detail: { capacityProviderArns: undefined } }, 0],
    ['serviceAction', 'the plain name', { detail: { capacityProviderArns: ['gpu'] } }, 0],
    ['serviceAction', 'an empty list', { detail: { capacityProviderArns: [] } }, 0],
  ])('%s: %s', (name, _title, about, expected) => {
    const { create } = FACTORIES.find((factory) => factory.name === name)!;
    const pattern = deployed([create({ capacityProviderNames: ['gpu', 'FARGATE_SPOT'] }).toEventPattern()]);

    expect(matching(pattern, sent('ECS Service Action', 'SERVICE_TASK_PLACEMENT_FAILURE', about))).toBe(expected);
  });
});

function check(name: FactoryName, filters: object, detail: object): number {
  const { create, entry } = FACTORIES.find((factory) => factory.name === name)!;
  return matching(deployed([create(filters).toEventPattern()]), sent(entry.detailType, undefined, { detail: { ...detail } }));
}

test.each([[true, true, 1], [true, false, 0], [false, false, 1], [false, true, 0], [false, 'false', 0], [false, undefined, 0], [false, null, 0]])(
  'agentConnected %p, the event says %p', (agentConnected, value, expected) => {
    expect(check('containerInstanceStateChange', { agentConnected }, { agentConnected: value })).toBe(expected);
  },
);

test.each([['web:3', 1], ['web:12', 1], ['web-admin:3', 0], ['Web:3', 0], ['we:3', 0], ['my-web:3', 0]])('taskDefinitionFamilies web, the event says %s', (family, expected) => {
  const taskDefinitionArn = `arn:aws:ecs:us-east-1:111122223333:task-definition/${family}`;

  expect(check('taskStateChange', { taskDefinitionFamilies: ['web', 'api', 'web'] }, { taskDefinitionArn })).toBe(expected);
});

const exits = (...codes: unknown[]) => ({ containers: codes.map((exitCode) => ({ name: 'c', exitCode })) });

test.each([
  ['nonZero', [ExitCode.nonZero()], exits(0, 1), 1],
  ['nonZero', [ExitCode.nonZero(), ExitCode.nonZero()], exits(0), 0],
  ['nonZero of a task that never started', [ExitCode.nonZero()], exits(undefined), 0],
  ['nonZero without containers', [ExitCode.nonZero()], { containers: [] }, 0],
  ['137', [ExitCode.of(137)], exits(0, 137), 1],
  ['137', [ExitCode.of(137)], exits('137'), 0],
  ['137', [ExitCode.of(137), ExitCode.of(139)], exits(1), 0],
  ['0', [ExitCode.of(0)], exits(1, 0), 1],
  ['0 or nonZero, and it is 0', [ExitCode.of(0), ExitCode.nonZero()], exits(0), 1],
  ['0 or nonZero, and it is not 0', [ExitCode.of(0), ExitCode.nonZero()], exits(137), 1],
  ['0 or nonZero: any that ended', [ExitCode.of(0), ExitCode.nonZero()], exits(undefined), 0],
])('exitCodes %s', (_title, exitCodes, detail, expected) => {
  expect(check('taskStateChange', { exitCodes }, detail)).toBe(expected);
});

const pulled = (reason: string | undefined, stoppedReason = 'Task failed to start') => ({ stoppedReason, containers: [{ name: 'app', reason }, { name: 'proxy', exitCode: 0 }] });

test.each<[string, object, object, number]>([
  ['the reason of a container', {}, pulled('CannotPullContainerError: x'), 1],
  ['the other spelling', {}, pulled('CannotPullImageManifestError: x'), 1],
  ['the reason of the task', {}, pulled(undefined, 'CannotPullContainerError: x'), 1],
  ['the other spelling, of the task', {}, pulled(undefined, 'CannotPullImageManifestError: x'), 1],
  ['both at once, once', {}, pulled('CannotPullContainerError: x', 'CannotPullContainerError: x'), 1],
  ['another reason', {}, pulled('OutOfMemoryError: x'), 0],
  ['a container of that name', { containerNames: ['app'] }, pulled('CannotPullContainerError: x'), 1],
  ['another container of that name', { containerNames: ['proxy'] }, pulled('CannotPullContainerError: x'), 0],
  ['the task, with a container of that name', { containerNames: ['proxy'] }, pulled(undefined, 'CannotPullContainerError: x'), 1],
  ['a stopped reason that is excluded', { excludedStoppedReasons: [StoppedReason.prefix('CannotPull')] }, pulled(undefined, 'CannotPullContainerError: x'), 0],
  ['a container, where another stopped reason is excluded', { excludedStoppedReasons: [StoppedReason.MAINTENANCE] }, pulled('CannotPullContainerError: x'), 1],
  ['a stopped reason that contradicts', { stoppedReasons: [StoppedReason.MAINTENANCE] }, pulled(undefined, 'CannotPullContainerError: x'), 0],
  ['a container and the stopped reason', { stoppedReasons: [StoppedReason.prefix('Task failed')] }, pulled('CannotPullContainerError: x'), 1],
])('containerReasons CANNOT_PULL_CONTAINER: %s', (_title, others, detail, expected) => {
  expect(check('taskStateChange', { containerReasons: [ContainerReason.CANNOT_PULL_CONTAINER], ...others }, detail)).toBe(expected);
});

const results = (...checks: [string, string][]) => ({ healthChecks: checks.map(([type, status]) => ({ type, status })) });
const { impaired } = ContainerInstanceHealthCheck;
const pending = ContainerInstanceHealthCheck.of(ContainerInstanceHealthCheckType.AGENT_CONNECTIVITY, ContainerInstanceHealthStatus.INSUFFICIENT_DATA);

test.each([
  ['the check with its result', [impaired(ContainerInstanceHealthCheckType.DAEMON)], results(['CONTAINER_RUNTIME', 'OK'], ['DAEMON', 'IMPAIRED']), 1],
  ['type and result in different elements', [impaired(ContainerInstanceHealthCheckType.DAEMON)], results(['CONTAINER_RUNTIME', 'IMPAIRED'], ['DAEMON', 'OK']), 0],
  ['one of two checks', [impaired(ContainerInstanceHealthCheckType.DAEMON), pending], results(['AGENT_CONNECTIVITY', 'INSUFFICIENT_DATA']), 1],
  ['the result of one with the type of another', [impaired(ContainerInstanceHealthCheckType.DAEMON), pending], results(['AGENT_CONNECTIVITY', 'IMPAIRED'], ['DAEMON', 'INSUFFICIENT_DATA']), 0],
  ['both checks', [impaired(ContainerInstanceHealthCheckType.DAEMON), pending], results(['DAEMON', 'IMPAIRED'], ['AGENT_CONNECTIVITY', 'INSUFFICIENT_DATA']), 1],
  ['no checks', [impaired(ContainerInstanceHealthCheckType.DAEMON)], { healthChecks: [] }, 0],
])('healthChecks: %s', (_title, healthChecks, detail, expected) => {
  expect(check('containerInstanceHealthChange', { healthChecks }, detail)).toBe(expected);
});

test('two health checks with one result are two plain lists, without a $or', () => {
  const healthChecks = [impaired(ContainerInstanceHealthCheckType.DAEMON), impaired(ContainerInstanceHealthCheckType.CONTAINER_RUNTIME)];

  const [pattern] = deployed([EcsEventPattern.containerInstanceHealthChange({ healthChecks }).toEventPattern()]);

  expect(pattern.detail).toEqual({ healthChecks: { type: ['DAEMON', 'CONTAINER_RUNTIME'], status: ['IMPAIRED'] } });
});
