import type { Clusters } from './clusters';
import { checkCluster, checkPlace } from './clusters';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import type { Finding } from '../../validation/findings/finding';
import { exclusionList, filterList } from '../../validation/lists';
import { checkEcsName } from '../../validation/names';
import { ValidationError, show } from '../../validation/validation-error';
import type { Places } from '../references/places';
import type { ClusterIdentity, MemberIdentity } from '../references/references';
import { daemonOf, member, serviceOf } from '../references/references';
import type { Overlap } from '../references/unresolved-text';

/** Services and daemons are found in the same way. */
export type MemberKind = 'service' | 'daemon';

/** The services or the daemons that filters name. */
export interface Members {
  readonly kind: MemberKind;
  readonly references: readonly MemberIdentity[];
  /** The names, in every cluster of the filters. */
  readonly named: readonly MemberIdentity[];
  readonly names: readonly string[];
  /** Whether the cluster of each reference is among those of the filters. */
  readonly clusterOverlaps: readonly Overlap[];
  readonly excludedReferences: readonly MemberIdentity[];
  readonly excludedNames: readonly string[];
}

const FILTERS = {
  service: { references: 'services', names: 'serviceNames', excludedReferences: 'excludedServices', excludedNames: 'excludedServiceNames', read: serviceOf },
  daemon: { references: 'daemons', names: 'daemonNames', excludedReferences: 'excludedDaemons', excludedNames: 'excludedDaemonNames', read: daemonOf },
} as const;

/** The names of the filters for a kind of member. */
export function filterNamesOf(kind: MemberKind) {
  return FILTERS[kind];
}

/** Reads `services` and `serviceNames`, or `daemons` and `daemonNames`, and what is excluded. */
export function membersOf(kind: MemberKind, filters: Filters, clusters: Clusters, { home }: Places): Members {
  const props = FILTERS[kind];
  const read = props.read as (prop: string, ref: unknown, environment: typeof home) => MemberIdentity;
  const references = (filterList<unknown>(props.references, filters[props.references]) ?? []).map((ref, i) => read(`${props.references}[${i}]`, ref, home));
  references.forEach((reference, i) => checkPlace(`${props.references}[${i}]`, reference.environment, filters, home));
  const names = filterList(props.names, filters[props.names]) ?? [];
  return {
    kind,
    references,
    names,
    named: namedMembers(kind, props.names, names, clusters, home),
    clusterOverlaps: references.map(({ cluster, oldForm }, i) => oldForm ? 'certain' : checkCluster(`${props.references}[${i}]`, cluster, clusters)),
    excludedReferences: exclusionList<unknown>(props.excludedReferences, filters[props.excludedReferences])
      .map((ref, i) => read(`${props.excludedReferences}[${i}]`, ref, home)),
    excludedNames: exclusionList<string>(props.excludedNames, filters[props.excludedNames]).map((name, i) => checkEcsName(`${props.excludedNames}[${i}]`, name)),
  };
}

/** Names of members, multiplied with the clusters that the filters name. */
export function namedMembers(kind: MemberKind, prop: string, names: readonly string[], clusters: Clusters, home: Places['home']): MemberIdentity[] {
  names.forEach((name, i) => checkEcsName(`${prop}[${i}]`, name));
  if (names.length > 0 && (clusters.identities.length === 0 || clusters.byPrefix)) {
    throw new ValidationError({
      prop,
      problem: `${clusters.byPrefix ? 'cannot be combined with clusterNamePrefixes' : 'requires clusters or clusterNames'}, got ${show(names)}`,
      resolution: `Name every cluster in clusters or clusterNames: a ${kind} name is unique within its cluster only`,
    });
  }
  return clusters.identities.flatMap((cluster) => names.map((name) => member(kind, cluster, name, home)));
}

/** A service with a short ARN may have been migrated since: if clusters are known, both forms match. */
export function inBothForms(service: MemberIdentity, clusters: Clusters, home: Places['home']): MemberIdentity[] {
  return service.oldForm ? [service, ...clusters.identities.map((cluster) => member('service', cluster, service.name!, home))] : [service];
}

const WAITS = { service: 'cdk-ecs-event-rules:ruleDependsOnService', daemon: 'cdk-ecs-event-rules:ruleDependsOnDaemon' };

/**
 * Reports that the rule is created after what it refers to. A rule that excludes a service or daemon misses the events of all others until then, and CloudFormation
 * has no form of a reference without the order: this is a warning.
 */
export function dependencyFindings(
  kind: MemberKind, entry: DetailTypeEntry, members: readonly MemberIdentity[], excluded: readonly MemberIdentity[],
): Finding[] {
  const { names, excludedNames } = FILTERS[kind];
  const hook = entry.detailType === 'ECS Hook State Change';
  const ofExcluded = excluded.filter(({ dependsOn }) => dependsOn).map(({ dependsOn }): Finding => ({
    level: 'warning',
    id: WAITS[kind],
    message: `${dependsOn!.node.path} has no literal name, so the rule that excludes it refers to it and is created after it is stable. Until then the rule misses the events of every`
      + ` other ${kind}, such as those of its first deployment. Give the ${kind} a literal name, or use ${excludedNames} together with clusters.`,
    dependsOn,
  }));
  const ofReferences = members.filter(({ dependsOn }) => dependsOn).map(({ dependsOn }): Finding => ({
    level: hook ? 'warning' : 'info',
    id: hook ? 'cdk-ecs-event-rules:hookRuleDependsOnService' : WAITS[kind],
    message: `${dependsOn!.node.path} has no literal name, so the rule refers to it and is created after it is stable. The rule misses the events of its first deployment`
      + (hook ? ', such as a deployment that is paused in a hook and awaits action' : '')
      + `. Give the ${kind} a literal name, or use ${names} together with clusters.`,
    dependsOn,
  }));
  return [...ofReferences, ...ofExcluded];
}

/** Reports a literal ARN in a form that events no longer have. */
export function oldFormFindings(prop: string, services: readonly MemberIdentity[], clusters: Clusters): Finding[] {
  return services.filter(({ oldForm }) => oldForm && clusters.identities.length === 0).map(({ arn }) => ({
    level: 'warning',
    id: 'cdk-ecs-event-rules:shortServiceArn',
    message: `${prop}: ${arn} has the short form from before 2021, without the cluster. Events of services that were migrated or created since contain service/<cluster>/<name>,`
      + ' which this ARN never matches. Add clusters, use clusterNames with serviceNames, or import the service with its cluster.',
  }));
}

/** Reports that two values can be compared only at deployment. */
export function undecided(problem: string, resolution: string): Finding {
  return { level: 'warning', id: 'cdk-ecs-event-rules:unresolvedComparison', message: `${problem}. ${resolution}.` };
}

/** The clusters of members, if each of them is known. */
export function clustersOfMembers(members: readonly MemberIdentity[]): readonly ClusterIdentity[] | undefined {
  const clusters = members.flatMap(({ cluster }) => cluster ?? []);
  return clusters.length === members.length ? clusters : undefined;
}
