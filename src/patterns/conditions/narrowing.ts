import type { Clusters } from './clusters';
import { commonPlace } from './clusters';
import type { Condition } from './condition';
import { FieldCondition } from './condition';
import type { Members } from './members';
import { filterNamesOf, undecided } from './members';
import { exact } from './values';
import type { Filters } from '../../filters/any-filters';
import type { Finding } from '../../validation/findings/finding';
import { canonicalName } from '../references/canonical-text';
import type { Places } from '../references/places';

/**
 * Narrows services to `clusters` where events have the cluster and the service in one field, which takes one list.
 *
 * Services in other clusters are an error already. What is left is known at deployment only: the account and the Region of the clusters narrow a service
 * with the name of one of them; for others a warning reports that they are not narrowed.
 */
export function narrowToClusters({ kind, references, clusterOverlaps }: Members, clusters: Clusters, filters: Filters, { home, isCompact }: Places):
{ readonly conditions: readonly Condition[]; readonly findings: readonly Finding[] } {
  const prop = filterNamesOf(kind).references;
  const possible = references.map(({ cluster }, i) => ({ prop: `${prop}[${i}]`, place: commonPlace(clusters, cluster) })).filter((_each, i) => clusterOverlaps[i] === 'possible');
  const unknown = possible.filter(({ place }) => place === undefined).map((each) => each.prop);
  const place = possible.find((each) => each.place)?.place;
  return {
    conditions: (['account', 'region'] as const).filter((dimension) => place && !isCompact && filters[`${dimension}s`] === undefined)
      .map((dimension) => new FieldCondition(dimension, [exact(place![dimension], canonicalName(place![dimension], home))], true)),
    findings: unknown.length === 0 ? [] : [undecided(
      `${unknown.join(', ')}: whether the cluster is among clusters, clusterNames and clusterNamePrefixes is known at deployment only, and events match either way`,
      `Omit the filters on clusters: ${prop} include their clusters`,
    )],
  };
}
