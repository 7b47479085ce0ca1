import type { Deployment } from '../template/deployment';
import type { ResourceInstance } from '../template/resource-instance';
import { worldsOf } from '../template/worlds';
import type { World, Worlds } from '../template/worlds';
import { readable } from '../values/unknown';

/** How resources of some types are looked up. */
export interface ResourceIndex {
  readonly types: readonly string[];
  /** The keys by which a resource is found. */
  keysOf(resource: ResourceInstance): unknown;
}

/** The resources of everything that is simulated together. */
export class Resources {
  private readonly indexes = new Map<ResourceIndex, Map<string, ResourceInstance[]>>();

  constructor(private readonly deployments: readonly Deployment[]) {}

  /** The worlds in which the conditions of the stacks differ. */
  public get worlds(): Worlds {
    return worldsOf(this.deployments.flatMap(({ stacks }) => stacks));
  }

  /** The same resources in another world. */
  public inWorld(world: World): Resources {
    return new Resources(this.deployments.map((deployment) => deployment.inWorld(world)));
  }

  /** The counterpart of a resource in a copy of these resources, if it exists there. */
  public counterpart(resource: ResourceInstance, copy: Resources): ResourceInstance | undefined {
    return this.deployments.map((deployment, at) => deployment.counterpart(resource, copy.deployments[at])).find((found) => found !== undefined);
  }

  /** The resource with an ARN, if it is part of the app. */
  public withArn(arn: string): ResourceInstance | undefined {
    return this.deployments.map((deployment) => deployment.resourceOf(arn)).find((resource) => resource !== undefined);
  }

  /** The name of a resource in sentences: its construct path if it is part of the app, else its ARN. */
  public nameOf(arn: string): string {
    return this.withArn(arn)?.path ?? readable(arn);
  }

  /** The resources of some types that exist. */
  public ofType(...types: string[]): ResourceInstance[] {
    return this.deployments.flatMap(({ stacks }) => stacks).flatMap((stack) => stack.ofType(...types));
  }

  /** The resources that an index finds by a key. Each index is made once. */
  public by(index: ResourceIndex, key: string): readonly ResourceInstance[] {
    const known = this.indexes.get(index) ?? this.read(index);
    return known.get(readable(key)) ?? [];
  }

  private read(index: ResourceIndex): ReadonlyMap<string, ResourceInstance[]> {
    const read = new Map<string, ResourceInstance[]>();
    for (const resource of this.ofType(...index.types)) {
      for (const key of new Set(keysOf(index, resource).map((each) => readable(String(each))))) {
        read.set(key, [...read.get(key) ?? [], resource]);
      }
    }
    this.indexes.set(index, read);
    return read;
  }
}

function keysOf(index: ResourceIndex, resource: ResourceInstance): unknown[] {
  try {
    return [index.keysOf(resource)].flat();
  } catch {
    // What cannot be evaluated is not looked for here.
    return [];
  }
}
