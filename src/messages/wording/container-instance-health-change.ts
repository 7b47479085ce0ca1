import { checks } from './wording';
import type { DetailTypeWording } from './wording';

export const CONTAINER_INSTANCE_HEALTH_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Health', path: 'detail.overallStatus' },
    { label: 'Instance', path: 'detail.containerInstanceArn', identifies: 'instance' },
    { label: 'EC2 instance', path: 'detail.ec2InstanceId' },
    { label: 'Capacity provider', path: 'detail.capacityProviderName' },
    { label: 'Cluster', path: 'detail.clusterArn' },
  ],
  command: 'aws ecs describe-container-instances --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn> --include CONTAINER_INSTANCE_HEALTH',
  events: {
    '': {
      title: 'The health of a container instance is now <detail.overallStatus>',
      meaning: 'The command below shows which health check says so.',
      variants: [{
        only: [{ path: 'detail.overallStatus', value: 'IMPAIRED' }],
        title: 'A container instance is impaired',
        meaning: 'Tasks on it may fail. The command below shows which health check says so.',
      }],
      checks: checks(
        'CONTAINER_RUNTIME: the container runtime and the disk of the instance.',
        'AGENT_CONNECTIVITY: the container agent, and its network path to Amazon ECS.',
        'DAEMON: a critical daemon does not run there; did DAEMON_TASK_START_IMPAIRED come before?',
        'ACCELERATED_COMPUTE: the GPU or other accelerator and its driver.',
      ),
    },
  },
};
