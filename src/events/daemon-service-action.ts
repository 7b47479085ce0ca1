import type { DetailTypeEntry, EcsEventJson } from './detail-type';
import { always, known, sometimes } from './field';
import type { Circumstance } from './field';
import { developerGuide } from './sources';

const FAILED_TO_RUN: EcsEventJson = {
  'version': '0',
  'id': '12345678-1234-1234-1234-123456789012',
  'detail-type': 'ECS Daemon Service Action',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-03-24T12:00:00Z',
  'region': 'us-west-2',
  'resources': ['arn:aws:ecs:us-west-2:123456789012:task/my-cluster/a1b2c3d4e5f6'],
  'detail': {
    eventType: 'WARNING',
    eventName: 'DAEMON_TASK_START_IMPAIRED',
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    containerInstanceArn: 'arn:aws:ecs:us-west-2:123456789012:container-instance/my-cluster/a1b2c3d4e5f6',
    taskArn: 'arn:aws:ecs:us-west-2:123456789012:task/my-cluster/a1b2c3d4e5f6',
    daemonRevisionArn: 'arn:aws:ecs:us-west-2:123456789012:daemon-revision/my-cluster/my-daemon/a1b2c3d4-e5f6-7890-abcd-ef1234567890',
    capacityProviderName: 'my-capacity-provider',
    daemonArn: 'arn:aws:ecs:us-west-2:123456789012:daemon/my-cluster/my-daemon',
    daemonTaskDefinitionArn: 'arn:aws:ecs:us-west-2:123456789012:daemon-task-definition/my-daemon-td:1',
    failureType: 'TASK_FAILED_TO_RUN',
    createdAt: '2026-03-24T12:00:00.000Z',
    reason: 'Task failed to reach RUNNING status: CannotPullContainerError: pull image manifest has been retried 5 time(s)',
  },
};

const CREATION_FAILED: EcsEventJson = {
  'version': '0',
  'id': '87654321-4321-4321-4321-210987654321',
  'detail-type': 'ECS Daemon Service Action',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-03-24T12:01:00Z',
  'region': 'us-west-2',
  'resources': [],
  'detail': {
    eventType: 'WARNING',
    eventName: 'DAEMON_TASK_START_IMPAIRED',
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    containerInstanceArn: 'arn:aws:ecs:us-west-2:123456789012:container-instance/my-cluster/b2c3d4e5f6a7',
    daemonRevisionArn: 'arn:aws:ecs:us-west-2:123456789012:daemon-revision/my-cluster/my-daemon/a1b2c3d4-e5f6-7890-abcd-ef1234567890',
    capacityProviderName: 'my-capacity-provider',
    daemonArn: 'arn:aws:ecs:us-west-2:123456789012:daemon/my-cluster/my-daemon',
    daemonTaskDefinitionArn: 'arn:aws:ecs:us-west-2:123456789012:daemon-task-definition/my-daemon-td:1',
    failureType: 'TASK_CREATION_FAILED',
    createdAt: '2026-03-24T12:01:00.000Z',
    reason: 'RESOURCE:CPU - Unable to place daemon task on container instance: insufficient CPU',
  },
};

/** What an event says that is about a task. */
const TASK_CREATED: readonly Circumstance[] = [{ path: 'failureType', values: ['TASK_FAILED_TO_RUN'] }];

const FAILURE_TYPES = known({
  TASK_FAILED_TO_RUN: 'The task was created but did not reach RUNNING. Common causes are the image pull, the health check, and the exit of an essential container.',
  TASK_CREATION_FAILED: 'The task could not be created. Common causes are a lack of CPU, memory, or other resources. The event names no task.',
});

/** A daemon task could not be started on a container instance. */
export const DAEMON_SERVICE_ACTION: DetailTypeEntry = {
  detailType: 'ECS Daemon Service Action',
  page: developerGuide('managed-daemons-events'),
  resources: 'the task; empty when no task was created. Never the daemon',
  oneResource: false,
  oneResourceWith: TASK_CREATED,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  daemon: { path: 'detail.daemonArn', form: 'arn' },
  capacityProvider: { path: 'detail.capacityProviderName', form: 'name' },
  fields: [
    always('eventType', 'string', 'the severity', { known: known({ WARNING: 'A warning.' }), note: 'It is spelled `WARNING` in this detail type only.' }),
    always('eventName', 'string', 'the name of the event'),
    always('clusterArn', 'string', 'the cluster'),
    always('containerInstanceArn', 'string', 'the container instance on which the task should start'),
    sometimes('taskArn', 'string', 'the task', {
      alwaysWhen: { path: 'failureType', value: 'TASK_FAILED_TO_RUN' },
      presentWhen: TASK_CREATED,
      missing: 'absent when `failureType` is `TASK_CREATION_FAILED`',
    }),
    always('daemonRevisionArn', 'string', 'the revision of the daemon'),
    always('capacityProviderName', 'string', 'the name of the capacity provider, not its ARN'),
    always('daemonArn', 'string', 'the daemon'),
    always('daemonTaskDefinitionArn', 'string', 'the daemon task definition'),
    always('failureType', 'string', 'whether a task was created', { known: FAILURE_TYPES }),
    always('createdAt', 'string', 'when the event was created, with milliseconds'),
    always('reason', 'string', 'the cause', { freeFormText: true }),
  ],
  events: [
    {
      name: 'DAEMON_TASK_START_IMPAIRED',
      type: 'WARNING',
      description: 'Amazon ECS cannot start a daemon task on a container instance.',
      samples: [
        { title: 'TASK_FAILED_TO_RUN', origin: 'aws', event: FAILED_TO_RUN },
        { title: 'TASK_CREATION_FAILED', origin: 'aws', event: CREATION_FAILED },
      ],
    },
  ],
};
