import { CfnResource, DefaultTokenResolver, Fn, Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import type { IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Stands for a part of an ARN of which nothing is known; no name has this character. */
export const UNKNOWN = '\u0000';

/**
 * A pattern in which every text is a string: what is known only at deployment is a token in it. An ARN of a cluster, a service or a daemon of the app reads
 * as `:cluster/<name>`, `:service/<cluster>/<name>` and `:daemon/<cluster>/<name>`, with literal names where they have some, and otherwise with tokens that
 * become the names. No token refers to a resource to which the pattern does not refer: a reference to another stack would change that stack.
 */
export function readablePattern(pattern: unknown, scope: IConstruct): unknown {
  return Tokenization.resolve(pattern, { scope, resolver: new NamingResolver(Stack.of(scope)), preparing: false });
}

class NamingResolver extends DefaultTokenResolver {
  constructor(private readonly consumer: Stack) {
    super({ join: (left, right) => `${asText(left)}${asText(right)}` });
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    return Reference.isReference(token) ? textOf(token, this.consumer) : super.resolveToken(token, context, postProcessor);
  }
}

function asText(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : Token.asString(value);
}

function textOf(reference: Reference, consumer: Stack): string {
  const { target, displayName: attribute } = reference;
  const token = Token.asString(reference);
  const resource = CfnResource.isCfnResource(target) ? target : undefined;
  switch (resource?.cfnResourceType) {
    case 'AWS::ECS::Cluster': return clusterText(resource, attribute, token, consumer);
    case 'AWS::ECS::Service': return serviceText(resource, attribute, token, consumer);
    case 'AWS::ECS::Daemon': return daemonText(resource, attribute, token, consumer);
    case 'AWS::Logs::LogGroup': return attribute === 'Ref' ? logGroupText(resource, token, consumer) : UNKNOWN;
    default: return token;
  }
}

/** The `Ref` of a cluster is its name. */
function clusterText(cluster: CfnResource, attribute: string, token: string, consumer: Stack): string {
  const name = literalProperty(cluster, 'clusterName');
  if (attribute !== 'Arn') {
    return name ?? token;
  }
  return `:cluster/${name ?? (isIn(cluster, consumer) ? cluster.ref : partOf(token, 1))}`;
}

/** The `Ref` of a service is its ARN, which may have the short form: its parts cannot be selected. */
function serviceText(service: CfnResource, attribute: string, token: string, consumer: Stack): string {
  const name = literalProperty(service, 'serviceName');
  if (attribute === 'Name') {
    return name ?? token;
  }
  const isHere = isIn(service, consumer);
  const nameOfService = name ?? (isHere ? Token.asString(service.getAtt('Name')) : UNKNOWN);
  return `:service/${clusterNameOf(service, 'cluster', isHere) ?? UNKNOWN}/${nameOfService}`;
}

/** A daemon has no attribute for its name. The `Ref` is its ARN, which always has three parts. */
function daemonText(daemon: CfnResource, attribute: string, token: string, consumer: Stack): string {
  if (attribute !== 'Ref' && attribute !== 'DaemonArn') {
    return token;
  }
  const cluster = clusterNameOf(daemon, 'clusterArn', isIn(daemon, consumer)) ?? partOf(token, 1);
  return `:daemon/${cluster}/${literalProperty(daemon, 'daemonName') ?? partOf(token, 2)}`;
}

/** The `Ref` of a log group is its name. */
function logGroupText(logGroup: CfnResource, token: string, consumer: Stack): string {
  const name = readablePattern(propertyOf(logGroup, 'logGroupName'), logGroup);
  return typeof name === 'string' && !Token.isUnresolved(name) ? name : name === undefined && isIn(logGroup, consumer) ? token : UNKNOWN;
}

/** The cluster of a service or daemon, as its property has it: a name or an ARN. */
export function clusterNameOf(resource: CfnResource, property: string, isHere: boolean): string | undefined {
  const cluster = readablePattern(propertyOf(resource, property), resource);
  const name = typeof cluster === 'string' ? cluster.slice(cluster.lastIndexOf('/') + 1) : undefined;
  return name === undefined || name === '' || (!isHere && Token.isUnresolved(name)) ? undefined : name;
}

function literalProperty(resource: CfnResource, property: string): string | undefined {
  const value = propertyOf(resource, property);
  return typeof value === 'string' && !Token.isUnresolved(value) ? value : undefined;
}

/** A property as the app sets it. */
function propertyOf(resource: CfnResource, property: string): unknown {
  return (resource as unknown as { readonly [property: string]: unknown })[property];
}

function isIn(resource: CfnResource, stack: Stack): boolean {
  return resource.stack === stack;
}

function partOf(arn: string, index: number): string {
  return Fn.select(index, Fn.split('/', arn));
}
