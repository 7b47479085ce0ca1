import type { DetailTypeEntry } from './detail-type';
import { always, known, sometimes } from './field';
import { INSTANCE_SAMPLES } from './samples/container-instance-state-change';
import { developerGuide } from './sources';

const STATUSES = [
  ...known({
    ACTIVE: 'The instance accepts tasks.',
    DRAINING: 'The instance accepts no new tasks, and its service tasks are replaced. Standalone tasks stay.',
    INACTIVE: 'The instance was terminated or deregistered.',
  }, 'apiContainerInstance'),
  ...known({
    REGISTERING: 'The instance is registering. Only in accounts with `awsvpcTrunking`.',
    DEREGISTERING: 'The instance is deregistering. Only in accounts with `awsvpcTrunking`.',
    REGISTRATION_FAILED: 'The instance could not register. Only in accounts with `awsvpcTrunking`.',
  }, 'trunking'),
];

const RESOURCES = { missing: 'every sample of AWS has it, but no page says that every event does' };

/** The state of a container instance changed: its resources, its status, or the connection of its agent. */
export const CONTAINER_INSTANCE_STATE_CHANGE: DetailTypeEntry = {
  detailType: 'ECS Container Instance State Change',
  page: developerGuide('ecs_container_instance_events'),
  resources: 'the container instance',
  oneResource: true,
  cluster: { path: 'detail.clusterArn', form: 'arn' },
  fields: [
    always('agentConnected', 'boolean', 'whether the agent is connected', { note: 'The agent disconnects several times an hour in normal operation.' }),
    always('clusterArn', 'string', 'the cluster'),
    always('containerInstanceArn', 'string', 'the container instance'),
    always('status', 'string', 'the status of the instance', { known: STATUSES }),
    always('version', 'number', 'a number that increases with every change of the instance'),
    always('updatedAt', 'string', 'when the instance changed'),
    sometimes('ec2InstanceId', 'string', 'the EC2 instance', { missing: 'absent for external instances' }),
    sometimes('statusReason', 'string', 'the reason for the status', { freeFormText: true, source: 'schema', missing: 'AWS does not document which events have it' }),
    sometimes('attributes', 'object[]', 'the attributes of the instance', RESOURCES),
    sometimes('attributes[].name', 'string', 'the name of the attribute'),
    sometimes('attributes[].value', 'string', 'the value of the attribute', { source: 'schema' }),
    sometimes('registeredResources', 'object[]', 'the resources of the instance', RESOURCES),
    sometimes('registeredResources[].name', 'string', '`CPU`, `MEMORY`, `PORTS`, or `PORTS_UDP`'),
    sometimes('remainingResources', 'object[]', 'the resources that are free', RESOURCES),
    sometimes('remainingResources[].name', 'string', '`CPU`, `MEMORY`, `PORTS`, or `PORTS_UDP`'),
    ...['registeredResources', 'remainingResources'].flatMap((path) => [
      sometimes(`${path}[].type`, 'string', '`INTEGER` or `STRINGSET`'),
      sometimes(`${path}[].integerValue`, 'number', 'the amount'),
      sometimes(`${path}[].stringSetValue`, 'string[]', 'the ports'),
    ]),
    sometimes('versionInfo', 'object', 'the versions of the agent and of Docker', RESOURCES),
    sometimes('versionInfo.agentVersion', 'string', 'the version of the container agent'),
    sometimes('versionInfo.agentHash', 'string', 'the commit of the container agent'),
    sometimes('versionInfo.dockerVersion', 'string', 'the version of Docker'),
    ...([
      ['accountType', 'string', 'the type of the account'],
      ['agentUpdateStatus', 'string', 'the status of the latest update of the agent'],
      ['attachments', 'object[]', 'the network interfaces'],
      ['pendingTasksCount', 'number', 'the number of tasks that are PENDING'],
      ['runningTasksCount', 'number', 'the number of tasks that are RUNNING'],
      ['registeredAt', 'string', 'when the instance registered'],
    ] as const).map(([path, type, description]) => sometimes(path, type, description, { source: 'schema', missing: 'in the schema that EventBridge publishes, but in no sample of AWS and in no recorded event' })),
  ],
  moreFields: true,
  events: [
    {
      description: 'The state of a container instance changed.',
      samples: INSTANCE_SAMPLES,
    },
  ],
};
