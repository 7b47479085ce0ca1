import type { DetailTypeEntry } from './detail-type';
import { always, known, sometimes } from './field';
import { HEALTH_SAMPLES } from './samples/container-instance-health-change';
import { developerGuide } from './sources';

const STATUSES = known({
  OK: 'Healthy.',
  IMPAIRED: 'Unhealthy.',
  INSUFFICIENT_DATA: 'Not enough data.',
  INITIALIZING: 'The instance is starting.',
});

const CHECK_TYPES = known({
  CONTAINER_RUNTIME: 'The container runtime. On EC2.',
  ACCELERATED_COMPUTE: 'The accelerators, such as GPUs. On Amazon ECS Managed Instances.',
  DAEMON: 'The managed daemons. On Amazon ECS Managed Instances.',
  AGENT_CONNECTIVITY: 'The connection of the container agent to Amazon ECS. On Amazon ECS Managed Instances, AWS Fargate, and EC2.',
});

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
    sometimes('capacityProviderName', 'string', 'the name of the capacity provider', { nullable: true, missing: 'null for an instance without a capacity provider' }),
    sometimes('ec2InstanceId', 'string', 'the EC2 instance', { missing: 'every sample of AWS has it, but events about AWS Fargate might not' }),
    always('overallStatus', 'string', 'the health of the instance as a whole', { known: STATUSES }),
    always('healthChecks', 'object[]', 'the health checks'),
    always('healthChecks[].type', 'string', 'the type of the health check', { known: CHECK_TYPES }),
    always('healthChecks[].status', 'string', 'the result of the health check', { known: STATUSES }),
    sometimes('healthChecks[].lastStatusChange', 'string', 'when the result changed'),
    sometimes('healthChecks[].lastUpdated', 'string', 'when the check ran last'),
    sometimes('healthChecks[].statusReason', 'string', 'the reason for the result', { nullable: true, freeFormText: true }),
  ],
  events: [
    {
      description: 'The health of a container instance changed.',
      samples: HEALTH_SAMPLES,
    },
  ],
};
