import { App, Annotations as CdkAnnotations, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { HOME } from './meant-failure';
import type { EcsFailureAlertsProps } from '../../src';
import { EcsFailure, EcsFailureAlerts, EcsFailureSeverity, SharedDeadLetterQueue, SnsPublish, SqsSendMessage, testing } from '../../src';

const PLACEMENT = () => testing.SampleEvent.serviceTaskPlacementFailure();

/** A stack with two topics and a queue. */
function given() {
  const stack = new Stack(new App(), 'Stack', { env: HOME });
  const [chat, pager] = ['Chat', 'Pager'].map((id) => new sns.Topic(stack, id));
  const alerts = (props: EcsFailureAlertsProps = {}, id: string = 'Alerts') => new EcsFailureAlerts(stack, id, props);
  return { stack, chat, pager, queue: new sqs.Queue(stack, 'Queue'), alerts };
}

const notified = (stack: Stack, event: testing.SampleEvent) =>
  testing.EventBusSimulator.fromStack(stack).send(event).delivered.map(({ targetPath }) => targetPath);
const warnings = (stack: Stack) => Annotations.fromStack(stack).findWarning('*', Match.anyValue()).map(({ id, entry }) => `${id}: ${entry.data as string}`);

describe('rules', () => {
  test('there are 14 for one target, and none for a severity without a target', () => {
    const { chat, alerts } = given();
    expect(alerts({ targets: [new SnsPublish(chat)] }).rules).toHaveLength(14);
    expect(alerts({ criticalTargets: [new SnsPublish(chat)] }, 'Critical').rules).toHaveLength(4);
    expect(alerts({ warningTargets: [new SnsPublish(chat)] }, 'Warning').rules).toHaveLength(10);
    expect(alerts({}, 'None').rules).toHaveLength(0);
  });

  test.each([1, 10])('%s clusters take as many rules as one', (count) => {
    const { chat, alerts } = given();
    const clusterNames = Array.from({ length: count }, (_, i) => `cluster-name-${i}`);
    expect(alerts({ clusterNames, targets: [new SnsPublish(chat)] }).rules).toHaveLength(14);
  });

  test('their logical ids do not depend on the failures, the clusters, or the targets', () => {
    // GIVEN
    const ids = (props: (chat: sns.Topic, pager: sns.Topic) => EcsFailureAlertsProps) => {
      const { stack, chat, pager, alerts } = given();
      alerts(props(chat, pager));
      return Object.keys(Template.fromStack(stack).findResources('AWS::Events::Rule'));
    };
    const few = ids((chat) => ({ targets: [new SnsPublish(chat)] }));

    // WHEN
    const many = ids((chat, pager) => ({
      targets: [new SnsPublish(chat)],
      criticalTargets: [new SnsPublish(pager)],
      clusterNames: Array.from({ length: 100 }, (_, i) => `cluster-name-${i}`),
      includedFailures: [EcsFailure.AGENT_DISCONNECTED],
      criticalFailures: [EcsFailure.TASK_EXITED],
    }));

    // THEN
    expect(many).toEqual(expect.arrayContaining(few));
    expect(many.length).toBeGreaterThan(few.length);
  });

  test('those for a failure are those that match it', () => {
    const { chat, alerts } = given();
    const all = alerts({ targets: [new SnsPublish(chat)] });
    const paths = (failure: EcsFailure) => all.rulesFor(failure).map(({ node }) => node.path.replace('Stack/Alerts/', ''));
    expect(paths(EcsFailure.TASK_PLACEMENT)).toEqual(['Critical/ServiceAction/Rule', 'Critical/ServiceAction/Rule2']);
    expect(paths(EcsFailure.INSTANCE_IMPAIRED)).toEqual(['Warning/InstanceHealth/Rule', 'Warning/InstanceState/Rule', 'Warning/InstanceState/Rule2']);
    expect(paths(EcsFailure.SPOT_INTERRUPTED)).toEqual([]);
  });

  test('are disabled as configured', () => {
    const { stack, chat, alerts } = given();
    alerts({ targets: [new SnsPublish(chat)], enabled: false });
    Template.fromStack(stack).allResourcesProperties('AWS::Events::Rule', { State: 'DISABLED' });
  });
});

describe('targets', () => {
  test('are added to the rules of their severity, before and after the rules exist', () => {
    // GIVEN
    const { stack, chat, pager, queue, alerts } = given();
    const added = alerts();
    // WHEN
    added.addCriticalTarget(new SnsPublish(pager));
    added.addTarget(new SnsPublish(chat));
    added.addWarningTarget(new SqsSendMessage(queue));
    // THEN
    expect(notified(stack, PLACEMENT())).toEqual(['Stack/Pager', 'Stack/Chat']);
    expect(notified(stack, testing.SampleEvent.daemonTaskStartImpaired())).toEqual(['Stack/Chat', 'Stack/Queue']);
    expect(warnings(stack).filter((warning) => warning.includes('ruleWithoutTarget'))).toEqual([]);
  });

  test('of the CDK get the dead-letter queue', () => {
    const { stack, pager, alerts } = given();
    const { deadLetterQueue } = alerts({ targets: [new targets.SnsTopic(pager)] });
    expect(deadLetterQueue).toBe(SharedDeadLetterQueue.of(stack));
    Template.fromStack(stack).allResourcesProperties('AWS::Events::Rule', { Targets: [Match.objectLike({ DeadLetterConfig: Match.anyValue() })] });
  });

  test('have the dead-letter queue that is configured, or none', () => {
    const { pager, queue, alerts } = given();
    expect(alerts({ targets: [new SnsPublish(pager)], deadLetterQueue: queue }).deadLetterQueue).toBe(queue);
    expect(alerts({ targets: [new SnsPublish(pager)], deadLetterQueueEnabled: false }, 'None').deadLetterQueue).toBeUndefined();
  });

  test('that are missing are one warning', () => {
    const { stack, alerts } = given();
    alerts();
    expect(warnings(stack)).toEqual([expect.stringContaining('/Stack/Alerts: ')]);
  });

  test('may be the same for critical failures and warnings, with different messages', () => {
    const { stack, pager, alerts } = given();
    alerts({ criticalTargets: [new SnsPublish(pager)], warningTargets: [new SnsPublish(pager)] });
    expect(notified(stack, PLACEMENT())).toEqual(['Stack/Pager']);
  });

  test('that two constructs share are one warning, which names the first construct', () => {
    // GIVEN
    const { stack, chat, alerts } = given();
    alerts({ targets: [new SnsPublish(chat)] });
    alerts({ clusterNames: ['prod'], targets: [new SnsPublish(chat)] }, 'More');
    // THEN
    const found = warnings(stack).filter((warning) => warning.includes('eventDeliveredTwice'));
    expect(found).toEqual([expect.stringMatching(/^\/Stack\/More.*: Stack\/Alerts also sends /)]);
  });

  test('that constructs for other clusters share are no finding', () => {
    const { stack, chat, alerts } = given();
    alerts({ clusterNames: ['staging'], targets: [new SnsPublish(chat)] });
    alerts({ clusterNames: ['prod'], targets: [new SnsPublish(chat)] }, 'More');
    expect(warnings(stack).filter((warning) => warning.includes('eventDeliveredTwice'))).toEqual([]);
  });
});

test('findings about all rules are reported once, and can be acknowledged on the construct', () => {
  // GIVEN
  const { stack, chat, alerts } = given();
  const all = alerts({ clusters: [{ clusterRef: { clusterName: 'prod', clusterArn: 'arn:aws:ecs:eu-west-1:444455556666:cluster/prod' }, env: { account: '444455556666', region: 'eu-west-1' } } as any], targets: [new SnsPublish(chat)] });
  const found = warnings(stack).filter((warning) => warning.includes('crossEnvironmentArn'));
  // WHEN
  CdkAnnotations.of(all).acknowledgeWarning('cdk-ecs-event-rules:crossEnvironmentArn');
  // THEN
  expect(found.length).toBeLessThanOrEqual(2);
  expect(warnings(stack).filter((warning) => warning.includes('crossEnvironmentArn'))).toEqual([]);
});

describe('metrics and alarms', () => {
  test('count the rules of both severities', () => {
    const { stack, chat, alerts } = given();
    const all = alerts({ targets: [new SnsPublish(chat)] });
    for (const metric of ['metricMatchedEvents', 'metricInvocations', 'metricFailedInvocations', 'metricInvocationsSentToDlq', 'metricInvocationsFailedToBeSentToDlq', 'metricThrottledRules'] as const) {
      expect(Object.keys(all[metric]().toMetricConfig().mathExpression!.usingMetrics)).toHaveLength(14);
    }
    expect(stack.node.tryFindChild('Alerts')).toBe(all);
  });

  test('matched events are counted once, however many targets there are', () => {
    const { stack, alerts } = given();
    const all = alerts({ targets: Array.from({ length: 6 }, (_, i) => new SnsPublish(new sns.Topic(stack, `Topic${i}`))) });
    expect(all.rules).toHaveLength(28);
    expect(Object.keys(all.metricMatchedEvents().toMetricConfig().mathExpression!.usingMetrics)).toHaveLength(14);
  });

  test('alarms watch four rules each', () => {
    const { chat, pager, alerts } = given();
    const alarms = alerts({ targets: [new SnsPublish(chat)] }).addUndeliveredAlarms('Undelivered', { actions: [new actions.SnsAction(pager)] });
    expect(alarms.map(({ node }) => node.id)).toEqual(['Undelivered', 'Undelivered2', 'Undelivered3', 'Undelivered4']);
  });

  test('need a target first', () => {
    const { pager, alerts } = given();
    const none = alerts();
    expect(() => none.metricInvocations()).toThrow('[Stack/Alerts] metric: there is no rule yet');
    expect(() => none.addUndeliveredAlarms('Undelivered', { actions: [new actions.SnsAction(pager)] })).toThrow('Add the targets first');
  });
});

describe('clear errors', () => {
  test.each<[string, (topics: { chat: sns.Topic; pager: sns.Topic }) => EcsFailureAlertsProps, string]>([
    ['a failure that is included and excluded', () => ({ includedFailures: [EcsFailure.SPOT_INTERRUPTED], excludedFailures: [EcsFailure.SPOT_INTERRUPTED] }), 'includedFailures: SPOT_INTERRUPTED is in excludedFailures too'],
    ['a failure of both severities', () => ({ criticalFailures: [EcsFailure.TASK_EXITED], warningFailures: [EcsFailure.TASK_EXITED] }), 'criticalFailures: TASK_EXITED is in warningFailures too'],
    ['an excluded failure with a severity', () => ({ criticalFailures: [EcsFailure.TASK_EXITED], excludedFailures: [EcsFailure.TASK_EXITED] }), 'criticalFailures: TASK_EXITED is in excludedFailures too'],
    ['an opt-in failure with a severity only', () => ({ criticalFailures: [EcsFailure.HOST_TERMINATED] }), 'criticalFailures: HOST_TERMINATED is opt-in and not included, got HOST_TERMINATED. Add EcsFailure.HOST_TERMINATED to includedFailures'],
    ['something else than a failure', () => ({ excludedFailures: ['TASK_EXITED' as never] }), 'excludedFailures[0]: expected a member of EcsFailure, got "TASK_EXITED"'],
    ['no failure left', () => ({ excludedFailures: Object.values(EcsFailure) }), 'excludedFailures: every failure is excluded'],
    ['a resource in two lists', ({ chat }) => ({ targets: [new SnsPublish(chat)], criticalTargets: [new targets.SnsTopic(chat)] }), 'criticalTargets[0]: targets has the same target'],
    ['a target in two lists', ({ chat }) => {
      const target = new SnsPublish(chat);
      return { criticalTargets: [target], warningTargets: [target] };
    }, 'warningTargets[0]: criticalTargets has the same target'],
    ['something else than a target', ({ chat }) => ({ warningTargets: [chat as never] }), 'warningTargets[0]: expected a target'],
    ['targets for a severity without failures', ({ chat }) => ({ warningFailures: Object.values(EcsFailure).filter(({ severity }) => severity.value === 'CRITICAL'), criticalTargets: [new SnsPublish(chat)] }), 'criticalTargets[0]: no failure is critical'],
    ['a bad cluster name', () => ({ clusterNames: ['a b'] }), 'clusterNames[0]: '],
    ['an empty list of clusters', () => ({ clusters: [] }), 'clusters: the list is empty'],
    ['a queue and none', ({ chat }) => ({ targets: [new SnsPublish(chat)], deadLetterQueue: new sqs.Queue(chat.stack, 'Dead'), deadLetterQueueEnabled: false }), 'deadLetterQueueEnabled: '],
    ['a wrong kind of value', () => ({ enabled: 'yes' as never }), 'enabled: expected true or false, got "yes"'],
  ])('%s', (_title, props, message) => {
    const { chat, pager, alerts } = given();
    expect(() => alerts(props({ chat, pager }))).toThrow(`[Stack/Alerts] ${message}`);
  });

  test('a target that is added twice', () => {
    const { chat, alerts } = given();
    const all = alerts({ targets: [new SnsPublish(chat)] });
    expect(() => all.addCriticalTarget(new SnsPublish(chat))).toThrow('[Stack/Alerts] target: targets has the same target');
  });

  test('the same target twice in one list', () => {
    const { stack, chat, alerts } = given();
    alerts({ targets: [new SnsPublish(chat), new SnsPublish(chat)] });
    expect(() => Template.fromStack(stack)).toThrow('is a target twice');
  });

  test('values of failures and severities that do not exist', () => {
    expect(() => EcsFailure.of('TASK_PLACEMNT')).toThrow('EcsFailure.of: expected a failure, got "TASK_PLACEMNT". Did you mean TASK_PLACEMENT?');
    expect(() => EcsFailure.of('x')).toThrow('Use one of TASK_PLACEMENT, TASK_CONFIGURATION');
    expect(() => EcsFailure.of(undefined as never)).toThrow('expected a failure, got undefined');
    expect(() => EcsFailureSeverity.of('ERROR')).toThrow('EcsFailureSeverity.of: expected a severity, got "ERROR". Use CRITICAL or WARNING');
    expect(() => given().alerts().rulesFor('TASK_EXITED' as never)).toThrow('[Stack/Alerts] failure: expected a member of EcsFailure');
    expect(String(EcsFailure.TASK_EXITED) + String(EcsFailureSeverity.of('WARNING'))).toBe('TASK_EXITEDWARNING');
  });
});
