import { always, derived, developerGuide, freeFormText, sometimes } from './detail-type';
import type { DetailTypeEntry, EcsEventJson } from './detail-type';

const ENVELOPE = {
  'version': '0',
  'detail-type': 'ECS Service Action',
  'source': 'aws.ecs',
  'account': '111122223333',
  'region': 'us-west-2',
  'resources': ['arn:aws:ecs:us-west-2:111122223333:service/default/servicetest'],
};
const CLUSTER = 'arn:aws:ecs:us-west-2:111122223333:cluster/default';

const STEADY_STATE: EcsEventJson = {
  ...ENVELOPE,
  id: 'af3c496d-f4a8-65d1-70f4-a69d52e9b584',
  time: '2019-11-19T19:27:22Z',
  detail: { eventType: 'INFO', eventName: 'SERVICE_STEADY_STATE', clusterArn: CLUSTER, createdAt: '2019-11-19T19:27:22.695Z' },
};
const CAPACITY_PROVIDER_STEADY_STATE: EcsEventJson = {
  ...ENVELOPE,
  id: 'b9baa007-2f33-0eb1-5760-0d02a572d81f',
  time: '2019-11-19T19:37:00Z',
  detail: {
    eventType: 'INFO',
    eventName: 'CAPACITY_PROVIDER_STEADY_STATE',
    clusterArn: CLUSTER,
    capacityProviderArns: ['arn:aws:ecs:us-west-2:111122223333:capacity-provider/ASG-tutorial-capacity-provider'],
    createdAt: '2019-11-19T19:37:00.807Z',
  },
};
const TASK_START_IMPAIRED: EcsEventJson = {
  ...ENVELOPE,
  id: '57c9506e-9d21-294c-d2fe-e8738da7e67d',
  time: '2019-11-19T19:55:38Z',
  detail: { eventType: 'WARN', eventName: 'SERVICE_TASK_START_IMPAIRED', clusterArn: CLUSTER, createdAt: '2019-11-19T19:55:38.725Z' },
};
const PLACEMENT_FAILURE_FARGATE: EcsEventJson = {
  ...ENVELOPE,
  id: 'ddca6449-b258-46c0-8653-e0e3a6d0468b',
  time: '2019-11-19T19:55:38Z',
  detail: {
    eventType: 'ERROR',
    eventName: 'SERVICE_TASK_PLACEMENT_FAILURE',
    clusterArn: CLUSTER,
    capacityProviderArns: ['arn:aws:ecs:us-west-2:111122223333:capacity-provider/FARGATE_SPOT'],
    reason: 'RESOURCE:FARGATE',
    createdAt: '2019-11-06T19:09:33.087Z',
  },
};
const PLACEMENT_FAILURE_EC2: EcsEventJson = {
  ...ENVELOPE,
  id: 'ddca6449-b258-46c0-8653-e0e3a6d0468b',
  time: '2019-11-19T19:55:38Z',
  detail: {
    eventType: 'ERROR',
    eventName: 'SERVICE_TASK_PLACEMENT_FAILURE',
    clusterArn: CLUSTER,
    containerInstanceArns: ['arn:aws:ecs:us-west-2:111122223333:container-instance/default/2dd1b186f39845a584488d2ef155c131'],
    reason: 'RESOURCE:CPU',
    createdAt: '2019-11-06T19:09:33.087Z',
  },
};

