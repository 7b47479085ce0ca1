import type { Clusters } from './clusters';
import { checkPlace } from './clusters';
import { FieldCondition } from './condition';
import type { MemberConditions } from './members';
import { dependencyFindings, impliedClusters, namedMembers } from './members';
import { exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { filterList } from '../../validation/lists';
import { daemonOf } from '../references/references';

/** The managed daemons that the filters name. They are found by `detail.daemonArn` only: `resources` does not hold them where a task fails to start. */
export function daemonConditions(entry: DetailTypeEntry, filters: Filters, clusters: Clusters): MemberConditions | undefined {
  if (!entry.daemon) {
    return undefined;
  }
  const references = (filterList('daemons', filters.daemons) ?? []).map((ref, i) => daemonOf(`daemons[${i}]`, ref));
  references.forEach((daemon, i) => {
    checkPlace(`daemons[${i}]`, daemon.environment, filters);
    clusters.check(`daemons[${i}]`, daemon.cluster);
  });
  const daemons = [...references, ...namedMembers('daemon', 'daemonNames', filterList('daemonNames', filters.daemonNames) ?? [], clusters)];
  const values = minimal(daemons.map(({ arn, key, unresolved }) => exact(arn, key, unresolved)));
  return {
    conditions: values.length > 0 ? [new FieldCondition(entry.daemon.path, values, true)] : [],
    findings: dependencyFindings('daemon', entry, daemons),
    includeCluster: values.length > 0 && references.length === 0,
    implied: impliedClusters(entry, daemons),
  };
}
