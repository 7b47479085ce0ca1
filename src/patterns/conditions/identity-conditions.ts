import { arnValues } from './arn-values';
import { clusterCondition, clustersOf } from './clusters';
import type { Condition } from './condition';
import { FieldCondition } from './condition';
import type { IdentityConditions } from './member-conditions';
import { memberConditions } from './member-conditions';
import { taskGroupConditions } from './task-groups';
import { exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { canonicalName } from '../references/canonical-text';
import type { Places } from '../references/places';

/** Where the events come from and what they are about: accounts, Regions, clusters, services, daemons and capacity providers. */
export function identityConditions(entry: DetailTypeEntry, filters: Filters, places: Places): Omit<IdentityConditions, 'includeCluster'> {
  const clusters = clustersOf(filters, places);
  const members = entry.service?.form === 'group' ? taskGroupConditions(entry, filters, clusters, places) : memberConditions(entry, filters, clusters, places);
  return {
    conditions: [
      ...envelopeCondition('account', filters.accounts, places),
      ...envelopeCondition('region', filters.regions, places),
      ...members.includeCluster ? [] : clusterCondition(entry, clusters),
      ...members.conditions,
      ...capacityProviderConditions(entry, filters, places),
    ],
    findings: members.findings,
    implied: members.implied,
  };
}

/** The account or the Region of the event. */
function envelopeCondition(field: 'account' | 'region', filter: readonly string[] | undefined, { home, isCompact }: Places): FieldCondition[] {
  const values = filter ?? (isCompact ? [home[field]] : undefined);
  return values ? [new FieldCondition(field, minimal(values.map((value) => exact(value, canonicalName(value, home)))), true)] : [];
}

function capacityProviderConditions(entry: DetailTypeEntry, filters: Filters, places: Places): Condition[] {
  const names = filterList('capacityProviderNames', filters.capacityProviderNames)?.map((name, i) => checkEcsName(`capacityProviderNames[${i}]`, name));
  if (!names || !entry.capacityProvider) {
    return [];
  }
  const { path, form } = entry.capacityProvider;
  const values = form === 'name'
    ? names.map((name) => exact(name, canonicalName(name, places.home)))
    // In the account of the event, even for the FARGATE providers, which belong to AWS.
    : names.flatMap((name) => arnValues('capacity-provider', name, places));
  return [new FieldCondition(path, minimal(values), form === 'name')];
}
