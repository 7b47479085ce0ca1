import { checks } from './wording';
import type { DetailTypeWording } from './wording';

const REASON = 'detail.reason';

export const SERVICE_ACTION_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Reason', path: REASON, open: true },
    { label: 'Service', path: 'resources[0]', key: 'serviceArn' },
    { label: 'Desired tasks', path: 'detail.desiredCount' },
  ],
  since: 'time',
  look: 'aws ecs describe-services --region <region> --cluster <detail.clusterArn> --services <resources[0]>',
  events: {
    SERVICE_STEADY_STATE: {
      title: '{Service}[ in {cluster}] is in a steady state',
      meaning: 'It runs the desired number of tasks, and they are healthy. ECS says so again and again.',
    },
    TASKSET_STEADY_STATE: {
      title: 'A task set of {service}[ in {cluster}] is in a steady state',
      meaning: 'It runs the desired number of tasks, and they are healthy.',
    },
    CAPACITY_PROVIDER_STEADY_STATE: {
      title: 'A capacity provider of {service}[ in {cluster}] is in a steady state',
      meaning: 'It has the capacity that the service asks for.',
    },
    SERVICE_DESIRED_COUNT_UPDATED: {
      title: 'ECS changed the desired count of {service}[ in {cluster}]',
      meaning: 'The scheduler computed another number of tasks. A change that a user makes is not told.',
    },
    TASKS_STOPPED: {
      title: '{Service}[ in {cluster}] stopped a task',
      meaning: 'It scales in, deploys, or replaces a task.',
      checks: checks('If it happens again and again: health checks, and stoppedReason and exit code of the stopped tasks.'),
    },
    SERVICE_DEPLOYMENT_IN_PROGRESS: {
      title: 'A deployment of {service}[ in {cluster}] is in progress',
      meaning: 'A new revision, or a rollback to the previous one.',
    },
    SERVICE_DEPLOYMENT_COMPLETED: {
      title: 'A deployment of {service}[ in {cluster}] is complete',
      meaning: 'The service is in a steady state, with the new revision or, after a rollback, with the previous one.',
    },
    SERVICE_TASK_START_IMPAIRED: {
      title: '{Service}[ in {cluster}] cannot start tasks consistently',
      meaning: 'Tasks start and fail again, so fewer than desired may run.',
      checks: checks(
        'Image and registry access; secrets and environment files that the execution role may read.',
        'Exit code, stoppedReason and log of the essential container.',
        'Health checks of the container and of the load balancer: path, port, grace period.',
      ),
    },
    SERVICE_DISCOVERY_INSTANCE_UNHEALTHY: {
      title: 'A task of {service}[ in {cluster}] is unhealthy in service discovery',
      meaning: 'Clients that find the service through AWS Cloud Map may not get that task any more.',
      checks: checks('Health check and log of the container.', 'The custom health status of the instance in AWS Cloud Map.'),
    },
    VPC_LATTICE_TARGET_UNHEALTHY: {
      title: 'A VPC Lattice target of {service}[ in {cluster}] is unhealthy',
      meaning: 'VPC Lattice sends requests to the other targets.',
      checks: checks(
        'Health check of the target group: protocol, path, port, expected codes.',
        'Security group of the tasks: does it let in the managed prefix list of VPC Lattice?',
        'Log of the container.',
      ),
    },
    SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED: {
      title: 'A task of {service}[ in {cluster}] no longer meets the placement constraints',
      meaning: 'The service has the scheduling strategy DAEMON, and the task runs where it should not.',
      checks: checks('Which attributes of the instance changed, or which placement constraint of the service?'),
    },
    ECS_OPERATION_THROTTLED: {
      title: 'ECS is throttled by its own API limits while it works for {service}[ in {cluster}]',
      meaning: 'Tasks start, stop and scale later than they should.',
      checks: checks(
        'Are many services deployed or scaled at the same time in this account and Region?',
        'Does something call the Amazon ECS API in a loop? AWS CloudTrail tells who.',
      ),
    },
    SERVICE_DISCOVERY_OPERATION_THROTTLED: {
      title: 'ECS is throttled by AWS Cloud Map while it works for {service}[ in {cluster}]',
      meaning: 'Tasks are registered and taken out later than they should, so clients may call tasks that are gone.',
      checks: checks(
        'Are many services with service discovery deployed or scaled at the same time in this account and Region?',
        'Does something call the AWS Cloud Map API in a loop? AWS CloudTrail tells who.',
      ),
    },
    SERVICE_TASK_PLACEMENT_FAILURE: {
      title: 'ECS cannot place a task[ of {service}][ in {cluster}]',
      meaning: 'The service may run fewer tasks than desired until ECS can place them.',
      checks: [
        { about: { path: REASON, value: 'RESOURCE:FARGATE' }, text: 'If RESOURCE:FARGATE: no Fargate (Spot) capacity; add a second capacity provider or more Availability Zones.' },
        { about: { path: REASON, value: 'RESOURCE:CPU' }, text: 'If RESOURCE:CPU: no instance has that much CPU free; add capacity or lower the task size.' },
        { about: { path: REASON, value: 'RESOURCE:MEMORY' }, text: 'If RESOURCE:MEMORY: no instance has that much memory free; add capacity or lower the task size.' },
        { about: { path: REASON, value: 'RESOURCE:PORTS' }, text: 'If RESOURCE:PORTS: the host port is taken on every instance; use dynamic host ports or the network mode awsvpc.' },
        { about: { path: REASON, value: 'RESOURCE:ENI' }, text: 'If RESOURCE:ENI: no instance can attach another network interface; turn on awsvpcTrunking or use larger instances.' },
        { about: { path: REASON, value: 'RESOURCE:GPU' }, text: 'If RESOURCE:GPU: no instance has that many GPUs free.' },
        { about: { path: REASON, value: 'AGENT' }, text: 'If AGENT: the container agent of the instance is disconnected; look at the agent and its network.' },
        { about: { path: REASON, value: 'ATTRIBUTE' }, text: 'If ATTRIBUTE: no instance has an attribute that the task definition needs, such as a log driver or an ECS feature.' },
        { about: { path: REASON, value: 'NO ACTIVE INSTANCES' }, text: 'If NO ACTIVE INSTANCES or EMPTY CAPACITY PROVIDER: no instance is registered; look at the Auto Scaling group.' },
        { about: { path: REASON, value: 'EMPTY CAPACITY PROVIDER' }, text: 'If NO ACTIVE INSTANCES or EMPTY CAPACITY PROVIDER: no instance is registered; look at the Auto Scaling group.' },
        { about: { path: REASON, value: 'MemberOf placement constraint unsatisfied' }, text: 'If MemberOf placement constraint unsatisfied: no instance meets the placement constraint of the service.' },
      ],
    },
    SERVICE_TASK_CONFIGURATION_FAILURE: {
      title: 'ECS cannot place a task[ of {service}][ in {cluster}] because of its configuration',
      meaning: 'The service may run fewer tasks than desired until the configuration is mended; waiting does not help.',
      checks: checks(
        'Task role and execution role: do they exist, and do they trust ecs-tasks.amazonaws.com?',
        'Tags: did the account opt in to the long ARN format (taskLongArnFormat, serviceLongArnFormat) in this Region?',
      ),
    },
    SERVICE_HEALTH_UNKNOWN: {
      title: 'ECS cannot tell the health of the tasks of {service}[ in {cluster}]',
      meaning: 'Until it can, nobody knows whether they serve requests.',
      checks: checks(
        'Do the target groups and the service discovery of the service still exist?',
        'May the service role describe them? A permission boundary or a service control policy may forbid it.',
      ),
    },
    SERVICE_DEPLOYMENT_FAILED: {
      title: 'A deployment of {service}[ in {cluster}] failed',
      meaning: 'The circuit breaker or a deployment alarm stopped it. The previous revision comes back only if the service is set to roll back.',
      checks: checks(
        'Which alarm rang, or why did the new tasks stop: stoppedReason, exit code and log of the essential container.',
        'Health checks of the new revision: path, port, grace period.',
      ),
    },
  },
};
