import type { IPostProcessor, IResolvable, IResolveContext, Stack } from 'aws-cdk-lib';
import { DefaultTokenResolver, Reference, Token, Tokenization } from 'aws-cdk-lib';

/**
 * Resolves values within a stack as `Stack.resolve()` does, and each reference once. Rules refer to the same few topics, queues and functions, and the CDK
 * takes longer to resolve these references than all the rest of a rule. Only what has tokens is given to the CDK: most of a rule is plain values.
 */
export class ReferenceMemory extends DefaultTokenResolver {
  private readonly known = new Map<IResolvable, unknown>();

  constructor(private readonly stack: Stack) {
    super({ join: concatenated });
  }

  /** A value with its tokens resolved. */
  public resolve(value: unknown): unknown {
    const token = { creationStack: [], resolve: () => value };
    return Tokenization.resolve(token, { scope: this.stack, resolver: this, preparing: false });
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const known = this.known.get(token);
    if (known !== undefined) {
      return copied(known);
    }
    const resolved: unknown = postProcessor.postProcess(resolvedParts(token.resolve(context), context), context);
    if (Reference.isReference(token)) {
      this.known.set(token, copied(resolved));
    }
    return resolved;
  }
}

/** A value of which the CDK resolves the tokens, and everything else that is not a list, an object, or plain. */
function resolvedParts(value: unknown, context: IResolveContext): unknown {
  if (typeof value === 'boolean' || value === undefined || value === null || (typeof value === 'string' && !Token.isUnresolved(value))) {
    return value;
  }
  if (typeof value !== 'object' || Token.isUnresolved(value)) {
    return context.resolve(value);
  }
  if (Array.isArray(value)) {
    return value.map((inner) => resolvedParts(inner, context)).filter((inner) => inner !== undefined);
  }
  const keys = Object.keys(value);
  if (Object.getPrototypeOf(value) !== Object.prototype || keys.some((key) => Token.isUnresolved(key))) {
    return context.resolve(value);
  }
  const resolved: Record<string, unknown> = {};
  for (const key of keys) {
    const inner = resolvedParts((value as Record<string, unknown>)[key], context);
    if (inner !== undefined) {
      resolved[key] = inner;
    }
  }
  return resolved;
}

/** Overrides of the user change what is rendered. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(copied);
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)])) : value;
}

/** Two parts of a text as the CDK joins them. */
function concatenated(left: unknown, right: unknown): unknown {
  const parts: unknown[] = [];
  for (const part of [left, right].flatMap(partsOf)) {
    const last = parts.length - 1;
    if (isText(part) && isText(parts[last])) {
      parts[last] = `${parts[last]}${part}`;
    } else {
      parts.push(part);
    }
  }
  return parts.length > 1 ? { 'Fn::Join': ['', parts] } : parts[0] ?? '';
}

function partsOf(value: unknown): unknown[] {
  const [delimiter, list] = (value as { readonly 'Fn::Join'?: [unknown, unknown] } | undefined)?.['Fn::Join'] ?? [];
  return delimiter === '' && Array.isArray(list) ? list : value === undefined ? [] : [value];
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
