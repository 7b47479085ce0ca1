import { CfnResource, Resource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The properties of a resource as they will be rendered. */
type Properties = { readonly [property: string]: unknown };

/** The resources of a Stage as they will be rendered, overrides of the user included. Reads the tree once, and each resource once. */
export class AppResources {
  private readonly byType = new Map<string, CfnResource[]>();
  private readonly properties = new Map<CfnResource, Properties>();
  private readonly indexes = new Map<string, Map<string, CfnResource[]>>();

  constructor(stage: IConstruct) {
    for (const construct of stage.node.findAll()) {
      if (CfnResource.isCfnResource(construct)) {
        listIn(this.byType, construct.cfnResourceType).push(construct);
      }
    }
  }

  /** A property, resolved within the stack of the resource. */
  public property(resource: CfnResource, name: string): unknown {
    const known = this.properties.get(resource) ?? propertiesOf(resource);
    this.properties.set(resource, known);
    return known[name];
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
      // A reference to another stack looks the same on both sides; where nothing refers there, it looks like a reference to a namesake.
      const named = stack.resolve(value);
      const isNamesake = stack !== home && Resource.isOwnedResource(construct) && typeof named !== 'string' && JSON.stringify(named) === atHome;
      return isNamesake ? [] : this.index(type, property).get(keyOf(stack, named)) ?? [];
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

function propertiesOf(resource: CfnResource): Properties {
  // What the CDK itself calls: the only way to the properties with the overrides of the user in them.
  const { Resources } = Stack.of(resource).resolve((resource as unknown as { _toCloudFormation(): object })._toCloudFormation());
  return (Object.values(Resources)[0] as { readonly Properties?: Properties }).Properties ?? {};
}

function keyOf(stack: Stack, value: unknown): string {
  return `${stack.node.path} ${JSON.stringify(value)}`;
}

function listIn(map: Map<string, CfnResource[]>, key: string): CfnResource[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
