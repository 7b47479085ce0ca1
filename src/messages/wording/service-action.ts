import { PLACEMENT_CHECKS } from './placement-checks';
import { REBALANCING_EVENTS } from './rebalancing-events';
import { BAD_DEPLOYMENT, DESCRIBE_STOPPED, SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING } from './service-deployment-state-change';
import { checks } from './wording';
import type { DetailTypeWording } from './wording';
import { developerGuide } from '../../events/sources';

/** The page of service actions lists these events too. */
const DEPLOYMENT = SERVICE_DEPLOYMENT_STATE_CHANGE_WORDING.events;

/** Stopped tasks, which ECS keeps for about an hour. The ARN is accepted where the reference says name. */
const STOPPED_TASKS = 'aws ecs list-tasks --region <region> --cluster <detail.clusterArn> --service-name <resources[0]> --desired-status STOPPED';

export const SERVICE_ACTION_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Service', path: 'resources[0]', key: 'serviceArn', identifies: 'service' },
    { label: 'Desired tasks', path: 'detail.desiredCount' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Reason', path: 'detail.reason', cause: 'text' },
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
    ...REBALANCING_EVENTS,
    SERVICE_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {service} is in progress',
      meaning: 'A new revision, or a rollback to the previous one.',
      checks: checks(BAD_DEPLOYMENT),
    },
    SERVICE_DEPLOYMENT_COMPLETED: DEPLOYMENT.SERVICE_DEPLOYMENT_COMPLETED,
    SERVICE_TASK_START_IMPAIRED: {
      title: '{Service} cannot start tasks consistently',
      showsLogs: true,
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
      showsLogs: true,
      meaning: 'Clients that find the service through AWS Cloud Map may no longer get that task.',
      checks: checks('Health check and log of the container.', 'The custom health status of the instance in AWS Cloud Map.'),
    },
    VPC_LATTICE_TARGET_UNHEALTHY: {
      title: 'A VPC Lattice target of {service} is unhealthy',
      showsLogs: true,
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
      checks: PLACEMENT_CHECKS,
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
