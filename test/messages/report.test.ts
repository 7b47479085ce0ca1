import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import { BoundMessage } from './bound-message';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { StoppedReason } from '../../src/filters/stopped-reason';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { IRELAND } from '../rules/stack-under-test';

const { DAEMON_DEPLOYMENT_STOP_REQUESTED, DAEMON_DEPLOYMENT_ROLLBACK_FAILED } = DaemonDeploymentEvent;
const { TASK_CREATION_FAILED, TASK_FAILED_TO_RUN } = DaemonTaskFailureType;

/** The lines of the text for a rule with such a pattern. */
function linesFor(pattern: EcsEventPattern): string[] {
  return BoundMessage.of(pattern.toEventPattern()).lines;
}

/** What follows a label in these lines. */
function labelled(label: string, lines: readonly string[]): string[] {
  return lines.filter((line) => line.startsWith(`${label}: `)).map((line) => line.slice(label.length + 2));
}

describe('the title names what is known at synthesis', () => {
  test.each<[string, EcsEventPattern, string]>([
    ['a daemon', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod'], daemonNames: ['agent'] }),
      '[WARNING] ECS cannot start a task of daemon agent on an instance of cluster prod'],
    ['the cluster of daemons', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod'] }), '[WARNING] ECS cannot start a task on an instance of cluster prod'],
    ['the daemon that is rolled back', EcsEventPattern.daemonDeploymentRollbackFailed({ clusterNames: ['prod'], daemonNames: ['agent'] }),
      '[ERROR] ECS could not roll back daemon agent in cluster prod'],
    ['the cluster of the daemon', EcsEventPattern.daemonDeploymentRollbackFailed({ clusterNames: ['prod'] }), '[ERROR] ECS could not roll back a daemon in cluster prod'],
    ['a service', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod'], serviceNames: ['web'] }),
      '[ERROR] ECS cannot place a task of service web in cluster prod'],
    ['the cluster of two services', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod'], serviceNames: ['web', 'api'] }),
      '[ERROR] ECS cannot place a task in cluster prod'],
    ['the service of a hook', EcsEventPattern.hookStateChange({ clusterNames: ['prod'], serviceNames: ['web'] }),
      '[<eventType>] <detail-type>: <eventName> of service web in cluster prod'],
    ['the service of a task', EcsEventPattern.taskStateChange({ clusterNames: ['prod'], serviceNames: ['web'], lastStatuses: [TaskLastStatus.STOPPED] }),
      'A task of service web in cluster prod stopped'],
    ['the daemon of that name in two clusters', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod', 'dev'], daemonNames: ['agent'] }),
      '[WARNING] ECS cannot start a task of daemon agent on an instance'],
    ['nothing of two clusters', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod', 'dev'] }), '[ERROR] ECS cannot place a task'],
    ['nothing of a prefix', EcsEventPattern.serviceTaskPlacementFailure({ clusterNamePrefixes: ['prod-'] }), '[ERROR] ECS cannot place a task'],
    ['nothing of an exclusion', EcsEventPattern.serviceTaskPlacementFailure({ excludedServiceNames: ['web'] }), '[ERROR] ECS cannot place a task'],
  ])('%s', (_what, pattern, expected) => {
    expect(linesFor(pattern)[0]).toBe(expected);
  });

  test.each<[string, (stack: Stack) => EcsEventPattern, string]>([
    ['a cluster of the app that has a name', (stack) => EcsEventPattern.serviceTaskPlacementFailure({ clusters: [new ecs.CfnCluster(stack, 'Cluster', { clusterName: 'prod' })] }),
      '[ERROR] ECS cannot place a task in cluster prod'],
    ['a cluster of the app that has none', (stack) => EcsEventPattern.serviceTaskPlacementFailure({ clusters: [new ecs.CfnCluster(stack, 'Cluster')] }),
      '[ERROR] ECS cannot place a task'],
    ['a daemon of the app that has a name', (stack) => EcsEventPattern.daemonTaskStartImpaired({ daemons: [new ecs.CfnDaemon(stack, 'Daemon', { daemonName: 'agent' })] }),
      '[WARNING] ECS cannot start a task of daemon agent on an instance'],
    ['a service whose cluster has none', (stack) =>
      EcsEventPattern.serviceTaskPlacementFailure({ clusters: [new ecs.CfnCluster(stack, 'Cluster')], serviceNames: ['web'] }),
    '[ERROR] ECS cannot place a task of service web'],
  ])('%s', (_what, pattern, expected) => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const rule = new events.Rule(stack, 'Own', { eventPattern: pattern(stack).toEventPattern() });
    // THEN
    expect(BoundMessage.on(rule).lines[0]).toBe(expected);
  });

  test('a resource that is added after a message was rendered', () => {
    // GIVEN
    const stack = new Stack(new App(), 'Stack', { env: IRELAND });
    const rule = (id: string) => new events.Rule(stack, `Rule${id}`, {
      eventPattern: EcsEventPattern.serviceTaskPlacementFailure({ clusters: [new ecs.CfnCluster(stack, id, { clusterName: id })] }).toEventPattern(),
    });
    // THEN
    expect(BoundMessage.on(rule('first')).lines[0]).toBe('[ERROR] ECS cannot place a task in cluster first');
    expect(BoundMessage.on(rule('second')).lines[0]).toBe('[ERROR] ECS cannot place a task in cluster second');
  });

  test('and leaves out what is only known at deployment', () => {
    const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:eu-west-1:111122223333:daemon/', { Ref: 'Cluster' }, '/agent']] };
    const byReference = { detailType: ['ECS Daemon Service Action'], detail: { eventName: ['DAEMON_TASK_START_IMPAIRED'], daemonArn: [arn] } };
    expect(BoundMessage.of(byReference).lines[0]).toBe('[WARNING] ECS cannot start a task of daemon agent on an instance');
    const unknown = { ...byReference, detail: { ...byReference.detail, daemonArn: [{ 'Fn::GetAtt': ['Daemon', 'DaemonArn'] }] } };
    expect(BoundMessage.of(unknown).lines[0]).toBe('[WARNING] ECS cannot start a task on an instance');
  });

  test('and leaves out what no name can be', () => {
    const detail = { eventName: ['DAEMON_TASK_START_IMPAIRED'], clusterArn: ['arn:aws:ecs:eu-west-1:111122223333:cluster/<x>'] };
    expect(BoundMessage.of({ detailType: ['ECS Daemon Service Action'], detail }).lines[0]).toBe('[WARNING] ECS cannot start a task on an instance');
  });
});

describe('a filter on one value is told in its own words', () => {
  test.each<[string, EcsEventPattern, string]>([
    ['a daemon task that could not be placed', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_CREATION_FAILED] }), '[WARNING] ECS cannot place a task on an instance'],
    ['a daemon task that did not run', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_FAILED_TO_RUN] }), '[WARNING] A task did not reach RUNNING on an instance'],
    ['either of both', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_CREATION_FAILED, TASK_FAILED_TO_RUN] }), '[WARNING] ECS cannot start a task on an instance'],
    ['a task that failed to start', EcsEventPattern.taskStateChange({ stopCodes: [TaskStopCode.TASK_FAILED_TO_START] }), 'A task failed to start'],
  ])('%s', (_what, pattern, expected) => {
    expect(linesFor(pattern)[0]).toBe(expected);
  });
});

