import { Annotations, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { warningsOf } from './annotations';
import {
  DaemonServiceActionField, DaemonTaskFailureType, EcsEventPattern, EcsEventRule, ExitCode, ServiceActionEvent,
  ServiceActionEventType, ServiceActionField, SqsSendMessage, TaskStateChangeField, TaskLastStatus, TaskStopCode,
} from '../../src';
import { RenderedInput, findingsIn, findingsOf, toFunction, toQueue } from '../messages/checked-message';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

const { fromObject, fromText, fromMultilineText } = events.RuleTargetInput;
const { fromPath } = events.EventField;

/** @param eventsWithout a regular expression */
const mayBeAbsent = (field: string, eventsWithout: string, rule = 'Alert/Rule') => expect.stringMatching(new RegExp(`^${[
  escape(`warning /Stack/${rule}/Resource message of Target0: ${field} is a separate value in JSON, and `), eventsWithout,
  escape(' may lack it. What EventBridge writes then is unknown: recordings on AWS show an empty string, AWS documents that nothing is written, and the message is not JSON.'
    + ' Require the field in the pattern, put it into a longer string, or remove it. [ack: cdk-ecs-event-rules:fieldMayBeAbsent]'),
].join('')}$`));

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const neverSent = (field: string) =>
  `warning /Stack/Alert/Rule/Resource message of Target0: no event of this rule has ${field}, as far as AWS documents them, so there is never a value.`
  + ' Check its spelling, or remove it. [ack: cdk-ecs-event-rules:fieldNeverSent]';

const inQuotes = (field: string, what: string) =>
  `warning /Stack/Alert/Rule/Resource message of Target0: ${field} stands in a quoted string of JSON. It is ${what} in it makes the message invalid JSON, which its reader drops.`
  + ' Use it as a separate value. [ack: cdk-ecs-event-rules:unescapedValueInString]';

describe('T24: a separate value in JSON that an event may lack is a warning that contains what recordings show and what AWS documents', () => {
  const MANY = 'SERVICE_STEADY_STATE, TASKSET_STEADY_STATE, CAPACITY_PROVIDER_STEADY_STATE and \\d+ others';

  test.each<[string, EcsEventPattern, string, string]>([
    ['the task of a daemon, where it might not have been created', EcsEventPattern.daemonTaskStartImpaired(), '$.detail.taskArn', 'DAEMON_TASK_START_IMPAIRED'],
    ['the same task in `resources`', EcsEventPattern.daemonTaskStartImpaired(), '$.resources[0]', 'DAEMON_TASK_START_IMPAIRED'],
    ['the same task, where it was not created', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED] }),
      '$.detail.taskArn', 'DAEMON_TASK_START_IMPAIRED'],
    ['the reason of any service action', EcsEventPattern.serviceAction(), '$.detail.reason', MANY],
    ['the reason of a service action by its severity', EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.WARN] }),
      '$.detail.reason', 'SERVICE_TASK_START_IMPAIRED, SERVICE_DISCOVERY_INSTANCE_UNHEALTHY, VPC_LATTICE_TARGET_UNHEALTHY'],
    ['the reason of all service actions but one', EcsEventPattern.serviceAction({ excludedEventNames: [ServiceActionEvent.SERVICE_STEADY_STATE] }),
      '$.detail.reason', 'TASKSET_STEADY_STATE, CAPACITY_PROVIDER_STEADY_STATE, SERVICE_DESIRED_COUNT_UPDATED and \\d+ others'],
    ['the first of a list', EcsEventPattern.serviceTaskPlacementFailure(), '$.detail.capacityProviderArns[0]', 'SERVICE_TASK_PLACEMENT_FAILURE'],
    ['why a task stopped, where it might not have', EcsEventPattern.taskStateChange(), '$.detail.stoppedReason', 'ECS Task State Change'],
    ['why a task stopped, where it may run', EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.RUNNING, TaskLastStatus.STOPPED] }),
      '$.detail.stopCode', 'ECS Task State Change'],
    ['the cluster of a deployment, absent in every event of 2024 and present in those of 2025', EcsEventPattern.serviceDeploymentStateChange(),
      '$.detail.clusterArn', 'SERVICE_DEPLOYMENT_IN_PROGRESS, SERVICE_DEPLOYMENT_COMPLETED, SERVICE_DEPLOYMENT_FAILED'],
    ['what one of two kinds has', EcsEventPattern.anyOf(EcsEventPattern.daemonServiceAction(), EcsEventPattern.serviceAction()),
      '$.detail.daemonArn', MANY],
  ])('%s', (_what, pattern, field, eventsWithout) => {
    expect(findingsOf(pattern, fromObject({ a: ['-', fromPath(field)] }))).toEqual([mayBeAbsent(field, eventsWithout)]);
  });

  test.each<[string, events.EventPattern, string]>([
    ['by its detail type alone', { detailType: ['ECS Service Action'] }, MANY],
    ['by a severity', { source: ['aws.ecs'], detailType: ['ECS Service Action'], detail: { eventType: ['WARN'] } }, 'SERVICE_TASK_START_IMPAIRED, SERVICE_DISCOVERY_INSTANCE_UNHEALTHY, VPC_LATTICE_TARGET_UNHEALTHY'],
    ['by names that AWS sends and one that is new', { source: ['aws.ecs'], detailType: ['ECS Service Action'], detail: { eventName: ['SERVICE_STEADY_STATE', 'NEW'] } }, 'SERVICE_STEADY_STATE'],
  ])('in a rule of the CDK that matches it %s', (_how, eventPattern, eventsWithout) => {
    const stack = stackUnderTest();
    new events.Rule(stack, 'Alert', { eventPattern, targets: [toQueue(stack, fromObject({ a: ServiceActionField.reason }))] });
    expect(findingsIn(stack)).toEqual([mayBeAbsent('$.detail.reason', eventsWithout, 'Alert')]);
  });

  test.each<[string, (stack: Stack, message: events.RuleTargetInput) => events.Rule]>([
    ['a target of the CDK on a rule of the library', (stack, message) =>
      new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.taskStateChange(), targets: [new targets.SqsQueue(new sqs.Queue(stack, 'Queue'), { message })] }).rules[0]],
    ['a target of the CDK that is added to the rule within', (stack, message) => {
      const { rules: [rule] } = new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.taskStateChange() });
      rule.addTarget(new targets.SqsQueue(new sqs.Queue(stack, 'Queue'), { message }));
      return rule;
    }],
    ['a target of the library on a rule of the CDK', (stack, message) =>
      new events.Rule(stack, 'Own', { eventPattern: EcsEventPattern.taskStateChange().toEventPattern(), targets: [toQueue(stack, message)] })],
  ])('in %s', (_how, make) => {
    const stack = stackUnderTest();
    const rule = make(stack, fromObject({ why: TaskStateChangeField.stoppedReason }));
    expect(findingsIn(stack)).toEqual([mayBeAbsent('$.detail.stoppedReason', 'ECS Task State Change', rule.node.path.replace('Stack/', ''))]);
  });

  test('in the rule that is made in another Region', () => {
    const stack = stackUnderTest(IRELAND);
    const other = new Stack(stack.node.root, 'Other', { env: { ...IRELAND, region: 'eu-central-1' } });
    const queue = new sqs.Queue(other, 'Queue', { queueName: 'alerts' });
    const input = fromObject({ why: TaskStateChangeField.stoppedReason });
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.taskStateChange(), targets: [{ bind: () => ({ arn: queue.queueArn, targetResource: queue, input }) }] });
    expect(findingsIn(other)).toContainEqual(expect.stringMatching(/^warning \/Other\/.* message of .*: \$\.detail\.stoppedReason is a separate value in JSON, /));
  });
});

