import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

export const CONTAINER_INSTANCE_HEALTH_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Health', path: 'detail.overallStatus' },
    { label: 'Instance', path: 'detail.containerInstanceArn', identifies: 'instance' },
    { label: 'EC2 instance', path: 'detail.ec2InstanceId' },
    { label: 'Capacity provider', path: 'detail.capacityProviderName' },
    { label: 'Cluster', path: 'detail.clusterArn' },
  ],
  command: 'aws ecs describe-container-instances --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn> --include CONTAINER_INSTANCE_HEALTH',
  docs: developerGuide('container-instance-health'),
  events: {
    '': {
      title: 'Container instance health: <detail.overallStatus>',
      meaning: 'The output of the command shows the health checks and their reasons.',
      variants: [{
        only: [{ path: 'detail.overallStatus', value: 'IMPAIRED' }],
        title: 'A container instance is impaired',
        meaning: 'Managed Instances are drained and replaced if auto repair is enabled (the default). On EC2, drain the instance yourself.',
        actions: ['aws ecs update-container-instances-state --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn> --status DRAINING'],
      }],
      checks: checks(
        'AGENT_CONNECTIVITY: the container agent and its network path to ECS. CONTAINER_RUNTIME: the container runtime and the disk.',
        'DAEMON: a critical daemon stopped or is unhealthy. If it crashed after it had started, no DAEMON_TASK_START_IMPAIRED came before.',
        'ACCELERATED_COMPUTE: the GPU or its driver. statusReason names the NVIDIA Xid error.',
      ),
    },
  },
};
