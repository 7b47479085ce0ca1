import { Aws, aws_ecs as ecs } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/aws-events';
import { ARN, newId, newStack } from './own-resources';
import { SERVICE_ACTION } from '../../src/events/service-action';
import { ContainerReason } from '../../src/filters/container-reason';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { ExitCode } from '../../src/filters/exit-code';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
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

const STACK = newStack();

const WARN_EVENTS = SERVICE_ACTION.events.filter(({ type }) => type === 'WARN').map(({ name }) => ServiceActionEvent.of(name!));

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
    ['a text where the field is a number', taskStateChange({ ...STOPPED, ...detail({ containers: { exitCode: ['1'] } }) }), 'valueNeverSent .* the field contains a number, which \\["1"\\] never equals. Write the number without quotes'],
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
    ['a word where the field is a sentence', taskStateChange({ ...STOPPED, ...detail({ stoppedReason: ['SIGTERM'] }) }), 'valueNeverSent .* the field contains whole sentences'],
    ['a reason that is that of a container', taskStateChange({ stoppedReasons: [StoppedReason.prefix('OutOfMemoryError')], ...STOPPED }), 'valueNeverSent stoppedReasons\\[0\\]: OutOfMemoryError is usually the reason of a container'],
    ['one severity of two that does not occur', serviceDeploymentStateChange(detail({ eventType: ['WARN', 'ERROR'] })), 'valueNeverSent .* has the value "WARN"'],
    ['several clusters in resources of deployments',
      serviceDeploymentStateChange({ additionalPattern: { resources: ['a', 'b'].map((name) => `${ARN}:cluster/${name}`) } }), 'valueNeverSent additionalPattern.resources: .* not of a cluster, so the pattern probably matches no events'],
    ['a cluster of the app in resources of deployments',
      serviceDeploymentStateChange({ additionalPattern: { resources: [new ecs.CfnCluster(STACK, newId()).attrArn] } }), 'valueNeverSent additionalPattern.resources: .* not of a cluster, so'],
    ['a cluster among services in resources',
      serviceDeploymentStateChange({ additionalPattern: { resources: [`${ARN}:service/prod/web`, `${ARN}:cluster/prod`] } }), 'valueNeverSent additionalPattern.resources: .* not of a cluster\\. Use the filters'],
    ['a daemon among tasks in resources',
      daemonTaskStartImpaired({ additionalPattern: { resources: [`${ARN}:task/prod/1`, `${ARN}:daemon/prod/log`] } }), 'valueNeverSent additionalPattern.resources: .* not of a daemon\\. Use the filters'],
    ['an event of another detail type among events',
      serviceAction(detail({ eventName: ['TASKS_STOPPED', 'HOOK_FAILED'] })), 'valueNeverSent additionalPattern.detail.eventName: .* has the value "HOOK_FAILED". It is an event of "ECS Hook State Change"'],
    ['an event of another detail type in one alternative',
      serviceAction(detail({ $or: [{ eventName: ['HOOK_FAILED'] }, { reason: ['AGENT'] }] })), 'valueNeverSent additionalPattern.detail.eventName: .* has the value "HOOK_FAILED"'],
    ['a severity of another detail type in one alternative',
      serviceAction(detail({ $or: [{ eventType: ['WARNING'] }, { reason: ['AGENT'] }] })), 'valueNeverSent additionalPattern.detail.eventType: .* has the value "WARNING"'],
    ['the existence of an object', taskStateChange(detail({ containers: Match.exists() })), 'valueNeverSent .* the field contains objects, and EventBridge compares only the fields in them, so .* matches no event'],
    ['the absence of an object', taskStateChange(detail({ containers: Match.doesNotExist() })), 'valueNeverSent .* the field contains objects, .* so .* matches every event'],
    ['an account that is a number', serviceAction({ additionalPattern: { account: [111122223333] as never } }), 'valueNeverSent additionalPattern.account: the field contains an account id of 12 digits, as a string, which \\[111122223333\\] never equals'],
    ['an Availability Zone as a Region', serviceAction({ additionalPattern: { region: ['eu-west-1a'] } }), 'valueNeverSent additionalPattern.region: the field contains a Region'],
    ['a * in a value', serviceAction(detail({ createdAt: ['2026-11-*'] })), 'valueNeverSent additionalPattern.detail.createdAt: EventBridge compares the \\* in \\["2026-11-\\*"\\] with the character, not as a wildcard'],
    ['a * in an ARN', serviceAction({ additionalPattern: { resources: [`${ARN}:service/prod/*`] } }), 'valueNeverSent additionalPattern.resources: EventBridge compares the \\*'],
    ['a * at the end of a prefix', serviceAction(detail({ reason: Match.prefix('RESOURCE:*') })), 'valueNeverSent additionalPattern.detail.reason: EventBridge compares the \\*'],
    ['a * at the beginning of a suffix', serviceAction({ additionalPattern: { resources: Match.suffix('*/web') } }), 'valueNeverSent additionalPattern.resources: EventBridge compares the \\*'],
    ['a * in a reason', serviceAction({ reasons: [FailureReason.prefix('RESOURCE:*')] }), 'valueNeverSent reasons\\[0\\]: EventBridge compares the \\*'],
    ['a * in an excluded reason', serviceAction({ excludedReasons: [FailureReason.prefix('RESOURCE:*')] }), 'valueNeverSent excludedReasons\\[0\\]: EventBridge compares the \\*'],
    ['a * in a stopped reason', taskStateChange({ stoppedReasons: [StoppedReason.prefix('CannotPull*')], ...STOPPED }), 'valueNeverSent stoppedReasons\\[0\\]: EventBridge compares the \\*'],
    ['an exclusion next to another one', serviceAction(detail({ reason: Match.anyOf(Match.anythingBut('A'), Match.anythingBut('B')) })), 'exclusionWithoutEffect additionalPattern.detail.reason: EventBridge combines the values of a list with OR'],
    ['an exclusion next to a value', serviceAction(detail({ reason: Match.anyOf(Match.anythingButPrefix('A'), Match.prefix('A')) })), 'exclusionWithoutEffect additionalPattern.detail.reason'],
    ['the exclusion of every event', serviceDeploymentStateChange({ excludedEventNames: Object.values(ServiceDeploymentEvent) }), 'valueNeverSent excludedEventNames: it excludes every known event of "ECS Deployment State Change", so the pattern'],
    ['the exclusion of every event with a severity',
      serviceAction({ eventTypes: [ServiceActionEventType.WARN], excludedEventNames: WARN_EVENTS }), 'valueNeverSent excludedEventNames: it excludes every known event of "ECS Service Action" with the severity WARN, so'],
    ['the cluster of a deployment, which might be absent', serviceDeploymentStateChange(detail({ clusterArn: Match.prefix('arn:aws:ecs:') })), 'clusterArnMayBeAbsent .* might not have this field'],
  ])('for %s', (_title, pattern, expected) => {
    expect(warningsOf(pattern)).toEqual([expect.stringMatching(new RegExp(`^warning ${expected}`))]);
  });
});

