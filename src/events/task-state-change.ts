import type { DetailTypeEntry } from './detail-type';
import { always, known, sometimes } from './field';
import type { Circumstance } from './field';
import { TASK_SAMPLES } from './samples/task-state-change';
import { developerGuide } from './sources';
import { NOT_IN_SPOT_NOTICE, TASK_CONTAINER_FIELDS, TASK_PART_FIELDS } from './task-part-fields';

/** The fields of a task that was requested to stop; no other has a reason. */
const STOPPING: readonly Circumstance[] = [
  { path: 'lastStatus', values: ['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED'] },
  { path: 'desiredStatus', values: ['STOPPED'] },
  { path: 'stopCode' },
  { path: 'stoppedReason' },
  { path: 'stoppingAt' },
  { path: 'executionStoppedAt' },
  { path: 'stoppedAt' },
  { path: 'containers[].exitCode' },
  { path: 'containers[].reason' },
];

const LAST_STATUSES = known({
  PROVISIONING: 'Amazon ECS prepares what the task needs before it is launched, such as its network interface.',
  PENDING: 'Amazon ECS waits for the container agent, or the task waits for resources.',
  ACTIVATING: 'The task is launched and not yet running: images are pulled and targets are registered.',
  RUNNING: 'The task runs. On a Spot interruption it is about to be stopped: see `desiredStatus`.',
  DEACTIVATING: 'The task is about to be stopped: its targets are deregistered.',
  STOPPING: 'Amazon ECS waits for the container agent to stop the task.',
  DEPROVISIONING: 'The task has stopped, and its resources are removed, such as its network interface.',
  STOPPED: 'The task has stopped.',
  DELETED: 'The task has stopped. A transition state that the console does not show.',
}, 'taskLifecycle');

const STOP_CODES = known({
  TaskFailedToStart: 'The task never started.',
  EssentialContainerExited: 'An essential container exited.',
  UserInitiated: 'A user stopped the task.',
  ServiceSchedulerInitiated: 'The service scheduler stopped the task: it scaled in, deployed, rebalanced, or replaced an unhealthy task.',
  SpotInterruption: 'Spot capacity was reclaimed.',
  TerminationNotice: 'The EC2 instance of the task is being terminated.',
  InfrastructureHealth: 'The infrastructure of the task is unhealthy.',
}, 'apiTask');

const LAUNCH_TYPES = known({
  EC2: 'EC2 instances of the cluster.',
  FARGATE: 'AWS Fargate.',
  EXTERNAL: 'External instances (ECS Anywhere).',
  MANAGED_INSTANCES: 'Amazon ECS Managed Instances.',
}, 'apiTask');

const STOPPED_ONLY = 'only in events of tasks that are stopping or have stopped';

/** The state of a task changed. The service is only in `group`, without its cluster. */
export const TASK_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Task State Change',
  page: developerGuide('ecs_task_events'),
  resources: 'the task',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  service: { path: 'detail.group', form: 'group' },
  capacityProvider: { path: 'detail.capacityProviderName', form: 'name' },
  fields: [
    always('taskArn', 'string', 'the task'),
    always('clusterArn', 'string', 'the cluster'),
    sometimes('taskDefinitionArn', 'string', 'the task definition with its revision', { missing: NOT_IN_SPOT_NOTICE }),
    always('desiredStatus', 'string', 'the status that Amazon ECS works toward', { known: known({ RUNNING: 'The task is meant to run.', STOPPED: 'The task is meant to stop.' }, 'recorded') }),
    always('lastStatus', 'string', 'the last known status of the task', { known: LAST_STATUSES }),
    sometimes('stopCode', 'string', 'the code that says why the task stopped', { known: STOP_CODES, presentWhen: STOPPING, missing: STOPPED_ONLY, source: 'recorded' }),
    sometimes('stoppedReason', 'string', 'the reason why the task stopped', { freeFormText: true, presentWhen: STOPPING, missing: STOPPED_ONLY, source: 'recorded' }),
    sometimes('group', 'string', '`service:<name>`, `family:<name>`, or the group that RunTask was called with', { freeFormText: true, missing: NOT_IN_SPOT_NOTICE }),
    sometimes('startedBy', 'string', 'the initiator of the task, such as `ecs-svc/<number>` for a deployment of a service', { missing: 'only where whoever started the task set it', source: 'recorded' }),
    sometimes('launchType', 'string', 'the launch type', { known: LAUNCH_TYPES, missing: NOT_IN_SPOT_NOTICE }),
    sometimes('capacityProviderName', 'string', 'the name of the capacity provider', { missing: 'absent for tasks without a capacity provider' }),
    sometimes('containerInstanceArn', 'string', 'the container instance', { missing: 'absent for tasks on AWS Fargate' }),
    sometimes('availabilityZone', 'string', 'the Availability Zone', { missing: 'absent before the task is placed, and in older events of tasks on EC2' }),
    always('createdAt', 'string', 'when the task was created'),
    ...[
      ['connectivityAt', 'when the container agent connected'],
      ['pullStartedAt', 'when pulling the images began'],
      ['pullStoppedAt', 'when pulling the images ended'],
      ['startedAt', 'when the task reached RUNNING'],
      ['stoppingAt', 'when the task began to stop'],
      ['executionStoppedAt', 'when the containers stopped'],
      ['stoppedAt', 'when the task reached STOPPED'],
    ].map(([path, description]) => sometimes(path, 'string', description, { missing: 'absent until then', source: 'recorded' })),
    sometimes('updatedAt', 'string', 'when the task changed last', { missing: NOT_IN_SPOT_NOTICE }),
    sometimes('version', 'number', 'a number that increases with every change of the task', { missing: NOT_IN_SPOT_NOTICE }),
    sometimes('connectivity', 'string', 'the connectivity of the task', { known: known({ CONNECTED: 'Connected.', DISCONNECTED: 'Disconnected.' }, 'apiTask'), missing: 'absent until the container agent connects' }),
    sometimes('cpu', 'string', 'the CPU units of the task, as text', { missing: NOT_IN_SPOT_NOTICE }),
    sometimes('memory', 'string', 'the memory of the task in MiB, as text', { missing: NOT_IN_SPOT_NOTICE }),
    sometimes('platformVersion', 'string', 'the platform version of AWS Fargate', { missing: 'only for tasks on AWS Fargate' }),
    sometimes('enableExecuteCommand', 'boolean', 'whether ECS Exec is enabled', { missing: NOT_IN_SPOT_NOTICE }),
    sometimes('ephemeralStorage', 'object', 'the ephemeral storage', { missing: 'only for tasks on AWS Fargate' }),
    sometimes('ephemeralStorage.sizeInGiB', 'number', 'its size in GiB'),
    ...TASK_PART_FIELDS,
    sometimes('containers', 'object[]', 'the containers', { missing: NOT_IN_SPOT_NOTICE }),
    ...TASK_CONTAINER_FIELDS,
  ],
  moreFields: true,
  events: [
    {
      description: 'The state of a task changed.',
      samples: TASK_SAMPLES,
    },
  ],
};