describe('T24: a separate value in JSON that is not documented to be always there is a warning', () => {
  test.each<[string, EcsEventPattern, string, string]>([
    ['one that every sample has', EcsEventPattern.serviceTaskPlacementFailure(), '$.detail.createdAt', 'SERVICE_TASK_PLACEMENT_FAILURE'],
    ['one of an event that AWS does not print', EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.TASKS_STOPPED] }), '$.detail.taskArns', 'TASKS_STOPPED'],
    ['one that may be null', EcsEventPattern.containerInstanceHealthChange(), '$.detail.capacityProviderName', 'ECS Container Instance Health Change'],
    ['one within a list', EcsEventPattern.taskStateChange(), '$.detail.containers[0].exitCode', 'ECS Task State Change'],
  ])('%s', (_what, pattern, field, eventsWithout) => {
    expect(findingsOf(pattern, fromObject({ a: fromPath(field) }))).toEqual([mayBeAbsent(field, eventsWithout)]);
  });

  test('that can be acknowledged on the construct', () => {
    const stack = stackUnderTest();
    const message = fromObject({ at: ServiceActionField.createdAt });
    const rule = new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceTaskPlacementFailure(), targets: [toQueue(stack, message)] });
    Annotations.of(rule).acknowledgeWarning('cdk-ecs-event-rules:fieldMayBeAbsent');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('that can be acknowledged on a rule of the CDK', () => {
    const stack = stackUnderTest();
    const rule = new events.Rule(stack, 'Own', {
      eventPattern: EcsEventPattern.serviceTaskPlacementFailure().toEventPattern(),
      targets: [toQueue(stack, fromObject({ at: ServiceActionField.createdAt }))],
    });
    Annotations.of(rule).acknowledgeWarning('cdk-ecs-event-rules:fieldMayBeAbsent');
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T24: a value that no event has is a warning, wherever it stands', () => {
  test.each<[string, EcsEventPattern, string]>([
    ['the reason of a daemon deployment', EcsEventPattern.daemonDeploymentRollbackFailed(), '$.detail.reason'],
    ['one that is misspelled', EcsEventPattern.daemonServiceAction(), '$.detail.failuretype'],
  ])('%s', (_what, pattern, field) => {
    expect(findingsOf(pattern, fromObject({ a: fromPath(field) }))).toEqual([neverSent(field)]);
    expect(findingsOf(pattern, fromText(`It says ${fromPath(field)}`))).toEqual([neverSent(field)]);
  });
});

