import { App, Aspects, CfnParameter, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { denialOf, warningsOf } from './annotations';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { TaskLastStatus } from '../../src/filters/task-last-status';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

/** An Aspect that changes every rule. */
function everyRule(stack: Stack, change: (rule: events.CfnRule) => void): void {
  Aspects.of(stack).add({ visit: (construct: IConstruct) => construct instanceof events.CfnRule && change(construct) });
}

describe('T52: a rule', () => {
  test.each<[string, (rule: events.CfnRule) => void, RegExp]>([
    ['disables', (rule) => { rule.state = 'DISABLED'; }, /an Aspect or an override disables the rule, so it sends no events\..*ruleDisabled\]$/],
    ['moves to another bus', (rule) => { rule.eventBusName = 'ops'; }, /puts the rule on the event bus .*event-bus\/ops: .*customEventBus\]$/],
    ['takes the targets away from', (rule) => { rule.addPropertyDeletionOverride('Targets'); }, /removes targets of the rule \(Target0\), so they receive no events\..*targetsRemoved\]$/],
    ['replaces the target of', (rule) => { rule.addPropertyOverride('Targets.0.Arn', 'arn:aws:states:eu-west-1:111122223333:stateMachine:other'); }, /removes targets of the rule \(Target0\), so they receive no events\..*targetsRemoved\]$/],
    ['gives no targets to', (rule) => { rule.targets = []; }, /removes targets of the rule \(Target0\), so they receive no events\..*targetsRemoved\]$/],
  ])('that an Aspect %s is a warning', (_what, change, warning) => {
    const stack = stackUnderTest(IRELAND);
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))] });
    everyRule(stack, change);
    expect(warningsOf(stack)).toEqual([expect.stringMatching(warning)]);
  });

  const removed = /removes targets of the rule \(.+\), so they receive no events\..*targetsRemoved\]$/;
  const direct = { bind: () => ({ id: 'Own', arn: 'arn:aws:sns:eu-west-1:111122223333:alerts' }) };
  const cfnOf = (rule: EcsEventRule) => rule.rules[0].node.defaultChild as events.CfnRule;
  const remove = (rule: events.CfnRule) => rule.addPropertyDeletionOverride('Targets');

  test.each<[string, (rule: EcsEventRule, stack: Stack) => void]>([
    ['addTarget()', (rule, stack) => rule.addTarget(new SnsPublish(subscribedTopic(stack)))],
    ['rules[0].addTarget()', (rule) => rule.rules[0].addTarget(direct)],
    ['the L1 construct', (rule) => { cfnOf(rule).targets = [direct.bind()]; }],
  ])('whose targets, added by %s, an override removes is a warning', (_how, add) => {
    const stack = stackUnderTest(IRELAND);
    const rule = new ServiceTaskPlacementFailureRule(stack, 'Alert');
    add(rule, stack);
    remove(cfnOf(rule));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(removed)]);
  });

  test.each<[string, (rule: EcsEventRule) => void]>([
    ['rules[0].addTarget()', (rule) => rule.rules[0].addTarget(direct)],
    ['the L1 construct', (rule) => { cfnOf(rule).targets = [{ id: 'Own', arn: 'arn:aws:sns:eu-west-1:111122223333:alerts' }]; }],
    ['an override', (rule) => { cfnOf(rule).addPropertyOverride('Targets', [{ Id: 'Own', Arn: direct.bind().arn }]); }],
  ])('with a target by %s is not one without targets', (_how, add) => {
    const stack = stackUnderTest(IRELAND);
    const rule = new ServiceTaskPlacementFailureRule(stack, 'Alert');
    add(rule);
    expect(warningsOf(stack).filter((text) => /ruleWithoutTarget|targetsRemoved/.test(text))).toEqual([]);
  });

  test('that loses one of its targets only is a warning that names this one', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = subscribedTopic(stack);
    const rule = new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    rule.rules[0].addTarget({ bind: () => ({ id: 'Own', arn: topic.topicArn }) });
    cfnOf(rule).addPropertyOverride('Targets', [{ Id: 'Target0', Arn: topic.topicArn }]);
    expect(warningsOf(stack)).toContainEqual(expect.stringContaining('removes targets of the rule (Own)'));
  });

  test('that its user disables is none', () => {
    const stack = stackUnderTest(IRELAND);
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { enabled: false, targets: [new SnsPublish(subscribedTopic(stack))] });
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T53: two rules with one name', () => {
  const alert = (stack: Stack, id: string) => new ServiceTaskPlacementFailureRule(stack, id, { ruleName: 'alerts', clusterNames: [id], targets: [new SnsPublish(subscribedTopic(stack, `${id}Topic`))] });

  test('in one stack are an error', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, 'One');
    alert(stack, 'Two');
    expect(denialOf(stack)).toContain('[Stack/Two/Rule] ruleName: Stack/One/Rule has the same name, alerts, on the same event bus.');
  });

  test('of which one was not created by the library are an error', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, 'One');
    new events.Rule(stack, 'Own', { ruleName: 'alerts', schedule: events.Schedule.cron({ hour: '4' }) });
    expect(denialOf(stack)).toContain('Stack/Own has the same name, alerts, on the same event bus');
  });

  test('in two Stages of one app are an error', () => {
    const app = new App();
    const [one, two] = ['One', 'Two'].map((id) => new Stack(new Stage(app, id, { env: IRELAND }), 'Stack'));
    alert(one, 'A');
    alert(two, 'B');
    expect(denialOf(one)).toContain('Two/Stack/B/Rule has the same name, alerts, on the same event bus');
  });

  test('from one parameter are an error; from two parameters nothing is known', () => {
    const [same, different] = [['Name', 'Name'], ['Name', 'OtherName']].map((names) => {
      const stack = stackUnderTest(IRELAND);
      const parameters = new Map([...new Set(names)].map((name) => [name, new CfnParameter(stack, name, { default: 'alerts' })]));
      names.forEach((name, i) => new ServiceTaskPlacementFailureRule(stack, `Alert${i}`, {
        ruleName: parameters.get(name)!.valueAsString, clusterNames: [String(i)], targets: [new SnsPublish(subscribedTopic(stack, `Topic${i}`))],
      }));
      return stack;
    });
    expect(denialOf(same)).toContain('[Stack/Alert1/Rule] ruleName: Stack/Alert0/Rule has the same name, alerts, on the same event bus.');
    expect(denialOf(different)).toBe('');
  });

  test.each([undefined, { region: 'eu-west-1' }, { account: '111122223333' }])('in two stacks that may be deployed to different places (%j) are a warning', (env) => {
    const stack = stackUnderTest(env);
    const other = new Stack(stack.node.root, 'Other', { env });
    alert(stack, 'One');
    alert(other, 'Two');
    expect([denialOf(stack), denialOf(other)]).toEqual(['', '']);
    expect([stack, other].map((each) => warningsOf(each).filter((text) => text.includes('ruleName')))).toEqual([
      [expect.stringMatching(/^warning \/Stack\/One\/Rule\/Resource ruleName: Other\/Two\/Rule has the same name, alerts, .* if both stacks are deployed to one account and Region, .*ruleNameMayBeTaken\]$/)],
      [expect.stringMatching(/^warning \/Other\/Two\/Rule\/Resource ruleName: Stack\/One\/Rule has the same name/)],
    ]);
  });

  test('in a stack without an environment and one that is nested in it are an error', () => {
    const stack = stackUnderTest();
    alert(stack, 'One');
    alert(new NestedStack(stack, 'Nested'), 'Two');
    expect(denialOf(stack)).toContain('has the same name, alerts, on the same event bus');
  });

  test('in two accounts are none', () => {
    const app = new App();
    const stacks = ['111122223333', '444455556666'].map((account) => new Stack(new Stage(app, `Stage${account}`, { env: { ...IRELAND, account } }), 'Stack'));
    stacks.forEach((stack) => alert(stack, 'A'));
    expect(stacks.map(denialOf)).toEqual(['', '']);
  });
});

