import { CATALOG } from '../../src/events/catalog';
import { ContainerInstanceHealthCheckType } from '../../src/filters/container-instance-health-check-type';
import { ContainerInstanceHealthStatus } from '../../src/filters/container-instance-health-status';
import { ContainerInstanceStatus } from '../../src/filters/container-instance-status';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonServiceEvent } from '../../src/filters/daemon-service-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { HookEvent } from '../../src/filters/hook-event';
import { HookLifecycleStage } from '../../src/filters/hook-lifecycle-stage';
import { HookType } from '../../src/filters/hook-type';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskLaunchType } from '../../src/filters/task-launch-type';
import { TaskStopCode } from '../../src/filters/task-stop-code';

interface ValueClass {
  of(value: string): { readonly value: string; toString(): string };
}

const EVENT_CLASSES: [string, ValueClass, string][] = [
  ['DaemonServiceEvent', DaemonServiceEvent, 'ECS Daemon Service Action'],
  ['DaemonDeploymentEvent', DaemonDeploymentEvent, 'ECS Daemon Deployment State Change'],
  ['ServiceActionEvent', ServiceActionEvent, 'ECS Service Action'],
  ['ServiceDeploymentEvent', ServiceDeploymentEvent, 'ECS Deployment State Change'],
  ['HookEvent', HookEvent, 'ECS Hook State Change'],
];

const LIST_CLASSES: [string, ValueClass, string, string][] = [
  ['DaemonTaskFailureType', DaemonTaskFailureType, 'ECS Daemon Service Action', 'failureType'],
  ['ServiceActionEventType', ServiceActionEventType, 'ECS Service Action', 'eventType'],
  ['HookLifecycleStage', HookLifecycleStage, 'ECS Hook State Change', 'lifecycleStage'],
  ['HookType', HookType, 'ECS Hook State Change', 'hookType'],
  ['ContainerInstanceHealthStatus', ContainerInstanceHealthStatus, 'ECS Container Instance Health Change', 'overallStatus'],
  ['ContainerInstanceHealthStatus', ContainerInstanceHealthStatus, 'ECS Container Instance Health Change', 'healthChecks[].status'],
  ['ContainerInstanceHealthCheckType', ContainerInstanceHealthCheckType, 'ECS Container Instance Health Change', 'healthChecks[].type'],
  ['ContainerInstanceStatus', ContainerInstanceStatus, 'ECS Container Instance State Change', 'status'],
  ['TaskLastStatus', TaskLastStatus, 'ECS Task State Change', 'lastStatus'],
  ['TaskStopCode', TaskStopCode, 'ECS Task State Change', 'stopCode'],
  ['TaskLaunchType', TaskLaunchType, 'ECS Task State Change', 'launchType'],
];

const CLASSES = new Map([...EVENT_CLASSES, ...LIST_CLASSES].map(([name, type]) => [name, type]));

test.each(EVENT_CLASSES)('%s has the events of the catalog, no less and no more', (_name, type, detailType) => {
  const names = entryOf(detailType).events.map(({ name }) => name);

  expect(Object.fromEntries(membersOf(type))).toEqual(Object.fromEntries(names.map((name) => [name, name])));
});

test.each(LIST_CLASSES)('%s has the values that AWS lists, no less and no more: %s %s', (_name, type, detailType, path) => {
  const { values } = entryOf(detailType).fields.find((field) => field.path === path)!;

  expect(membersOf(type).map(([, value]) => value).sort()).toEqual([...values!].sort());
});

test.each([...CLASSES])('%s names every member as AWS spells its value', (_name, type) => {
  membersOf(type).forEach(([member, value]) => expect(member.replace(/_/g, '').toLowerCase()).toBe(value.replace(/_/g, '').toLowerCase()));
});

test.each([...CLASSES])('%s.of() takes what AWS may add, and prints it', (_name, type) => {
  const value = type.of('BRAND_NEW');

  expect(value.value).toBe('BRAND_NEW');
  expect(String(value)).toBe('BRAND_NEW');
});

test.each([...CLASSES])('%s.of() refuses what is not one word', (name, type) => {
  for (const wrong of ['', ' ', 'TWO WORDS', 'TRAILING ', '\n', undefined, null, 5, {}]) {
    expect(() => type.of(wrong as string)).toThrow(
      `${name}.of: expected one word, got ${wrong === undefined ? 'undefined' : JSON.stringify(wrong)}. EventBridge compares exactly, so write the value as AWS does.`,
    );
  }
});

function entryOf(detailType: string) {
  return CATALOG.find((entry) => entry.detailType === detailType)!;
}

function membersOf(type: ValueClass): [string, string][] {
  return Object.entries(type).map(([name, member]) => [name, member.value]);
}
