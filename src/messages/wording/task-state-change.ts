import type { Check, DetailTypeWording } from './wording';

const about = (values: string[], text: string): Check => ({ about: [{ path: 'detail.stopCode', values }], text });

export const TASK_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Status', path: 'detail.lastStatus' },
    { label: 'Desired status', path: 'detail.desiredStatus' },
    { label: 'Stop code', path: 'detail.stopCode', cause: 'code' },
    { label: 'Task', path: 'detail.taskArn', identifies: 'task' },
    { label: 'Task definition', path: 'detail.taskDefinitionArn' },
    { label: 'Launch type', path: 'detail.launchType' },
    { label: 'Capacity provider', path: 'detail.capacityProviderName' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Group', path: 'detail.group', identifies: 'group' },
    { label: 'Reason', path: 'detail.stoppedReason', cause: 'text' },
  ],
  command: 'aws ecs describe-tasks --region <region> --cluster <detail.clusterArn> --tasks <detail.taskArn>',
  events: {
    '': {
      title: 'A task[ of {service}] is now <detail.lastStatus>',
      meaning: 'ECS says so at each change of a task. If it stopped, the command below shows why: stoppedReason, and the exit codes of its containers.',
      variants: [
        {
          only: [{ path: 'detail.stopCode', value: 'TaskFailedToStart' }],
          title: 'A task[ of {service}] failed to start',
          meaning: 'It never ran. ECS keeps a stopped task for about an hour: look soon.',
        },
        {
          only: [{ path: 'detail.stopCode', value: 'EssentialContainerExited' }],
          title: 'A task[ of {service}] stopped because an essential container exited',
          meaning: 'ECS keeps a stopped task for about an hour: look soon.',
        },
        {
          only: [{ path: 'detail.lastStatus', value: 'STOPPED' }],
          title: 'A task[ of {service}] stopped',
          meaning: 'ECS keeps a stopped task for about an hour: look soon.',
        },
      ],
      checks: [
        about(['TaskFailedToStart'], 'If TaskFailedToStart: image and registry access, secrets, network of the task, volumes.'),
        about(['EssentialContainerExited'], 'If EssentialContainerExited: exit code and log of the container; 137 is often a lack of memory.'),
        about(['SpotInterruption', 'TerminationNotice'], 'If SpotInterruption or TerminationNotice: the capacity was taken back; nothing to mend if the service replaced the task.'),
      ],
    },
  },
};
