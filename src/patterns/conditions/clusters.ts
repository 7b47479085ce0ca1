import { Token } from 'aws-cdk-lib';
import { FieldCondition } from './condition';
import type { Value } from './values';
import { exact, minimal, prefix } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import { filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { ValidationError, show } from '../../validation/validation-error';
import { arnKey, ecsArn, mayBeSamePlace } from '../references/environment';
import type { Environment } from '../references/environment';
import { clusterNamed, clusterOf, literalNameOf } from '../references/references';
import type { ClusterIdentity } from '../references/references';

/** The clusters that the filters name, in the forms in which events carry them. */
export interface Clusters {
  /** By reference or by name. */
  readonly identities: readonly ClusterIdentity[];
  /** Whether the filters say anything of clusters. */
  readonly given: boolean;
  /** Whether some of them are known by what their name begins with only. */
  readonly byPrefix: boolean;
  /** The condition on the cluster, if there is one. */
  readonly condition?: FieldCondition;
  /** Fails if the cluster of something else can never be among them. */
  check(prop: string, cluster: ClusterIdentity | undefined): void;
}

/** Reads `clusters`, `clusterNames` and `clusterNamePrefixes`. */
export function clustersOf(entry: DetailTypeEntry, filters: Filters, places: readonly Environment[]): Clusters {
  const references = (filterList('clusters', filters.clusters) ?? []).map((ref, i) => clusterOf(`clusters[${i}]`, ref));
  references.forEach((cluster, i) => checkPlace(`clusters[${i}]`, cluster.environment, filters));
  const names = (filterList('clusterNames', filters.clusterNames) ?? []).map((name, i) => checkEcsName(`clusterNames[${i}]`, name));
  const identities = [...references, ...names.flatMap((name) => places.map((place) => clusterNamed(place, name)))];
  const prefixes = (filterList('clusterNamePrefixes', filters.clusterNamePrefixes) ?? [])
    .map((text, i) => checkEcsName(`clusterNamePrefixes[${i}]`, text))
    .flatMap((text) => places.map((place) => ({ place, text })));
  const arnValues = minimal<Value>([
    ...identities.map(({ arn, key, unresolved }) => exact(arn, key, unresolved)),
    ...prefixes.map(({ place, text }) => prefix(ecsArn(place, `cluster/${text}`), arnKey(place, `cluster/${text}`), Token.isUnresolved(text))),
  ]);
  const given = arnValues.length > 0;
  const values = entry.cluster.form === 'arn' ? arnValues : minimal<Value>([
    // With the last slash: without it, `prod` would match the services of `prod-2` too.
    ...identities.map(({ environment, name, key, unresolved }) =>
      prefix(ecsArn(environment, `service/${name}/`), key.replace('|cluster/', '|service/') + '/', unresolved)),
    ...prefixes.map(({ place, text }) => prefix(ecsArn(place, `service/${text}`), arnKey(place, `service/${text}`), Token.isUnresolved(text))),
  ]);
  return {
    identities,
    given,
    byPrefix: prefixes.length > 0,
    condition: given ? new FieldCondition(entry.cluster.path, values, true) : undefined,
    check: (prop, cluster) => {
      if (!given || cluster === undefined || cluster.unresolved) {
        return;
      }
      const name = literalNameOf(cluster);
      const isHere = (place: Environment) => mayBeSamePlace(place, cluster.environment);
      const among = identities.some((other) => other.unresolved || (literalNameOf(other) === name && isHere(other.environment)))
        || prefixes.some(({ place, text }) => Token.isUnresolved(text) || (name.startsWith(text) && isHere(place)));
      if (!among) {
        throw new ValidationError({
          prop,
          problem: `its cluster ${show(name)} is not among the clusters of the filter`,
          resolution: 'Filters are ANDed, so this would never match: add the cluster to clusters or clusterNames, or leave those out',
        });
      }
    },
  };
}

/** What is known to be elsewhere can never meet `accounts` or `regions`. */
export function checkPlace(prop: string, { account, region }: Environment, filters: Filters): void {
  for (const [name, value, allowed] of [['accounts', account, filters.accounts], ['regions', region, filters.regions]] as const) {
    if (allowed && !Token.isUnresolved(value) && !allowed.some((candidate) => Token.isUnresolved(candidate) || candidate === value)) {
      throw new ValidationError({
        prop,
        problem: `it is in ${value}, which is not among ${name}: ${show(allowed)}`,
        resolution: `Filters are ANDed, so this would never match: add ${value} to ${name}, or remove one of the two filters`,
      });
    }
  }
}
