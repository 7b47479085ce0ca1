import type { Condition } from './condition';
import { FieldCondition } from './condition';
import type { Environment } from './environment';
import { arnKey, ecsArn } from './environment';
import type { Filters } from './filters';
import { PairCondition } from './pair-condition';
import { textConditions, textOf } from './text-conditions';
import type { Value } from './values';
import { except, exact, minimal, prefix } from './values';
import type { DetailTypeEntry } from '../events/detail-type';
import { ExitCode } from '../filters/exit-code';
import type { HealthCheck } from '../filters/health-check';
import { ServiceActionEventType } from '../filters/service-action-event-type';
import { InputError, show } from '../validation/input-error';
import { filterList } from '../validation/lists';
import { checkEcsName } from '../validation/names';

/** What the filters ask of single fields of the event. */
export function fieldConditions(entry: DetailTypeEntry, filters: Filters, places: readonly Environment[]): Condition[] {
  return [
    ...textConditions(entry, filters),
    ...eventTypeCondition(filters),
    ...agentCondition(filters),
    ...familyCondition(filters, places),
    ...exitCodeCondition(filters),
    ...healthCheckCondition(entry, filters),
  ];
}

function eventTypeCondition(filters: Filters): FieldCondition[] {
  const types = filterList('eventTypes', filters.eventTypes);
  types?.forEach((type, i) => {
    if (!Object.values(ServiceActionEventType).includes(type)) {
      throw new InputError({
        prop: `eventTypes[${i}]`,
        problem: `expected one of ${Object.values(ServiceActionEventType).join(', ')}, found ${show(type)}`,
        wayOut: 'Service events spell it WARN; WARNING occurs in daemon events only',
      });
    }
  });
  return types ? [new FieldCondition('detail.eventType', minimal(types.map((type) => exact(type))), true)] : [];
}

function agentCondition({ agentConnected }: Filters): FieldCondition[] {
  if (agentConnected === undefined || agentConnected === null) {
    return [];
  }
  if (typeof agentConnected !== 'boolean') {
    throw new InputError({ prop: 'agentConnected', problem: `expected true or false, found ${show(agentConnected)}`, wayOut: 'The event carries a boolean, which a string never equals' });
  }
  return [new FieldCondition('detail.agentConnected', [exact(agentConnected)], true)];
}

function familyCondition(filters: Filters, places: readonly Environment[]): FieldCondition[] {
  const families = filterList('taskDefinitionFamilies', filters.taskDefinitionFamilies)?.map((family, i) => checkEcsName(`taskDefinitionFamilies[${i}]`, family));
  // With the colon before the revision: without it, `web` would match `web-admin` too.
  const values = families?.map((family) => `task-definition/${family}:`).flatMap((resource) => places.map((place) =>
    prefix(ecsArn(place, resource), arnKey(place, resource))));
  return values ? [new FieldCondition('detail.taskDefinitionArn', minimal(values), true)] : [];
}

function exitCodeCondition(filters: Filters): FieldCondition[] {
  const codes = filterList('exitCodes', filters.exitCodes);
  codes?.forEach((code, i) => {
    if (!(code instanceof ExitCode)) {
      throw new InputError({ prop: `exitCodes[${i}]`, problem: `expected an ExitCode, found ${show(code)}`, wayOut: 'Use ExitCode.nonZero() or ExitCode.of(code)' });
    }
  });
  const values = codes?.flatMap(({ code }) => code === undefined ? except([exact(0)], [0] as never, false) : [exact(code)]);
  // A task has several containers: two lists could both match it.
  return values ? [new FieldCondition('detail.containers.exitCode', minimal<Value>(values), false)] : [];
}

function healthCheckCondition(entry: DetailTypeEntry, filters: Filters): PairCondition[] {
  const checks = filterList('healthChecks', filters.healthChecks as HealthCheck[] | undefined);
  const half = (check: HealthCheck, i: number, name: 'type' | 'status') =>
    exact(textOf(entry.fields.find(({ path }) => path === `healthChecks[].${name}`)!, `healthChecks[${i}].${name}`, check[name]));
  const pairs = checks?.map((check, i) => ({ first: half(check, i, 'type'), second: half(check, i, 'status') }));
  // An instance has several health checks: two lists could both match it.
  return pairs ? [new PairCondition({ place: 'detail.healthChecks', first: 'type', second: 'status', single: false }, pairs)] : [];
}
