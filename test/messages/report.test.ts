import { App, Stack } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import { BoundMessage } from './bound-message';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { TaskStopCode } from '../../src/filters/task-stop-code';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

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
      'WARNING: ECS cannot start a task of daemon agent on an instance (cluster prod)'],
    ['the cluster of daemons', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod'] }), 'WARNING: ECS cannot start a task of a daemon on an instance (cluster prod)'],
    ['the daemon that is rolled back', EcsEventPattern.daemonDeploymentRollbackFailed({ clusterNames: ['prod'], daemonNames: ['agent'] }),
      'ERROR: ECS could not roll back daemon agent (cluster prod)'],
    ['the cluster of the daemon', EcsEventPattern.daemonDeploymentRollbackFailed({ clusterNames: ['prod'] }), 'ERROR: ECS could not roll back a daemon (cluster prod)'],
    ['a service', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod'], serviceNames: ['web'] }),
      'ERROR: ECS cannot place tasks of service web (cluster prod)'],
    ['the cluster of two services', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod'], serviceNames: ['web', 'api'] }),
      'ERROR: ECS cannot place tasks of a service (cluster prod)'],
    ['the service of a hook', EcsEventPattern.hookStateChange({ clusterNames: ['prod'], serviceNames: ['web'] }),
      '<eventType>: ECS event <eventName> of service web (cluster prod)'],
    ['the service of a task', EcsEventPattern.taskStateChange({ clusterNames: ['prod'], serviceNames: ['web'], lastStatuses: [TaskLastStatus.STOPPED] }),
      'A task of service web stopped (cluster prod)'],
    ['the daemon of that name in two clusters', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod', 'dev'], daemonNames: ['agent'] }),
      'WARNING: ECS cannot start a task of daemon agent on an instance'],
    ['nothing of two clusters', EcsEventPattern.serviceTaskPlacementFailure({ clusterNames: ['prod', 'dev'] }), 'ERROR: ECS cannot place tasks of a service'],
    ['nothing of a prefix', EcsEventPattern.serviceTaskPlacementFailure({ clusterNamePrefixes: ['prod-'] }), 'ERROR: ECS cannot place tasks of a service'],
    ['nothing of an exclusion', EcsEventPattern.serviceTaskPlacementFailure({ excludedServiceNames: ['web'] }), 'ERROR: ECS cannot place tasks of a service'],
  ])('%s', (_what, pattern, expected) => {
    expect(linesFor(pattern)[0]).toBe(expected);
  });

  test.each<[string, (stack: Stack) => EcsEventPattern, string]>([
    ['a cluster of the app that has a name', (stack) => EcsEventPattern.serviceTaskPlacementFailure({ clusters: [new ecs.CfnCluster(stack, 'Cluster', { clusterName: 'prod' })] }),
      'ERROR: ECS cannot place tasks of a service (cluster prod)'],
    ['a daemon of the app that has a name', (stack) => EcsEventPattern.daemonTaskStartImpaired({ daemons: [new ecs.CfnDaemon(stack, 'Daemon', { daemonName: 'agent', clusterArn: 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod' })] }),
      'WARNING: ECS cannot start a task of daemon agent on an instance (cluster prod)'],
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
    expect(BoundMessage.on(rule('first')).lines[0]).toBe('ERROR: ECS cannot place tasks of a service (cluster first)');
    expect(BoundMessage.on(rule('second')).lines[0]).toBe('ERROR: ECS cannot place tasks of a service (cluster second)');
  });

  test('in a pattern that is written as CloudFormation too', () => {
    const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':ecs:eu-west-1:111122223333:daemon/', { Ref: 'Cluster' }, '/agent']] };
    const detail = { eventName: ['DAEMON_TASK_START_IMPAIRED'], daemonArn: [arn] };
    expect(BoundMessage.of({ detailType: ['ECS Daemon Service Action'], detail }).template)
      .toMatchObject({ 'Fn::Join': ['', ['"WARNING: ECS cannot start a task of daemon agent on an instance (cluster ', { Ref: 'Cluster' }, expect.stringMatching(/^\)"\n/), { Ref: 'Cluster' }, expect.anything()]] });
  });

  test('but nothing of an attribute about which nothing is known', () => {
    const detail = { eventName: ['DAEMON_TASK_START_IMPAIRED'], daemonArn: [{ 'Fn::GetAtt': ['Daemon', 'DaemonArn'] }] };
    expect(BoundMessage.of({ detailType: ['ECS Daemon Service Action'], detail }).lines.slice(0, 2)).toEqual(['WARNING: ECS cannot start a task of a daemon on an instance', 'Daemon: <daemonArn>']);
  });

  test('but nothing that no name can be', () => {
    const detail = { eventName: ['DAEMON_TASK_START_IMPAIRED'], clusterArn: ['arn:aws:ecs:eu-west-1:111122223333:cluster/<x>'] };
    expect(BoundMessage.of({ detailType: ['ECS Daemon Service Action'], detail }).lines[0]).toBe('WARNING: ECS cannot start a task of a daemon on an instance');
  });
});

describe('a filter on one value has its own wording', () => {
  test.each<[string, EcsEventPattern, string]>([
    ['a daemon task that could not be placed', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_CREATION_FAILED] }), 'WARNING: ECS cannot create a task of a daemon on an instance'],
    ['a daemon task that did not run', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_FAILED_TO_RUN] }), 'WARNING: A task of a daemon did not reach RUNNING on an instance'],
    ['either of both', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_CREATION_FAILED, TASK_FAILED_TO_RUN] }), 'WARNING: ECS cannot start a task of a daemon on an instance'],
    ['a task that failed to start', EcsEventPattern.taskStateChange({ stopCodes: [TaskStopCode.TASK_FAILED_TO_START] }), 'A task failed to start'],
  ])('%s', (_what, pattern, expected) => {
    expect(linesFor(pattern)[0]).toBe(expected);
  });
});

