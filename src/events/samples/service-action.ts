import type { EcsEventJson } from '../detail-type';

const ENVELOPE = {
  'version': '0',
  'detail-type': 'ECS Service Action',
  'source': 'aws.ecs',
  'account': '111122223333',
  'region': 'us-west-2',
  'resources': ['arn:aws:ecs:us-west-2:111122223333:service/default/servicetest'],
};
const CLUSTER = 'arn:aws:ecs:us-west-2:111122223333:cluster/default';

/** What AWS prints of a steady state. */
export const STEADY_STATE: EcsEventJson = {
  ...ENVELOPE,
  id: 'af3c496d-f4a8-65d1-70f4-a69d52e9b584',
  time: '2019-11-19T19:27:22Z',
  detail: { eventType: 'INFO', eventName: 'SERVICE_STEADY_STATE', clusterArn: CLUSTER, createdAt: '2019-11-19T19:27:22.695Z' },
};

/** What AWS prints of the steady state of a capacity provider. */
export const CAPACITY_PROVIDER_STEADY_STATE: EcsEventJson = {
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

/** What AWS prints of tasks that do not start consistently. */
export const TASK_START_IMPAIRED: EcsEventJson = {
  ...ENVELOPE,
  id: '57c9506e-9d21-294c-d2fe-e8738da7e67d',
  time: '2019-11-19T19:55:38Z',
  detail: { eventType: 'WARN', eventName: 'SERVICE_TASK_START_IMPAIRED', clusterArn: CLUSTER, createdAt: '2019-11-19T19:55:38.725Z' },
};

/** What AWS prints of a task that AWS Fargate has no capacity for. */
export const PLACEMENT_FAILURE_FARGATE: EcsEventJson = {
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

/** What AWS prints of a task that no instance has enough CPU for. */
export const PLACEMENT_FAILURE_EC2: EcsEventJson = {
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
