import { arnValue } from './arn-values';
import { ClusterExclusionCondition } from './cluster-exclusion-condition';
import type { Clusters } from './clusters';
import type { Condition } from './condition';
import { FieldCondition } from './condition';
import { exclusionOf, withoutExcluded } from './exclusions';
import { clustersOfMembers, dependencyFindings, filterNamesOf, inBothForms, membersOf, oldFormFindings } from './members';
import { narrowToClusters } from './narrowing';
import type { Value } from './values';
import { minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import type { Finding } from '../../validation/findings/finding';
import type { Places } from '../references/places';
import type { MemberIdentity } from '../references/references';

/** What the filters require of the identity of an event. */
export interface IdentityConditions {
  readonly conditions: readonly Condition[];
  readonly findings: readonly Finding[];
  /** Whether the conditions include that on the cluster. */
  readonly includeCluster: boolean;
  /** What they imply for other fields, by which patterns are distinguished. */
  readonly implied: { readonly [path: string]: readonly Value[] };
}

const NONE: IdentityConditions = { conditions: [], findings: [], includeCluster: false, implied: {} };

/**
 * The services or the managed daemons that the filters name, where the event has the ARN of one.
 *
 * Daemons are found by `detail.daemonArn` only: `resources` does not have them if a task fails to start.
 */
export function memberConditions(entry: DetailTypeEntry, filters: Filters, clusters: Clusters, places: Places): IdentityConditions {
  const identity = entry.daemon ?? entry.service;
  if (!identity) {
    return NONE;
  }
  const kind = entry.daemon ? 'daemon' : 'service';
  const props = filterNamesOf(kind);
  const members = membersOf(kind, filters, clusters, places);
  const hasClusterInIt = entry.cluster.path === identity.path;
  const narrowed = hasClusterInIt ? narrowToClusters(members, clusters, filters, places) : undefined;
  const findings = [
    ...dependencyFindings(kind, entry, members.references, members.excludedReferences),
    ...oldFormFindings(props.references, members.references, clusters),
    ...oldFormFindings(props.excludedReferences, members.excludedReferences, clusters),
    ...narrowed?.findings ?? [],
  ];
  const exclusion = exclusionOf(members, clusters, places);
  const included = [...members.references.flatMap((each) => inBothForms(each, clusters, places.home)), ...members.named];
  if (included.length > 0) {
    const left = withoutExcluded(included, exclusion);
    return {
      conditions: [
        ...narrowed?.conditions ?? [],
        new FieldCondition(identity.path, minimal<Value>(left.members.map(arnValue)), true),
      ],
      findings: [...findings, ...left.findings],
      includeCluster: members.references.length === 0 || hasClusterInIt,
      implied: impliedClusters(entry, left.members),
    };
  }
  if (!exclusion.values) {
    return { ...NONE, findings };
  }
  return hasClusterInIt && clusters.arns.length > 0
    ? {
      ...NONE,
      findings,
      conditions: [new ClusterExclusionCondition(identity.path, clusters.alternatives(), exclusion.values)],
      includeCluster: true,
    }
    : { ...NONE, findings, conditions: [new FieldCondition(identity.path, exclusion.values, true)] };
}

/** A member of a cluster is in that cluster. */
function impliedClusters({ cluster: { path, form } }: DetailTypeEntry, members: readonly MemberIdentity[]): IdentityConditions['implied'] {
  const clusters = clustersOfMembers(members);
  return form === 'arn' && clusters ? { [path]: minimal<Value>(clusters.map(arnValue)) } : {};
}