describe('advice that the filter makes impossible is omitted', () => {
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
    expect(byReason(FailureReason.prefix('RESOURCE:'))).toEqual(['RESOURCE:FARGATE', 'RESOURCE:CPU', 'RESOURCE:ENI', 'RESOURCE:GPU', 'RESOURCE:PORTS']);
    expect(byReason(FailureReason.prefix('RESOURCE:GPU is short'))).toEqual(['RESOURCE:GPU']);
  });
});

describe('a field that some events lack', () => {
  const STOPPED = EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] });
  const labels = (pattern: EcsEventPattern) => linesFor(pattern).flatMap((line) => /^([A-Z][a-z ]+): </.exec(line)?.[1] ?? []);

  test.each<[string, EcsEventPattern, string]>([
    ['if it is the cause', STOPPED, 'Reason'],
    ['if it is a code for the cause', STOPPED, 'Stop code'],
    ['if it identifies the resource', EcsEventPattern.daemonTaskStartImpaired(), 'Task'],
    ['if an exclusion keeps events that lack it', EcsEventPattern.serviceAction({ excludedReasons: [FailureReason.AGENT] }), 'Reason'],
    ['if the pattern requires it', EcsEventPattern.taskStateChange({ additionalPattern: { detail: { capacityProviderName: events.Match.exists() } } }), 'Capacity provider'],
    ['if one value is required', EcsEventPattern.serviceAction({ additionalPattern: { detail: { desiredCount: [1] } } }), 'Desired tasks'],
    ['if any value but one is required', EcsEventPattern.serviceAction({ additionalPattern: { detail: { desiredCount: [{ 'anything-but': [1] }] } } }), 'Desired tasks'],
    ['if each branch requires it', EcsEventPattern.serviceAction({ additionalPattern: { detail: { $or: [{ desiredCount: [1] }, { desiredCount: [2], reason: ['x'] }] } } as events.EventPattern }), 'Desired tasks'],
  ])('is in a text %s', (_what, pattern, label) => {
    expect(labels(pattern)).toContain(label);
  });

  test.each<[string, EcsEventPattern, string]>([
    ['if it is something else', EcsEventPattern.serviceAction(), 'Desired tasks'],
    ['if null would do', EcsEventPattern.serviceAction({ additionalPattern: { detail: { desiredCount: [null] } } }), 'Desired tasks'],
    ['if one branch requires it', EcsEventPattern.serviceAction({ additionalPattern: { detail: { $or: [{ desiredCount: [1] }, { reason: ['x'] }] } } as events.EventPattern }), 'Desired tasks'],
    ['if the pattern requires its absence', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: events.Match.doesNotExist() } } }), 'Reason'],
    ['if another field rules it out', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [TASK_CREATION_FAILED] }), 'Task'],
  ])('is not in a text %s', (_what, pattern, label) => {
    expect(labels(pattern)).not.toContain(label);
  });
});

