import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

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
  docs: developerGuide('ecs_container_instance_events'),
  events: {
    '': {
      title: 'Container instance: <detail.status>, agent connected: <detail.agentConnected>',
      meaning: 'ECS sends this event when the status, the resources, or the agent connection change. The agent disconnects several times an hour in normal operation.',
      variants: [
        {
          only: [{ path: 'detail.status', value: 'REGISTRATION_FAILED' }],
          title: 'A container instance could not register',
          meaning: 'No task can run on it. statusReason in the output of the command says why. Sent in accounts with awsvpcTrunking.',
          docs: developerGuide('container-instance-eni'),
        },
        {
          only: [{ path: 'detail.status', value: 'DRAINING' }],
          title: 'A container instance is draining',
          meaning: 'Its service tasks are replaced within minimum and maximum percent. Standalone tasks stay, and it drains until they stop.',
          docs: developerGuide('container-instance-draining'),
        },
        {
          only: [{ path: 'detail.status', value: 'INACTIVE' }],
          title: 'A container instance was terminated or deregistered',
          meaning: 'ECS replaces the tasks of services, not standalone tasks.',
        },
      ],
      checks: checks('If the agent stays disconnected: the container agent and its network path to ECS.'),
    },
  },
};
