import { BAD_DEPLOYMENT, DESCRIBE_STOPPED, SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING } from './service-deployment-state-change';
import { checks } from './wording';
import type { Check, DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

const REASON = 'detail.reason';

/** The page of service actions lists these events too. */
const DEPLOYMENT = SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING.events;

/** Stopped tasks, which ECS keeps for about an hour. The ARN is accepted where the reference says name. */
const STOPPED_TASKS = 'aws ecs list-tasks --region <region> --cluster <detail.clusterArn> --service-name <resources[0]> --desired-status STOPPED';

const REBALANCING = developerGuide('track-service-rebalancing');

/** Advice for reasons with these prefixes. */
function about(values: string[], advice: string): Check {
  const last = values[values.length - 1];
  const list = values.length === 1 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
  return { about: [{ path: REASON, values }], text: `If ${list}: ${advice}` };
}

/** Advice that only rules on these reasons show. */
function specific(values: string[], advice: string): Check {
  return { ...about(values, advice), specific: true };
}

export const SERVICE_ACTION_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Service', path: 'resources[0]', key: 'serviceArn', identifies: 'service' },
    { label: 'Desired tasks', path: 'detail.desiredCount' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Reason', path: REASON, cause: 'text' },
  ],
  command: 'aws ecs describe-services --region <region> --cluster <detail.clusterArn> --services <resources[0]>',
  docs: developerGuide('service-event-messages-list'),
  events: {
    SERVICE_STEADY_STATE: {
      title: '{Service} is in a steady state',
      meaning: 'It runs the desired number of tasks, and they are healthy. ECS sends this event repeatedly.',
    },
    TASKSET_STEADY_STATE: {
      title: 'A task set of {service} is in a steady state',
      meaning: 'It runs the desired number of tasks, and they are healthy.',
    },
    CAPACITY_PROVIDER_STEADY_STATE: {
      title: 'A capacity provider of {service} is in a steady state',
      meaning: 'The service has the capacity that it requires from it.',
    },
    SERVICE_DESIRED_COUNT_UPDATED: {
      title: 'ECS changed the desired count of {service}',
      meaning: 'The scheduler computed another number of tasks. Changes made by a user do not produce this event.',
    },
    TASKS_STOPPED: {
      title: '{Service} stopped tasks',
      meaning: 'It scales in, deploys, replaces unhealthy tasks, or rebalances Availability Zones, which is the default for new services.',
      command: STOPPED_TASKS,
      checks: checks(
        `If it happens repeatedly: ${DESCRIBE_STOPPED}`,
        'No action needed if stoppedReason begins with Availability-zone rebalancing initiated by.',
      ),
    },
    TASKS_STARTED: {
      title: '{Service} started tasks to rebalance',
      meaning: 'ECS moves tasks to Availability Zones that have fewer of them. No action needed.',
    },
    SERVICE_REBALANCING_STARTED: {
      title: 'ECS is rebalancing {service}',
      meaning: 'Its tasks are spread unevenly across Availability Zones: ECS starts some and stops others. No action needed.',
    },
    SERVICE_REBALANCING_COMPLETED: {
      title: 'ECS rebalanced {service}',
      meaning: 'Its tasks are spread evenly across Availability Zones. No action needed.',
    },
    SERVICE_REBALANCING_STOPPED: {
      title: 'ECS stopped rebalancing {service}',
      meaning: 'Its tasks may be spread unevenly across Availability Zones. ECS sends further events that say why.',
      checks: checks('Did SERVICE_TASK_PLACEMENT_FAILURE or TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION come with it?'),
      docs: REBALANCING,
    },
    TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION: {
      title: 'Task protection blocks rebalancing of {service}',
      meaning: 'ECS cannot stop tasks that have scale-in protection, so they stay in their Availability Zone.',
      checks: checks('Which tasks are protected, and until when: aws ecs get-task-protection with the cluster and the tasks.'),
      docs: REBALANCING,
    },
    SERVICE_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {service} is in progress',
      meaning: 'A new revision, or a rollback to the previous one.',
      checks: checks(BAD_DEPLOYMENT),
    },
    SERVICE_DEPLOYMENT_COMPLETED: DEPLOYMENT.SERVICE_DEPLOYMENT_COMPLETED,
    SERVICE_TASK_START_IMPAIRED: {
      title: '{Service} cannot start tasks consistently',
      meaning: 'Tasks start and fail repeatedly, so fewer than desired may run.',
      command: STOPPED_TASKS,
      checks: checks(
        `Why did they stop: ${DESCRIBE_STOPPED}`,
        'Image name and architecture; a network path to ECR, S3, Secrets Manager, and CloudWatch Logs through NAT or VPC endpoints.',
        'Health checks: path, port, grace period. The security group of the tasks must allow the load balancer.',
      ),
      docs: developerGuide('stopped-task-error-codes'),
    },
    SERVICE_DISCOVERY_INSTANCE_UNHEALTHY: {
      title: 'A task of {service} is unhealthy in service discovery',
      meaning: 'Clients that find the service through AWS Cloud Map may no longer get that task.',
      checks: checks('Health check and log of the container.', 'The custom health status of the instance in AWS Cloud Map.'),
    },
    VPC_LATTICE_TARGET_UNHEALTHY: {
      title: 'A VPC Lattice target of {service} is unhealthy',
      meaning: 'VPC Lattice sends requests to the other targets.',
      checks: checks(
        'Health check of the target group: protocol, path, port, expected codes.',
        'Security group of the tasks: does it allow the managed prefix list of VPC Lattice?',
        'Log of the container.',
      ),
    },
    SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED: {
      title: 'A task of {service} violates its placement constraints',
      meaning: 'The service has the scheduling strategy DAEMON, and the task runs on an instance where it should not.',
      checks: checks('Which attributes of the instance changed, or which placement constraint of the service?'),
    },
    ECS_OPERATION_THROTTLED: {
      title: 'ECS API limits slow down {service}',
      meaning: 'The scheduler is throttled. Tasks start, stop, and scale later than they should.',
      checks: checks(
        'Are many services deployed or scaled at the same time in this account and Region?',
        'Does something call the Amazon ECS API in a loop? AWS CloudTrail shows the caller.',
      ),
      docs: developerGuide('operating-at-scale-dealing-with-throttles'),
    },
    SERVICE_DISCOVERY_OPERATION_THROTTLED: {
      title: 'AWS Cloud Map limits slow down {service}',
      meaning: 'Tasks are registered and deregistered later than they should, so clients may call tasks that are gone.',
      checks: checks(
        'Are many services with service discovery deployed or scaled at the same time in this account and Region?',
        'Does something call the AWS Cloud Map API in a loop? AWS CloudTrail shows the caller.',
      ),
    },
    SERVICE_TASK_PLACEMENT_FAILURE: {
      title: 'ECS cannot place tasks of {service}',
      meaning: 'Fewer tasks than desired may run. It can also come from Availability Zone rebalancing, which is the default for new services.',
      checks: [
        about(['RESOURCE:FARGATE'], 'no Fargate (Spot) capacity; add a second capacity provider or more Availability Zones.'),
        about(['RESOURCE:CPU', 'RESOURCE:MEMORY'], 'no instance has that much free; add capacity or reduce the task size.'),
        about(['NO ACTIVE INSTANCES', 'EMPTY CAPACITY PROVIDER'],
          'check the Auto Scaling group. For Managed Instances: infrastructure role, PassRole, subnets, EC2 capacity.'),
        specific(['RESOURCE:ENI'], 'no network interface is free; turn on ENI trunking (awsvpcTrunking) or add instances.'),
        specific(['RESOURCE:GPU'], 'no GPU is free; add GPU instances and check the EC2 quota for them.'),
        specific(['RESOURCE:PORTS'], 'the host port is taken on every instance; use dynamic ports or add instances.'),
        specific(['AGENT'], 'the container agent is disconnected; check the agent and its network path.'),
        specific(['ATTRIBUTE', 'MemberOf placement constraint unsatisfied'], 'no instance has what the task definition or its constraint requires.'),
        specific(['LOCATION'], 'the instances are in other Availability Zones than the subnets of the service.'),
      ],
      docs: developerGuide('api_failures_messages'),
    },
    SERVICE_TASK_CONFIGURATION_FAILURE: {
      title: 'A configuration error stops tasks of {service}',
      meaning: 'ECS cannot place tasks until the configuration is fixed. Waiting does not help.',
      checks: checks(
        'Task role and execution role: do they exist, and do they trust ecs-tasks.amazonaws.com?',
        'Tags: did the account opt in to the long ARN format (taskLongArnFormat, serviceLongArnFormat) in this Region?',
      ),
    },
    SERVICE_HEALTH_UNKNOWN: {
      title: 'ECS cannot determine the health of {service}',
      meaning: 'ECS could not describe the health of its tasks, so no one knows whether they serve requests.',
      checks: checks(
        'Do the target groups and the service discovery of the service still exist?',
        'Custom service role or infrastructure role: does it lack a permission, or does a boundary or an SCP deny it? Neither limits a service-linked role.',
      ),
    },
    SERVICE_DEPLOYMENT_FAILED: DEPLOYMENT.SERVICE_DEPLOYMENT_FAILED,
  },
};
