import { always, developerGuide, freeFormText, sometimes } from './detail-type';
import type { DetailTypeEntry, EcsEventJson } from './detail-type';

const INSTANCE = 'arn:aws:ecs:us-west-2:111122223333:container-instance/default/b54a2a04-046f-4331-9d74-3f6d7f6ca315';

const ACTIVE: EcsEventJson = {
  'version': '0',
  'id': '8952ba83-7be2-4ab5-9c32-6687532d15a2',
  'detail-type': 'ECS Container Instance State Change',
  'source': 'aws.ecs',
  'account': '111122223333',
  'time': '2016-12-06T16:41:06Z',
  'region': 'us-west-2',
  'resources': [INSTANCE],
  'detail': {
    agentConnected: true,
    clusterArn: 'arn:aws:ecs:us-west-2:111122223333:cluster/default',
    containerInstanceArn: INSTANCE,
    ec2InstanceId: 'i-f3a8506b',
    status: 'ACTIVE',
    version: 14801,
    updatedAt: '2016-12-06T16:41:06.991Z',
  },
};

/** The state of a container instance changed: resources, status or the connection of its agent. */
export const CONTAINER_INSTANCE_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Container Instance State Change',
  page: developerGuide('ecs_container_instance_events'),
  resources: 'the container instance',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  fields: [
    always('agentConnected', 'boolean', 'whether the agent is connected; it disconnects several times an hour in normal operation'),
    always('clusterArn', 'string', 'the cluster'),
    always('containerInstanceArn', 'string', 'the container instance'),
    always('status', 'string', 'the status of the instance', ['ACTIVE', 'DRAINING', 'REGISTERING', 'DEREGISTERING', 'REGISTRATION_FAILED']),
    always('version', 'number', 'counts the changes: what came first'),
    always('updatedAt', 'string', 'when it happened'),
    sometimes('ec2InstanceId', 'string', 'the EC2 instance'),
    freeFormText(sometimes('statusReason', 'string', 'why, in words')),
  ],
  moreFields: true,
  events: [
    {
      means: 'The state of a container instance changed.',
      samples: [
        { title: 'ACTIVE', origin: 'derived', event: ACTIVE },
        { title: 'agent disconnected', origin: 'derived', event: { ...ACTIVE, detail: { ...ACTIVE.detail, agentConnected: false } } },
      ],
    },
  ],
};
