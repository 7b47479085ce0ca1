import { EVERY_EVENT } from './every-event';
import type { Kind } from '../../docs/messages';
import { deliveredBody, KINDS, SCOPES } from '../../docs/messages';
import type { EcsEventJson } from '../../src/events/detail-type';

const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Every sample event, in a rule of each scope, by each kind of message. */
const SAMPLES = EVERY_EVENT.flatMap(({ entry, event }) => event.samples.map(({ title, event: sample }) => ({ entry, event, title, sample })));
const ALERTS = SAMPLES.flatMap(({ entry, event, title, sample }) => SCOPES.flatMap((scope) => KIND_NAMES.map((kind) => ({
  name: `${entry.detailType} ${event.name ?? ''} ${title}: ${kind} of a rule for ${scope.description}`,
  kind,
  sample,
  body: () => deliveredBody(kind, scope.pattern(entry, event), sample),
}))));

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

describe.each(ALERTS.map((alert) => [alert.name, alert] as const))('%s', (_name, { kind, sample, body }) => {
  const text = body();

  test('contains the cause, if the event has one', () => {
    // A chat shows free-form text only where every event of the rule has it; a warning says so otherwise.
    const isShown = (field: string) => kind !== 'chat' || text.includes(`"${field}":`) || !['reason', 'stoppedReason', 'statusReason'].includes(field);
    const causes = CAUSES.filter((field) => typeof sample.detail[field] === 'string' && isShown(field)).map((field) => sample.detail[field]);
    expect(causes.filter((cause) => !text.includes(JSON.stringify(cause).slice(1, -1)))).toEqual([]);
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

  test('begins with no free-form text', () => {
    const title = kind === 'text' ? text.split('\n')[0] : kind === 'chat' ? JSON.parse(text).content.title : JSON.parse(text).summary;
    const free = ['reason', 'stoppedReason', 'statusReason', 'group'].map((field) => sample.detail[field]).filter((value) => typeof value === 'string');
    expect(free.filter((value) => title.includes(value as string))).toEqual([]);
  });
});
