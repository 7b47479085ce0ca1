import { CfnResource, Resource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { RenderedElements } from './rendered-elements';

/** The resources of a Stage as they will be rendered, overrides of the user included. Reads the tree once, and each resource once. */
export class AppResources {
  private readonly byType = new Map<string, CfnResource[]>();
  private readonly indexes = new Map<string, Map<string, CfnResource[]>>();

  constructor(stage: IConstruct, private readonly elements: RenderedElements) {
    for (const construct of stage.node.findAll()) {
      if (CfnResource.isCfnResource(construct)) {
        listIn(this.byType, construct.cfnResourceType).push(construct);
      }
    }
  }

  /** A property, resolved within the stack of the resource. */
  public property(resource: CfnResource, name: string): unknown {
    return this.elements.property(resource, name);
  }

  /**
   * The resources of a type of which a property names a construct, alone or in a list.
   *
   * @param value how the construct is named: its ARN, URL or name
   */
  public naming(type: string, property: string, construct: IConstruct, value: string): CfnResource[] {
    const home = Stack.of(construct);
    const atHome = JSON.stringify(home.resolve(value));
    const stacks = new Set((this.byType.get(type) ?? []).map((resource) => Stack.of(resource)));
    return [...stacks].flatMap((stack) => {
      const named = resolveIn(stack, value);
      // A reference to another stack looks the same on both sides; where nothing refers there, it looks like a reference to a namesake.
      const isNamesake = stack !== home && Resource.isOwnedResource(construct) && JSON.stringify(named) === atHome;
      return isNamesake || named === undefined ? [] : this.index(type, property).get(keyOf(stack, named)) ?? [];
    });
  }

  private index(type: string, property: string): Map<string, CfnResource[]> {
    const id = `${type} ${property}`;
    const index = this.indexes.get(id) ?? new Map<string, CfnResource[]>();
    if (!this.indexes.has(id)) {
      this.indexes.set(id, index);
      for (const resource of this.byType.get(type) ?? []) {
        [this.property(resource, property)].flat().forEach((element) => listIn(index, keyOf(Stack.of(resource), element)).push(resource));
      }
    }
    return index;
  }
}

/** The resource behind a construct that the app owns; `undefined` for imports. */
export function resourceOf(construct: IConstruct): CfnResource | undefined {
  const child = construct.node.defaultChild;
  return child && CfnResource.isCfnResource(child) ? child : undefined;
}

/** What has no name cannot be named by a stack of another account or Region: the CDK throws. */
function resolveIn(stack: Stack, value: string): unknown {
  try {
    return stack.resolve(value);
  } catch {
    return undefined;
  }
}

function keyOf(stack: Stack, value: unknown): string {
  return `${stack.node.path} ${JSON.stringify(value)}`;
}

function listIn(map: Map<string, CfnResource[]>, key: string): CfnResource[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