describe('T54: two constructs that send the same events to the same target', () => {
  const severities = (stack: Stack, topic: sns.ITopic, more: object = {}) => new EcsEventRule(stack, 'Trouble', {
    pattern: EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR], ...more }),
    targets: [new SnsPublish(topic)],
  });

  test('are a warning that names the events, even with other messages', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = subscribedTopic(stack);
    new ServiceTaskPlacementFailureRule(stack, 'Placement', { clusterNames: ['prod'], targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })] });
    severities(stack, topic);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('warning /Stack/Trouble/Rule Stack/Placement also sends SERVICE_TASK_PLACEMENT_FAILURE to Stack/Topic, so each of these events is delivered twice.')]);
  });

  test('by different spellings of the topic are the same warning', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic', { topicName: 'alerts' });
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    new ServiceTaskPlacementFailureRule(stack, 'Placement', { targets: [new SnsPublish(sns.Topic.fromTopicArn(stack, 'Imported', 'arn:aws:sns:eu-west-1:111122223333:alerts'))] });
    severities(stack, topic);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('[ack: cdk-ecs-event-rules:eventDeliveredTwice]')]);
  });

  test.each<[string, (stack: Stack, topic: sns.ITopic) => void]>([
    ['that exclude them', (stack, topic) => severities(stack, topic, { excludedEventNames: [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE] })],
    ['on another topic', (stack) => severities(stack, subscribedTopic(stack, 'Other'))],
    ['of another cluster', (stack, topic) => severities(stack, topic, { clusterNames: ['test'] })],
  ])('%s are none', (_what, other) => {
    const stack = stackUnderTest(IRELAND);
    const topic = subscribedTopic(stack);
    new ServiceTaskPlacementFailureRule(stack, 'Placement', { clusterNames: ['prod'], targets: [new SnsPublish(topic)] });
    other(stack, topic);
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T55: what EventBridge refuses is an error for the rule that has it', () => {
  test.each<[string, object]>([
    ['objects in a list', { containers: [{ exitCode: [137] }] }],
    ['a matcher that does not exist', { stoppedReason: [{ contains: 'memory' }] }],
    ['a text where a truth value belongs', { stoppedReason: [{ exists: 'true' }] }],
  ])('%s in an added pattern', (_what, detail) => {
    const make = () => {
      const stack = stackUnderTest(IRELAND);
      new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.taskStateChange({ additionalPattern: { detail } }), targets: [new SnsPublish(subscribedTopic(stack))] });
      return denialOf(stack);
    };
    let denial: string;
    try {
      denial = make();
    } catch (error) {
      denial = (error as Error).message;
    }
    expect(denial).toMatch(/(\[Stack\/Alert(\/Rule)?\] rule: EventBridge rejects it: the event pattern|additionalPattern)/);
  });

  test.each<[string, events.RuleTargetInput]>([
    ['of the whole input', events.RuleTargetInput.fromEventPath('$.detail.containers[?(@.exitCode != 0)]')],
    ['of a value in a text', events.RuleTargetInput.fromText(`Failed: ${events.EventField.fromPath('$.detail.containers[?(@.exitCode != 0)].name')}`)],
    ['of a value in JSON', events.RuleTargetInput.fromObject({ failed: events.EventField.fromPath('$.detail.containers[?(@.exitCode != 0)]') })],
    ['that searches', events.RuleTargetInput.fromObject({ failed: events.EventField.fromPath('$..exitCode') })],
    ['with a part of a list', events.RuleTargetInput.fromObject({ failed: events.EventField.fromPath('$.detail.containers[0:1]') })],
  ])('but a path is a warning that AWS does not document: %s', (_what, message) => {
    const stack = stackUnderTest(IRELAND);
    new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }), targets: [new SnsPublish(subscribedTopic(stack), { message })] });
    expect(warningsOf(stack)).toContainEqual(expect.stringMatching(/^warning \/Stack\/Alert\/Rule.* the path \$\..* is not understood at ".*inputPathNotSupported\]$/));
  });

  test.each(['$', '$.detail', '$.detail.containers[0].exitCode', '$.detail.containers[*].name', '$.detail-type', '$.resources'])('but nothing is reported of the path %s', (path) => {
    const stack = stackUnderTest(IRELAND);
    new EcsEventRule(stack, 'Alert', {
      pattern: EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] }),
      targets: [new SnsPublish(subscribedTopic(stack), { message: events.RuleTargetInput.fromEventPath(path) })],
    });
    expect(warningsOf(stack).filter((text) => text.includes('inputPathNotSupported'))).toEqual([]);
  });

  test.each<[string, number, boolean]>([['more', 2200, true], ['no more', 1000, false]])('but a pattern of %s characters than the adjustable quota is a warning', (_what, length, isWarned) => {
    const stack = stackUnderTest(IRELAND);
    const rule = new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.serviceAction(), targets: [new SnsPublish(subscribedTopic(stack))] });
    (rule.rules[0].node.defaultChild as events.CfnRule).addPropertyOverride('EventPattern.detail.note', ['n'.repeat(length)]);
    expect(warningsOf(stack).filter((text) => /the quota of characters in an event pattern, which is 2048, was raised.*quotaMustBeRaised\]$/.test(text))).toHaveLength(isWarned ? 1 : 0);
  });

  test('a message group of more than 100 characters', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue', { fifo: true, contentBasedDeduplication: true });
    const make = () => {
      new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.taskStateChange(), targets: [new SqsSendMessage(queue, { messageGroupId: 'g'.repeat(101) })] });
      return denialOf(stack);
    };
    expect(make()).toContain('has a message group of more than 100 characters');
  });
});

