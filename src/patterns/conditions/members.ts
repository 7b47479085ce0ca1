import type { Clusters } from './clusters';
import type { Condition } from './condition';
import type { Finding } from '../../validation/findings/finding';
import type { Value } from './values';
import { exact, minimal } from './values';
import type { DetailTypeEntry } from '../../events/detail-type';
import { checkEcsName } from '../../validation/names';
import { ValidationError, show } from '../../validation/validation-error';
import { member } from '../references/references';
import type { MemberIdentity } from '../references/references';

/** Conditions and findings of one part of a pattern. */
export interface Conditions {
  readonly conditions: readonly Condition[];
  readonly findings: readonly Finding[];
}

/** What members of a cluster ask for. */
export interface MemberConditions extends Conditions {
  /** Whether they say which cluster too, so that its own condition is not needed. */
  readonly includeCluster: boolean;
  /** What they say of other fields without asking for it: patterns are told apart by it. */
  readonly implied: { readonly [path: string]: readonly Value[] };
}

/** Names of members, multiplied with the clusters that the filters name. */
export function namedMembers(kind: 'service' | 'daemon', prop: string, names: readonly string[], clusters: Clusters): MemberIdentity[] {
  names.forEach((name, i) => checkEcsName(`${prop}[${i}]`, name));
  if (names.length > 0 && (clusters.identities.length === 0 || clusters.byPrefix)) {
    throw new ValidationError({
      prop,
      problem: `found ${show(names)} ${clusters.byPrefix ? 'beside clusterNamePrefixes' : 'without a cluster'}`,
      resolution: `Name every cluster by clusters or clusterNames: the name of a ${kind} means nothing without its cluster, and a prefix of cluster names cannot be joined with it`,
    });
  }
  return clusters.identities.flatMap((cluster) => names.map((name) => member(kind, cluster.environment, cluster, name)));
}

/** Who asks for a member of a cluster asks for that cluster. */
export function impliedClusters({ cluster: { path, form } }: DetailTypeEntry, members: readonly MemberIdentity[]): MemberConditions['implied'] {
  const clusters = members.flatMap(({ cluster }) => cluster ?? []);
  return form === 'arn' && members.length > 0 && clusters.length === members.length
    ? { [path]: minimal(clusters.map(({ arn, key, unresolved }) => exact(arn, key, unresolved))) }
    : {};
}

const WAITS = { service: 'cdk-ecs-event-rules:ruleDependsOnService', daemon: 'cdk-ecs-event-rules:ruleDependsOnDaemon' };

/** That the rule is created after what it refers to. */
export function dependencyFindings(kind: 'service' | 'daemon', entry: DetailTypeEntry, members: readonly MemberIdentity[]): Finding[] {
  const names = kind === 'service' ? 'serviceNames' : 'daemonNames';
  const hook = entry.detailType === 'ECS Hook State Change';
  return members.filter(({ dependsOn }) => dependsOn).map(({ dependsOn }) => ({
    level: hook ? 'warning' : 'info',
    id: hook ? 'cdk-ecs-event-rules:hookRuleDependsOnService' : WAITS[kind],
    message: `${dependsOn!.node.path} has no literal name, so the rule refers to it and is created after it is stable: the rule misses its first deployment`
      + (hook ? ', and a deployment that waits in a hook for somebody to act waits unheard' : '')
      + `. Give the ${kind} a literal name, or use ${names} together with clusters.`,
    dependsOn,
  }));
}
