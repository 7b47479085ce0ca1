import type { Check, DetailTypeWording, Value } from './wording';
import { developerGuide } from '../../events/sources';

const CODE = 'detail.stopCode';
const REASON = 'detail.stoppedReason';

const RUNNING: Value = { path: 'detail.lastStatus', value: 'RUNNING' };
const DESIRED_STOPPED: Value = { path: 'detail.desiredStatus', value: 'STOPPED' };
const SPOT: Value = { path: CODE, value: 'SpotInterruption' };

const SPOT_PAGE = developerGuide('fargate-capacity-providers');
const KEPT = 'ECS keeps stopped tasks for about an hour: inspect it promptly.';

/** Advice for tasks with this stop code, whose reasons have one of these prefixes. */
function about(code: string, reasons: string[], advice: string): Check {
  return { about: [{ path: CODE, values: [code] }, { path: REASON, values: reasons }], text: `If ${code}: ${advice}` };
}

/** Advice that only rules on this stop code show. */
function specific(code: string, advice: string): Check {
  return { about: [{ path: CODE, values: [code] }], specific: true, text: `If ${code}: ${advice}` };
}

export const TASK_STATE_CHANGE_WORDING: DetailTypeWording = {
  facts: [
    { label: 'Status', path: 'detail.lastStatus' },
    { label: 'Desired status', path: 'detail.desiredStatus' },
    { label: 'Stop code', path: 'detail.stopCode', cause: 'code' },
    { label: 'Task', path: 'detail.taskArn', identifies: 'task' },
    { label: 'Task definition', path: 'detail.taskDefinitionArn', whenAbsent: 'blank' },
    { label: 'Launch type', path: 'detail.launchType' },
    { label: 'Capacity provider', path: 'detail.capacityProviderName' },
    { label: 'Started', path: 'detail.startedAt', whenAbsent: 'blank' },
    { label: 'Cluster', path: 'detail.clusterArn' },
    { label: 'Group', path: 'detail.group', identifies: 'group' },
    { label: 'Reason', path: 'detail.stoppedReason', cause: 'text' },
  ],
  command: 'aws ecs describe-tasks --region <region> --cluster <detail.clusterArn> --tasks <detail.taskArn>',
  docs: developerGuide('stopped-task-error-codes'),
  events: {
    '': {
      title: 'A task[ of {service}] is <detail.lastStatus> (desired: <detail.desiredStatus>)',
      showsLogs: true,
      meaning: 'ECS sends this event for each change of a task. A task whose desired status is STOPPED is about to be stopped.',
      variants: [
        {
          only: [SPOT, RUNNING],
          title: 'A Spot task[ of {service}] is about to be stopped',
          meaning: 'AWS takes back the Spot capacity in two minutes. ECS replaces tasks of services, not standalone tasks.',
          docs: SPOT_PAGE,
        },
        {
          only: [DESIRED_STOPPED, RUNNING],
          title: 'A task[ of {service}] is about to be stopped',
          meaning: 'It is still RUNNING, and its desired status is STOPPED.',
        },
        {
          only: [SPOT],
          title: 'A Spot task[ of {service}] is being interrupted',
          meaning: 'AWS takes back the Spot capacity. ECS replaces tasks of services, not standalone tasks.',
          docs: SPOT_PAGE,
        },
        {
          only: [{ path: 'detail.stopCode', value: 'TaskFailedToStart' }],
          title: 'A task[ of {service}] failed to start',
          meaning: `It never ran. ${KEPT}`,
        },
        {
          only: [{ path: 'detail.stopCode', value: 'EssentialContainerExited' }],
          title: 'An essential container of a task[ of {service}] exited',
          meaning: `The task stopped for that reason. ${KEPT}`,
        },
        {
          only: [{ path: 'detail.lastStatus', value: 'STOPPED' }],
          present: CODE,
          title: 'A task[ of {service}] stopped: <detail.stopCode>',
          meaning: KEPT,
        },
        {
          only: [{ path: 'detail.lastStatus', value: 'STOPPED' }],
          title: 'A task[ of {service}] stopped',
          meaning: KEPT,
        },
      ],
      checks: [
        about('TaskFailedToStart', [
          'TaskFailedToStart', 'CannotPull', 'ResourceInitializationError', 'CannotStart', 'CannotCreate', 'CannotInspect', 'Timeout', 'InternalError',
        ], 'image, registry access, secrets, and network (NAT or VPC endpoints). The cause may be in containers[].reason only.'),
        about('EssentialContainerExited', ['Essential container in task exited', 'OutOfMemoryError'],
          'exit code and log. 137: out of memory, or killed after stopTimeout. 139: crash (SIGSEGV). 143: ended by SIGTERM.'),
        about('ServiceSchedulerInitiated', ['Task failed', 'Scaling activity initiated by', 'Availability-zone rebalancing initiated by', 'Service'],
          'stoppedReason says whether a health check failed, or the service scaled, deployed, or rebalanced.'),
        {
          about: [{ path: REASON, values: ['Task failed ELB health checks'] }],
          specific: true,
          text: 'Health check: path, port, and grace period. The security group of the task must allow the load balancer.',
        },
        specific('UserInitiated', 'AWS CloudTrail shows who called StopTask.'),
        specific('SpotInterruption', 'no action needed if the service replaced the task. Fargate does not replace it with on-demand capacity.'),
        specific('TerminationNotice', 'the EC2 instance was terminated. No action needed if the service replaced the task.'),
        specific('InfrastructureHealth', 'the infrastructure of the task failed. ECS replaces tasks of services; start standalone tasks again. See the AWS Health Dashboard.'),
      ],
    },
  },
};
