import type { EcsEventJson, Sample } from '../detail-type';

const INSTANCE = 'arn:aws:ecs:us-west-2:123456789012:container-instance/my-cluster/a1b2c3d4EXAMPLE';

const DAEMON: EcsEventJson = {
  'version': '0',
  'id': 'EXAMPLE-febc-b5e3-054b-EXAMPLE1a1f4f',
  'detail-type': 'ECS Container Instance Health Change',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-04-11T00:49:09Z',
  'region': 'us-west-2',
  'resources': [INSTANCE],
  'detail': {
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    containerInstanceArn: INSTANCE,
    capacityProviderName: 'my-capacity-provider',
    ec2InstanceId: 'i-0abcdef1234567890',
    overallStatus: 'IMPAIRED',
    healthChecks: [
      {
        type: 'DAEMON',
        status: 'IMPAIRED',
        lastStatusChange: '2026-04-11T00:48:53Z',
        lastUpdated: '2026-04-11T00:48:09Z',
        statusReason: 'Daemon task: EXAMPLE-4af2-4b3c-b9c1-EXAMPLEb2bbf is unhealthy',
      },
    ],
  },
};

const ACCELERATED_COMPUTE: EcsEventJson = {
  'version': '0',
  'id': 'EXAMPLE-46c3-a48a-1bef-EXAMPLE72f3c',
  'detail-type': 'ECS Container Instance Health Change',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-04-11T00:49:09Z',
  'region': 'us-west-2',
  'resources': [INSTANCE],
  'detail': {
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    containerInstanceArn: INSTANCE,
    capacityProviderName: 'my-capacity-provider',
    ec2InstanceId: 'i-0abcdef1234567890',
    overallStatus: 'IMPAIRED',
    healthChecks: [
      {
        type: 'ACCELERATED_COMPUTE',
        status: 'IMPAIRED',
        lastStatusChange: '2026-04-11T00:48:53Z',
        lastUpdated: '2026-04-11T00:48:09Z',
        statusReason: 'XID_46',
      },
    ],
  },
};

const AGENT_CONNECTIVITY: EcsEventJson = {
  'version': '0',
  'id': 'EXAMPLE-7d2a-9f1c-4b6e-EXAMPLE9c8d1',
  'detail-type': 'ECS Container Instance Health Change',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-07-29T22:34:13Z',
  'region': 'us-west-2',
  'resources': [INSTANCE],
  'detail': {
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    containerInstanceArn: INSTANCE,
    capacityProviderName: 'my-capacity-provider',
    ec2InstanceId: 'i-0abcdef1234567890',
    overallStatus: 'IMPAIRED',
    healthChecks: [
      {
        type: 'AGENT_CONNECTIVITY',
        status: 'IMPAIRED',
        lastStatusChange: '2026-07-29T22:34:13Z',
        lastUpdated: '2026-07-29T22:34:09Z',
        statusReason: 'Agent disconnected since 2026-07-29T22:34:13Z',
      },
    ],
  },
};

const CONTAINER_RUNTIME: EcsEventJson = {
  'version': '0',
  'id': 'EXAMPLE-48f8-c0ff-0dab-EXAMPLE2ac34',
  'detail-type': 'ECS Container Instance Health Change',
  'source': 'aws.ecs',
  'account': '123456789012',
  'time': '2026-04-11T00:49:09Z',
  'region': 'us-west-2',
  'resources': [INSTANCE],
  'detail': {
    clusterArn: 'arn:aws:ecs:us-west-2:123456789012:cluster/my-cluster',
    containerInstanceArn: INSTANCE,
    capacityProviderName: null,
    ec2InstanceId: 'i-0abcdef1234567890',
    overallStatus: 'OK',
    healthChecks: [{ type: 'CONTAINER_RUNTIME', status: 'OK', lastStatusChange: '2026-04-11T00:48:53Z', lastUpdated: '2026-04-11T00:48:09Z', statusReason: null }],
  },
};

/** The four events that AWS prints, one for each health check. */
export const HEALTH_SAMPLES: readonly Sample[] = [
  { title: 'DAEMON', origin: 'aws', event: DAEMON },
  { title: 'ACCELERATED_COMPUTE', origin: 'aws', event: ACCELERATED_COMPUTE },
  { title: 'AGENT_CONNECTIVITY', origin: 'aws', event: AGENT_CONNECTIVITY },
  { title: 'CONTAINER_RUNTIME', origin: 'aws', event: CONTAINER_RUNTIME },
];
