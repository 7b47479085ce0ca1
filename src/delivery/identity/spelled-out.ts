import type { IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import { CfnResource, DefaultTokenResolver, Reference, StringConcat, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A value as text, before references between stacks are rendered. */
export interface SpelledOut {
  /** The text. References are `${path}`, pseudo parameters `${AWS::…}`, imports `${import:…}`. `undefined` if it is no text. */
  readonly text?: string;
  /** The resource whose name the text ends in, in place of a literal one. */
  readonly named?: CfnResource;
}

/** Spells out a token, or a text with tokens in it. */
export function spelledOut(value: unknown, scope: IConstruct): SpelledOut {
  const resolver = new TextResolver();
  const text = resolvedBy(resolver, value, scope);
  if (typeof text !== 'string') {
    return {};
  }
  const path = /(?:^|[/:])\$\{([^{}]*)\}$/.exec(text)?.[1];
  return { text, named: path === undefined ? undefined : resolver.resources.get(path) };
}

/** What has no name cannot be referred to from another account or Region: the CDK throws. */
function resolvedBy(resolver: TextResolver, value: unknown, scope: IConstruct): unknown {
  try {
    return Tokenization.resolve(value, { scope, resolver });
  } catch {
    return undefined;
  }
}

/** Resolves tokens to text. A reference to another stack is not rendered yet and would look like one to a namesake, so it becomes the path of its resource. */
class TextResolver extends DefaultTokenResolver {
  public readonly resources = new Map<string, CfnResource>();

  constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token) && CfnResource.isCfnResource(token.target)) {
      this.resources.set(token.target.node.path, token.target);
      return `\${${token.target.node.path}}`;
    }
    return textOf(super.resolveToken(token, context, postProcessor));
  }
}

/** A part of an ARN, as imports take ARNs apart. Of a resource that has no literal ARN here, the account, the Region and the name are known. */
function selected([index, list]: [unknown, unknown]): string | undefined {
  const [separator, text] = ((list as { 'Fn::Split'?: [string, unknown] } | null)?.['Fn::Split'] ?? []) as [string?, unknown?];
  if (separator !== ':' || typeof text !== 'string') {
    return undefined;
  }
  const isReference = /^\$\{[^{}]*\}$/.test(text);
  const parts = isReference ? ['arn', '${AWS::Partition}', undefined, '${AWS::Region}', '${AWS::AccountId}', text] : text.split(':');
  return parts[Number(index)];
}

/** The text of an intrinsic function whose arguments are texts; other values as they are. */
function textOf(value: unknown): unknown {
  const [[name, argument] = [], ...others] = typeof value === 'object' && value !== null ? Object.entries(value) as [string, any][] : [];
  if (others.length > 0) {
    return value;
  }
  switch (name) {
    case 'Ref': return `\${${argument}}`;
    case 'Fn::ImportValue': return `\${import:${textOf(argument)}}`;
    case 'Fn::Join': return Array.isArray(argument[1]) ? argument[1].map(textOf).join(argument[0]) : value;
    case 'Fn::Sub': return typeof argument === 'string' ? argument : value;
    case 'Fn::Select': return selected(argument) ?? value;
    default: return value;
  }
}
