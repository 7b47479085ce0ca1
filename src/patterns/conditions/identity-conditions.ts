import { clustersOf } from './clusters';
import type { Condition } from './condition';
import { FieldCondition } from './condition';
import { daemonConditions } from './daemon-conditions';
import type { MemberConditions } from './members';
import { serviceConditions } from './service-conditions';
import { exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { arnKey, ecsArn } from '../references/environment';
import type { Environment } from '../references/environment';

/** Where the events come from and what they are about: accounts, Regions, clusters, services, daemons and capacity providers. */
export function identityConditions(entry: DetailTypeEntry, filters: Filters, places: readonly Environment[]): Omit<MemberConditions, 'includeCluster'> {
  const clusters = clustersOf(entry, filters, places);
  const members = daemonConditions(entry, filters, clusters) ?? serviceConditions(entry, filters, clusters);
  const clusterCondition = clusters.condition && !members?.includeCluster ? [clusters.condition] : [];
  return {
    conditions: [
      ...envelopeCondition('account', filters.accounts),
      ...envelopeCondition('region', filters.regions),
      ...clusterCondition,
      ...members?.conditions ?? [],
      ...capacityProviderConditions(entry, filters, places),
    ],
    findings: members?.findings ?? [],
    implied: members?.implied ?? {},
  };
}

function envelopeCondition(field: string, values: readonly string[] | undefined): FieldCondition[] {
  return values ? [new FieldCondition(field, minimal(values.map((value) => exact(value))), true)] : [];
}

function capacityProviderConditions(entry: DetailTypeEntry, filters: Filters, places: readonly Environment[]): Condition[] {
  const names = filterList('capacityProviderNames', filters.capacityProviderNames)?.map((name, i) => checkEcsName(`capacityProviderNames[${i}]`, name));
  if (!names || !entry.capacityProvider) {
    return [];
  }
  const { path, form } = entry.capacityProvider;
  const values = form === 'name'
    ? names.map((name) => exact(name))
    // In the account of the event, even for the FARGATE providers, which belong to AWS.
    : names.flatMap((name) => places.map((place) => exact(ecsArn(place, `capacity-provider/${name}`), arnKey(place, `capacity-provider/${name}`))));
  return [new FieldCondition(path, minimal(values), form === 'name')];
}