describe('$or does not make a message forget what it knows', () => {
  test('of the one detail type in every branch', () => {
    const branch = (stopCode: string) => ({ 'detail-type': ['ECS Task State Change'], 'detail': { clusterArn: ['arn:aws:ecs:eu-west-1:111122223333:cluster/prod'], lastStatus: ['STOPPED'], stopCode: [stopCode] } });
    const { lines } = BoundMessage.of({ source: ['aws.ecs'], $or: [branch('TaskFailedToStart'), branch('EssentialContainerExited')] } as events.EventPattern);
    expect(lines[0]).toBe('A task stopped: <stopCode> (cluster prod)');
    expect(lines).toEqual(expect.arrayContaining(['Stop code: <stopCode>', 'Reason: <stoppedReason>']));
  });

  test('of the events in the branches', () => {
    const pattern = { source: ['aws.ecs'], detailType: ['ECS Service Action'], detail: { $or: [{ eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'], reason: [{ prefix: 'AGENT' }] }, { eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'], reason: [{ prefix: 'RESOURCE:CPU' }] }] } };
    const { lines } = BoundMessage.of(pattern);
    expect(lines[0]).toBe('ERROR: ECS cannot place tasks of a service');
    expect(labelled('Check', lines).map((check) => /^If ([A-Z]+)/.exec(check)?.[1])).toEqual(['RESOURCE', 'AGENT']);
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

  test.each([
    ['cn-north-1', 'console.amazonaws.cn'], ['us-gov-west-1', 'console.amazonaws-us-gov.com'], ['eusc-de-east-1', 'console.amazonaws-eusc.eu'], ['us-east-1', 'console.aws.amazon.com'],
  ])('of %s is %s', (region, domain) => {
    expect(link(WEB, region)).toEqual([`https://<region>.${domain}/ecs/v2/clusters/prod/services/web?region=<region>`]);
  });

  test('of a Region that is known at deployment only depends on the partition, so it is not linked', () => {
    const linked = (pattern: EcsEventPattern) => JSON.stringify(BoundMessage.on(new events.Rule(stackUnderTest(), 'Own', { eventPattern: pattern.toEventPattern() })).template).includes('Console: ');
    expect(linked(WEB)).toBe(false);
    expect(linked(EcsEventPattern.serviceAction({ clusterNames: ['prod'], regions: ['eu-west-1', 'us-east-1'] }))).toBe(true);
    expect(linked(EcsEventPattern.serviceAction({ clusterNames: ['prod'], regions: ['eu-west-1', 'cn-north-1'] }))).toBe(false);
  });

  test.each(['us-iso-east-1', 'us-isob-east-1', 'us-isof-south-1', 'eu-isoe-west-1'])('of %s has no address that is published', (region) => {
    expect(link(WEB, region)).toEqual([]);
  });
});

test('the command line about a service deployment names the cluster, or says what to replace', () => {
  const commands = (pattern: EcsEventPattern) => linesFor(pattern).filter((line) => /^Command: |NAME/.test(line));
  expect(commands(EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'] })))
    .toEqual(['Command: aws ecs describe-services --region <region> --cluster prod --services <resources-0>']);
  expect(commands(EcsEventPattern.serviceDeploymentStateChange())).toEqual([
    'Replace NAME with the cluster name from the service ARN.',
    'Command: aws ecs describe-services --region <region> --cluster NAME --services <resources-0>',
  ]);
});

describe('several events are worded around the name of the event', () => {
  const NAME = '<eventType>: ECS event <eventName>';
  const END = ['Reported: <time>, account <account>, Region <region>', 'Rule: <aws.events.rule-name>'];
  const DESCRIBE_SERVICES = 'Command: aws ecs describe-services --region <region> --cluster <clusterArn> --services <resources-0>';
  const withoutAdvice = (lines: readonly string[]) => lines.filter((line) => !/^(Check|More): /.test(line));

  test.each<[string, EcsEventPattern, string[]]>([
    ['of one detail type', EcsEventPattern.daemonDeploymentStateChange({ eventNames: [DAEMON_DEPLOYMENT_STOP_REQUESTED, DAEMON_DEPLOYMENT_ROLLBACK_FAILED] }), [
      NAME, 'Daemon: <daemonArn>', 'Deployment: <daemonDeploymentArn>', 'Target revision: <targetDaemonRevisionArn>', 'Cluster: <clusterArn>',
      'Command: aws ecs describe-daemon-deployments --region <region> --daemon-deployment-arns <daemonDeploymentArn>', ...END,
    ]],
    ['of one detail type, of the severity in the pattern', EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.ERROR] }),
      ['ERROR: ECS event <eventName>', 'Service: <resources-0>', 'Cluster: <clusterArn>', DESCRIBE_SERVICES, ...END, 'Reason: <reason>']],
    ['of one detail type and one severity', EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN, ServiceActionEvent.ECS_OPERATION_THROTTLED] }),
      ['ERROR: ECS event <eventName>', 'Service: <resources-0>', 'Cluster: <clusterArn>', DESCRIBE_SERVICES, ...END, 'Reason: <reason>']],
    ['of one detail type, one of which is unknown',
      EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE, ServiceActionEvent.of('SERVICE_TASK_EVICTED')] }),
      [NAME, 'Service: <resources-0>', 'Cluster: <clusterArn>', DESCRIBE_SERVICES, ...END, 'Reason: <reason>']],
    ['of one service, whose name is in the title', EcsEventPattern.serviceAction({ clusterNames: ['prod'], serviceNames: ['web'] }),
      [`${NAME} of service web (cluster prod)`, 'Service: <resources-0>', 'Cluster: <clusterArn>', DESCRIBE_SERVICES,
        'Console: https://<region>.console.aws.amazon.com/ecs/v2/clusters/prod/services/web?region=<region>', ...END, 'Reason: <reason>']],
  ])('%s', (_what, pattern, expected) => {
    expect(withoutAdvice(linesFor(pattern))).toEqual(expected);
  });

  test.each<[string, object, string[]]>([
    ['two detail types', { detailType: ['ECS Service Action', 'ECS Hook State Change'] },
      [NAME, 'Resource: <resources-0> <serviceArn>', 'Cluster: <clusterArn>', ...END, 'Reason: <reason>']],
    ['two detail types, one without names', { detailType: ['ECS Service Action', 'ECS Container Instance State Change'] },
      [
        '<detail-type>: <eventName><lastStatus><overallStatus><status>', 'Resource: <resources-0>', 'Severity: <eventType>', 'Cluster: <clusterArn>',
        ...END, 'Reason: <reason><statusReason>',
      ]],
    ['nothing of Amazon ECS', { source: ['aws.ec2'], detailType: ['EC2 Instance State-change Notification'] },
      ['<detail-type>', 'Resource: <resources-0>', 'Cluster: <clusterArn>', ...END, 'Reason: <reason>']],
    ['an unknown detail type', { source: ['aws.ecs'], detailType: ['ECS Something New'] },
      ['<detail-type>', 'Resource: <resources-0>', 'Cluster: <clusterArn>', ...END, 'Reason: <reason>']],
  ])('%s', (_what, pattern, expected) => {
    expect(withoutAdvice(BoundMessage.of(pattern).lines)).toEqual(expected);
  });

  test.each<[string, object]>([
    ['all of Amazon ECS', { source: ['aws.ecs'] }],
    ['detail types by a prefix', { detailType: [{ prefix: 'ECS ' }] }],
  ])('%s', (_what, pattern) => {
    const { lines, template } = BoundMessage.of(pattern);
    // One check of each failure: a template has at most 8,192 characters.
    expect([labelled('Check', lines).length, template.length < 4000]).toEqual([22, true]);
    expect(withoutAdvice(lines)).toEqual([
      '<detail-type>: <eventName><lastStatus><overallStatus><status>', 'Resource: <resources-0> <daemonArn> <containerInstanceArn> <serviceArn>', 'Severity: <eventType>', 'Failure: <failureType><stopCode>',
      'Cluster: <clusterArn>', expect.stringMatching(/^Command for ECS Container Instance Health Change: /), expect.stringMatching(/^Command for ECS Task State Change: aws ecs describe-tasks /),
      ...END, 'Group: <group>', 'Reason: <reason><statusReason><stoppedReason>',
    ]);
  });

  test('a name of one of two detail types is that event', () => {
    const detailType = ['ECS Daemon Service Action', 'ECS Daemon Deployment State Change'];
    expect(BoundMessage.of({ detailType, detail: { eventName: ['DAEMON_DEPLOYMENT_ROLLBACK_FAILED'] } }).lines[0]).toBe('ERROR: ECS could not roll back a daemon');
  });

  test('what is never sent is worded by what its pattern matches', () => {
    const pattern = { detailType: ['ECS Task State Change'], detail: { eventName: ['DAEMON_TASK_START_IMPAIRED'] } };
    expect(BoundMessage.of(pattern).lines[0]).toBe('ECS event <eventName>');
  });
});

