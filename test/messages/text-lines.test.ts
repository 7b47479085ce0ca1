import { BoundMessage } from './bound-message';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const { DAEMON_DEPLOYMENT_STOP_REQUESTED, DAEMON_DEPLOYMENT_ROLLBACK_FAILED } = DaemonDeploymentEvent;

/** The lines for a rule with such a pattern. */
function linesFor(pattern: EcsEventPattern): string[] {
  return BoundMessage.of(pattern.toEventPattern()).lines;
}

const title = (pattern: EcsEventPattern) => linesFor(pattern)[0];

describe('the three named events have texts of their own', () => {
  test('a daemon task that does not start', () => {
    expect(linesFor(EcsEventPattern.daemonTaskStartImpaired())).toEqual([
      '[WARNING] ECS cannot start a task on an instance',
      'Failure: <failureType>',
      'Reason: <reason>',
      'Daemon: <daemonArn>',
      'Instance: <containerInstanceArn>, capacity provider <capacityProviderName>',
      'Reported: <createdAt>, account <account>, Region <region>',
      'Check if TASK_CREATION_FAILED (no task was created): free CPU, memory and ports of that instance.',
      'Check if TASK_FAILED_TO_RUN (created, never RUNNING): image and registry access, health check, log of the essential container.',
      'Look: aws ecs describe-container-instances --region <region> --cluster <clusterArn> --container-instances <containerInstanceArn>',
      'Rule: <aws.events.rule-name>',
    ]);
  });

  test('a rollback that failed', () => {
    expect(linesFor(EcsEventPattern.daemonDeploymentRollbackFailed())).toEqual([
      '[ERROR] ECS could not roll back a daemon',
      'Daemon: <daemonArn>',
      'Deployment: <daemonDeploymentArn>',
      'Target revision: <targetDaemonRevisionArn>',
      'Reported: <updatedAt>, account <account>, Region <region>',
      'Check: can the previous image still be pulled, is there room on the instances, did DAEMON_TASK_START_IMPAIRED come before.'
      + ' The event gives no reason.',
      'Look: aws ecs describe-daemon-deployments --region <region> --daemon-deployment-arns <daemonDeploymentArn>',
      'Rule: <aws.events.rule-name>',
    ]);
  });

  test('a service task that cannot be placed', () => {
    expect(linesFor(EcsEventPattern.serviceTaskPlacementFailure())).toEqual([
      '[ERROR] ECS cannot place a task',
      'Reason: <reason>',
      'Service: <resources-0>',
      'Reported: <time>, account <account>, Region <region>',
      'Check if RESOURCE:FARGATE: no Fargate (Spot) capacity; add a second capacity provider or more Availability Zones.',
      'Check if RESOURCE:CPU or RESOURCE:MEMORY: no instance has that much free; add capacity or lower the task size.',
      'Check if AGENT: the container agent is disconnected.',
      'Look: aws ecs describe-services --region <region> --cluster <clusterArn> --services <resources-0>',
      'Rule: <aws.events.rule-name>',
    ]);
  });
});

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
    ['the daemon of that name in two clusters', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod', 'dev'], daemonNames: ['agent'] }),
      '[WARNING] ECS cannot start a task of daemon agent on an instance'],
    ['nothing of two clusters', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod', 'dev'] }), '[ERROR] ECS cannot place a task'],
    ['nothing of a prefix', EcsEventPattern.serviceTaskPlacementFailure({ clusterNamePrefixes: ['prod-'] }), '[ERROR] ECS cannot place a task'],
    ['nothing of an exclusion', EcsEventPattern.serviceTaskPlacementFailure({ excludedServiceNames: ['web'] }), '[ERROR] ECS cannot place a task'],
  ])('%s', (_what, pattern, expected) => {
    expect(title(pattern)).toBe(expected);
  });

  test('and leaves out what is only known at deployment', () => {
    const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:eu-west-1:111122223333:daemon/', { Ref: 'Cluster' }, '/agent']] };
    const byReference = { detailType: ['ECS Daemon Service Action'], detail: { eventName: ['DAEMON_TASK_START_IMPAIRED'], daemonArn: [arn] } };
    expect(BoundMessage.of(byReference).lines[0]).toBe('[WARNING] ECS cannot start a task of daemon agent on an instance');
    const unknown = { ...byReference, detail: { ...byReference.detail, daemonArn: [{ 'Fn::GetAtt': ['Daemon', 'DaemonArn'] }] } };
    expect(BoundMessage.of(unknown).lines[0]).toBe('[WARNING] ECS cannot start a task on an instance');
  });
});