describe('advice that the filter makes impossible is left out', () => {
  const checks = (pattern: EcsEventPattern) => labelled('Check', linesFor(pattern)).flatMap((check) => /^If ([A-Z_]+(?::[A-Z]+)?)/.exec(check)?.[1] ?? []);

  test('by failureTypes', () => {
    const byType = (...failureTypes: DaemonTaskFailureType[]) => checks(EcsEventPattern.daemonTaskStartImpaired({ failureTypes }));
    expect(byType(TASK_CREATION_FAILED)).toEqual(['TASK_CREATION_FAILED']);
    expect(byType(TASK_FAILED_TO_RUN)).toEqual(['TASK_FAILED_TO_RUN']);
    expect(byType(TASK_CREATION_FAILED, TASK_FAILED_TO_RUN)).toEqual(['TASK_CREATION_FAILED', 'TASK_FAILED_TO_RUN']);
    expect(byType(DaemonTaskFailureType.of('NEW_ONE'))).toEqual([]);
  });

  test('by reasons, which are prefixes', () => {
    const byReason = (...reasons: FailureReason[]) => checks(EcsEventPattern.serviceTaskPlacementFailure({ reasons }));
    expect(byReason(FailureReason.RESOURCE_FARGATE)).toEqual(['RESOURCE:FARGATE']);
    expect(byReason(FailureReason.RESOURCE_MEMORY, FailureReason.AGENT)).toEqual(['RESOURCE:CPU', 'AGENT']);
    expect(byReason(FailureReason.prefix('RESOURCE:'))).toEqual(['RESOURCE:FARGATE', 'RESOURCE:CPU', 'RESOURCE:ENI']);
    expect(byReason(FailureReason.prefix('RESOURCE:GPU is short'))).toEqual(['RESOURCE:ENI']);
  });
});

