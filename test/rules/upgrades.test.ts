import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch_actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { IRELAND, rulesById } from './stack-under-test';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import type { EcsEventRule } from '../../src/rules/ecs-event-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { SnsPublish } from '../../src/targets/sns-publish';

/** The stacks of one version of an app: the rule is in `alerts`, targets are in all three. */
interface Version {
  readonly alerts: Stack;
  readonly frankfurt: Stack;
  readonly virginia: Stack;
}

/** Creates a topic in a stack of an app, or finds it there. */
type Topics = (place: keyof Version, id: string) => sns.Topic;

/** An app as it is deployed at one time, with the topics that its targets may need. */
function version(options: (topic: Topics) => EcsEventRuleOptions & { clusters?: number }, change?: (rule: EcsEventRule) => void): Version {
  const app = new App({ context: { '@aws-cdk/core:enablePartitionLiterals': true } });
  const stacks = {
    alerts: new Stack(app, 'Alerts', { env: IRELAND }),
    frankfurt: new Stack(app, 'Frankfurt', { env: { ...IRELAND, region: 'eu-central-1' } }),
    virginia: new Stack(app, 'Virginia', { env: { ...IRELAND, region: 'us-east-1' } }),
  };
  const topic: Topics = (place, id) => (
    (stacks[place].node.tryFindChild(id) as sns.Topic | undefined) ?? new sns.Topic(stacks[place], id, { topicName: id }));
  const { clusters = 1, ...rest } = options(topic);
  const clusterNames = Array.from({ length: clusters }, (_, i) => `production-cluster-${i}`);
  const rule = new DaemonTaskStartImpairedRule(stacks.alerts, 'Alert', { clusterNames, ...rest });
  change?.(rule);
  return stacks;
}

/** The physical names of the resources of a type, by their logical ids. */
function namesIn(stack: Stack, type: string, property: string): Map<string, string> {
  return new Map(Object.entries(Template.fromStack(stack).findResources(type)).map(([id, { Properties }]) => [id, Properties[property]]));
}

/** The names that move to another logical id from one template to the next: CloudFormation refuses them, or deletes a resource that is still needed. */
function movedNames(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([id, name]) => [...after].some(([otherId, otherName]) => otherName === name && otherId !== id)).map(([, name]) => name);
}

describe('T50: no name of a rule moves to another logical id', () => {
  const sizes = [[1, 1], [1, 6], [60, 6], [60, 12], [30, 12], [1, 12], [60, 1], [1, 3]] as const;

  test('from one version to the next, however the pattern and the targets grow and shrink', () => {
    // GIVEN
    const versions = sizes.map(([clusters, targets]) => namesIn(version((topic) => ({
      ruleName: 'alerts', clusters, targets: Array.from({ length: targets }, (_, i) => new SnsPublish(topic('alerts', `Topic${i}`))),
    })).alerts, 'AWS::Events::Rule', 'Name'));
    // THEN
    expect(versions.map(({ size }) => size)).toEqual([1, 2, 6, 9, 6, 3, 3, 1]);
    expect(versions[2]).toEqual(new Map([
      ['AlertRule072A6CA3', 'alerts'], ['AlertRule2D66C6FC7', 'alerts-2'], ['AlertRule3988349B3', 'alerts-3'],
      ['AlertRuleTargets2775F5E51', 'alerts-targets-2'], ['AlertRule2Targets23C1ADB0B', 'alerts-2-targets-2'], ['AlertRule3Targets2C049A675', 'alerts-3-targets-2'],
    ]));
    expect(versions.slice(1).flatMap((after, i) => movedNames(versions[i], after))).toEqual([]);
  });

  test('the names of alarms do not move either', () => {
    const versions = sizes.map(([clusters, targets]) => namesIn(version(
      (topic) => ({ clusters, targets: Array.from({ length: targets }, (_, i) => new SnsPublish(topic('alerts', `Topic${i}`))) }),
      (rule) => rule.addUndeliveredAlarms('Undelivered', { alarmName: 'undelivered', actions: [new cloudwatch_actions.SnsAction(new sns.Topic(rule, 'Operators'))] }),
    ).alerts, 'AWS::CloudWatch::Alarm', 'AlarmName'));
    expect(versions.map(({ size }) => size)).toEqual([1, 1, 2, 3, 2, 1, 1, 1]);
    expect(versions.slice(1).flatMap((after, i) => movedNames(versions[i], after))).toEqual([]);
  });
});