describe('T56: a subscription', () => {
  const alertTo = (stack: Stack, topic: sns.ITopic, message?: events.RuleTargetInput) =>
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic, { message })] });
  const body = (filterPolicyWithMessageBody: { [key: string]: sns.FilterOrPolicy }) => new subscriptions.EmailSubscription('on-call@example.com', { filterPolicyWithMessageBody });
  const only = (...allowlist: string[]) => sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ allowlist }));

  test.each<[string, { [key: string]: sns.FilterOrPolicy }, events.RuleTargetInput | undefined]>([
    ['a text', { source: only('aws.ecs') }, EcsEventMessage.text()],
    ['a field that the message lacks', { severity: only('high') }, undefined],
    ['an event of another severity', { detail: sns.FilterOrPolicy.policy({ eventType: only('INFO') }) }, undefined],
  ])('with a filter on the body that no message passes is a warning: %s', (_what, filter, message) => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(body(filter));
    alertTo(stack, topic, message);
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/no message of Stack\/Alert\/Rule passes\..*\[ack: cdk-ecs-event-rules:filterPolicyNeverPasses\]$/)]);
  });

  test.each<[string, { [key: string]: sns.FilterOrPolicy }]>([
    ['a cluster', { detail: sns.FilterOrPolicy.policy({ clusterArn: only('arn:aws:ecs:eu-west-1:111122223333:cluster/prod') }) }],
    ['a reason', { detail: sns.FilterOrPolicy.policy({ reason: sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ matchPrefixes: ['RESOURCE:GPU'] })) }) }],
  ])('with a filter on the body that some message passes is none: %s', (_what, filter) => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(body(filter));
    alertTo(stack, topic);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('that messages of another rule only pass is a warning about the rule that notifies no one', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(body({ detail: sns.FilterOrPolicy.policy({ eventType: only('ERROR') }) }));
    alertTo(stack, topic);
    new EcsEventRule(stack, 'Infos', { pattern: EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.INFO] }), targets: [new SnsPublish(topic)] });
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Infos\/Rule\/Resource target Target0: no subscription of the topic accepts.*noSubscriberNotified\]$/)]);
  });

  test('of a queue that does not allow the topic is a warning', () => {
    const stack = stackUnderTest(IRELAND);
    const topic = new sns.Topic(stack, 'Topic');
    const queue = new sqs.Queue(stack, 'Queue');
    new sns.CfnSubscription(stack, 'Subscription', { topicArn: topic.topicArn, protocol: 'sqs', endpoint: queue.queueArn });
    alertTo(stack, topic);
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Subscription\/EcsEventDelivery .*\[ack: cdk-ecs-event-rules:subscriptionAccessDenied\]$/)]);
  });
});
