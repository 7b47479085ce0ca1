import { arnPrefixes, arnValue } from './arn-values';
import { FieldCondition } from './condition';
import type { Value } from './values';
import { exact, minimal, overlapOf, prefix } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { ValidationError, show } from '../../validation/validation-error';
import { canonicalArn, canonicalName, targetOf } from '../references/canonical-text';
import type { Environment } from '../references/environment';
import { ecsArn } from '../references/environment';
import type { Places } from '../references/places';
import type { ClusterIdentity } from '../references/references';
import { clusterNamed, clusterOf } from '../references/references';
import type { Overlap } from '../references/unresolved-text';
import { equalTexts } from '../references/unresolved-text';

/** The clusters that the filters name. */
export interface Clusters {
  /** By reference or by name. */
  readonly identities: readonly ClusterIdentity[];
  /** Whether only the beginning of some names is known. */
  readonly byPrefix: boolean;
  /** Their ARNs; empty if the filters do not name any. */
  readonly arns: readonly Value[];
  /** Each cluster, or each beginning of names, with what the ARNs of its services begin with. */
  alternatives(): readonly ClusterAlternative[];
}

/** The ARN of a cluster, or what it begins with, and what the ARNs of its services begin with. */
export interface ClusterAlternative {
  readonly cluster: Value;
  readonly services: Value;
}

/** Reads `clusters`, `clusterNames` and `clusterNamePrefixes`. */
export function clustersOf(filters: Filters, places: Places): Clusters {
  const { home } = places;
  const references = (filterList('clusters', filters.clusters) ?? []).map((ref, i) => clusterOf(`clusters[${i}]`, ref, home));
  references.forEach((cluster, i) => checkPlace(`clusters[${i}]`, cluster.environment, filters, home));
  const names = (filterList('clusterNames', filters.clusterNames) ?? []).map((name, i) => checkEcsName(`clusterNames[${i}]`, name));
  const beginnings = (filterList('clusterNamePrefixes', filters.clusterNamePrefixes) ?? []).map((text, i) => checkEcsName(`clusterNamePrefixes[${i}]`, text));
  const identitiesIn = (environments: readonly Environment[]) =>
    [...references, ...names.flatMap((name) => environments.map((place) => clusterNamed(place, name, home)))];
  const identities = identitiesIn(places.ofNames);
  return {
    identities,
    byPrefix: beginnings.length > 0,
    arns: minimal<Value>([...identities.map(arnValue), ...beginnings.flatMap((text) => arnPrefixes('cluster', text, places))]),
    alternatives: () => [
      // With the last slash: without it, `prod` would match the services of `prod-2` too.
      ...identitiesIn(places.all).map((cluster) => ({ cluster: arnValue(cluster), services: servicesOf(cluster, home) })),
      ...beginnings.flatMap((text) => {
        const services = arnPrefixes('service', text, places);
        return arnPrefixes('cluster', text, places).map((cluster, i) => ({ cluster, services: services[i] }));
      }),
    ],
  };
}

function servicesOf({ environment, name, nameKey }: ClusterIdentity, home: Environment): Value {
  return prefix(ecsArn(environment, `service/${name}/`), canonicalArn(environment, `service/${nameKey}/`, home));
}

/** The condition on the cluster, where the event has it. */
export function clusterCondition({ cluster: { path, form } }: DetailTypeEntry, clusters: Clusters): FieldCondition[] {
  return clusters.arns.length === 0 ? [] : [new FieldCondition(path, form === 'arn' ? clusters.arns : minimal(clusters.alternatives().map(({ services }) => services)), true)];
}

/** Whether the cluster of a service or a daemon is among the clusters of the filters. Throws an error if it is not in any deployment. */
export function checkCluster(prop: string, cluster: ClusterIdentity | undefined, { arns }: Clusters): Overlap {
  if (arns.length === 0) {
    return 'certain';
  }
  const overlaps = cluster ? arns.map((value) => overlapOf(value, exact(cluster.arn, cluster.key))) : ['possible'];
  if (overlaps.includes('certain')) {
    return 'certain';
  }
  if (!overlaps.includes('possible')) {
    throw new ValidationError({
      prop,
      problem: `its cluster ${show(targetOf(cluster!.name) ?? cluster!.name)} is not among the clusters of the filter`,
      resolution: 'Filters are combined with AND, so no event would match. Add the cluster to clusters or clusterNames, or omit both',
    });
  }
  return 'possible';
}

/**
 * The account and the Region of all clusters, where a cluster is among them if and only if it is in that account and Region: its name is that of one of them.
 *
 * None if the clusters are in several places, or if the names cannot be compared.
 */
export function commonPlace({ identities, byPrefix }: Clusters, cluster: ClusterIdentity | undefined): Environment | undefined {
  const [{ environment: place } = { environment: undefined }] = identities;
  const placeOf = ({ key }: ClusterIdentity) => key.slice(0, key.indexOf(':cluster/'));
  const isCommon = !byPrefix && new Set(identities.map(placeOf)).size === 1;
  return isCommon && identities.some(({ nameKey }) => nameKey === cluster?.nameKey) ? place : undefined;
}

/** What is known to be in another environment can never meet `accounts` or `regions`. */
export function checkPlace(prop: string, { account, region }: Environment, filters: Filters, home: Environment): void {
  for (const [name, value, allowed] of [['accounts', account, filters.accounts], ['regions', region, filters.regions]] as const) {
    const known = canonicalName(value, home);
    if (allowed && allowed.every((candidate) => equalTexts(known, canonicalName(candidate, home)) === 'no')) {
      throw new ValidationError({
        prop,
        problem: `it is in ${known}, which is not among ${name}: ${show(allowed)}`,
        resolution: `Filters are combined with AND, so no event would match. Add ${known} to ${name}, or remove one of the two filters`,
      });
    }
  }
}