describe('T50: the mirror rule of a target in another Region keeps its logical id', () => {
  /** The logical ids of the rules in a stack, with the topics that they deliver to. */
  const mirrors = (stack: Stack) => Object.entries(rulesById(stack)).map(([id, { Targets }]) => [JSON.stringify(Targets![0].Arn), id]);

  type Targets = (topic: Topics) => SnsPublish[];
  const mirrored: Targets = (topic) => [new SnsPublish(topic('frankfurt', 'pager'))];
  const locals = (count: number): Targets => (topic) => Array.from({ length: count }, (_, i) => new SnsPublish(topic('alerts', `Topic${i}`)));

  test.each<[string, Targets]>([
    ['a target of the same stack comes before it', (topic) => [...locals(1)(topic), ...mirrored(topic)]],
    ['so many come before it that it belongs to another rule', (topic) => [...locals(5)(topic), ...mirrored(topic)]],
    ['another target of that Region comes before it', (topic) => [new SnsPublish(topic('frankfurt', 'chat')), ...mirrored(topic)]],
    ['a target of a third Region comes before it', (topic) => [new SnsPublish(topic('virginia', 'pager')), ...mirrored(topic)]],
    ['one comes after it', (topic) => [...mirrored(topic), new SnsPublish(topic('frankfurt', 'chat'))]],
    ['the same resource gets a second message', (topic) => [...mirrored(topic), new SnsPublish(topic('frankfurt', 'pager'), { message: EcsEventMessage.text() })]],
  ])('when %s', (_change, targets) => {
    // GIVEN
    const before = version((topic) => ({ targets: mirrored(topic) }));
    // WHEN
    const after = version((topic) => ({ targets: targets(topic) }));
    // THEN
    const [[pager, id]] = mirrors(before.frankfurt);
    expect(mirrors(after.frankfurt)).toContainEqual([pager, id]);
  });

  test('when the pattern grows into several rules', () => {
    const [before, after] = [1, 60].map((clusters) => Object.keys(rulesById(version((topic) => ({ clusters, targets: mirrored(topic) })).frankfurt)));
    expect(after).toHaveLength(3);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  test('and the target that forwards keeps its id', () => {
    const forwardIds = (targets: Targets) => Object.values(rulesById(version((topic) => ({ targets: targets(topic) })).alerts))
      .flatMap(({ Targets }) => Targets!.map(({ Id }) => String(Id))).filter((id) => !id.startsWith('Target'));
    expect(forwardIds(mirrored)).toEqual(['Forward-111122223333-eu-central-1']);
    expect(forwardIds((topic) => [...locals(2)(topic), new SnsPublish(topic('frankfurt', 'chat')), ...mirrored(topic)])).toEqual(['Forward-111122223333-eu-central-1']);
  });
});

describe('T50: the shared dead-letter queue outlives what no longer needs it', () => {
  test('when a rule gets a separate queue, CloudFormation keeps the shared one and its messages', () => {
    // GIVEN
    const before = version((topic) => ({ targets: [new SnsPublish(topic('alerts', 'chat'))] })).alerts;
    const after = version((topic) => {
      const chat = topic('alerts', 'chat');
      return { targets: [new SnsPublish(chat)], deadLetterQueue: new sqs.Queue(Stack.of(chat), 'Own') };
    }).alerts;
    // THEN
    const [[id, queue]] = Object.entries(Template.fromStack(before).findResources('AWS::SQS::Queue'));
    expect(Template.fromStack(after).findResources('AWS::SQS::Queue')).not.toHaveProperty(id);
    expect(queue).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    // A separate name would be taken when the shared queue comes back.
    expect(queue.Properties).not.toHaveProperty('QueueName');
  });
});