describe('advice that the filter makes impossible is left out', () => {
  const checks = (...failureTypes: DaemonTaskFailureType[]) =>
    linesFor(EcsEventPattern.daemonTaskStartImpaired({ failureTypes })).flatMap((line) => /^Check if (\w+)/.exec(line)?.[1] ?? []);

  test('by failureTypes', () => {
    const { TASK_CREATION_FAILED, TASK_FAILED_TO_RUN } = DaemonTaskFailureType;
    expect(checks(TASK_CREATION_FAILED)).toEqual(['TASK_CREATION_FAILED']);
    expect(checks(TASK_FAILED_TO_RUN)).toEqual(['TASK_FAILED_TO_RUN']);
    expect(checks(TASK_CREATION_FAILED, TASK_FAILED_TO_RUN)).toEqual(['TASK_CREATION_FAILED', 'TASK_FAILED_TO_RUN']);
    expect(checks(DaemonTaskFailureType.of('NEW_ONE'))).toEqual([]);
  });
});

describe('everything else is worded around the name of the event', () => {
  const REPORTED = ['Reported: <time>, account <account>, Region <region>', 'Rule: <aws.events.rule-name>'];
  const NAME = '[<eventType>] <detail-type>: <eventName>';

  test.each<[string, EcsEventPattern, string[]]>([
    ['one event', EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_STEADY_STATE] }), [NAME, 'Cluster: <clusterArn>', 'About: <resources-0>']],
    ['an event that always has a reason', EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_CONFIGURATION_FAILURE] }),
      [NAME, 'Reason: <reason>', 'Cluster: <clusterArn>', 'About: <resources-0>']],
    ['several events', EcsEventPattern.daemonDeploymentStateChange({ eventNames: [DAEMON_DEPLOYMENT_STOP_REQUESTED, DAEMON_DEPLOYMENT_ROLLBACK_FAILED] }),
      [NAME, 'Cluster: <clusterArn>', 'About: <resources-0>']],
    ['all events of a detail type', EcsEventPattern.serviceDeploymentStateChange(), [NAME, 'Reason: <reason>', 'About: <resources-0>']],
    ['a detail type without names', EcsEventPattern.taskStateChange(), ['<detail-type>', 'Cluster: <clusterArn>', 'About: <resources-0>']],
    ['hooks, whose resources may be empty', EcsEventPattern.hookStateChange(), [NAME, 'Cluster: <clusterArn>']],
    ['several detail types', EcsEventPattern.anyOf(EcsEventPattern.serviceAction(), EcsEventPattern.serviceDeploymentStateChange()), [NAME, 'About: <resources-0>']],
  ])('%s', (_what, pattern, expected) => {
    expect(linesFor(pattern)).toEqual([...expected, ...REPORTED]);
  });

  test('a name beside a known one that nobody knows yet: it may have other fields', () => {
    const eventNames = [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE, ServiceActionEvent.of('SERVICE_TASK_EVICTED')];
    expect(linesFor(EcsEventPattern.serviceAction({ eventNames }))).toEqual([NAME, 'Cluster: <clusterArn>', 'About: <resources-0>', ...REPORTED]);
  });

  test('a name of one of two detail types', () => {
    const detailType = ['ECS Daemon Service Action', 'ECS Daemon Deployment State Change'];
    expect(BoundMessage.of({ detailType, detail: { eventName: ['DAEMON_DEPLOYMENT_ROLLBACK_FAILED'] } }).lines[0]).toBe('[ERROR] ECS could not roll back a daemon');
  });

  test.each<[string, object]>([
    ['all of Amazon ECS', { source: ['aws.ecs'] }],
    ['detail types by a prefix', { detailType: [{ prefix: 'ECS ' }] }],
    ['nothing of Amazon ECS', { source: ['aws.ec2'], detailType: ['EC2 Instance State-change Notification'] }],
    ['something of Amazon ECS and something else', { detailType: ['ECS Daemon Service Action', 'EC2 Instance State-change Notification'] }],
    ['a detail type that nobody knows yet', { source: ['aws.ecs'], detailType: ['ECS Something New'] }],
    ['what is never sent', { detailType: ['ECS Task State Change'], detail: { eventName: ['DAEMON_TASK_START_IMPAIRED'] } }],
  ])('%s: what every event carries', (_what, pattern) => {
    expect(BoundMessage.of(pattern).lines).toEqual(['<detail-type>', ...REPORTED]);
  });
});
