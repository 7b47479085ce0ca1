import { CONTAINER_INSTANCE_HEALTH_CHANGE } from './container-instance-health-change';
import { CONTAINER_INSTANCE_STATE_CHANGE } from './container-instance-state-change';
import { DAEMON_DEPLOYMENT_STATE_CHANGE } from './daemon-deployment-state-change';
import { DAEMON_SERVICE_ACTION } from './daemon-service-action';
import type { DetailTypeEntry } from './detail-type';
import { HOOK_STATE_CHANGE } from './hook-state-change';
import { SERVICE_ACTION } from './service-action';
import { SERVICE_DEPLOYMENT_STATE_CHANGE } from './service-deployment-state-change';
import { TASK_STATE_CHANGE } from './task-state-change';

/** The severity of a failure. */
export type FailureSeverity = 'CRITICAL' | 'WARNING';

/** What `detail` of an event must have: matchers of EventBridge by the path of the field. */
export interface DetailMatchers {
  readonly [path: string]: readonly unknown[];
}

/** The events of one detail type that are a failure. */
export interface FailureEvents {
  readonly entry: DetailTypeEntry;
  /** The alternatives. An event that matches one of a failure matches none of another failure. */
  readonly alternatives: readonly DetailMatchers[];
}

/** A kind of failure of Amazon ECS. */
export interface FailureEntry {
  readonly name: string;
  readonly severity: FailureSeverity;
  /** Whether it is expected or frequent, so that alerts about it have to be requested. */
  readonly optIn: boolean;
  /** What happens, in one sentence. */
  readonly means: string;
  /** The events, as Markdown. */
  readonly selects: string;
  /** Why it has its severity, or is opt-in. */
  readonly why: string;
  /** The title of a message about several events of it. */
  readonly title?: string;
  readonly events: readonly FailureEvents[];
}

const STOPPED = ['STOPPED'];

function named(entry: DetailTypeEntry, ...names: readonly string[]): FailureEvents {
  return { entry, alternatives: [{ eventName: names }] };
}

function stopped(...alternatives: readonly DetailMatchers[]): FailureEvents {
  return { entry: TASK_STATE_CHANGE, alternatives: alternatives.map((alternative) => ({ lastStatus: STOPPED, ...alternative })) };
}

type Facts = Pick<FailureEntry, 'means' | 'selects' | 'why' | 'title'>;

const critical = (name: string, facts: Facts, ...events: FailureEvents[]): FailureEntry => ({ name, severity: 'CRITICAL', optIn: false, ...facts, events });
const warning = (name: string, facts: Facts, ...events: FailureEvents[]): FailureEntry => ({ ...critical(name, facts, ...events), severity: 'WARNING' });
const optional = (name: string, facts: Facts, ...events: FailureEvents[]): FailureEntry => ({ ...warning(name, facts, ...events), optIn: true });

const FEWER_TASKS = 'The service runs fewer tasks than desired.';

