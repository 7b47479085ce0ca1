import { Match } from 'aws-cdk-lib/aws-events';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const { daemonTaskStartImpaired, hookStateChange, serviceAction, serviceDeploymentStateChange, taskStateChange } = EcsEventPattern;

/** The warnings about a pattern: their ids and messages. */
function warningsOf(pattern: EcsEventPattern): string[] {
  return pattern._compile(DEPLOYED_ENVIRONMENT).findings.map(({ level, id, message }) => `${level} ${id?.replace('cdk-ecs-event-rules:', '')} ${message}`);
}

const detail = (fields: Record<string, unknown>) => ({ additionalPattern: { detail: fields } });

const STOPPED = { lastStatuses: [TaskLastStatus.STOPPED] };

describe('T63: a warning', () => {
  test.each<[string, EcsEventPattern, string]>([
    ['the service of a deployment', serviceDeploymentStateChange(detail({ serviceName: ['web'] })), 'fieldNeverSent additionalPattern.detail.serviceName: .* Use services or serviceNames'],
    ['the service of an action', serviceAction(detail({ service: ['web'] })), 'fieldNeverSent additionalPattern.detail.service: .*nor any recorded event.* Use services or serviceNames'],
    ['a field of another detail type', serviceAction(detail({ deploymentId: ['ecs-svc/1'] })), 'fieldNeverSent .* It is a field of "ECS Deployment State Change"'],
    ['the health of a task', taskStateChange(detail({ healthStatus: ['UNHEALTHY'] })), 'fieldNeverSent additionalPattern.detail.healthStatus'],
    ['a misspelled field', taskStateChange(detail({ containters: { exitCode: [1] } })), 'fieldNeverSent .* Check the spelling: detail.containers.exitCode is a field'],
    ['a misspelled field of a container', taskStateChange(detail({ containers: { exitcodes: [1] } })), 'fieldNeverSent .* Check the spelling: detail.containers.exitCode is a field'],
    ['a field of detail in the envelope', taskStateChange({ additionalPattern: { stopCode: ['UserInitiated'] } as never }), 'fieldNeverSent additionalPattern.stopCode: .* Use detail.stopCode'],
    ['the state of a deployment', serviceDeploymentStateChange(detail({ deploymentStatus: ['FAILED'] })), 'fieldNeverSent additionalPattern.detail.deploymentStatus'],
    ['the task of a task that could not be created',
      daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED], ...detail({ taskArn: Match.exists() }) }),
      'fieldNeverSent additionalPattern.detail.taskArn: events with failureType TASK_CREATION_FAILED do not have this field'],
    ['a service in resources of hooks', hookStateChange({ additionalPattern: { resources: ['arn:aws:ecs:eu-west-1:111122223333:service/prod/web'] } }), 'valueNeverSent additionalPattern.resources: .* not of a service'],
    ['a cluster in resources of deployments',
      serviceDeploymentStateChange({ additionalPattern: { resources: Match.prefix('arn:aws:ecs:eu-west-1:111122223333:cluster/') } }), 'valueNeverSent additionalPattern.resources: .* not of a cluster'],
    ['a text where the field is a number', taskStateChange(detail({ containers: { exitCode: ['1'] } })), 'valueNeverSent .* the field contains a number, which \\["1"\\] never equals. Write the number without quotes'],
    ['a number where the field is a text', taskStateChange(detail({ lastStatus: [5] })), 'valueNeverSent .* the field contains a string'],
    ['a condition on an object', taskStateChange(detail({ containers: ['app'] })), 'valueNeverSent .* the field contains objects'],
    ['a field in one alternative, which says nothing of the others',
      taskStateChange(detail({ $or: [{ healthStatus: ['UNHEALTHY'] }, { lastStatus: ['STOPPED'] }] })), 'fieldNeverSent .* so this alternative of \\$or probably matches no events'],
    ['resources in one alternative',
      taskStateChange({ additionalPattern: { $or: [{ resources: Match.prefix('arn:aws:ecs:eu-west-1:111122223333:service/') }, { detail: { group: ['service:web'] } }] } as never }),
      'valueNeverSent .* so this alternative of \\$or probably matches no events'],
    ['a value that is not known', taskStateChange(detail({ desiredStatus: ['STOPED'] })), 'valueNeverSent .* Check the spelling: STOPPED is a known value'],
    ['a stop code of no event', taskStateChange({ stopCodes: [TaskStopCode.of('TaskRetired')], ...STOPPED }), 'valueNeverSent stopCodes\\[0\\]: .* has the value "TaskRetired"'],
    ['an event that is almost one', serviceAction({ eventNames: [ServiceActionEvent.of('SERVICE_TASK_PLACEMENT_FAILED')] }), 'valueNeverSent eventNames\\[0\\]: .* Check the spelling: SERVICE_TASK_PLACEMENT_FAILURE is a known value'],
    ['a word where the field is a sentence', taskStateChange(detail({ stoppedReason: ['SIGTERM'] })), 'valueNeverSent .* the field contains whole sentences'],
    ['a reason that is that of a container', taskStateChange({ stoppedReasons: [StoppedReason.prefix('OutOfMemoryError')], ...STOPPED }), 'valueNeverSent stoppedReasons\\[0\\]: OutOfMemoryError is usually the reason of a container'],
    ['one severity of two that does not occur', serviceDeploymentStateChange(detail({ eventType: ['WARN', 'ERROR'] })), 'valueNeverSent .* has the value "WARN"'],
    ['the cluster of a deployment, which might be absent', serviceDeploymentStateChange(detail({ clusterArn: Match.prefix('arn:aws:ecs:') })), 'clusterArnMayBeAbsent .* might not have this field'],
  ])('for %s', (_title, pattern, expected) => {
    expect(warningsOf(pattern)).toEqual([expect.stringMatching(new RegExp(`^warning ${expected}`))]);
  });
});

describe('no warning', () => {
  test.each<[string, EcsEventPattern]>([
    ['for fields that are there', taskStateChange(detail({ containers: { exitCode: [{ numeric: ['>', 0] }], name: ['app'] }, group: Match.prefix('family:') }))],
    ['for the absence of a field', taskStateChange(detail({ anything: Match.doesNotExist() }))],
    ['for a field below an object whose fields are not listed', taskStateChange(detail({ containers: { networkInterfaces: { privateIpv4Address: ['10.0.0.1'] } } }))],
    ['for the envelope', taskStateChange({ additionalPattern: { time: Match.prefix('2026-'), id: ['x'] } })],
    ['for a whole sentence', taskStateChange(detail({ stoppedReason: ['Essential container in task exited'] }))],
    ['for reasons that are codes', serviceAction(detail({ reason: ['RESOURCE:CPU'] }))],
    ['for known values', taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED], ...STOPPED, ...detail({ desiredStatus: ['STOPPED'] }) })],
  ])('%s', (_title, pattern) => {
    expect(warningsOf(pattern)).toEqual([]);
  });
});

test('T64: a stop code without a status is an info, because a task that stops sends several events that have it', () => {
  expect(warningsOf(taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED] }))).toEqual([expect.stringMatching(/^info taskMatchedRepeatedly stopCodes: a task that stops sends two to four events/)]);
  expect(warningsOf(taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED], ...STOPPED }))).toEqual([]);
  expect(warningsOf(taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED], ...detail({ lastStatus: ['STOPPED'] }) }))).toEqual([]);
});

test('severities of which none occurs are an error', () => {
  expect(() => serviceDeploymentStateChange(detail({ eventType: ['WARN', 'WARNING'] }))).toThrow('additionalPattern.detail.eventType: ');
});