describe('T24: nothing is reported for a value', () => {
  const ofTask = EcsEventPattern.taskStateChange;

  test.each<[string, EcsEventPattern, string]>([
    ['that the event always has', EcsEventPattern.serviceTaskPlacementFailure(), '$.detail.reason'],
    ['that is the one thing in `resources`', EcsEventPattern.serviceAction(), '$.resources[0]'],
    ['that is around every event', EcsEventPattern.serviceAction(), '$.account'],
    ['that is the whole event', EcsEventPattern.serviceAction(), '$'],
    ['that is the whole detail', EcsEventPattern.serviceAction(), '$.detail'],
    ['that is all of `resources`', EcsEventPattern.daemonServiceAction(), '$.resources'],
    ['that goes with the failure that the rule requires', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_FAILED_TO_RUN] }), '$.detail.taskArn'],
    ['that goes with that failure, in `resources`', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_FAILED_TO_RUN] }), '$.resources[0]'],
    ['that goes with the status that the rule requires', ofTask({ lastStatuses: [TaskLastStatus.STOPPED] }), '$.detail.stoppedReason'],
    ['that goes with the code that the rule requires', ofTask({ lastStatuses: [TaskLastStatus.STOPPED], stopCodes: [TaskStopCode.SPOT_INTERRUPTION] }), '$.detail.stoppedReason'],
    ['that every element of a list has', EcsEventPattern.containerInstanceHealthChange(), '$.detail.healthChecks[0].type'],
    ['that every element of a list has, however far down', EcsEventPattern.containerInstanceHealthChange(), '$.detail.healthChecks[10].status'],
    ['of the first of a list, on which the rule matches', ofTask({ exitCodes: [ExitCode.of(137)] }), '$.detail.containers[0].exitCode'],
    ['of the tenth of a list, on which the rule matches', ofTask({ exitCodes: [ExitCode.of(137)] }), '$.detail.containers[10].exitCode'],
    ['that goes with an exit code', ofTask({ exitCodes: [ExitCode.nonZero()] }), '$.detail.stoppedReason'],
    ['of which the rule requires any', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: events.Match.exists() } } }), '$.detail.reason'],
    ['on which the rule matches', ofTask({ clusterNames: ['prod'], serviceNames: ['web'] }), '$.detail.group'],
    ['that is unknown, of tasks, which have many', ofTask(), '$.detail.somethingNew'],
    ['that is unknown, on which the rule matches', EcsEventPattern.serviceAction({ additionalPattern: { detail: { somethingNew: ['a'] } } }), '$.detail.somethingNew'],
  ])('%s', (_what, pattern, field) => {
    // The pattern has its own findings.
    expect(findingsOf(pattern, fromObject({ a: fromPath(field) })).filter((finding) => finding.includes('message of'))).toEqual([]);
  });

  test('within a longer string: the gap leaves the JSON whole', () => {
    expect(findingsOf(EcsEventPattern.daemonServiceAction(), fromObject({ a: `task ${DaemonServiceActionField.taskArn}` }))).toEqual([]);
  });

  test('in a text', () => {
    expect(findingsOf(EcsEventPattern.taskStateChange(), fromText(`Stopped: ${TaskStateChangeField.stoppedReason}`))).toEqual([]);
    expect(findingsOf(EcsEventPattern.taskStateChange(), fromMultilineText(`Stopped:\n${TaskStateChangeField.stoppedReason}`))).toEqual([]);
  });

  test('of which the same rule matches each event in a branch that requires it', () => {
    const pattern = EcsEventPattern.serviceAction({
      additionalPattern: { detail: { $or: [{ reason: ['AGENT'] }, { reason: ['RESOURCE:CPU'], desiredCount: [1] }] } } as events.EventPattern,
    });
    expect(findingsOf(pattern, fromObject({ a: ServiceActionField.reason }))).toEqual([]);
  });

  test('where the rule requires what may come to the status that goes with it', () => {
    const pattern = EcsEventPattern.taskStateChange({ additionalPattern: { detail: { lastStatus: [{ prefix: 'STOP' }] } } });
    expect(findingsOf(pattern, fromObject({ a: TaskStateChangeField.stoppedReason }))).toEqual([]);
  });

  test.each<[string, events.EventPattern]>([
    ['of another service', { source: ['aws.ec2'] }],
    ['of anybody', { account: ['111122223333'] }],
    ['of another detail type', { detailType: ['EC2 Instance State-change Notification'] }],
    ['of an unknown detail type', { source: ['aws.ecs'], detailType: ['ECS Something New'] }],
    ['by an unknown name', { source: ['aws.ecs'], detailType: ['ECS Service Action'], detail: { eventName: ['SOMETHING_NEW'] } }],
  ])('of events %s', (_what, eventPattern) => {
    const stack = stackUnderTest();
    new events.Rule(stack, 'Own', { eventPattern, targets: [toQueue(stack, fromObject({ a: fromPath('$.detail.reason'), b: fromPath('$.detail.state') }))] });
    expect(findingsIn(stack)).toEqual([]);
  });

  test('of a rule with a schedule', () => {
    const stack = stackUnderTest();
    const schedule = events.Schedule.cron({});
    new events.Rule(stack, 'Own', { schedule, targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { message: fromObject({ a: fromPath('$.detail.reason') }) })] });
    expect(findingsIn(stack)).toEqual([]);
  });
});

