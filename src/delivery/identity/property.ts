import type { IConstruct } from 'constructs';

/** An L1 construct of any type. `CfnResource` itself has its properties by the names of the template, in a getter that is protected. */
interface AnyResource {
  readonly [property: string]: unknown;
  readonly cfnProperties?: { readonly [property: string]: unknown };
}

/**
 * A property of an L1 construct as it is now, tokens unresolved. `undefined` if it is not set, or if the CDK no longer returns the properties of a bare
 * `CfnResource`: then the engine still finds at synthesis what was not found here.
 *
 * @param name in lower camel case
 */
export function property(construct: IConstruct, name: string): unknown {
  const resource = construct as unknown as AnyResource;
  return name in resource ? resource[name] : resource.cfnProperties?.[templateName(name)];
}

/** Sets a property of an L1 construct. */
export function setProperty(construct: IConstruct, name: string, value: unknown): void {
  if (name in construct) {
    Object.assign(construct, { [name]: value });
  } else {
    (construct as unknown as { addPropertyOverride(path: string, value: unknown): void }).addPropertyOverride(templateName(name), value);
  }
}

function templateName(name: string): string {
  return `${name[0].toUpperCase()}${name.slice(1)}`;
}
