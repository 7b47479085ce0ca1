import { sometimes } from './field';
import type { Field } from './field';

/** Why fields that every recorded task has, but for the Spot notice, are not promised. */
export const NOT_IN_SPOT_NOTICE = "AWS's Spot notice is printed without it";

/** The attributes, the attachments, and the overrides of a task. */
export const TASK_PART_FIELDS: readonly Field[] = [
  sometimes('attributes', 'object[]', 'the attributes of the task', { missing: NOT_IN_SPOT_NOTICE }),
  sometimes('attributes[].name', 'string', 'the name of the attribute, such as `ecs.cpu-architecture`'),
  sometimes('attributes[].value', 'string', 'the value of the attribute'),
  sometimes('attachments', 'object[]', 'network interfaces, load balancers, and volumes', { missing: NOT_IN_SPOT_NOTICE }),
  sometimes('attachments[].id', 'string', 'the attachment'),
  sometimes('attachments[].type', 'string', 'the kind of attachment: `eni`, `elb`, or `sdi` were recorded', { source: 'recorded' }),
  sometimes('attachments[].status', 'string', 'the status of the attachment: `PRECREATED`, `ATTACHED`, or `DELETED` were recorded', { source: 'recorded' }),
  sometimes('attachments[].details', 'object[]', 'the details of the attachment'),
  sometimes('attachments[].details[].name', 'string', 'the name of the detail, such as `privateIPv4Address`'),
  sometimes('attachments[].details[].value', 'string', 'the value of the detail'),
  sometimes('overrides', 'object', 'the overrides of the task definition', { missing: NOT_IN_SPOT_NOTICE }),
  sometimes('overrides.containerOverrides', 'object[]', 'the overrides by container'),
  sometimes('overrides.containerOverrides[].name', 'string', 'the name of the container'),
  sometimes('overrides.containerOverrides[].command', 'string[]', 'the command', { source: 'recorded' }),
  sometimes('overrides.containerOverrides[].environment', 'object[]', 'the environment variables'),
];

/** What is in each container of a task. */
export const TASK_CONTAINER_FIELDS: readonly Field[] = [
  sometimes('containers[].containerArn', 'string', 'the container'),
  sometimes('containers[].taskArn', 'string', 'the task'),
  sometimes('containers[].name', 'string', 'the name of the container'),
  sometimes('containers[].lastStatus', 'string', 'the last known status of the container'),
  sometimes('containers[].exitCode', 'number', 'the exit code', { missing: 'absent while the container runs and if it never started', source: 'recorded' }),
  sometimes('containers[].reason', 'string', 'the reason why the container stopped', { freeFormText: true, missing: 'absent unless something failed', source: 'recorded' }),
  sometimes('containers[].image', 'string', 'the image'),
  sometimes('containers[].imageDigest', 'string', 'the digest of the image', { missing: 'absent until the image is pulled' }),
  sometimes('containers[].runtimeId', 'string', 'the ID of the container in its runtime'),
  sometimes('containers[].cpu', 'string', 'the CPU units, as text'),
  sometimes('containers[].memory', 'string', 'the memory in MiB, as text'),
  sometimes('containers[].memoryReservation', 'string', 'the reserved memory in MiB, as text', { source: 'recorded' }),
  sometimes('containers[].networkBindings', 'object[]', 'the bound ports', { source: 'recorded' }),
  sometimes('containers[].networkBindings[].bindIP', 'string', 'the IP address', { source: 'recorded' }),
  sometimes('containers[].networkBindings[].containerPort', 'number', 'the port of the container', { source: 'recorded' }),
  sometimes('containers[].networkBindings[].hostPort', 'number', 'the port of the host', { source: 'recorded' }),
  sometimes('containers[].networkBindings[].protocol', 'string', 'the protocol', { source: 'recorded' }),
  sometimes('containers[].networkInterfaces', 'object[]', 'the network interfaces'),
  sometimes('containers[].networkInterfaces[].attachmentId', 'string', 'the attachment of the network interface'),
  sometimes('containers[].networkInterfaces[].privateIpv4Address', 'string', 'the private IPv4 address'),
  sometimes('containers[].managedAgents', 'object[]', 'the managed agents, such as that of ECS Exec', { source: 'recorded' }),
  sometimes('containers[].managedAgents[].name', 'string', 'the name of the agent', { source: 'recorded' }),
  sometimes('containers[].managedAgents[].status', 'string', 'the status of the agent', { source: 'recorded' }),
];
