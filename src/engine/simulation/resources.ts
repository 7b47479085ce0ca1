import type { Deployment } from '../template/deployment';
import type { ResourceInstance } from '../template/resource-instance';

/** How resources of some types are looked up. */
export interface ResourceIndex {
  readonly types: readonly string[];
  /** What a resource is found by. */
  keysOf(resource: ResourceInstance): unknown;
}

/** The resources of everything that is simulated together. */
export class Resources {
  private readonly indexes = new Map<ResourceIndex, Map<unknown, ResourceInstance[]>>();

  constructor(private readonly deployments: readonly Deployment[]) {}

  /** The resource with an ARN, if it is one of the app. */
  public withArn(arn: string): ResourceInstance | undefined {
    return this.deployments.map((deployment) => deployment.resourceOf(arn)).find((resource) => resource !== undefined);
  }

  /** What to call the resource with an ARN: by its construct path if it is one of the app. */
  public nameOf(arn: string): string {
    return this.withArn(arn)?.path ?? arn;
  }

  /** The resources of a type. */
  public ofType(wanted: string): ResourceInstance[] {
    return this.deployments.flatMap(({ stacks }) => stacks).flatMap((stack) => stack.existing()).filter(({ type }) => type === wanted);
  }

  /** The resources that an index finds by a key. Each index is made once. */
  public by(index: ResourceIndex, key: string): readonly ResourceInstance[] {
    const known = this.indexes.get(index) ?? this.read(index);
    this.indexes.set(index, known);
    return known.get(key) ?? [];
  }

  private read(index: ResourceIndex): Map<unknown, ResourceInstance[]> {
    const read = new Map<unknown, ResourceInstance[]>();
    for (const resource of index.types.flatMap((type) => this.ofType(type))) {
      for (const key of new Set(keysOf(index, resource))) {
        read.set(key, [...read.get(key) ?? [], resource]);
      }
    }
    return read;
  }
}

function keysOf(index: ResourceIndex, resource: ResourceInstance): unknown[] {
  try {
    return [index.keysOf(resource)].flat();
  } catch {
    // What cannot be known without AWS is not what anybody looks for here.
    return [];
  }
}
