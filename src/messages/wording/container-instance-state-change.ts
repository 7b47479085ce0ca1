import { checks } from './wording';
import type { DetailTypeWording } from './wording';

export const CONTAINER_INSTANCE_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Status', path: 'detail.status' },
    { label: 'Agent connected', path: 'detail.agentConnected' },
    { label: 'Instance', path: 'detail.containerInstanceArn', identifies: 'instance' },
    { label: 'EC2 instance', path: 'detail.ec2InstanceId' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Reason', path: 'detail.statusReason', cause: 'text' },
  ],
  command: 'aws ecs describe-container-instances --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn>',
  events: {
    '': {
      title: 'A container instance changed: status <detail.status>, agent connected: <detail.agentConnected>',
      meaning: 'ECS says so when the status, the resources or the connection of the agent changes. The agent disconnects several times an hour in normal operation.',
      variants: [
        {
          only: [{ path: 'detail.status', value: 'REGISTRATION_FAILED' }],
          title: 'A container instance could not register',
          meaning: 'No task can run on it.',
        },
        {
          only: [{ path: 'detail.status', value: 'DRAINING' }],
          title: 'A container instance is being drained',
          meaning: 'Its tasks move to other instances, and no new ones are placed on it.',
        },
      ],
      checks: checks('If the agent stays disconnected: the container agent, and its network path to Amazon ECS.'),
    },
  },
};
