import type { ClusterAlternative } from './clusters';
import type { Condition, FieldPresence, PatternJson } from './condition';
import { grouped, merge, nest } from './condition';
import { groupsOf } from './value-groups';
import type { Value } from './values';
import { minimal } from './values';

const CLUSTER_ARN = 'detail.clusterArn';
const ABSENT: Value = { kind: 'absent', matcher: { exists: false } };

/**
 * Events of some clusters without those of excluded services, where the field that has the service may be the only one that has the cluster.
 *
 * EventBridge cannot combine a prefix with an exclusion on one field. So the exclusion applies to events with `detail.clusterArn`; of those without it,
 * the events of excluded services match too: no alert is lost.
 */
export class ClusterExclusionCondition implements Condition {
  private readonly alternatives: readonly ClusterAlternative[];
  private grouped?: readonly (readonly ClusterAlternative[])[];

  /**
   * @param path the field that has the service
   * @param exclusion what that field must not have
   * @param hasClusterArn whether the events have `detail.clusterArn`, if this is required
   */
  constructor(
    private readonly path: string,
    alternatives: readonly ClusterAlternative[],
    private readonly exclusion: readonly Value[],
    private readonly hasClusterArn?: boolean,
  ) {
    const left = new Set(minimal(alternatives.map(({ services }) => services)));
    this.alternatives = alternatives.filter(({ services }) => left.has(services));
  }

  public get size(): number {
    return this.groups.length;
  }

  public slice(from: number, to?: number): ClusterExclusionCondition {
    const groups = this.groups.slice(from, to);
    const slice = new ClusterExclusionCondition(this.path, groups.flat(), this.exclusion, this.hasClusterArn);
    slice.grouped = groups;
    return slice;
  }

  public render(): PatternJson {
    const branch = (clusters: readonly Value[], services: readonly Value[]) =>
      merge([nest(this.path, services.map(({ matcher }) => matcher)), nest(CLUSTER_ARN, clusters.map(({ matcher }) => matcher))]);
    const has = branch(this.clusters, this.exclusion);
    const lacks = branch([ABSENT], this.services);
    return this.hasClusterArn === undefined ? { $or: [has, lacks] } : this.hasClusterArn ? has : lacks;
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    const clusters = this.hasClusterArn === undefined ? [ABSENT, ...this.clusters] : this.hasClusterArn ? this.clusters : [ABSENT];
    return { [this.path]: this.services, [CLUSTER_ARN]: clusters };
  }

  public withPresence({ path, exists }: FieldPresence): ClusterExclusionCondition | undefined {
    return path === CLUSTER_ARN ? new ClusterExclusionCondition(this.path, this.alternatives, this.exclusion, exists) : undefined;
  }

  private get clusters(): Value[] {
    return this.alternatives.map(({ cluster }) => cluster);
  }

  private get services(): Value[] {
    return this.alternatives.map(({ services }) => services);
  }

  private get groups(): readonly (readonly ClusterAlternative[])[] {
    this.grouped ??= grouped(this.alternatives, groupsOf(this.alternatives.map(({ services }) => services)));
    return this.grouped;
  }
}
