import { CATALOG, findDetailType } from '../../src/events/catalog';
import type { EcsEventJson } from '../../src/events/detail-type';

type Detail = { readonly [field: string]: any };

/** By detail type and name of the event. */
const NAMED: { readonly [detailType: string]: { readonly [eventName: string]: string } } = {
  'ECS Service Action': {
    SERVICE_TASK_PLACEMENT_FAILURE: 'TASK_PLACEMENT',
    SERVICE_TASK_CONFIGURATION_FAILURE: 'TASK_CONFIGURATION',
    SERVICE_TASK_START_IMPAIRED: 'TASK_START_IMPAIRED',
    SERVICE_HEALTH_UNKNOWN: 'HEALTH_UNKNOWN',
    SERVICE_DISCOVERY_INSTANCE_UNHEALTHY: 'SERVICE_DEPENDENCY',
    VPC_LATTICE_TARGET_UNHEALTHY: 'SERVICE_DEPENDENCY',
    ECS_OPERATION_THROTTLED: 'SERVICE_DEPENDENCY',
    SERVICE_DISCOVERY_OPERATION_THROTTLED: 'SERVICE_DEPENDENCY',
    SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED: 'SERVICE_DEPENDENCY',
  },
  'ECS Deployment State Change': { SERVICE_DEPLOYMENT_FAILED: 'DEPLOYMENT_FAILED' },
  'ECS Hook State Change': { HOOK_AWAITING_ACTION: 'HOOK_AWAITING_ACTION', HOOK_FAILED: 'HOOK_FAILED', HOOK_TIMED_OUT: 'HOOK_FAILED' },
  'ECS Daemon Service Action': { DAEMON_TASK_START_IMPAIRED: 'DAEMON_TASK_START_IMPAIRED' },
  'ECS Daemon Deployment State Change': {
    DAEMON_DEPLOYMENT_ROLLBACK_FAILED: 'DAEMON_ROLLBACK_FAILED',
    DAEMON_DEPLOYMENT_STOPPED: 'DAEMON_DEPLOYMENT_FAILED',
    DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS: 'DAEMON_DEPLOYMENT_FAILED',
  },
};

/** The failure that an event means, as plain code: written from the table of the issue, not from the catalog. */
export function meantFailure({ 'detail-type': detailType, detail }: EcsEventJson): string | undefined {
  switch (detailType) {
    case 'ECS Container Instance Health Change':
      return (detail as Detail).overallStatus === 'IMPAIRED' ? 'INSTANCE_IMPAIRED' : undefined;
    case 'ECS Container Instance State Change':
      return (detail as Detail).status === 'REGISTRATION_FAILED' ? 'INSTANCE_IMPAIRED' : (detail as Detail).agentConnected === false ? 'AGENT_DISCONNECTED' : undefined;
    case 'ECS Task State Change':
      return meantTaskFailure(detail);
    default:
      return NAMED[detailType]?.[(detail as Detail).eventName];
  }
}

function meantTaskFailure({ lastStatus, stopCode, stoppedReason = '', group = '', containers = [] }: Detail): string | undefined {
  if (lastStatus === 'RUNNING') {
    return stoppedReason.startsWith('Your Spot Task was interrupted.') ? 'SPOT_INTERRUPTED' : undefined;
  }
  if (lastStatus !== 'STOPPED') {
    return undefined;
  }
  const codes: number[] = containers.flatMap(({ exitCode }: Detail) => exitCode ?? []);
  switch (stopCode) {
    case 'TaskFailedToStart': return 'TASK_FAILED_TO_START';
    case 'EssentialContainerExited':
      return group.startsWith('service:') || codes.length === 0 || codes.some((code) => code !== 0 && code !== 143) ? 'TASK_EXITED' : undefined;
    case 'ServiceSchedulerInitiated': return stoppedReason.startsWith('Task failed ') ? 'TASK_UNHEALTHY' : undefined;
    case 'InfrastructureHealth': return 'TASK_UNHEALTHY';
    case 'TerminationNotice': return stoppedReason.startsWith('Host EC2 (') ? 'HOST_TERMINATED' : undefined;
    default: return undefined;
  }
}

/** A case of an event. */
export interface EventCase {
  readonly title: string;
  readonly event: EcsEventJson;
}

/** The account and the Region of the cases. */
export const HOME = { account: '111122223333', region: 'us-west-2' };

/** The names of the cases: of the cluster, the service, the daemon, and the family of task definitions. */
export const NAMES = { cluster: 'prod', service: 'web', daemon: 'log-agent', family: 'web' };

/** Every sample of the catalog, and whether it is a failure. */
export function eventCases(): EventCase[] {
  return [...catalogCases(), ...eventNameCases(), ...instanceCases(), ...taskCases()];
}

