import { App, Stack } from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { changed, HOME, NAMES } from './meant-failure';
import { EcsEventMessage, EcsFailureAlerts, SnsPublish, testing } from '../../src';
import type { EcsEventJson } from '../../src/events/detail-type';

// The shapes of recorded deployments, with invented names: which statuses, stop codes, and reasons follow one another.

type Detail = { readonly [field: string]: unknown };

const deployment = (eventName: string, reason: string) => changed('ECS Deployment State Change', { eventName, eventType: eventName === 'SERVICE_DEPLOYMENT_FAILED' ? 'ERROR' : 'INFO', reason });
const action = (eventName: string) => changed('ECS Service Action', { eventName, eventType: 'INFO', reason: undefined });
const task = (lastStatus: string, detail: Detail) => changed('ECS Task State Change', {
  lastStatus, desiredStatus: 'RUNNING', stopCode: undefined, stoppedReason: undefined, containers: [{ name: 'web', lastStatus }], ...detail,
});

/** The events of a task that runs. */
const started = (detail: Detail = {}) => ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING'].map((status) => task(status, detail));

/** The events of a task that stops: of the statuses that recorded tasks had for this kind of stop. */
function stops(stopCode: string, stoppedReason: string, exitCode: number | undefined, detail: Detail = {}): EcsEventJson[] {
  const isOrdered = stopCode === 'ServiceSchedulerInitiated' || stopCode === 'UserInitiated';
  const statuses = isOrdered ? ['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED'] : ['DEPROVISIONING', 'STOPPED'];
  return statuses.map((status) => task(status, { desiredStatus: 'STOPPED', stopCode, stoppedReason, containers: [{ name: 'web', exitCode }], ...detail }));
}

const STANDALONE = { group: 'family:job', startedBy: undefined };
const SCALE_IN = 'Scaling activity initiated by (deployment ecs-svc/1234567890123456789)';
const UNHEALTHY = 'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/0123456789abcdef)';
const BREAKER = 'ECS deployment circuit breaker: tasks failed to start.';

