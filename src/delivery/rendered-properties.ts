import type { CfnResource } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';

/** The properties of a resource, by their names in the template. */
export type Properties = { readonly [property: string]: unknown };

/** The properties of a resource as they are rendered, overrides of the user included. */
export function renderedProperties(resource: CfnResource): Properties {
  // What the CDK itself calls: the only way to the properties with the overrides of the user in them.
  const { Resources } = Stack.of(resource).resolve((resource as unknown as { _toCloudFormation(): object })._toCloudFormation());
  return (Object.values(Resources)[0] as { readonly Properties?: Properties }).Properties ?? {};
}
