import type { Clusters } from './clusters';
import type { Condition, PatternJson } from './condition';
import { nest } from './condition';
import type { Members } from './members';
import { inBothForms, undecided } from './members';
import type { ExactValue, PrefixValue, Value } from './values';
import { except, exact, minimal, overlapOf, prefix } from './values';
import type { Finding } from '../../validation/findings/finding';
import { ValidationError, show } from '../../validation/validation-error';
import { canonicalArn, canonicalName } from '../references/canonical-text';
import { ecsArn } from '../references/environment';
import type { Places } from '../references/places';
import { nameKeyOf } from '../references/references';
import type { ClusterIdentity, MemberIdentity } from '../references/references';

/** The group of the tasks of a service. */
export function groupOf(name: string, key: string): ExactValue {
  return exact(`service:${name}`, `service:${key}`);
}

/** A service as tasks have it. */
export interface ServiceOfTasks {
  readonly cluster: ClusterIdentity;
  readonly group: ExactValue;
}

/** The cluster and the group of the tasks of services. Throws an error if one of them is not known. */
export function servicesOfTasks(prop: string, services: readonly MemberIdentity[], clusters: Clusters, { home }: Places): ServiceOfTasks[] {
  const inNewForm = services.flatMap((service) => inBothForms(service, clusters, home))
    .filter(({ oldForm }) => !oldForm || clusters.identities.length === 0);
  return inNewForm.map((service, i) => {
    if (!service.cluster || !service.name) {
      throw new ValidationError({
        prop: `${prop}[${i}]`,
        problem: `tasks have the name of their service and the ARN of its cluster, and ${show(service.arn)} does not have both`,
        resolution: 'Use clusters together with serviceNames, or import the service with its cluster',
      });
    }
    return { cluster: service.cluster, group: groupOf(service.name, nameKeyOf(service)!) };
  });
}

/** A cluster of excluded services, by the prefix of the ARNs of its tasks, with their groups. */
interface ExcludedCluster {
  readonly tasks: PrefixValue;
  readonly groups: readonly ExactValue[];
}

/** The condition that excludes services of tasks where none are included, and whether it may exclude less than it should. */
export function excludedGroups(members: Members, clusters: Clusters, places: Places):
{ readonly conditions: readonly Condition[]; readonly findings: readonly Finding[] } {
  const names = minimal(members.excludedNames.map((name) => groupOf(name, canonicalName(name, places.home))));
  const excluded = new Map<string, ExcludedCluster>();
  for (const { cluster: { key, environment, name, nameKey }, group } of servicesOfTasks('excludedServices', members.excludedReferences, clusters, places)) {
    const tasks = prefix(ecsArn(environment, `task/${name}/`), canonicalArn(environment, `task/${nameKey}/`, places.home));
    excluded.set(key, { tasks, groups: [...excluded.get(key)?.groups ?? [], group] });
  }
  const inClusters = [...excluded.values()];
  return {
    conditions: inClusters.length + names.length === 0 ? [] : [new ExcludedGroupsCondition(inClusters, names)],
    findings: inClusters.length <= MAX_UNCERTAIN || !mayBeEqual(inClusters) ? [] : [undecided(
      'excludedServices: whether some of their clusters are the same is known at deployment only, and the tasks of such a cluster match although their service is excluded',
      'Use excludedServiceNames, or clusters with literal names',
    )],
  };
}

/**
 * Tasks without those of excluded services. The group of a task has the name of its service without the cluster, so it is excluded together with the cluster,
 * which the ARN of the task has too: `detail.clusterArn` is free for the filters on clusters.
 *
 * EventBridge cannot exclude a pair of values, so it takes a `$or`: the task is in none of the clusters, or in one of them and not of its excluded groups.
 */
class ExcludedGroupsCondition implements Condition {
  public readonly size = 1;

  /**
   * @param clusters each once
   * @param names the groups to exclude in any cluster
   */
  constructor(private readonly clusters: readonly ExcludedCluster[], private readonly names: readonly ExactValue[]) {}

  public slice(): ExcludedGroupsCondition {
    return this;
  }

  public render(): PatternJson {
    const branches = this.clusters.length === 0 ? [this.branch([], this.names)] : this.branches();
    return nest('detail', branches.length === 1 ? branches[0] : { $or: branches });
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    return this.clusters.length === 0 ? { 'detail.group': excluding(this.names) } : {};
  }

  private branches(): PatternJson[] {
    if (this.clusters.length <= MAX_UNCERTAIN && mayBeEqual(this.clusters)) {
      // For each cluster, the task is either not in it or not of its groups: whether two of them are one is known at deployment only.
      return Array.from({ length: 2 ** this.clusters.length }, (_, choice) => {
        const isOutside = (i: number) => Math.floor(choice / 2 ** i) % 2 === 1;
        const outside = this.clusters.filter((_cluster, i) => isOutside(i)).map(({ tasks }) => tasks);
        const inside = this.clusters.filter((_cluster, i) => !isOutside(i)).flatMap(({ groups }) => groups);
        return this.branch(tasksOutside(outside), [...inside, ...this.names]);
      });
    }
    return [
      this.branch(tasksOutside(this.clusters.map(({ tasks }) => tasks)), this.names),
      ...this.clusters.map(({ tasks, groups }) => this.branch([tasks], [...groups, ...this.names])),
    ];
  }

  private branch(tasks: readonly Value[], groups: readonly ExactValue[]): PatternJson {
    return {
      ...tasks.length > 0 && { taskArn: tasks.map(({ matcher }) => matcher) },
      ...groups.length > 0 && { group: excluding(minimal(groups)).map(({ matcher }) => matcher) },
    };
  }
}

/** Of so many clusters that may be equal, every combination has a branch: more of them make a pattern of more than 2,048 characters. */
const MAX_UNCERTAIN = 2;

function mayBeEqual(clusters: readonly ExcludedCluster[]): boolean {
  return clusters.some(({ tasks }, i) => clusters.slice(0, i).some((other) => overlapOf(other.tasks, tasks) !== 'no'));
}

function excluding(groups: readonly ExactValue[]): Value[] {
  return except(groups, groups.map(({ matcher }) => matcher) as never, true);
}

function tasksOutside(tasks: readonly PrefixValue[]): Value[] {
  const prefixes = tasks.map(({ matcher }) => (matcher as { readonly prefix: string }).prefix);
  return tasks.length === 0 ? [] : except(tasks, { prefix: prefixes.length === 1 ? prefixes[0] : prefixes }, false);
}