/** Some of the cases: those of the catalog, and a few of each failure and of no failure in each detail type. */
export function someEventCases(): EventCase[] {
  const counts = new Map<string, number>();
  return eventCases().filter(({ event }) => {
    const key = `${event['detail-type']} ${meantFailure(event)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts.get(key)! <= 8;
  });
}

function catalogCases(): EventCase[] {
  return CATALOG.flatMap(({ detailType, events }) => events.flatMap(({ name = '', samples }) =>
    samples.map(({ title, event }) => ({ title: `${detailType} ${name} ${title}`, event: atHome(event) }))));
}

/** Every event name in every detail type: also where Amazon ECS does not send it. With and without a reason. */
function eventNameCases(): EventCase[] {
  const names = [...new Set(CATALOG.flatMap(({ events }) => events.flatMap(({ name }) => name ?? [])))];
  return CATALOG.filter(({ events }) => events[0].name !== undefined).flatMap(({ detailType }) => names.flatMap((eventName) => [
    { title: `${detailType} named ${eventName}`, event: changed(detailType, { eventName }) },
    { title: `${detailType} named ${eventName} without a reason`, event: changed(detailType, { eventName, reason: undefined }) },
  ]));
}

function instanceCases(): EventCase[] {
  const state = 'ECS Container Instance State Change';
  return [
    ...['OK', 'IMPAIRED', 'INSUFFICIENT_DATA', 'INITIALIZING'].map((overallStatus) =>
      ({ title: `instance ${overallStatus}`, event: changed('ECS Container Instance Health Change', { overallStatus }) })),
    ...['ACTIVE', 'DRAINING', 'INACTIVE', 'REGISTERING', 'DEREGISTERING', 'REGISTRATION_FAILED'].flatMap((status) =>
      [true, false].flatMap((agentConnected) => [undefined, 'no ENI'].map((statusReason) => ({
        title: `instance ${status}, agent ${agentConnected}, ${statusReason}`,
        event: changed(state, { status, agentConnected, statusReason }),
      })))),
  ];
}

const REASONS = [
  undefined, '', 'Essential container in task exited', 'CannotPullContainerError: pull image manifest', 'Task failed ELB health checks in (target-group arn:…)',
  'Task failed container health checks', 'Scaling activity initiated by (deployment ecs-svc/1234567890123456789)', 'Availability-zone rebalancing initiated by (service web)',
  'ECS is performing maintenance on the underlying infrastructure hosting the task.', 'Service web: ECS is performing maintenance', 'Your Spot Task was interrupted.',
  'Host EC2 (instance i-1234567890abcdef0) terminated.', 'Task stopped by user', 'OutOfMemoryError: container killed',
];
const STOP_CODES = [undefined, 'TaskFailedToStart', 'EssentialContainerExited', 'UserInitiated', 'ServiceSchedulerInitiated', 'SpotInterruption', 'TerminationNotice', 'InfrastructureHealth', 'SomethingNew'];
const STATUSES = ['RUNNING', 'STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED'];

const GROUPS = [`service:${NAMES.service}`, 'family:web', 'batch', undefined];

const EXITS: (number | undefined)[][] = [
  [], [undefined], [0], [1], [137], [143], [0, 0], [0, 143], [143, 137], [0, 1], [0, undefined], [undefined, undefined], [139],
];

function taskCases(): EventCase[] {
  return [
    ...STATUSES.flatMap((lastStatus) => STOP_CODES.flatMap((stopCode) => REASONS.map((stoppedReason) =>
      task(`${lastStatus}, ${stopCode}, ${stoppedReason}`, { lastStatus, stopCode, stoppedReason })))),
    ...GROUPS.flatMap((group) => EXITS.flatMap((codes) => ['Essential container in task exited', undefined].map((stoppedReason) => (
      task(`exited with ${codes.join(' and ') || 'no code'} in ${group}, ${stoppedReason}`, {
        lastStatus: 'STOPPED',
        stopCode: 'EssentialContainerExited',
        stoppedReason,
        group,
        startedBy: group?.startsWith('service:') ? 'ecs-svc/1234567890123456789' : undefined,
        containers: codes.map((exitCode, i) => ({ name: `c${i}`, exitCode })),
      }))))),
  ];
}

function task(title: string, detail: Detail): EventCase {
  return { title: `task ${title}`, event: changed('ECS Task State Change', detail) };
}

/** The first sample of a detail type with other fields; undefined omits one. */
export function changed(detailType: string, detail: Detail): EcsEventJson {
  const { event } = findDetailType(detailType)!.events[0].samples[0];
  const home = atHome(event);
  return JSON.parse(JSON.stringify({ ...home, detail: { ...home.detail, ...detail } }));
}

/** The event about the resources of the cases. */
export function atHome(event: EcsEventJson): EcsEventJson {
  return JSON.parse(JSON.stringify({ ...event, ...HOME })
    .replace(/arn:aws:ecs:[^:"]*:[^:"]*:/g, `arn:aws:ecs:${HOME.region}:${HOME.account}:`)
    .replace(/:cluster\/[^/"]*/g, `:cluster/${NAMES.cluster}`)
    .replace(/:service\/[^"]*/g, `:service/${NAMES.cluster}/${NAMES.service}`)
    .replace(/:daemon\/[^"]*/g, `:daemon/${NAMES.cluster}/${NAMES.daemon}`)
    .replace(/:task\/[^/"]*\//g, `:task/${NAMES.cluster}/`)
    .replace(/:task-definition\/[^:"]*/g, `:task-definition/${NAMES.family}`)
    .replace(/"group":"service:[^"]*"/g, `"group":"service:${NAMES.service}"`));
}
