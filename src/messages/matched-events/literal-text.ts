import type { Stack } from 'aws-cdk-lib';
import { CfnElement, CfnResource } from 'aws-cdk-lib';
import { renderedProperties } from '../../validation/deployed/rendered-elements';

/** Stands for what is known at deployment only; no name has this character. */
export const UNKNOWN = '\u0000';

/** Where the resources that a pattern asks for have their literal name, and what their ARN has before it. */
const NAMED: Record<string, { readonly arn: string; readonly name: string }> = {
  'AWS::ECS::Cluster': { arn: ':cluster/', name: 'ClusterName' },
  'AWS::ECS::Service': { arn: `:service/${UNKNOWN}/`, name: 'ServiceName' },
  'AWS::ECS::Daemon': { arn: `:daemon/${UNKNOWN}/`, name: 'DaemonName' },
};

/**
 * A matcher as a text, as far as it is known at synthesis: in `…:cluster/prod` what is only known at deployment is `UNKNOWN`.
 * A reference to a resource of the stack that has a literal name is read as its ARN.
 */
export function literalText(matcher: unknown, stack: Stack): string | undefined {
  if (typeof matcher === 'string') {
    return matcher;
  }
  const join = (matcher as { 'Fn::Join'?: [string, unknown[]] } | null)?.['Fn::Join'];
  if (join) {
    return join[1].map((part) => typeof part === 'string' ? part : namedBy(part, stack)?.name ?? UNKNOWN).join(join[0]);
  }
  const named = namedBy(matcher, stack);
  return named && `${named.arn}${named.name}`;
}

function namedBy(reference: unknown, stack: Stack): { readonly arn: string; readonly name: string } | undefined {
  const { Ref: ref, 'Fn::GetAtt': attribute } = (reference ?? {}) as { 'Ref'?: string; 'Fn::GetAtt'?: [string, string] };
  const resource = elementIn(stack, ref ?? attribute?.[0]);
  if (resource === undefined || !CfnResource.isCfnResource(resource) || !(resource.cfnResourceType in NAMED)) {
    return undefined;
  }
  const { arn, name: property } = NAMED[resource.cfnResourceType];
  const name = renderedProperties(resource)[property];
  return typeof name === 'string' ? { arn, name } : undefined;
}

/** By stack, because looking through a stack for each message would take quadratic time. */
const ELEMENTS = new WeakMap<Stack, Map<string, CfnElement>>();

function elementIn(stack: Stack, logicalId: string | undefined): CfnElement | undefined {
  if (logicalId === undefined || logicalId.startsWith('AWS::')) {
    return undefined;
  }
  // What is not found may have been added since the last look.
  return ELEMENTS.get(stack)?.get(logicalId) ?? ELEMENTS.set(stack, elementsOf(stack)).get(stack)!.get(logicalId);
}

function elementsOf(stack: Stack): Map<string, CfnElement> {
  const elements = stack.node.findAll().filter(CfnElement.isCfnElement).filter((element) => element.stack === stack);
  return new Map(elements.map((element) => [stack.resolve(element.logicalId) as string, element]));
}
