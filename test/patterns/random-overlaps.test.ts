import { Aws } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { compiledIn, RULE_ENVIRONMENTS } from './compiled-pattern';
import { HOME } from './deployed-pattern';
import type { Factory } from './factories';
import { takes } from './factories';
import { GENERATED, randomFilters } from './random-filters';
import { sent } from './sent-event';
import { findEvent } from '../../src/events/catalog';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../src/engine/matcher/indexed-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { ValidationError } from '../../src/validation/validation-error';

/** Thousands of pairs, with another seed, are for whoever changes how patterns are compared. */
const RUNS = Number(process.env.PATTERN_RUNS ?? 200);

/** Recorded, so that no change fails by what an earlier one left. */
const SEED = Number(process.env.PATTERN_SEED ?? 20261127);

const COMMON = ['clusters', 'clusterNames', 'clusterNamePrefixes', 'accounts', 'regions'];
const SERVICES = ['services', 'serviceNames', 'excludedServices', 'excludedServiceNames'];

/** Filters that a small world of events can tell apart. */
const FILTERS: Record<string, readonly string[]> = {
  serviceAction: [...COMMON, ...SERVICES, 'eventNames', 'excludedEventNames', 'eventTypes', 'reasons', 'excludedReasons'],
  serviceDeploymentStateChange: [...COMMON, ...SERVICES, 'eventNames', 'reasons'],
  daemonServiceAction: [...COMMON, 'daemons', 'daemonNames', 'excludedDaemons', 'excludedDaemonNames', 'reasons', 'excludedReasons'],
  taskStateChange: [...COMMON, 'services', 'serviceNames', 'lastStatuses'],
};

const REASONS = ['RESOURCE:CPU', 'RESOURCE:MEMORY', 'AGENT', 'ECS deployment x', 'other', undefined];
const PLACES = [HOME, { partition: 'aws', region: 'us-east-1', account: '444455556666' }, { partition: 'aws-cn', region: 'cn-north-1', account: '444455556666' }];

/** What a user may add to one of two patterns, in forms that are compared and in forms that are not. */
const ADDITIONAL: readonly { readonly pattern?: object; readonly isNotCompared?: true }[] = [
  ...Array(8).fill({}),
  { pattern: { detail: { reason: ['AGENT', { prefix: 'RESOURCE:' }] } } },
  { pattern: { detail: { reason: [{ suffix: 'CPU' }, { exists: false }] } } },
  { pattern: { detail: { reason: [{ 'anything-but': { prefix: 'RESOURCE' } }] } } },
  { pattern: { detail: { $or: [{ reason: ['AGENT'] }, { reason: ['other'] }] } }, isNotCompared: true },
  { pattern: { detail: { reason: [{ 'equals-ignore-case': 'agent' }] } }, isNotCompared: true },
  { pattern: { detail: { reason: [{ wildcard: '*CPU' }] } }, isNotCompared: true },
  { pattern: { resources: [{ suffix: '/web' }] } },
  { pattern: { detail: { clusterArn: [`arn:aws:ecs:${HOME.region}:${HOME.account}:cluster/prod`] } } },
  { pattern: { detail: { clusterArn: [`arn:aws:ecs:${HOME.region}:${Aws.ACCOUNT_ID}:cluster/prod`] } } },
  { pattern: { account: [HOME.account] } },
];

/** Every event of that world. */
function world({ entry }: Factory): IndexedEvent[] {
  const members = ['web', 'web-2', 'Web', 'other', GENERATED.service].flatMap((service) =>
    ['prod', 'prod-2', 'Prod', 'prod-3', 'other', GENERATED.cluster].flatMap((cluster) =>
      PLACES.map((place) => ({ ...place, cluster, service, daemon: service === GENERATED.service ? GENERATED.daemon : service.replace('web', 'log') }))));
  const some = entry.detailType === 'ECS Service Action' ? [...entry.events.slice(-4), ...entry.events.slice(0, 1), findEvent(entry, 'SERVICE_TASK_START_IMPAIRED')!] : [...entry.events];
  const names: { name?: string; type?: string }[] = some;
  const unknown = names[0].name === undefined ? [] : ['INFO', 'WARN', 'ERROR'].map((type) => ({ name: 'SOMETHING_NEW', type }));
  const withClusterArn = entry.cluster.path === 'resources' ? [false, true] : [true];
  const events = members.flatMap((about) => [...names, ...unknown].flatMap(({ name, type }) => REASONS.flatMap((reason, i) => withClusterArn.map((has) => sent(entry.detailType, name, {
    ...about,
    detail: {
      ...!has && { clusterArn: undefined },
      ...name && { eventName: name, eventType: type },
      reason,
      ...entry.detailType === 'ECS Task State Change' && { lastStatus: ['STOPPED', 'RUNNING', 'PENDING'][i % 3] },
    },
  })))));
  return events.map((event) => new IndexedEvent(event));
}

describe.each(takes('serviceAction', 'serviceDeploymentStateChange', 'daemonServiceAction', 'taskStateChange'))('%s', (name, factory) => {
  test('anyOf() refuses two patterns if and only if some event matches both, or warns where this is known at deployment only', () => {
    const events = world(factory);
    const told = { overlaps: 0, disjoint: 0, warnings: 0 };
    const filters = randomFilters(factory, true).map((random) => Object.fromEntries(FILTERS[name].map((filter) => [filter, random[filter]])));

    fc.assert(fc.property(filters, filters, fc.constantFrom(...ADDITIONAL), (one, other, { pattern: additionalPattern, isNotCompared }) => {
      const patterns = attempt(() => [factory.create(one), factory.create({ ...other, additionalPattern })]);
      if (patterns instanceof ValidationError) {
        return;
      }
      const each = attempt(() => patterns.map((pattern) => compiledIn(HOME, pattern).patterns.map((json) => new EventPattern(json))));
      if (each instanceof ValidationError) {
        return;
      }
      const both = events.find((event) => each.every((rules) => rules.some((rule) => rule.matches(event))));
      told[both ? 'overlaps' : 'disjoint'] += 1;

      const joined = attempt(() => EcsEventPattern.anyOf(...patterns));
      RULE_ENVIRONMENTS.forEach((environment) => {
        const rule = attempt(() => joined instanceof ValidationError ? joined : joined._compile(environment).findings);
        const isWarned = !(rule instanceof ValidationError) && rule.some(({ message }) => message.startsWith('anyOf: '));
        told.warnings += isWarned ? 1 : 0;
        const result = rule instanceof ValidationError ? 'refused' : isWarned ? 'warned' : 'accepted';
        const expected = isWarned ? 'warned' : both || (isNotCompared && result === 'refused') ? 'refused' : 'accepted';
        expect({ result, both }).toEqual({ result: expected, both });
      });
    }), { numRuns: RUNS, seed: SEED });

    expect(Math.min(told.overlaps, told.disjoint, told.warnings)).toBeGreaterThan(0);
    // A warning is for few: it must not hide what could be decided.
    expect(told.warnings).toBeLessThan(RUNS);
  }, 300_000);
});

function attempt<T>(work: () => T): T | ValidationError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValidationError) {
      return error;
    }
    throw error;
  }
}
