import { CfnResource, DefaultTokenResolver, Intrinsic, Reference, Stack, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import type { IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PatternJson } from '../patterns/conditions/condition';
import { ValidationError } from '../validation/validation-error';

/** The filters that take plain names instead of resources, by the type of the resource. */
const NAME_FILTERS: Readonly<Record<string, string>> = {
  'AWS::ECS::Cluster': 'clusterNames',
  'AWS::ECS::Service': 'serviceNames together with clusterNames',
  'AWS::ECS::Daemon': 'daemonNames together with clusterNames',
};

/**
 * Throws an error if a pattern refers to a resource of a stack that depends on the stack of the rule, as far as that is known when the rule is created. The CDK
 * would throw its own error at synthesis, which names two references, but no filter.
 */
export function checkDependencyCycle(rule: IConstruct, patterns: readonly PatternJson[]): void {
  if (patterns.every(isLiteral)) {
    return;
  }
  const own = topLevelStackOf(rule);
  for (const target of targetsIn(patterns, rule)) {
    const other = topLevelStackOf(target);
    if (other !== own && dependsOn(other, own)) {
      const names = NAME_FILTERS[CfnResource.isCfnResource(target) ? target.cfnResourceType : ''];
      throw new ValidationError({
        prop: 'pattern',
        problem: `${target.node.path} has no literal name, so stack ${own.node.path} would depend on stack ${other.node.path}, which depends on it`,
        resolution: `Use ${names ?? 'literal values'}, give the resource a literal name, or create the rule in stack ${other.node.path}`,
      });
    }
  }
}

/** Whether a value has no tokens. Most patterns have none, and the CDK takes longer to find that out. */
function isLiteral(value: unknown): boolean {
  if (Token.isUnresolved(value)) {
    return false;
  }
  return typeof value !== 'object' || value === null || Object.entries(value).every(([key, inner]) => !Token.isUnresolved(key) && isLiteral(inner));
}

/** Whether a stack depends on another one: explicitly, or because one of its resources refers to a resource there. */
function dependsOn(stack: Stack, other: Stack): boolean {
  return reaches(stack, other, new Set())
    || stack.node.findAll().some((construct) => CfnResource.isCfnResource(construct)
      && targetsIn(propertiesOf(construct), construct).some((target) => topLevelStackOf(target) === other));
}

function propertiesOf(resource: CfnResource): unknown {
  return (resource as unknown as { readonly cfnProperties?: unknown }).cfnProperties;
}

function reaches(stack: Stack, other: Stack, seen: Set<Stack>): boolean {
  seen.add(stack);
  return stack.dependencies.some((each) => each === other || (!seen.has(each) && reaches(each, other, seen)));
}

/** The constructs that a value refers to, without those behind values that are computed at synthesis: these must not be evaluated earlier. */
function targetsIn(value: unknown, scope: IConstruct): IConstruct[] {
  const resolver = new ReferenceCollector();
  Tokenization.resolve(value, { scope, resolver, preparing: false });
  return [...resolver.targets];
}

class ReferenceCollector extends DefaultTokenResolver {
  public readonly targets = new Set<IConstruct>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token)) {
      this.targets.add(token.target);
      return '';
    }
    return token instanceof Intrinsic ? super.resolveToken(token, context, postProcessor) : '';
  }
}

function topLevelStackOf(construct: IConstruct): Stack {
  let stack = Stack.of(construct);
  while (stack.nestedStackParent) {
    stack = stack.nestedStackParent;
  }
  return stack;
}
