import type { DetailTypeWording, Value } from './wording';
import { developerGuide } from '../../events/sources';

const CREATION_FAILED: Value = { path: 'detail.failureType', value: 'TASK_CREATION_FAILED' };
const FAILED_TO_RUN: Value = { path: 'detail.failureType', value: 'TASK_FAILED_TO_RUN' };

/** What the failure of one task means for its instance. */
const EFFECT = 'Critical daemon (the default): application tasks wait, and ECS drains and replaces the instance. Non-critical: the instance runs without it.';

const INSTANCE = 'aws ecs describe-container-instances --region <region> --cluster <detail.clusterArn> --container-instances <detail.containerInstanceArn>';

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
  // Always there, whether a task was created or not.
  command: 'aws ecs describe-daemon --region <region> --daemon-arn <detail.daemonArn>',
  docs: developerGuide('managed-daemons-auto-repair'),
  events: {
    DAEMON_TASK_START_IMPAIRED: {
      title: 'ECS cannot start a task of {daemon} on an instance',
      meaning: EFFECT,
      variants: [
        {
          only: [CREATION_FAILED],
          title: 'ECS cannot create a task of {daemon} on an instance',
          meaning: EFFECT,
          command: INSTANCE,
        },
        {
          only: [FAILED_TO_RUN],
          title: 'A task of {daemon} did not reach RUNNING on an instance',
          meaning: EFFECT,
          // The event is about a task: its instance says nothing of why it failed.
          command: 'aws ecs describe-tasks --region <region> --cluster <detail.clusterArn> --tasks <detail.taskArn>',
        },
      ],
      checks: [
        {
          about: [{ path: CREATION_FAILED.path, values: [CREATION_FAILED.value] }],
          text: 'If TASK_CREATION_FAILED (no task was created): free CPU, memory, and ports of the instance. Use a smaller daemon task or larger instances.',
        },
        {
          about: [{ path: FAILED_TO_RUN.path, values: [FAILED_TO_RUN.value] }],
          text: 'If TASK_FAILED_TO_RUN: the task, not the instance (describe-tasks): stoppedReason, containers[].reason, exit code, image, registry access, and health check.',
        },
      ],
    },
  },
};
