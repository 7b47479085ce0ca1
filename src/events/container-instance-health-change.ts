import { always, developerGuide, freeFormText, sometimes } from './detail-type';
import type { DetailTypeEntry, EcsEventJson } from './detail-type';

const STATUSES = ['OK', 'IMPAIRED', 'INSUFFICIENT_DATA', 'INITIALIZING'];
const INSTANCE = 'arn:aws:ecs:us-west-2:111122223333:container-instance/default/2dd1b186f39845a584488d2ef155c131';

const IMPAIRED: EcsEventJson = {
  'version': '0',
  'id': '0f1d3d7e-5c3b-4d2a-8f64-2b7c1e9a4d55',
  'detail-type': 'ECS Container Instance Health Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2026-03-24T12:00:00Z',
  'region': 'us-west-2',
  'resources': [INSTANCE],
  'detail': {
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/default',
    containerInstanceArn: INSTANCE,
    capacityProviderName: 'my-capacity-provider',
    ec2InstanceId: 'i-0abcd1234efgh5678',
    overallStatus: 'IMPAIRED',
    healthChecks: [
      {
        type: 'CONTAINER_RUNTIME',
        status: 'OK',
        lastStatusChange: '2026-03-24T11:00:00Z',
        lastUpdated: '2026-03-24T12:00:00Z',
        statusReason: '',
      },
      {
        type: 'DAEMON',
        status: 'IMPAIRED',
        lastStatusChange: '2026-03-24T12:00:00Z',
        lastUpdated: '2026-03-24T12:00:00Z',
        statusReason: 'A critical daemon task is not running',
      },
    ],
  },
};

/** The health of a container instance changed. */
export const CONTAINER_INSTANCE_HEALTH_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Container Instance Health Change',
  page: developerGuide('ecs_container_instance_health_events'),
  resources: 'the container instance',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  capacityProvider: { path: 'detail.capacityProviderName', form: 'name' },
  fields: [
    always('clusterArn', 'string', 'the cluster'),
    always('containerInstanceArn', 'string', 'the container instance'),
    sometimes('capacityProviderName', 'string', 'the name of the capacity provider, or null'),
    always('ec2InstanceId', 'string', 'the EC2 instance'),
    always('overallStatus', 'string', 'the health of the instance as a whole', STATUSES),
    always('healthChecks', 'object[]', 'the health checks'),
    always('healthChecks[].type', 'string', 'what was checked', ['CONTAINER_RUNTIME', 'ACCELERATED_COMPUTE', 'DAEMON', 'AGENT_CONNECTIVITY']),
    always('healthChecks[].status', 'string', 'the result of the check', STATUSES),
    sometimes('healthChecks[].lastStatusChange', 'string', 'when the result changed'),
    sometimes('healthChecks[].lastUpdated', 'string', 'when it was checked last'),
    freeFormText(sometimes('healthChecks[].statusReason', 'string', 'why, in words')),
  ],
  events: [
    {
      means: 'The health of a container instance changed.',
      samples: [{ title: 'IMPAIRED', origin: 'derived', event: IMPAIRED }],
    },
  ],
};
