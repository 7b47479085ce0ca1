import { arnValue } from './arn-values';
import type { Clusters } from './clusters';
import { FieldCondition } from './condition';
import { excludedGroups, groupOf, servicesOfTasks } from './excluded-groups';
import { exclusionOf, withoutExcluded } from './exclusions';
import type { IdentityConditions } from './member-conditions';
import { dependencyFindings, membersOf, oldFormFindings } from './members';
import { narrowToClusters } from './narrowing';
import { PairCondition } from './pair-condition';
import { exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { canonicalName } from '../references/canonical-text';
import type { Places } from '../references/places';
import type { MemberIdentity } from '../references/references';

/** The services that the filters name, for tasks: they have the name of their service without its cluster, so each name is required together with the cluster. */
export function taskGroupConditions(entry: DetailTypeEntry, filters: Filters, clusters: Clusters, places: Places): IdentityConditions {
  const members = membersOf('service', filters, clusters, places);
  const { references, named, names } = members;
  const narrowed = narrowToClusters(members, clusters, filters, places);
  const findings = [
    ...dependencyFindings('service', entry, references, members.excludedReferences),
    ...oldFormFindings('services', references, clusters),
    ...oldFormFindings('excludedServices', members.excludedReferences, clusters),
    ...narrowed.findings,
  ];
  if (references.length === 0 && names.length === 0) {
    const excluded = excludedGroups(members, clusters, places);
    return { conditions: excluded.conditions, findings: [...findings, ...excluded.findings], includeCluster: false, implied: {} };
  }
  if (references.length === 0 && members.excludedReferences.length === 0) {
    const left = withoutExcluded(named, exclusionOf(members, clusters, places));
    const leftNames = names.filter((name) => left.members.some((member) => member.name === name));
    return {
      conditions: [new FieldCondition(entry.service!.path, minimal(leftNames.map((name) => groupOf(name, canonicalName(name, places.home)))), true)],
      findings: [...findings, ...left.findings],
      includeCluster: false,
      implied: impliedGroups(left.members),
    };
  }
  const left = withoutExcluded([...references, ...named], exclusionOf(members, clusters, places));
  const pairs = servicesOfTasks('services', left.members, clusters, places).map(({ cluster, group }) => ({ first: arnValue(cluster), second: group }));
  return {
    conditions: [...narrowed.conditions, new PairCondition({ place: 'detail', first: 'clusterArn', second: 'group', single: true }, pairs)],
    findings: [...findings, ...left.findings],
    includeCluster: true,
    implied: impliedGroups(left.members),
  };
}

/** Which group goes with which cluster. */
function impliedGroups(members: readonly MemberIdentity[]): IdentityConditions['implied'] {
  return members.length > 0 ? { 'detail.clusterArn, detail.group': members.map(({ key }) => exact(key, key)) } : {};
}
