import * as fc from 'fast-check';
import { deployed, matching } from './deployed-pattern';
import type { Factory } from './factories';
import { takes } from './factories';
import { randomFilters } from './random-filters';
import { sent } from './sent-event';
import { findEvent } from '../../src/events/catalog';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { ValidationError } from '../../src/validation/validation-error';

/** Filters that a small world of events can tell apart, by plain names. */
const FILTERS: Record<string, readonly string[]> = {
  serviceAction: ['clusterNames', 'clusterNamePrefixes', 'serviceNames', 'excludedServiceNames', 'eventNames', 'excludedEventNames', 'eventTypes', 'reasons', 'excludedReasons'],
  serviceDeploymentStateChange: ['clusterNames', 'clusterNamePrefixes', 'serviceNames', 'excludedServiceNames', 'eventNames', 'reasons'],
  daemonServiceAction: ['clusterNames', 'clusterNamePrefixes', 'daemonNames', 'reasons', 'excludedReasons'],
  taskStateChange: ['clusterNames', 'serviceNames', 'lastStatuses'],
};

/** Every event of that world. */
function world({ entry }: Factory) {
  const reasons = ['RESOURCE:CPU', 'RESOURCE:MEMORY', 'AGENT', 'ECS deployment x', 'other', undefined];
  const members = ['web', 'web-2', 'Web', 'other'].flatMap((service) => ['prod', 'prod-2', 'Prod', 'prod-3', 'other'].map((cluster) => ({ cluster, service, daemon: service.replace('web', 'log') })));
  const names: { name?: string; type?: string }[] = entry.detailType === 'ECS Service Action' ? [...entry.events.slice(-4), ...entry.events.slice(0, 1), findEvent(entry, 'SERVICE_TASK_START_IMPAIRED')!] : [...entry.events];
  const unknown = names[0].name === undefined ? [] : ['INFO', 'WARN', 'ERROR'].map((type) => ({ name: 'SOMETHING_NEW', type }));
  return members.flatMap((about) => [...names, ...unknown].flatMap(({ name, type }) => reasons.map((reason, i) => sent(entry.detailType, name, {
    ...about,
    detail: {
      ...name && { eventName: name, eventType: type },
      ...entry.fields.some(({ path }) => path === 'reason') && { reason },
      ...entry.detailType === 'ECS Task State Change' && { lastStatus: ['STOPPED', 'RUNNING', 'PENDING'][i % 3] },
    },
  }))));
}

describe.each(takes('serviceAction', 'serviceDeploymentStateChange', 'daemonServiceAction', 'taskStateChange'))('%s', (name, factory) => {
  test('anyOf() refuses two patterns if and only if some event matches both', () => {
    const events = world(factory);
    const told = { overlaps: 0, disjoint: 0 };
    const filters = randomFilters(factory, true).map((random) => Object.fromEntries(FILTERS[name].map((filter) => [filter, random[filter]])));

    fc.assert(fc.property(filters, filters, (one, other) => {
      const patterns = attempt(() => [factory.create(one), factory.create(other)]);
      if (patterns instanceof ValidationError) {
        return;
      }
      const each = patterns.map((pattern) => deployed(pattern.toEventPatterns()));
      const both = events.find((event) => each.every((pattern) => matching(pattern, event) === 1));

      const joined = attempt(() => EcsEventPattern.anyOf(...patterns));

      told[both ? 'overlaps' : 'disjoint'] += 1;
      expect({ refused: joined instanceof ValidationError, both }).toEqual({ refused: both !== undefined, both });
    }), { numRuns: 200 });

    expect(Math.min(told.overlaps, told.disjoint)).toBeGreaterThan(0);
  });
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