describe('a field that events may lack is told', () => {
  const labels = (pattern: EcsEventPattern) => linesFor(pattern).flatMap((line) => /^([A-Z][a-z ]+): </.exec(line)?.[1] ?? []);

  test.each<[string, EcsEventPattern, string]>([
    ['where the filter asks for it', EcsEventPattern.taskStateChange({ stoppedReasons: [StoppedReason.prefix('Scaling')] }), 'Reason'],
    ['where the filter asks for exact values', EcsEventPattern.taskStateChange({ stopCodes: [TaskStopCode.USER_INITIATED] }), 'Stop code'],
    ['where the filter leaves only events that have it', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_FAILED_TO_RUN] }), 'Task'],
    ['where additionalPattern asks for it', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: [{ prefix: 'x' }] } } }), 'Reason'],
  ])('%s', (_what, pattern, label) => {
    expect(labels(pattern)).toContain(label);
  });

  test.each<[string, EcsEventPattern, string]>([
    ['without a filter', EcsEventPattern.taskStateChange(), 'Reason'],
    ['where the filter leaves an event that lacks it', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_CREATION_FAILED, TASK_FAILED_TO_RUN] }), 'Task'],
    ['where an exclusion keeps events that lack it', EcsEventPattern.serviceAction({ excludedReasons: [FailureReason.AGENT] }), 'Reason'],
    ['where null would do', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: [null] } } }), 'Reason'],
    ['where anything but a value would do, null too', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: [{ 'anything-but': ['x'] }] } } }), 'Reason'],
  ])('but not %s', (_what, pattern, label) => {
    expect(labels(pattern)).not.toContain(label);
  });
});

describe('the console', () => {
  const link = (pattern: EcsEventPattern, region?: string) => {
    const { lines } = BoundMessage.for(pattern.toEventPattern(), EcsEventMessage.text(), region);
    return labelled('Console', lines);
  };
  const WEB = EcsEventPattern.serviceAction({ clusterNames: ['prod'], serviceNames: ['web'] });

  test('is linked where names are known', () => {
    expect(link(WEB)).toEqual(['https://<region>.console.aws.amazon.com/ecs/v2/clusters/prod/services/web?region=<region>']);
    expect(link(EcsEventPattern.taskStateChange({ clusterNames: ['prod'] }))).toEqual(['https://<region>.console.aws.amazon.com/ecs/v2/clusters/prod?region=<region>']);
    expect(link(EcsEventPattern.serviceAction())).toEqual([]);
  });

  test.each([['cn-north-1', 'console.amazonaws.cn'], ['us-gov-west-1', 'console.amazonaws-us-gov.com']])('of %s is %s', (region, domain) => {
    expect(link(WEB, region)).toEqual([`https://<region>.${domain}/ecs/v2/clusters/prod/services/web?region=<region>`]);
  });
});

