import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The L2 construct of a resource, `undefined` if there is none. */
export function constructOf(resource: CfnResource): IConstruct | undefined {
  const { scope } = resource.node;
  return scope?.node.defaultChild === resource ? scope : undefined;
}
