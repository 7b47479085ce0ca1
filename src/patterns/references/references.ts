import { Reference, Token, Tokenization } from 'aws-cdk-lib';
import { CfnCluster, CfnDaemon, CfnService } from 'aws-cdk-lib/aws-ecs';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { Environment } from './environment';
import { arnKey, DEPLOYED_ENVIRONMENT, ecsArn, parseArn } from './environment';
import { ValidationError, show } from '../../validation/validation-error';

/** A cluster, as far as it is known at synthesis. */
export interface ClusterIdentity {
  readonly arn: string;
  /** May be a token. */
  readonly name: string;
  readonly environment: Environment;
  readonly key: string;
  /** Whether the name is known at deployment only. */
  readonly unresolved: boolean;
}

/** A service or a daemon, as far as it is known at synthesis. */
export interface MemberIdentity {
  readonly arn: string;
  readonly environment: Environment;
  readonly key: string;
  readonly unresolved: boolean;
  /** May be a token; absent where nothing is known but the ARN. */
  readonly name?: string;
  readonly cluster?: ClusterIdentity;
  /** A literal ARN without the cluster in it, as services had before 2021. */
  readonly oldForm: boolean;
  /** The resource that the ARN refers to: whatever uses the ARN is created after it. */
  readonly dependsOn?: IConstruct;
}

/** A construct that knows in which environment it is. */
type Placed = IConstruct & { readonly env: { readonly account: string; readonly region: string } };

/** A cluster that is known by its name. */
export function clusterNamed(environment: Environment, name: string, literalName: string | undefined = literal(name)): ClusterIdentity {
  const resource = `cluster/${literalName ?? name}`;
  return { arn: ecsArn(environment, `cluster/${name}`), name, environment, key: arnKey(environment, resource), unresolved: literalName === undefined };
}

/** The name of a cluster as far as it is known: `name` may be a token for a name that is literal. */
export function literalNameOf({ key }: ClusterIdentity): string {
  return key.slice(key.lastIndexOf('cluster/') + 'cluster/'.length);
}

export function clusterOf(prop: string, ref: aws_ecs.IClusterRef): ClusterIdentity {
  const { clusterArn, clusterName } = reference(prop, ref, 'clusterRef', 'a cluster', 'clusterNames');
  const parsed = parseArn(clusterArn);
  if (parsed) {
    return { ...clusterNamed(parsed, parsed.resource.replace('cluster/', '')), arn: clusterArn };
  }
  const resource = target(clusterArn);
  if (!CfnCluster.isCfnCluster(resource)) {
    return { ...clusterNamed(envOf(ref), clusterName), arn: clusterArn };
  }
  // The L2 has a token of its own for the name of its resource; the key is that by which services and daemons know their cluster.
  const { key, unresolved } = clusterNamed(envOf(ref), resource.ref, literal(resource.clusterName));
  return { ...clusterNamed(envOf(ref), clusterName), key, unresolved, arn: clusterArn };
}

export function serviceOf(prop: string, ref: aws_ecs.IServiceRef): MemberIdentity {
  const { serviceArn } = reference(prop, ref, 'serviceRef', 'a service', 'serviceNames');
  const resource = target(serviceArn);
  if (CfnService.isCfnService(resource)) {
    return memberOf('service', ref, serviceArn, resource, resource.attrName, resource.serviceName, clusterFromProperty(ref, resource.cluster ?? 'default'));
  }
  // An import by attributes knows its cluster and its name; its ARN is composed in the old form, which no service has any more.
  const imported = ref as { readonly cluster?: aws_ecs.IClusterRef; readonly serviceName?: string } & IConstruct;
  const cluster = imported.cluster?.clusterRef ? clusterOf(prop, imported.cluster) : undefined;
  if (cluster && literal(imported.serviceName) && parseArn(serviceArn)?.resource.split('/').length !== 3) {
    return member('service', cluster.environment, cluster, imported.serviceName!);
  }
  return fromArn('service', ref, serviceArn);
}