test('the command line about a service deployment names the cluster, or says where its name stands', () => {
  const look = (pattern: EcsEventPattern) => labelled('Look', linesFor(pattern));
  expect(look(EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'] })))
    .toEqual(['aws ecs describe-services --region <region> --cluster prod --services <resources-0>']);
  expect(look(EcsEventPattern.serviceDeploymentStateChange()))
    .toEqual(['aws ecs describe-services --region <region> --cluster NAME --services <resources-0> # NAME stands between the slashes of the ARN of the service']);
});

describe('several events are worded around the name of the event', () => {
  const NAME = '[<eventType>] <detail-type>: <eventName>';
  const END = ['Rule: <aws.events.rule-name>'];
  const reported = (since: string) => `Reported: <${since}>, account <account>, Region <region>`;
  const DESCRIBE_SERVICES = 'Look: aws ecs describe-services --region <region> --cluster <clusterArn> --services <resources-0>';

  test.each<[string, EcsEventPattern, string[]]>([
    ['of one detail type', EcsEventPattern.daemonDeploymentStateChange({ eventNames: [DAEMON_DEPLOYMENT_STOP_REQUESTED, DAEMON_DEPLOYMENT_ROLLBACK_FAILED] }), [
      NAME, 'Daemon: <daemonArn>', 'Deployment: <daemonDeploymentArn>', 'Target revision: <targetDaemonRevisionArn>', reported('updatedAt'),
      'Look: aws ecs describe-daemon-deployments --region <region> --daemon-deployment-arns <daemonDeploymentArn>',
    ]],
    ['of one detail type, of the severity that the filter asks for', EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.ERROR] }),
      ['[ERROR] <detail-type>: <eventName>', 'Service: <resources-0>', reported('time'), DESCRIBE_SERVICES]],
    ['of one detail type and one severity', EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN, ServiceActionEvent.ECS_OPERATION_THROTTLED] }),
      ['[ERROR] <detail-type>: <eventName>', 'Service: <resources-0>', reported('time'), DESCRIBE_SERVICES]],
    ['of one detail type, one of which nobody knows yet: it may have other fields',
      EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE, ServiceActionEvent.of('SERVICE_TASK_EVICTED')] }),
      [NAME, 'Service: <resources-0>', reported('time'), DESCRIBE_SERVICES]],
    ['of two detail types', EcsEventPattern.anyOf(EcsEventPattern.serviceAction({ clusterNames: ['prod'] }), EcsEventPattern.hookStateChange({ clusterNames: ['prod'] })),
      [`${NAME} in cluster prod`, 'Cluster: <clusterArn>', reported('time'), 'Console: https://<region>.console.aws.amazon.com/ecs/v2/clusters/prod?region=<region>']],
    ['of two detail types, one without names', EcsEventPattern.anyOf(EcsEventPattern.serviceAction(), EcsEventPattern.taskStateChange()),
      ['<detail-type>', 'About: <resources-0>', 'Cluster: <clusterArn>', reported('time')]],
  ])('%s', (_what, pattern, expected) => {
    expect(linesFor(pattern)).toEqual([...expected, ...END]);
  });

  test('a name of one of two detail types is that event', () => {
    const detailType = ['ECS Daemon Service Action', 'ECS Daemon Deployment State Change'];
    expect(BoundMessage.of({ detailType, detail: { eventName: ['DAEMON_DEPLOYMENT_ROLLBACK_FAILED'] } }).lines[0]).toBe('[ERROR] ECS could not roll back a daemon');
  });

  test.each<[string, object]>([
    ['all of Amazon ECS', { source: ['aws.ecs'] }],
    ['detail types by a prefix', { detailType: [{ prefix: 'ECS ' }] }],
    ['nothing of Amazon ECS', { source: ['aws.ec2'], detailType: ['EC2 Instance State-change Notification'] }],
    ['something of Amazon ECS and something else', { detailType: ['ECS Daemon Service Action', 'EC2 Instance State-change Notification'] }],
    ['a detail type that nobody knows yet', { source: ['aws.ecs'], detailType: ['ECS Something New'] }],
  ])('%s: what every event carries', (_what, pattern) => {
    expect(BoundMessage.of(pattern).lines).toEqual(['<detail-type>', reported('time'), ...END]);
  });

  test('what is never sent is told by what its pattern asks for', () => {
    const pattern = { detailType: ['ECS Task State Change'], detail: { eventName: ['DAEMON_TASK_START_IMPAIRED'] } };
    expect(BoundMessage.of(pattern).lines[0]).toBe('<detail-type>: <eventName>');
  });
});
