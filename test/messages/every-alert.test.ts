import * as events from 'aws-cdk-lib/aws-events';
import { EVERY_EVENT } from './every-event';
import type { Kind } from '../../docs/messages';
import { deliveredBody, KINDS, SCOPES } from '../../docs/messages';
import type { DetailTypeEntry, EcsEventJson, EventEntry } from '../../src/events/detail-type';
import { EcsEventMessage } from '../../src/messages/ecs-event-message';
import { WORDINGS } from '../../src/messages/wording';
import { SnsPublish } from '../../src/targets/sns-publish';
import { stackUnderTest, subscribedTopic } from '../rules/stack-under-test';
import { warningsOf } from '../traps/annotations';

const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Every sample event, in a rule of each scope, by each kind of message. */
const SAMPLES = EVERY_EVENT.flatMap(({ entry, event }) => event.samples.map(({ title, event: sample }) => ({ entry, event, title, sample })));
const ALERTS = SAMPLES.flatMap(({ entry, event, title, sample }) => SCOPES.flatMap((scope) => KIND_NAMES.map((kind) => ({
  name: `${entry.detailType} ${event.name ?? ''} ${title}: ${kind} of a rule for ${scope.description}`,
  kind,
  sample,
  pattern: scope.pattern(entry, event),
  severity: event.type,
  // Of an event that reports no failure, a rule for many events shows no check. Deployments of daemons that failed have the severity INFO.
  checks: event.type === 'INFO' && entry.daemon === undefined && scope.suffix !== '' ? [] : checksIn(entry, event),
  body: () => deliveredBody(kind, scope.pattern(entry, event), sample),
}))));

/** What the wording of an event lists to check, except advice that only rules on certain values show. */
function checksIn({ detailType }: DetailTypeEntry, { name = '' }: EventEntry): string[] {
  return (WORDINGS[detailType].events[name].checks ?? []).filter(({ specific }) => !specific).map(({ text }) => JSON.stringify(text).slice(1, -1));
}

/** The fields of the cause that a path can select. */
const CAUSES = ['reason', 'stoppedReason', 'statusReason', 'stopCode', 'failureType'];

/** Causes that are in a list: no path selects the element that has it. */
function causesInLists({ detail }: EcsEventJson): string[] {
  const elements = [...(detail.containers ?? []) as any[], ...(detail.healthChecks ?? []) as any[]];
  return elements.flatMap(({ reason, statusReason, exitCode }) => [reason, statusReason, exitCode]).filter((cause) => cause !== undefined && cause !== null && cause !== '');
}

/** The ARNs by which whoever is on call finds the place: the cluster and the service, daemon, instance or task. */
function placesOf({ resources, detail }: EcsEventJson): string[][] {
  const resource = [detail.serviceArn, detail.daemonArn, detail.containerInstanceArn, detail.taskArn, ...resources].filter((arn): arn is string => typeof arn === 'string');
  // The ARN of a service has the name of its cluster.
  const cluster = detail.clusterArn ?? resources[0];
  return [resource, [cluster as string]];
}

const COMMANDS: Readonly<Record<string, string>> = {
  'ECS Task State Change': 'aws ecs describe-tasks',
  'ECS Container Instance Health Change': '--include CONTAINER_INSTANCE_HEALTH',
};

/** The causes that a chat notification of such a rule reports at synthesis as not shown. */
function unshownCauses(pattern: events.EventPattern): string[] {
  const stack = stackUnderTest();
  new events.Rule(stack, 'Own', { eventPattern: pattern, targets: [new SnsPublish(subscribedTopic(stack), { message: EcsEventMessage.chat() })] });
  return warningsOf(stack).flatMap((warning) => /some events of this rule have detail\.(\w+) .*causeNotShownInChat/.exec(warning)?.[1] ?? []);
}

describe.each(ALERTS.map((alert) => [alert.name, alert] as const))('%s', (_name, { kind, sample, pattern, severity, checks, body }) => {
  const text = body();

  test('contains the cause, if the event has one', () => {
    const missing = CAUSES.filter((field) => typeof sample.detail[field] === 'string' && !text.includes(JSON.stringify(sample.detail[field]).slice(1, -1)));
    // A chat shows free-form text only where every event of the rule has it. A warning reports it otherwise, unless the event reports no failure.
    const unshown = kind === 'chat' && missing.length > 0 ? unshownCauses(pattern) : [];
    expect(missing.filter((field) => !unshown.includes(field) && severity !== 'INFO')).toEqual([]);
    expect(kind === 'chat' ? [] : missing).toEqual([]);
  });

  test('leads to a cause that only an element of a list has', () => {
    if (causesInLists(sample).length > 0 && kind === 'json') {
      expect(JSON.parse(text).detail).toEqual(sample.detail);
    } else if (causesInLists(sample).length > 0) {
      expect(text).toContain(COMMANDS[sample['detail-type']]);
    }
  });

  test('contains the cluster and the service, daemon, instance or task', () => {
    expect(placesOf(sample).filter((arns) => !arns.some((arn) => text.includes(arn)))).toEqual([]);
  });

  test('contains the time of the event', () => {
    expect(text).toContain(sample.time);
  });

  test('says what to check, if there is something', () => {
    expect(kind === 'json' || checks.length === 0 || checks.some((check) => text.includes(check))).toBe(true);
  });

  test('begins with no free-form text', () => {
    const title = kind === 'text' ? text.split('\n')[0] : kind === 'chat' ? JSON.parse(text).content.title : JSON.parse(text).summary;
    const free = ['reason', 'stoppedReason', 'statusReason', 'group'].map((field) => sample.detail[field]).filter((value) => typeof value === 'string');
    expect(free.filter((value) => title.includes(value as string))).toEqual([]);
  });
});