test('T24: a separate value in JSON that events of one branch may lack is a warning', () => {
  const stack = stackUnderTest();
  const eventPattern = { source: ['aws.ecs'], $or: [{ 'detail-type': ['ECS Task State Change'] }, { detail: { stoppedReason: ['a'] } }] } as events.EventPattern;
  new events.Rule(stack, 'Alert', { eventPattern, targets: [toQueue(stack, fromObject({ a: TaskStateChangeField.stoppedReason }))] });
  expect(findingsIn(stack)).toEqual([mayBeAbsent('$.detail.stoppedReason', 'ECS Task State Change', 'Alert')]);
});

describe('T37: a list or an object in a text, where it loses its quotes, is a warning', () => {
  const losesQuotes = (field: string) => `warning /Stack/Alert/Rule/Resource message of Target0: ${field} stands in a text. It is a list or an object, which loses its quotes there,`
    + ' so that no reader can parse it. Use RuleTargetInput.fromObject(), or a field of it. [ack: cdk-ecs-event-rules:unescapedValueInString]';

  test.each<[string, events.RuleTargetInput, string]>([
    ['JSON that is written by hand', fromMultilineText(`{"event": ${fromPath('$.detail')}}`), '$.detail'],
    ['a list in a line', fromText(`It is about ${fromPath('$.resources')}`), '$.resources'],
    ['an element of a list of objects', fromText(`It is ${fromPath('$.detail.containers[0]')}`), '$.detail.containers[0]'],
  ])('%s', (_what, message, field) => {
    expect(findingsOf(EcsEventPattern.taskStateChange(), message)).toEqual([losesQuotes(field)]);
  });

  test('nothing is reported of a text that is an element of a list', () => {
    expect(findingsOf(EcsEventPattern.serviceTaskPlacementFailure(), fromText(`It is about ${fromPath('$.detail.capacityProviderArns[0]')}`))).toEqual([]);
  });
});