export function daemonOf(prop: string, ref: aws_ecs.IDaemonRef): MemberIdentity {
  const { daemonArn } = reference(prop, ref, 'daemonRef', 'a daemon', 'daemonNames');
  const resource = target(daemonArn);
  if (CfnDaemon.isCfnDaemon(resource)) {
    return memberOf('daemon', ref, daemonArn, resource, undefined, resource.daemonName, clusterFromProperty(ref, resource.clusterArn));
  }
  return fromArn('daemon', ref, daemonArn);
}

/** A service or a daemon of a cluster, by its name: the ARN in the new form, and no dependency on the resource. */
export function member(kind: 'service' | 'daemon', environment: Environment, cluster: ClusterIdentity, name: string): MemberIdentity {
  return {
    arn: ecsArn(environment, `${kind}/${cluster.name}/${name}`),
    environment,
    key: arnKey(environment, `${kind}/${literalNameOf(cluster)}/${name}`),
    unresolved: cluster.unresolved || literal(name) === undefined,
    name,
    cluster,
    oldForm: false,
  };
}

/** A member that the app creates: composed where cluster and name are known, otherwise by reference, which makes the rule wait for it. */
function memberOf(kind: 'service' | 'daemon', ref: Placed,
  arn: string, resource: IConstruct, nameToken: string | undefined, name: string | undefined, cluster: ClusterIdentity | undefined): MemberIdentity {
  const environment = envOf(ref);
  if (cluster && literal(name)) {
    return member(kind, environment, cluster, name!);
  }
  return { arn, environment, key: arn, unresolved: true, name: nameToken, cluster, oldForm: false, dependsOn: resource };
}

function fromArn(kind: 'service' | 'daemon', ref: Placed, arn: string): MemberIdentity {
  const parsed = parseArn(arn);
  const [, first, second] = parsed?.resource.split('/') ?? [];
  if (parsed && second !== undefined) {
    return member(kind, parsed, clusterNamed(parsed, first), second);
  }
  const key = parsed ? arnKey(parsed, parsed.resource) : arn;
  return { arn, environment: parsed ?? envOf(ref), key, unresolved: !parsed, name: first, oldForm: first !== undefined };
}

/** The cluster as a resource names it: by its name, by its ARN, or by a reference to either. */
function clusterFromProperty(ref: Pick<Placed, 'env'>, property: string | undefined): ClusterIdentity | undefined {
  if (property === undefined) {
    return undefined;
  }
  const parsed = parseArn(property);
  if (parsed) {
    return clusterNamed(parsed, parsed.resource.replace('cluster/', ''));
  }
  const resource = target(property);
  if (CfnCluster.isCfnCluster(resource)) {
    return clusterNamed(envOf(ref), resource.ref, literal(resource.clusterName));
  }
  // `arn:${Token}:ecs:${Token}:${Token}:cluster/prod`, as the CDK composes it for an imported cluster.
  const composed = /:cluster\/([A-Za-z0-9_-]+)$/.exec(property)?.[1];
  const name = literal(property) ?? composed;
  return name === undefined ? undefined : clusterNamed(envOf(ref), name);
}

function envOf(ref: Pick<Placed, 'env'>): Environment {
  return { partition: DEPLOYED_ENVIRONMENT.partition, region: ref.env.region, account: ref.env.account };
}

/** Whether a token refers to a daemon. */
export function isDaemon(token: unknown): boolean {
  return typeof token === 'string' && CfnDaemon.isCfnDaemon(target(token));
}

/** The resource that a token refers to. */
function target(token: string): IConstruct | undefined {
  const resolvable = Token.isUnresolved(token) ? Tokenization.reverse(token, { failConcat: false }) : undefined;
  return Reference.isReference(resolvable) ? resolvable.target : undefined;
}

function literal(text: string | undefined): string | undefined {
  return text === undefined || Token.isUnresolved(text) ? undefined : text;
}

/** The reference that a construct offers of itself; anything else in the list is a mistake that types catch in TypeScript only. */
function reference<T extends object, K extends keyof T>(prop: string, ref: T, key: K, what: string, names: string): T[K] {
  const found = typeof ref === 'object' ? ref[key] : undefined;
  if (found === undefined) {
    throw new ValidationError({ prop, problem: `expected ${what}, found ${show(ref)}`, resolution: `Pass the construct, or its plain name to ${names}` });
  }
  return found;
}
