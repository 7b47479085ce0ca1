import type { Clusters } from './clusters';
import { FieldCondition } from './condition';
import type { IdentityConditions } from './member-conditions';
import { dependencyFindings, inBothForms, membersOf, oldFormFindings } from './members';
import { narrowToClusters } from './narrowing';
import { PairCondition } from './pair-condition';
import type { ExactValue } from './values';
import { exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { ValidationError, show } from '../../validation/validation-error';
import { canonicalName } from '../references/canonical-text';
import type { Places } from '../references/places';
import { nameKeyOf } from '../references/references';
import type { MemberIdentity } from '../references/references';

/** The services that the filters name, for tasks: they have the name of their service without its cluster, so each name is required together with the cluster. */
export function taskGroupConditions(entry: DetailTypeEntry, filters: Filters, clusters: Clusters, places: Places): IdentityConditions {
  const members = membersOf('service', filters, clusters, places);
  const { references, named, names } = members;
  const narrowed = narrowToClusters(members, clusters, filters, places);
  const findings = [...dependencyFindings('service', entry, references), ...oldFormFindings('services', references, clusters), ...narrowed.findings];
  if (references.length === 0) {
    const groups = minimal(names.map((name) => groupOf(name, canonicalName(name, places.home))));
    return {
      conditions: groups.length > 0 ? [new FieldCondition(entry.service!.path, groups, true)] : [],
      findings,
      includeCluster: false,
      implied: impliedGroups(named),
    };
  }
  const inNewForm = references.flatMap((service) => inBothForms(service, clusters, places.home))
    .filter(({ oldForm }) => !oldForm || clusters.identities.length === 0);
  const all = [...inNewForm, ...named];
  const pairs = all.map((service, i) => {
    if (!service.cluster || !service.name) {
      throw new ValidationError({
        prop: `services[${i}]`,
        problem: `tasks carry the name of their service and the ARN of its cluster, and ${show(service.arn)} does not say both`,
        resolution: 'Use clusters together with serviceNames, or import the service with its cluster',
      });
    }
    return { first: exact(service.cluster.arn, service.cluster.key), second: groupOf(service.name, nameKeyOf(service)!) };
  });
  return {
    conditions: [...narrowed.conditions, new PairCondition({ place: 'detail', first: 'clusterArn', second: 'group', single: true }, pairs)],
    findings,
    includeCluster: true,
    implied: impliedGroups(all),
  };
}

function groupOf(name: string, key: string): ExactValue {
  return exact(`service:${name}`, `service:${key}`);
}

/** Which group goes with which cluster. */
function impliedGroups(members: readonly MemberIdentity[]): IdentityConditions['implied'] {
  return members.length > 0 ? { 'detail.clusterArn, detail.group': members.map(({ key }) => exact(key, key)) } : {};
}
