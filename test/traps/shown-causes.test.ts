import * as events from 'aws-cdk-lib/aws-events';
import { warningsOf } from './annotations';
import { EcsEventMessage, EcsEventPattern, EcsEventRule, FailureReason, ServiceActionEvent, ServiceActionEventType, SnsPublish, TaskLastStatus } from '../../src';
import { rulesIn, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

const STOPPED = EcsEventPattern.taskStateChange({ lastStatuses: [TaskLastStatus.STOPPED] });

/** What is reported of a chat notification in a rule for such a pattern. */
function warningsFor(pattern: EcsEventPattern, message: events.RuleTargetInput = EcsEventMessage.chat()): string[] {
  const stack = stackUnderTest();
  new EcsEventRule(stack, 'Alert', { pattern, targets: [new SnsPublish(subscribedTopic(stack), { message })] });
  return warningsOf(stack);
}

describe('T48: a cause that a chat notification cannot show is a warning', () => {
  const notShown = (path: string) => `warning /Stack/Alert/Rule/Resource some events of this rule have ${path} and others lack it, so the chat notification does not show it.`
    + ` Use dividedByPresence('${path}') of the pattern, which creates a rule for each, or a pattern that requires the field. [ack: cdk-ecs-event-rules:causeNotShownInChat]`;

  test.each<[string, EcsEventPattern, string]>([
    ['why tasks stopped', STOPPED, 'detail.stoppedReason'],
    ['the reason of several service actions', EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR] }), 'detail.reason'],
    ['the reason of one', EcsEventPattern.serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED] }), 'detail.reason'],
    ['the reason that an exclusion may exclude', EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.WARN], excludedReasons: [FailureReason.AGENT] }), 'detail.reason'],
    ['the status of an instance', EcsEventPattern.containerInstanceStateChange(), 'detail.statusReason'],
  ])('%s', (_what, pattern, path) => {
    expect(warningsFor(pattern)).toEqual([notShown(path)]);
  });

  test('once, however many targets get the notification', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: STOPPED, targets: ['One', 'Two'].map((id) => new SnsPublish(subscribedTopic(stack, id), { message: EcsEventMessage.chat() })) });
    expect(warningsOf(stack)).toEqual([notShown('detail.stoppedReason')]);
  });

  test('that dividedByPresence() resolves: each rule shows the cause, or has none', () => {
    const stack = stackUnderTest();
    new EcsEventRule(stack, 'Alert', { pattern: STOPPED.dividedByPresence('detail.stoppedReason'), targets: [new SnsPublish(subscribedTopic(stack), { message: EcsEventMessage.chat() })] });
    expect(warningsOf(stack)).toEqual([]);
    const templates = rulesIn(stack).map(({ Targets }) => Targets![0].InputTransformer.InputTemplate as string);
    expect(templates.map((template) => template.includes('"Reason:",<stoppedReason>'))).toEqual([true, false]);
  });
});

describe('T48: nothing is reported', () => {
  test.each<[string, EcsEventPattern]>([
    ['where every event has the cause', EcsEventPattern.serviceTaskPlacementFailure()],
    ['where the pattern requires it',
      EcsEventPattern.taskStateChange({
        lastStatuses: [TaskLastStatus.STOPPED],
        additionalPattern: { detail: { stoppedReason: events.Match.exists() } },
      })],
    ['where the pattern requires its absence', EcsEventPattern.taskStateChange({ additionalPattern: { detail: { stoppedReason: events.Match.doesNotExist() } } })],
    ['where no event has one', EcsEventPattern.daemonDeploymentRollbackFailed()],
    ['where only an element of a list has it', EcsEventPattern.containerInstanceHealthChange()],
    ['of events that report no failure', EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.INFO] })],
  ])('%s', (_what, pattern) => {
    expect(warningsFor(pattern)).toEqual([]);
  });

  test.each<[string, events.RuleTargetInput]>([
    ['text', EcsEventMessage.text()],
    ['JSON', EcsEventMessage.json()],
  ])('of a %s, which shows it', (_kind, message) => {
    expect(warningsFor(STOPPED, message)).toEqual([]);
  });
});
