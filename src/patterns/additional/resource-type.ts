import { CfnResource } from 'aws-cdk-lib';
import { targetOf } from '../references/canonical-text';

/** The type of the Amazon ECS resource that a value, or the prefix of one, is the ARN of, such as `cluster` or `container-instance`. */
export function resourceTypeOf(matcher: unknown): string | undefined {
  const { prefix = matcher } = Object(matcher) as { readonly prefix?: unknown };
  if (typeof prefix !== 'string') {
    return undefined;
  }
  const target = targetOf(prefix);
  const cdkType = CfnResource.isCfnResource(target) ? /^AWS::ECS::(\w+)$/.exec(target.cfnResourceType)?.[1] : undefined;
  return /:ecs:[^:]*:[^:]*:([a-z-]+)\//.exec(prefix)?.[1] ?? cdkType?.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}