describe('T37: what breaks the JSON around it is a warning', () => {
  const FREE_FORM = 'free-form text, and a quote or a line break';
  const STRUCTURE = 'a list or an object, and a quote';

  test.each<[string, EcsEventPattern, string, string]>([
    ['the reason of a service action', EcsEventPattern.serviceTaskPlacementFailure(), '$.detail.reason', FREE_FORM],
    ['the reason why a task stopped', EcsEventPattern.taskStateChange(), '$.detail.stoppedReason', FREE_FORM],
    ['the reason of a container', EcsEventPattern.taskStateChange(), '$.detail.containers[0].reason', FREE_FORM],
    ['a list of texts', EcsEventPattern.serviceTaskPlacementFailure(), '$.detail.capacityProviderArns', STRUCTURE],
    ['a list of objects', EcsEventPattern.containerInstanceHealthChange(), '$.detail.healthChecks', STRUCTURE],
    ['all of `resources`', EcsEventPattern.serviceAction(), '$.resources', STRUCTURE],
    ['the whole event', EcsEventPattern.serviceAction(), '$', STRUCTURE],
  ])('in a string of an object: %s', (_what, pattern, field, what) => {
    expect(findingsOf(pattern, fromObject({ a: [`It says ${fromPath(field)}`] }))).toEqual([inQuotes(field, what)]);
  });

  test('in a string of an object: what EventBridge does not escape', () => {
    const message = new RenderedInput({ inputTemplate: '{"a": "<aws.events.event.json>", "b": <aws.events.event.json>}' });
    expect(findingsOf(EcsEventPattern.serviceAction(), message)).toEqual([inQuotes('<aws.events.event.json>', STRUCTURE)]);
  });

  test('free-form text in a string for a function', () => {
    const message = fromText(`It says ${ServiceActionField.reason}`);
    expect(findingsOf(EcsEventPattern.serviceTaskPlacementFailure(), message, toFunction)).toEqual([inQuotes('$.detail.reason', FREE_FORM)]);
  });

  test.each<[string, events.RuleTargetInput]>([
    ['free-form text as a separate value', fromObject({ a: ServiceActionField.reason, b: [ServiceActionField.reason] })],
    ['free-form text in a text', fromText(`It says ${ServiceActionField.reason}`)],
    ['other text in a string of an object', fromObject({ a: `It is about ${ServiceActionField.clusterArn}` })],
    ['a list as a separate value', fromObject({ a: fromPath('$.resources') })],
  ])('nothing is reported for %s', (_what, message) => {
    expect(findingsOf(EcsEventPattern.serviceTaskPlacementFailure(), message)).toEqual([]);
  });
});