describe('no warning', () => {
  test.each<[string, EcsEventPattern]>([
    ['for fields that are there', taskStateChange({ ...STOPPED, ...detail({ containers: { exitCode: [{ numeric: ['>', 0] }], name: ['app'] }, group: Match.prefix('family:') }) })],
    ['for the absence of a field', taskStateChange(detail({ anything: Match.doesNotExist() }))],
    ['for a field below an object whose fields are not listed', taskStateChange(detail({ containers: { networkInterfaces: { privateIpv4Address: ['10.0.0.1'] } } }))],
    ['for the envelope', taskStateChange({ additionalPattern: { time: Match.prefix('2026-'), id: ['x'] } })],
    ['for a whole sentence', taskStateChange({ ...STOPPED, ...detail({ stoppedReason: ['Essential container in task exited'] }) })],
    ['for reasons that are codes', serviceAction(detail({ reason: ['RESOURCE:CPU'] }))],
    ['for a wildcard that is one, apart from its quota', serviceAction(detail({ reason: ['a'], createdAt: Match.prefix('2026*-') }))],
    ['for a task with any resource of the right kind', taskStateChange({ additionalPattern: { resources: Match.anyOf(Match.prefix(`${ARN}:task/prod/`), Match.suffix('/1')) } })],
    ['for anything but a daemon', daemonTaskStartImpaired({ additionalPattern: { resources: Match.anythingBut(`${ARN}:daemon/prod/log`) } })],
    ['for an exclusion that keeps events without the field', serviceAction(detail({ reason: Match.anyOf(Match.doesNotExist(), Match.anythingBut('A', 'B')) }))],
    ['for a * in the command of a task', taskStateChange(detail({ overrides: { containerOverrides: { command: ['*.sql'] } } }))],
    ['for an account and a Region', serviceAction({ additionalPattern: { account: ['111122223333'], region: [Aws.REGION, 'cn-north-1'] } })],
    ['for the exclusion of some events', serviceAction({ eventTypes: [ServiceActionEventType.WARN], excludedEventNames: WARN_EVENTS.slice(1) })],
    ['for known values', taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED], ...STOPPED, ...detail({ desiredStatus: ['STOPPED'] }) })],
  ])('%s', (_title, pattern) => {
    expect(warningsOf(pattern)).toEqual([]);
  });
});

test.each<[string, EcsEventPattern]>([
  ['exitCodes', taskStateChange({ exitCodes: [ExitCode.nonZero()] })],
  ['containerReasons', taskStateChange({ containerReasons: [ContainerReason.OUT_OF_MEMORY] })],
  ['additionalPattern.detail.stopCode', taskStateChange(detail({ stopCode: ['UserInitiated'] }))],
  ['additionalPattern.detail.containers.exitCode', taskStateChange(detail({ containers: { exitCode: [1] } }))],
])('T64: %s, which several events of a task have too', (prop, pattern) => {
  expect(warningsOf(pattern)).toEqual([expect.stringMatching(`^info taskMatchedRepeatedly ${prop}: a task that stops sends two to four events`)]);
});

test('T64: the absence of a stop code is no info', () => {
  expect(warningsOf(taskStateChange(detail({ stopCode: Match.doesNotExist() })))).toEqual([]);
});

test('T64: a stop code without a status is an info, because a task that stops sends several events that have it', () => {
  expect(warningsOf(taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED] }))).toEqual([expect.stringMatching(/^info taskMatchedRepeatedly stopCodes: a task that stops sends two to four events/)]);
  expect(warningsOf(taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED], ...STOPPED }))).toEqual([]);
  expect(warningsOf(taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED], ...detail({ lastStatus: ['STOPPED'] }) }))).toEqual([]);
});

test('severities of which none occurs are an error', () => {
  expect(() => serviceDeploymentStateChange(detail({ eventType: ['WARN', 'WARNING'] }))).toThrow('additionalPattern.detail.eventType: ');
});
