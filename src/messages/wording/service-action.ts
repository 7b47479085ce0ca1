import { SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING } from './service-deployment-state-change';
import { checks } from './wording';
import type { Check, DetailTypeWording } from './wording';

const REASON = 'detail.reason';

/** The page of service actions lists these events too. */
const DEPLOYMENT = SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING.events;

/** Advice for some reasons, which are known by how they begin. */
function about(values: string[], advice: string): Check {
  const last = values[values.length - 1];
  const list = values.length === 1 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
  return { about: [{ path: REASON, values }], text: `If ${list}: ${advice}` };
}

export const SERVICE_ACTION_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Service', path: 'resources[0]', key: 'serviceArn', identifies: 'service' },
    { label: 'Desired tasks', path: 'detail.desiredCount' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Reason', path: REASON, cause: 'text' },
  ],
  command: 'aws ecs describe-services --region <region> --cluster <detail.clusterArn> --services <resources[0]>',
  events: {
    SERVICE_STEADY_STATE: {
      title: '{Service} is in a steady state',
      meaning: 'It runs the desired number of tasks, and they are healthy. ECS says so again and again.',
    },
    TASKSET_STEADY_STATE: {
      title: 'A task set of {service} is in a steady state',
      meaning: 'It runs the desired number of tasks, and they are healthy.',
    },
    CAPACITY_PROVIDER_STEADY_STATE: {
      title: 'A capacity provider of {service} is in a steady state',
      meaning: 'It has the capacity that the service asks for.',
    },
    SERVICE_DESIRED_COUNT_UPDATED: {
      title: 'ECS changed the desired count of {service}',
      meaning: 'The scheduler computed another number of tasks. A change that a user makes is not told.',
    },
    TASKS_STOPPED: {
      title: '{Service} stopped a task',
      meaning: 'It scales in, deploys, or replaces a task.',
      checks: checks('If it happens again and again: health checks, and stoppedReason and exit code of the stopped tasks.'),
    },
    TASKS_STARTED: {
      title: '{Service}[ in {cluster}] started tasks to rebalance Availability Zones',
      meaning: 'ECS starts tasks in Availability Zones that have fewer of them. No action needed.',
    },
    SERVICE_REBALANCING_STARTED: {
      title: 'ECS is rebalancing {service}[ in {cluster}] across Availability Zones',
      meaning: 'Its tasks were spread unevenly. ECS starts tasks in one Availability Zone and stops tasks in another. No action needed.',
    },
    SERVICE_REBALANCING_COMPLETED: {
      title: 'ECS rebalanced {service}[ in {cluster}] across Availability Zones',
      meaning: 'Its tasks are spread evenly again. No action needed.',
    },
    SERVICE_REBALANCING_STOPPED: {
      title: 'ECS stopped rebalancing {service}[ in {cluster}]',
      meaning: 'Its tasks may be spread unevenly. ECS sends further events that say why.',
      checks: checks('Did SERVICE_TASK_PLACEMENT_FAILURE or TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION come with it?'),
    },
    TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION: {
      title: 'Task protection blocks rebalancing of {service}[ in {cluster}]',
      meaning: 'ECS cannot stop tasks that have scale-in protection, so they stay in their Availability Zone.',
      checks: checks('Which tasks are protected, and until when: aws ecs get-task-protection with the cluster and the tasks.'),
    },
    SERVICE_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {service} is in progress',
      meaning: 'A new revision, or a rollback to the previous one.',
    },
    SERVICE_DEPLOYMENT_COMPLETED: DEPLOYMENT.SERVICE_DEPLOYMENT_COMPLETED,
    SERVICE_TASK_START_IMPAIRED: {
      title: '{Service} cannot start tasks consistently',
      meaning: 'Tasks start and fail again, so fewer than desired may run.',
      checks: checks(
        'Image and registry access; secrets and environment files that the execution role may read.',
        'Exit code, stoppedReason and log of the essential container.',
        'Health checks of the container and of the load balancer: path, port, grace period.',
      ),
    },
    SERVICE_DISCOVERY_INSTANCE_UNHEALTHY: {
      title: 'A task of {service} is unhealthy in service discovery',
      meaning: 'Clients that find the service through AWS Cloud Map may not get that task any more.',
      checks: checks('Health check and log of the container.', 'The custom health status of the instance in AWS Cloud Map.'),
    },
    VPC_LATTICE_TARGET_UNHEALTHY: {
      title: 'A VPC Lattice target of {service} is unhealthy',
      meaning: 'VPC Lattice sends requests to the other targets.',
      checks: checks(
        'Health check of the target group: protocol, path, port, expected codes.',
        'Security group of the tasks: does it let in the managed prefix list of VPC Lattice?',
        'Log of the container.',
      ),
    },
    SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED: {
      title: 'A task of {service} no longer meets the placement constraints',
      meaning: 'The service has the scheduling strategy DAEMON, and the task runs where it should not.',
      checks: checks('Which attributes of the instance changed, or which placement constraint of the service?'),
    },
    ECS_OPERATION_THROTTLED: {
      title: 'ECS is throttled by its own API limits while it works for {service}',
      meaning: 'Tasks start, stop and scale later than they should.',
      checks: checks(
        'Are many services deployed or scaled at the same time in this account and Region?',
        'Does something call the Amazon ECS API in a loop? AWS CloudTrail tells who.',
      ),
    },
    SERVICE_DISCOVERY_OPERATION_THROTTLED: {
      title: 'ECS is throttled by AWS Cloud Map while it works for {service}',
      meaning: 'Tasks are registered and taken out later than they should, so clients may call tasks that are gone.',
      checks: checks(
        'Are many services with service discovery deployed or scaled at the same time in this account and Region?',
        'Does something call the AWS Cloud Map API in a loop? AWS CloudTrail tells who.',
      ),
    },
    SERVICE_TASK_PLACEMENT_FAILURE: {
      title: 'ECS cannot place a task[ of {service}]',
      meaning: 'The service may run fewer tasks than desired until ECS can place them.',
      checks: [
        about(['RESOURCE:FARGATE'], 'no Fargate (Spot) capacity; add a second capacity provider or more Availability Zones.'),
        about(['RESOURCE:CPU', 'RESOURCE:MEMORY'], 'no instance has that much free; add capacity or lower the task size.'),
        about(['RESOURCE:ENI', 'RESOURCE:GPU', 'RESOURCE:PORTS'], 'no instance has such a network interface, GPU or host port free.'),
        about(['AGENT'], 'the container agent is disconnected; look at the agent and its network.'),
        about(['ATTRIBUTE', 'MemberOf placement constraint unsatisfied'], 'no instance has what the task definition or its constraint asks for.'),
        about(['NO ACTIVE INSTANCES', 'EMPTY CAPACITY PROVIDER'], 'no instance is registered; look at the Auto Scaling group.'),
      ],
    },
    SERVICE_TASK_CONFIGURATION_FAILURE: {
      title: 'ECS cannot place a task[ of {service}] because of its configuration',
      meaning: 'The service may run fewer tasks than desired until the configuration is mended; waiting does not help.',
      checks: checks(
        'Task role and execution role: do they exist, and do they trust ecs-tasks.amazonaws.com?',
        'Tags: did the account opt in to the long ARN format (taskLongArnFormat, serviceLongArnFormat) in this Region?',
      ),
    },
    SERVICE_HEALTH_UNKNOWN: {
      title: 'ECS cannot tell the health of the tasks of {service}',
      meaning: 'Until it can, nobody knows whether they serve requests.',
      checks: checks(
        'Do the target groups and the service discovery of the service still exist?',
        'May the service role describe them? A permission boundary or a service control policy may forbid it.',
      ),
    },
    SERVICE_DEPLOYMENT_FAILED: DEPLOYMENT.SERVICE_DEPLOYMENT_FAILED,
  },
};