/** The failures of Amazon ECS with their events and severities: the one table from which alerts, messages, and documentation derive. No event is two failures. */
export const FAILURES: readonly FailureEntry[] = [
  critical('TASK_PLACEMENT', {
    means: 'Amazon ECS cannot place a task of a service.', selects: '`SERVICE_TASK_PLACEMENT_FAILURE`', why: FEWER_TASKS,
  }, named(SERVICE_ACTION, 'SERVICE_TASK_PLACEMENT_FAILURE')),
  critical('TASK_CONFIGURATION', {
    means: 'Amazon ECS cannot place a task of a service because of a configuration error.', selects: '`SERVICE_TASK_CONFIGURATION_FAILURE`', why: FEWER_TASKS,
  }, named(SERVICE_ACTION, 'SERVICE_TASK_CONFIGURATION_FAILURE')),
  critical('TASK_START_IMPAIRED', {
    means: 'A service cannot start tasks consistently.', selects: '`SERVICE_TASK_START_IMPAIRED`', why: 'Tasks repeatedly fail to start. AWS gives it the event type `WARN`.',
  }, named(SERVICE_ACTION, 'SERVICE_TASK_START_IMPAIRED')),
  critical('HEALTH_UNKNOWN', {
    means: 'Amazon ECS cannot determine the health of the tasks of a service.', selects: '`SERVICE_HEALTH_UNKNOWN`', why: 'No one knows whether the tasks serve requests.',
  }, named(SERVICE_ACTION, 'SERVICE_HEALTH_UNKNOWN')),
  critical('DEPLOYMENT_FAILED', {
    means: 'A deployment of a service failed.',
    selects: '`SERVICE_DEPLOYMENT_FAILED` of `ECS Deployment State Change`',
    why: 'The new revision is not deployed. The event of the same name of `ECS Service Action` is not matched, so that no deployment is reported twice.',
  }, named(SERVICE_DEPLOYMENT_STATE_CHANGE, 'SERVICE_DEPLOYMENT_FAILED')),
  critical('DAEMON_ROLLBACK_FAILED', {
    means: 'A deployment of a daemon failed and could not be rolled back.', selects: '`DAEMON_DEPLOYMENT_ROLLBACK_FAILED`', why: 'Nothing follows automatically.',
  }, named(DAEMON_DEPLOYMENT_STATE_CHANGE, 'DAEMON_DEPLOYMENT_ROLLBACK_FAILED')),
  warning('DAEMON_TASK_START_IMPAIRED', {
    means: 'Amazon ECS cannot start a task of a daemon on a container instance.', selects: '`DAEMON_TASK_START_IMPAIRED`, with both failure types', why: 'It affects one instance.',
  }, named(DAEMON_SERVICE_ACTION, 'DAEMON_TASK_START_IMPAIRED')),
  warning('DAEMON_DEPLOYMENT_FAILED', {
    means: 'A deployment of a daemon failed or was replaced by a newer one.',
    selects: '`DAEMON_DEPLOYMENT_STOPPED`, `DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS`',
    why: 'Amazon ECS rolls back. `DAEMON_DEPLOYMENT_STOPPED` means that the deployment failed or that a newer one replaced it, and no field of the event shows which. `DAEMON_DEPLOYMENT_STOP_REQUESTED` precedes a rollback and is not matched.',
    title: 'A daemon deployment failed or was replaced by a newer one',
  }, named(DAEMON_DEPLOYMENT_STATE_CHANGE, 'DAEMON_DEPLOYMENT_STOPPED', 'DAEMON_DEPLOYMENT_ROLLBACK_IN_PROGRESS')),
  warning('SERVICE_DEPENDENCY', {
    means: 'Something that a service depends on is unhealthy or throttled, or one of its tasks violates a placement constraint.',
    selects: '`SERVICE_DISCOVERY_INSTANCE_UNHEALTHY`, `VPC_LATTICE_TARGET_UNHEALTHY`, `ECS_OPERATION_THROTTLED`, `SERVICE_DISCOVERY_OPERATION_THROTTLED`, `SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED`',
    why: 'Amazon ECS retries.',
    title: 'ECS reports a problem of a service',
  }, named(SERVICE_ACTION, 'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'VPC_LATTICE_TARGET_UNHEALTHY', 'ECS_OPERATION_THROTTLED',
    'SERVICE_DISCOVERY_OPERATION_THROTTLED', 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED')),
  warning('HOOK_AWAITING_ACTION', {
    means: 'A deployment of a service is paused until someone continues it or rolls it back.',
    selects: '`HOOK_AWAITING_ACTION`',
    why: 'Someone must decide before `expiresAt`. Afterward the deployment continues or rolls back, as configured. The event does not show which.',
  }, named(HOOK_STATE_CHANGE, 'HOOK_AWAITING_ACTION')),
  warning('HOOK_FAILED', {
    means: 'A lifecycle hook of a deployment failed or timed out.',
    selects: '`HOOK_FAILED`, `HOOK_TIMED_OUT`',
    why: 'A Lambda hook failed, or someone rolled back a paused deployment. Both kinds of hooks can time out.',
    title: 'A lifecycle hook of a deployment failed or timed out',
  }, named(HOOK_STATE_CHANGE, 'HOOK_FAILED', 'HOOK_TIMED_OUT')),
  warning('INSTANCE_IMPAIRED', {
    means: 'A container instance is impaired or could not register.',
    selects: '`overallStatus` `IMPAIRED` of `ECS Container Instance Health Change`, `status` `REGISTRATION_FAILED` of `ECS Container Instance State Change`',
    why: 'It affects one instance. It includes a container agent that stays disconnected, and follows a critical daemon that fails. It may repeat: an event is sent when a health check changes.',
  },
  { entry: CONTAINER_INSTANCE_HEALTH_CHANGE, alternatives: [{ overallStatus: ['IMPAIRED'] }] },
  { entry: CONTAINER_INSTANCE_STATE_CHANGE, alternatives: [{ status: ['REGISTRATION_FAILED'] }] }),
  warning('TASK_FAILED_TO_START', {
    means: 'A task failed to start.', selects: 'stopped tasks with the stop code `TaskFailedToStart`', why: 'It affects one task. A service tries again.',
  }, stopped({ stopCode: ['TaskFailedToStart'] })),
  warning('TASK_EXITED', {
    means: 'An essential container of a task exited.',
    selects: 'stopped tasks with the stop code `EssentialContainerExited`: of a service with any exit code; standalone with an exit code other than 0 and 143, or with none',
    why: 'It affects one task. A task of a service should not exit.',
  }, stopped(
    { stopCode: ['EssentialContainerExited'], group: [{ prefix: 'service:' }] },
    { 'stopCode': ['EssentialContainerExited'], 'containers.exitCode': [{ exists: false }, { 'anything-but': [0, 143] }] },
  )),
  warning('TASK_UNHEALTHY', {
    means: 'A task of a service failed a health check, or the infrastructure of a task failed.',
    selects: 'stopped tasks with the stop code `ServiceSchedulerInitiated` and a reason that begins with `Task failed `, or with the stop code `InfrastructureHealth`',
    why: 'It affects one task. Amazon ECS replaces tasks of services.',
  }, stopped(
    { stopCode: ['ServiceSchedulerInitiated'], stoppedReason: [{ prefix: 'Task failed ' }] },
    { stopCode: ['InfrastructureHealth'] },
  )),
  optional('SPOT_INTERRUPTED', {
    means: 'AWS is about to interrupt a Spot task.',
    selects: 'tasks with `lastStatus` `RUNNING` and the reason `Your Spot Task was interrupted.`',
    why: 'Interruptions are expected.',
  }, { entry: TASK_STATE_CHANGE, alternatives: [{ lastStatus: ['RUNNING'], stoppedReason: [{ prefix: 'Your Spot Task was interrupted.' }] }] }),
  optional('HOST_TERMINATED', {
    means: 'A task stopped because its Amazon EC2 instance was terminated.',
    selects: 'stopped tasks with the stop code `TerminationNotice` and a reason that begins with `Host EC2 (`',
    why: 'Scaling in terminates instances too.',
  }, stopped({ stopCode: ['TerminationNotice'], stoppedReason: [{ prefix: 'Host EC2 (' }] })),
  optional('AGENT_DISCONNECTED', {
    means: 'The container agent of an instance is disconnected.',
    selects: '`agentConnected` `false` of `ECS Container Instance State Change`, unless the instance could not register',
    why: 'The agent disconnects several times an hour in normal operation.',
  }, { entry: CONTAINER_INSTANCE_STATE_CHANGE, alternatives: [{ agentConnected: [false], status: [{ 'anything-but': ['REGISTRATION_FAILED'] }] }] }),
];
