import { arnPrefixes } from './arn-values';
import type { Condition } from './condition';
import { FieldCondition } from './condition';
import { PairCondition } from './pair-condition';
import { stopReasonConditions } from './stop-reasons';
import { subtract, textConditions, textOf } from './text-conditions';
import type { Value } from './values';
import { except, exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import type { ContainerInstanceHealthCheck } from '../../filters/container-instance-health-check';
import { checkMember } from '../../filters/value-class';
import { exclusionList, filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { ValidationError, show } from '../../validation/validation-error';
import type { Places } from '../references/places';

/** The conditions on single fields of the event. */
export function fieldConditions(entry: DetailTypeEntry, filters: Filters, places: Places): Condition[] {
  return [
    ...textConditions(entry, filters),
    ...stopReasonConditions(entry, filters),
    ...containerNameCondition(filters),
    ...agentCondition(filters),
    ...familyCondition(filters, places),
    ...exitCodeCondition(filters),
    ...healthCheckCondition(entry, filters),
  ];
}

function agentCondition({ agentConnected }: Filters): FieldCondition[] {
  if (agentConnected === undefined || agentConnected === null) {
    return [];
  }
  if (typeof agentConnected !== 'boolean') {
    throw new ValidationError({ prop: 'agentConnected', problem: `expected true or false, got ${show(agentConnected)}`, resolution: 'The event contains a boolean, which a string never equals' });
  }
  return [new FieldCondition('detail.agentConnected', [exact(agentConnected)], true)];
}

function familyCondition(filters: Filters, places: Places): FieldCondition[] {
  const families = filterList('taskDefinitionFamilies', filters.taskDefinitionFamilies)?.map((family, i) => checkEcsName(`taskDefinitionFamilies[${i}]`, family));
  const excludedFamilies = exclusionList('excludedTaskDefinitionFamilies', filters.excludedTaskDefinitionFamilies).map((family, i) => checkEcsName(`excludedTaskDefinitionFamilies[${i}]`, family));
  // With the colon before the revision: without it, `web` would match `web-admin` too.
  const arnsOf = (family: string) => arnPrefixes('task-definition', family, places, ':');
  const excluded = minimal(excludedFamilies.flatMap(arnsOf));
  if (families) {
    const left = subtract({ include: 'taskDefinitionFamilies', exclude: 'excludedTaskDefinitionFamilies' }, families.flatMap(arnsOf), excluded);
    return [new FieldCondition('detail.taskDefinitionArn', left, true)];
  }
  const prefixes = excluded.map(({ matcher }) => (matcher as { readonly prefix: string }).prefix);
  return excluded.length === 0 ? [] : [
    new FieldCondition('detail.taskDefinitionArn', except(excluded, { prefix: prefixes.length === 1 ? prefixes[0] : prefixes }, true), true),
  ];
}

function containerNameCondition(filters: Filters): FieldCondition[] {
  const names = filterList('containerNames', filters.containerNames)?.map((name, i) => checkEcsName(`containerNames[${i}]`, name));
  // A task has several containers: two lists could both match it.
  return names ? [new FieldCondition('detail.containers.name', minimal<Value>(names.map((name) => exact(name))), false)] : [];
}

function exitCodeCondition(filters: Filters): FieldCondition[] {
  const codes = filterList('exitCodes', filters.exitCodes);
  codes?.forEach((code, i) => {
    checkMember(`exitCodes[${i}]`, code, 'ExitCode');
  });
  const values = codes?.flatMap(({ _code: code }) => code === undefined ? except([exact(0)], [0] as never, false) : [exact(code)]);
  // A task has several containers: two lists could both match it.
  return values ? [new FieldCondition('detail.containers.exitCode', minimal<Value>(values), false)] : [];
}

const HALVES = { type: 'ContainerInstanceHealthCheckType', status: 'ContainerInstanceHealthStatus' };

function healthCheckCondition(entry: DetailTypeEntry, filters: Filters): PairCondition[] {
  const checks = filterList('healthChecks', filters.healthChecks as ContainerInstanceHealthCheck[] | undefined);
  checks?.forEach((check, i) => checkMember(`healthChecks[${i}]`, check, 'ContainerInstanceHealthCheck'));
  const half = (check: ContainerInstanceHealthCheck, i: number, name: 'type' | 'status') =>
    exact(textOf(entry.fields.find(({ path }) => path === `healthChecks[].${name}`)!, `healthChecks[${i}].${name}`, check[`_${name}`], HALVES[name]));
  const pairs = checks?.map((check, i) => ({ first: half(check, i, 'type'), second: half(check, i, 'status') }));
  // An instance has several health checks: two lists could both match it.
  return pairs ? [new PairCondition({ place: 'detail.healthChecks', first: 'type', second: 'status', single: false }, pairs)] : [];
}
