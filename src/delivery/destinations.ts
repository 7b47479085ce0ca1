import type { IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import { CfnResource, DefaultTokenResolver, Reference, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';

/** Where a target delivers to: the resource of the app behind its ARN, or the ARN, with gaps where it is known at deployment only. */
export type Destination = CfnResource | string;

/** The destinations of a rule, in the order of its targets. Of a resource in another stack there is no trace in the rendered ARN. */
export function destinationsOf(rule: events.CfnRule): Destination[] {
  const resolver = new ArnResolver(rule.targets);
  const targets = Token.isUnresolved(rule.targets) ? rule.targets : arnsOf(rule.targets);
  const arns = Tokenization.resolve(targets, { scope: rule, resolver }) as unknown[];
  return arns.map((arn) => resolver.resources.get(String(arn)) ?? String(arn));
}

/** Resolves targets to their ARNs, and a reference to a resource to a key by which the resource is found. */
class ArnResolver extends DefaultTokenResolver {
  public readonly resources = new Map<string, CfnResource>();

  constructor(private readonly targets: unknown) {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token) && CfnResource.isCfnResource(token.target)) {
      this.resources.set(token.target.node.path, token.target);
      return token.target.node.path;
    }
    const value: unknown = token.resolve(context);
    return postProcessor.postProcess(context.resolve(token === this.targets ? arnsOf(value) : value), context);
  }
}

function arnsOf(targets: unknown): unknown[] {
  return Array.isArray(targets) ? targets.map(({ arn }: events.CfnRule.TargetProperty) => arn) : [];
}
