import { derived } from './detail-type';
import type { DetailTypeEntry } from './detail-type';
import { always, known, sometimes } from './field';
import {
  CAPACITY_PROVIDER_STEADY_STATE, PLACEMENT_FAILURE_EC2, PLACEMENT_FAILURE_FARGATE, STEADY_STATE, TASK_START_IMPAIRED,
} from './samples/service-action';
import { developerGuide } from './sources';

/** What only the page about rebalancing lists, without its JSON: the samples are composed. */
const REBALANCING = { source: 'rebalancing', origin: 'composed' } as const;

/** Listed on the page about service actions, but every sample and every recorded event has the detail type of deployments. */
const SEEN_AS_DEPLOYMENT_EVENT = { note: 'AWS lists it here, but it was seen as `ECS Deployment State Change` only: use `ServiceDeploymentEvent`.' };

const UNKNOWN_WHEN = 'AWS does not document which events have it';

const TASK = 'arn:aws:ecs:us-west-2:111122223333:task/default/4d05b9b0f2ab4b9d9d4c9f2ef2b9d7a1';

/** The service scheduler did something for a service, or could not. */
export const SERVICE_ACTION: DetailTypeEntry = {
  detailType: 'ECS Service Action',
  page: developerGuide('ecs_service_events'),
  resources: 'the service',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  service: { path: 'resources', form: 'service-arn' },
  capacityProvider: { path: 'detail.capacityProviderArns', form: 'arn' },
  fields: [
    always('eventType', 'string', 'the severity', {
      note: 'A warning is spelled `WARN` here and `WARNING` in daemon events.',
      known: known({ INFO: 'Informational.', WARN: 'A warning. Spelled `WARNING` in daemon events.', ERROR: 'A failure.' }),
    }),
    always('eventName', 'string', 'the name of the event'),
    always('clusterArn', 'string', 'the cluster'),
    sometimes('createdAt', 'string', 'when the event was created', { missing: 'every sample of AWS and every recorded event has it, but no page says that every event does' }),
    // The page says of these two events that the cause is described in the `reason` field.
    sometimes('reason', 'string', 'the cause', {
      freeFormText: true,
      alwaysIn: ['SERVICE_TASK_PLACEMENT_FAILURE', 'SERVICE_TASK_CONFIGURATION_FAILURE'],
      missing: 'always in `SERVICE_TASK_PLACEMENT_FAILURE` and `SERVICE_TASK_CONFIGURATION_FAILURE`',
    }),
    sometimes('capacityProviderArns', 'string[]', 'the capacity providers, in the account of the service even for FARGATE', { missing: UNKNOWN_WHEN }),
    sometimes('containerInstanceArns', 'string[]', 'the container instances', { missing: UNKNOWN_WHEN }),
    ...([
      ['desiredCount', 'number', 'the desired number of tasks'],
      ['containerPort', 'number', 'the port of an unhealthy target'],
      ['ec2InstanceIds', 'string[]', 'the EC2 instances'],
      ['taskArns', 'string[]', 'the tasks'],
      ['taskSetArns', 'string[]', 'the task sets'],
      ['targetGroupArns', 'string[]', 'the target groups'],
      ['serviceRegistryArns', 'string[]', 'the service registries'],
      ['targets', 'string[]', 'the targets of a target group'],
    ] as const).map(([path, type, description]) => sometimes(path, type, description, { source: 'schema', missing: UNKNOWN_WHEN })),
  ],
  events: [
    {
      name: 'SERVICE_STEADY_STATE',
      type: 'INFO',
      description: 'The service is healthy and runs the desired number of tasks. Sent repeatedly.',
      samples: [{ title: 'SERVICE_STEADY_STATE', origin: 'aws', event: STEADY_STATE }],
    },
    derived(STEADY_STATE, 'TASKSET_STEADY_STATE', 'INFO', 'The task set is healthy and runs the desired number of tasks.'),
    {
      name: 'CAPACITY_PROVIDER_STEADY_STATE',
      type: 'INFO',
      description: 'A capacity provider of a service reached a steady state.',
      samples: [{ title: 'CAPACITY_PROVIDER_STEADY_STATE', origin: 'aws', event: CAPACITY_PROVIDER_STEADY_STATE }],
    },
    derived(STEADY_STATE, 'SERVICE_DESIRED_COUNT_UPDATED', 'INFO', 'The scheduler changed the desired count. Not sent when a user changes it.', { detail: { desiredCount: 3 } }),
    derived(STEADY_STATE, 'TASKS_STOPPED', 'INFO', 'The service stopped running tasks.', { detail: { taskArns: [TASK] } }),
    derived(STEADY_STATE, 'TASKS_STARTED', 'INFO', 'The service started tasks to rebalance Availability Zones.', { ...REBALANCING, detail: { taskArns: [TASK] } }),
    derived(STEADY_STATE, 'SERVICE_REBALANCING_STARTED', 'INFO', 'Availability Zone rebalancing started.', REBALANCING),
    derived(STEADY_STATE, 'SERVICE_REBALANCING_COMPLETED', 'INFO', 'Availability Zone rebalancing is complete.', REBALANCING),
    derived(STEADY_STATE, 'SERVICE_REBALANCING_STOPPED', 'INFO', 'Availability Zone rebalancing stopped before it was complete.', REBALANCING),
    derived(STEADY_STATE, 'TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION', 'INFO', 'Availability Zone rebalancing is blocked by task scale-in protection.', REBALANCING),
    derived(STEADY_STATE, 'SERVICE_DEPLOYMENT_IN_PROGRESS', 'INFO', 'A deployment or a rollback is in progress.', SEEN_AS_DEPLOYMENT_EVENT),
    derived(STEADY_STATE, 'SERVICE_DEPLOYMENT_COMPLETED', 'INFO', 'A deployment or a rollback is complete and in a steady state.', SEEN_AS_DEPLOYMENT_EVENT),
    {
      name: 'SERVICE_TASK_START_IMPAIRED',
      type: 'WARN',
      description: 'The service is unable to start tasks consistently.',
      samples: [{ title: 'SERVICE_TASK_START_IMPAIRED', origin: 'aws', event: TASK_START_IMPAIRED }],
    },
    derived(TASK_START_IMPAIRED, 'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'WARN', 'A service that uses service discovery has an unhealthy task.'),
    derived(TASK_START_IMPAIRED, 'VPC_LATTICE_TARGET_UNHEALTHY', 'WARN', 'A target of the service in VPC Lattice is unhealthy.'),
    derived(TASK_START_IMPAIRED, 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', 'ERROR',
      'A task of a service with the `DAEMON` scheduling strategy no longer meets the placement constraints.', { note: 'Managed daemons have their own events.' }),
    derived(TASK_START_IMPAIRED, 'ECS_OPERATION_THROTTLED', 'ERROR', 'The scheduler is throttled by the limits of the Amazon ECS API.'),
    derived(TASK_START_IMPAIRED, 'SERVICE_DISCOVERY_OPERATION_THROTTLED', 'ERROR', 'The scheduler is throttled by the limits of the AWS Cloud Map API.'),
    {
      name: 'SERVICE_TASK_PLACEMENT_FAILURE',
      type: 'ERROR',
      description: 'The scheduler is unable to place a task.',
      note: 'The reason is in `reason`. It may come from Availability Zone rebalancing.',
      samples: [
        { title: 'RESOURCE:FARGATE', origin: 'aws', event: PLACEMENT_FAILURE_FARGATE },
        { title: 'RESOURCE:CPU', origin: 'aws', event: PLACEMENT_FAILURE_EC2 },
      ],
    },
    derived(TASK_START_IMPAIRED, 'SERVICE_TASK_CONFIGURATION_FAILURE', 'ERROR', 'The scheduler is unable to place a task because of a configuration error.',
      { note: 'The error is in `reason`.', detail: { reason: 'ECS was unable to assume the task role.' } }),
    derived(TASK_START_IMPAIRED, 'SERVICE_HEALTH_UNKNOWN', 'ERROR', 'The service was unable to describe the health of its tasks.'),
    derived(TASK_START_IMPAIRED, 'SERVICE_DEPLOYMENT_FAILED', 'ERROR', 'A deployment did not reach the steady state.', SEEN_AS_DEPLOYMENT_EVENT),
  ],
};
