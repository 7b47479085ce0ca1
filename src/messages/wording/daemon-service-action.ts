import type { DetailTypeWording, Value } from './wording';

const CREATION_FAILED: Value = { path: 'detail.failureType', value: 'TASK_CREATION_FAILED' };
const FAILED_TO_RUN: Value = { path: 'detail.failureType', value: 'TASK_FAILED_TO_RUN' };

export const DAEMON_SERVICE_ACTION_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Failure', path: 'detail.failureType', cause: 'code' },
    { label: 'Daemon', path: 'detail.daemonArn', identifies: 'daemon' },
    { label: 'Instance', path: 'detail.containerInstanceArn', identifies: 'instance' },
    { label: 'Task', path: 'detail.taskArn', identifies: 'task' },
    { label: 'Capacity provider', path: 'detail.capacityProviderName' },
    { label: 'Task definition', path: 'detail.daemonTaskDefinitionArn' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Reason', path: 'detail.reason', cause: 'text' },
  ],
  command: 'aws ecs describe-container-instances --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn>',
  events: {
    DAEMON_TASK_START_IMPAIRED: {
      title: 'ECS cannot start a task[ of {daemon}] on an instance',
      meaning: 'The instance runs without this daemon until a task starts there.',
      variants: [
        {
          only: [CREATION_FAILED],
          title: 'ECS cannot place a task[ of {daemon}] on an instance',
          meaning: 'No task was created: the instance runs without this daemon until there is room for it.',
        },
        {
          only: [FAILED_TO_RUN],
          title: 'A task[ of {daemon}] did not reach RUNNING on an instance',
          meaning: 'A task was created and failed: the instance runs without this daemon until one starts.',
        },
      ],
      checks: [
        { about: [{ path: CREATION_FAILED.path, values: [CREATION_FAILED.value] }], text: 'If TASK_CREATION_FAILED (no task was created): free CPU, memory and ports of that instance; a smaller daemon task or larger instances.' },
        { about: [{ path: FAILED_TO_RUN.path, values: [FAILED_TO_RUN.value] }], text: 'If TASK_FAILED_TO_RUN (created, never RUNNING): image and registry access, health check, exit code and log of the essential container.' },
      ],
    },
  },
};
