import { always, developerGuide, freeFormText, sometimes } from './detail-type';
import type { Circumstance, DetailTypeEntry, EcsEventJson } from './detail-type';

const TASK = 'arn:aws:ecs:us-west-2:111122223333:task/default/91f1f3d2e4a54a2f8ae03cdb54e2bd9a';

const STOPPED: EcsEventJson = {
  'version': '0',
  'id': '3317b2af-7005-947d-b652-f55e762e571a',
  'detail-type': 'ECS Task State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2020-01-23T17:57:58Z',
  'region': 'us-west-2',
  'resources': [TASK],
  'detail': {
    taskArn: TASK,
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/default',
    taskDefinitionArn: 'arn:aws:ecs:us-west-2:111122223333:task-definition/web:3',
    containers: [
      {
        containerArn: 'arn:aws:ecs:us-west-2:111122223333:container/default/91f1f3d2e4a54a2f8ae03cdb54e2bd9a/a1',
        lastStatus: 'STOPPED',
        name: 'web',
        exitCode: 1,
        taskArn: TASK,
      },
    ],
    createdAt: '2020-01-23T17:57:34.402Z',
    desiredStatus: 'STOPPED',
    group: 'service:servicetest',
    lastStatus: 'STOPPED',
    launchType: 'FARGATE',
    startedBy: 'ecs-svc/1234567890123456789',
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    updatedAt: '2020-01-23T17:57:58.103Z',
    version: 4,
  },
};

const { exitCode: _neverStarted, ...CONTAINER } = (STOPPED.detail.containers as Record<string, unknown>[])[0];

/** What a task says that was told to stop; no other has a reason for it. */
const STOPPING: readonly Circumstance[] = [
  { path: 'lastStatus', values: ['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED'] },
  { path: 'desiredStatus', values: ['STOPPED'] },
  { path: 'stopCode' },
  { path: 'stoppedReason' },
  { path: 'containers[].exitCode' },
  { path: 'containers[].reason' },
];

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
    always('taskDefinitionArn', 'string', 'the task definition with its revision'),
    always('containers', 'object[]', 'the containers'),
    sometimes('containers[].exitCode', 'number', 'the exit code; absent while it runs and if it never started'),
    freeFormText(sometimes('containers[].reason', 'string', 'why the container stopped, in words')),
    always('desiredStatus', 'string', 'the status that Amazon ECS works towards'),
    always('lastStatus', 'string', 'the status of the task', [
      'PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED',
    ]),
    freeFormText(sometimes('group', 'string', 'service:<name> or family:<name>, or what somebody gave it')),
    sometimes('startedBy', 'string', 'what started the task'),
    sometimes('launchType', 'string', 'the launch type', ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES']),
    sometimes('capacityProviderName', 'string', 'the name of the capacity provider'),
    {
      ...sometimes('stopCode', 'string', 'why the task stopped, as a code', [
        'TaskFailedToStart', 'EssentialContainerExited', 'UserInitiated', 'ServiceSchedulerInitiated', 'SpotInterruption',
        'TerminationNotice', 'InfrastructureHealth',
      ]),
      presentWhen: STOPPING,
    },
    { ...freeFormText(sometimes('stoppedReason', 'string', 'why the task stopped, in words; open text')), presentWhen: STOPPING },
    always('version', 'number', 'counts the changes: what came first'),
    always('updatedAt', 'string', 'when it happened'),
  ],
  moreFields: true,
  events: [
    {
      means: 'The state of a task changed.',
      samples: [
        { title: 'EssentialContainerExited', origin: 'derived', event: STOPPED },
        {
          title: 'TaskFailedToStart',
          origin: 'derived',
          event: {
            ...STOPPED,
            detail: {
              ...STOPPED.detail,
              containers: [CONTAINER],
              stopCode: 'TaskFailedToStart',
              stoppedReason: 'CannotPullContainerError: pull image manifest has been retried 5 time(s)',
            },
          },
        },
      ],
    },
  ],
};