/** The service scheduler did something for a service, or could not. */
export const SERVICE_ACTION: DetailTypeEntry = {
  detailType: 'ECS Service Action',
  page: developerGuide('ecs_service_events'),
  resources: 'the service',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  service: { path: 'resources', form: 'service-arn' },
  capacityProvider: { path: 'detail.capacityProviderArns', form: 'arn' },
  fields: [
    always('eventType', 'string', 'the severity; the middle one is spelled WARN here', ['INFO', 'WARN', 'ERROR']),
    always('eventName', 'string', 'the name of the event'),
    always('clusterArn', 'string', 'the cluster'),
    sometimes('createdAt', 'string', 'when it happened'),
    // The page says of these two events that the cause is described in the `reason` field.
    freeFormText(sometimes('reason', 'string', 'the cause; open text', undefined, ['SERVICE_TASK_PLACEMENT_FAILURE', 'SERVICE_TASK_CONFIGURATION_FAILURE'])),
    sometimes('desiredCount', 'number', 'how many tasks the service should run'),
    sometimes('containerPort', 'number', 'the port of an unhealthy target'),
    sometimes('capacityProviderArns', 'string[]', 'capacity providers, in the account of the service even for FARGATE'),
    sometimes('containerInstanceArns', 'string[]', 'container instances'),
    sometimes('ec2InstanceIds', 'string[]', 'EC2 instances'),
    sometimes('taskArns', 'string[]', 'tasks'),
    sometimes('taskSetArns', 'string[]', 'task sets'),
    sometimes('targetGroupArns', 'string[]', 'target groups'),
    sometimes('serviceRegistryArns', 'string[]', 'service registries'),
    sometimes('targets', 'string[]', 'targets of a target group'),
  ],
  events: [
    {
      name: 'SERVICE_STEADY_STATE',
      type: 'INFO',
      means: 'The service is healthy and runs the desired number of tasks; repeated.',
      samples: [{ title: 'SERVICE_STEADY_STATE', origin: 'aws', event: STEADY_STATE }],
    },
    derived(STEADY_STATE, 'TASKSET_STEADY_STATE', 'INFO', 'The task set is healthy and runs the desired number of tasks.'),
    {
      name: 'CAPACITY_PROVIDER_STEADY_STATE',
      type: 'INFO',
      means: 'A capacity provider of a service reached a steady state.',
      samples: [{ title: 'CAPACITY_PROVIDER_STEADY_STATE', origin: 'aws', event: CAPACITY_PROVIDER_STEADY_STATE }],
    },
    derived(STEADY_STATE, 'SERVICE_DESIRED_COUNT_UPDATED', 'INFO', 'The scheduler changed the desired count; not sent when a user changes it.', { desiredCount: 3 }),
    derived(STEADY_STATE, 'TASKS_STOPPED', 'INFO', 'The service stopped a running task.',
      { taskArns: ['arn:aws:ecs:us-west-2:111122223333:task/default/4d05b9b0f2ab4b9d9d4c9f2ef2b9d7a1'] }),
    derived(STEADY_STATE, 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'INFO', 'A deployment or a rollback is in progress.'),
    derived(STEADY_STATE, 'SERVICE_DEPLOYMENT_COMPLETED', 'INFO', 'A deployment or a rollback is complete and in a steady state.'),
    {
      name: 'SERVICE_TASK_START_IMPAIRED',
      type: 'WARN',
      means: 'The service is unable to start tasks consistently.',
      samples: [{ title: 'SERVICE_TASK_START_IMPAIRED', origin: 'aws', event: TASK_START_IMPAIRED }],
    },
    derived(TASK_START_IMPAIRED, 'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'WARN', 'A service that uses service discovery has an unhealthy task.'),
    derived(TASK_START_IMPAIRED, 'VPC_LATTICE_TARGET_UNHEALTHY', 'WARN', 'A target of the service in VPC Lattice is unhealthy.'),
    derived(TASK_START_IMPAIRED, 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', 'ERROR',
      'A task of a service with the DAEMON scheduling strategy no longer meets the placement constraints.'),
    derived(TASK_START_IMPAIRED, 'ECS_OPERATION_THROTTLED', 'ERROR', 'The scheduler is throttled by the limits of the Amazon ECS API.'),
    derived(TASK_START_IMPAIRED, 'SERVICE_DISCOVERY_OPERATION_THROTTLED', 'ERROR', 'The scheduler is throttled by the limits of the AWS Cloud Map API.'),
    {
      name: 'SERVICE_TASK_PLACEMENT_FAILURE',
      type: 'ERROR',
      means: 'The scheduler is unable to place a task; reason says why.',
      samples: [
        { title: 'RESOURCE:FARGATE', origin: 'aws', event: PLACEMENT_FAILURE_FARGATE },
        { title: 'RESOURCE:CPU', origin: 'aws', event: PLACEMENT_FAILURE_EC2 },
      ],
    },
    derived(TASK_START_IMPAIRED, 'SERVICE_TASK_CONFIGURATION_FAILURE', 'ERROR', 'The scheduler is unable to place a task because of a configuration error; reason says which.',
      { reason: 'ECS was unable to assume the task role.' }),
    derived(TASK_START_IMPAIRED, 'SERVICE_HEALTH_UNKNOWN', 'ERROR', 'The service was unable to describe the health of its tasks.'),
    derived(TASK_START_IMPAIRED, 'SERVICE_DEPLOYMENT_FAILED', 'ERROR', 'A deployment did not reach the steady state: the circuit breaker or an alarm stopped it.'),
  ],
};