const rollback = [
  deployment('SERVICE_DEPLOYMENT_FAILED', BREAKER),
  deployment('SERVICE_DEPLOYMENT_IN_PROGRESS', 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/2345678901234567890.'),
  action('SERVICE_STEADY_STATE'),
  deployment('SERVICE_DEPLOYMENT_COMPLETED', 'ECS deployment ecs-svc/2345678901234567890 completed.'),
];
const beginning = deployment('SERVICE_DEPLOYMENT_IN_PROGRESS', 'ECS deployment ecs-svc/1234567890123456789 in progress.');

/** The titles of the notifications about events, in their order. */
function notifications(events: readonly EcsEventJson[]): string[] {
  const stack = new Stack(new App(), 'Stack', { env: HOME });
  new EcsFailureAlerts(stack, 'Alerts', { clusterNames: [NAMES.cluster], targets: [new SnsPublish(new sns.Topic(stack, 'Topic'), { message: EcsEventMessage.text() })] });
  const simulator = testing.EventBusSimulator.fromStack(stack);
  return events.flatMap((event) => simulator.send(testing.SampleEvent.fromJson(event as any)).delivered.map(({ body }) => {
    const lines = body.split('\n').map((line) => JSON.parse(line) as string);
    return [lines[0], lines.find((line) => line.startsWith('Reason: '))?.slice(0, 50)].filter(Boolean).join(' | ');
  }));
}

const EXITED = 'WARNING: A task stopped: EssentialContainerExited (cluster prod) | Reason: Essential container in task exited';

test.each<[string, EcsEventJson[], string[]]>([
  ['a deployment that succeeds notifies no one', [
    beginning, ...started(), ...started(), ...stops('ServiceSchedulerInitiated', SCALE_IN, 137), ...stops('ServiceSchedulerInitiated', SCALE_IN, 143),
    action('SERVICE_STEADY_STATE'), deployment('SERVICE_DEPLOYMENT_COMPLETED', 'ECS deployment ecs-svc/1234567890123456789 completed.'),
  ], []],
  ['a deployment whose process exits notifies of each task as a warning, and of the deployment once as critical', [
    beginning,
    ...[1, 2, 3].flatMap(() => [...started(), ...stops('EssentialContainerExited', 'Essential container in task exited', 1)]),
    ...rollback,
    ...stops('ServiceSchedulerInitiated', SCALE_IN, 137),
  ], [EXITED, EXITED, EXITED, expect.stringMatching(/^CRITICAL: A deployment of a service failed \(cluster prod\) \| Reason: ECS deployment circuit breaker/) as never]],
  ['a deployment that fails health checks notifies of each task as a warning, and of the deployment once as critical', [
    beginning,
    ...[1, 2].flatMap(() => [...started(), ...stops('ServiceSchedulerInitiated', UNHEALTHY, 137)]),
    ...rollback,
    ...stops('ServiceSchedulerInitiated', SCALE_IN, 137),
  ], [
    expect.stringMatching(/^WARNING: A task stopped: ServiceSchedulerInitiated \(cluster prod\) \| Reason: Task failed ELB health checks/) as never,
    expect.stringMatching(/^WARNING: A task stopped: ServiceSchedulerInitiated/) as never,
    expect.stringMatching(/^CRITICAL: A deployment of a service failed/) as never,
  ]],
  ['a deployment whose image cannot be pulled notifies of each task as a warning, and of the deployment once as critical', [
    beginning,
    ...[1, 2].flatMap(() => [...started().slice(0, 2), ...stops('TaskFailedToStart', 'CannotPullContainerError: pull image manifest has been retried', undefined)]),
    ...rollback,
  ], [
    expect.stringMatching(/^WARNING: A task stopped: TaskFailedToStart \(cluster prod\) \| Reason: CannotPullContainerError/) as never,
    expect.stringMatching(/^WARNING: A task stopped: TaskFailedToStart/) as never,
    expect.stringMatching(/^CRITICAL: A deployment of a service failed/) as never,
  ]],
  ['a standalone task that succeeds notifies no one', [...started(STANDALONE), ...stops('EssentialContainerExited', 'Essential container in task exited', 0, STANDALONE)], []],
  ['a standalone task that is ended by SIGTERM notifies no one', [...started(STANDALONE), ...stops('EssentialContainerExited', 'Essential container in task exited', 143, STANDALONE)], []],
  ['a standalone task that fails notifies once', [...started(STANDALONE), ...stops('EssentialContainerExited', 'Essential container in task exited', 1, STANDALONE)], [EXITED]],
  ['a standalone task with a sidecar that is killed notifies once', stops('EssentialContainerExited', 'Essential container in task exited', undefined, {
    ...STANDALONE, containers: [{ name: 'job', exitCode: 0 }, { name: 'sidecar', exitCode: 137 }],
  }), [EXITED]],
  ['scaling in, maintenance, and a user who stops a task notify no one', [
    ...stops('ServiceSchedulerInitiated', SCALE_IN, 143),
    ...stops('ServiceSchedulerInitiated', 'ECS is performing maintenance on the underlying infrastructure hosting the task.', 143),
    ...stops('ServiceSchedulerInitiated', 'Service web: ECS is performing maintenance on the underlying infrastructure hosting the task.', 143),
    ...stops('ServiceSchedulerInitiated', 'Availability-zone rebalancing initiated by (service web)', 143),
    ...stops('UserInitiated', 'Task stopped by user', 143),
  ], []],
  ['a Spot interruption notifies no one', [
    task('RUNNING', { desiredStatus: 'STOPPED', stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }),
    ...stops('SpotInterruption', 'Your Spot Task was interrupted.', 143),
    ...stops('TerminationNotice', 'Host EC2 (instance i-1234567890abcdef0) terminated.', undefined),
  ], []],
])('%s', (_title, events, expected) => {
  expect(notifications(events)).toEqual(expected);
});
