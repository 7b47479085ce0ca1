import type { IConstruct } from 'constructs';
import { Construct } from 'constructs';

const ANNOTATION_SCOPE = 'EcsEventDelivery';

/**
 * The construct that gets the annotations about a resource: a child of it, because during synthesis the CDK respects an acknowledgement only if it was made on
 * a construct above the annotated one.
 */
export function annotationScopeOf(resource: IConstruct): IConstruct {
  return resource.node.tryFindChild(ANNOTATION_SCOPE) ?? resource.node.defaultChild ?? new Construct(resource as Construct, ANNOTATION_SCOPE);
}