describe('advice about several events', () => {
  const checksOf = (pattern: EcsEventPattern) => labelled('Check', linesFor(pattern));
  const { SERVICE_TASK_PLACEMENT_FAILURE, SERVICE_HEALTH_UNKNOWN, SERVICE_STEADY_STATE } = ServiceActionEvent;

  test('names each event that needs some, and keeps what it says about reasons', () => {
    const eventNames = [SERVICE_TASK_PLACEMENT_FAILURE, SERVICE_HEALTH_UNKNOWN, SERVICE_STEADY_STATE];
    const checks = checksOf(EcsEventPattern.serviceAction({ eventNames }));
    expect(checks.map((check) => /^If [A-Z_]+(:[A-Z]+)?/.exec(check)?.[0])).toEqual(
      ['If SERVICE_TASK_PLACEMENT_FAILURE', 'If RESOURCE:FARGATE', 'If RESOURCE:CPU', 'If NO', 'If SERVICE_HEALTH_UNKNOWN']);
  });

  test('omits an event that the pattern excludes', () => {
    const { ERROR } = ServiceActionEventType;
    const pattern = EcsEventPattern.serviceAction({ eventTypes: [ERROR], excludedEventNames: [SERVICE_TASK_PLACEMENT_FAILURE] });
    expect(checksOf(pattern).filter((check) => check.includes('PLACEMENT_FAILURE') || check.includes('RESOURCE:'))).toEqual([]);
  });

  test('leaves room for the rest of the template, whatever the rule matches', () => {
    for (const pattern of [EcsEventPattern.serviceAction(), EcsEventPattern.daemonDeploymentStateChange(), EcsEventPattern.hookStateChange()]) {
      expect(checksOf(pattern).join('').length).toBeLessThanOrEqual(2000);
      expect(checksOf(pattern).length).toBeGreaterThan(0);
    }
  });
});
