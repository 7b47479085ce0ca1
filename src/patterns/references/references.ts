import { Token } from 'aws-cdk-lib';
import { CfnCluster, CfnDaemon, CfnService } from 'aws-cdk-lib/aws-ecs';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { canonicalArn, canonicalName, canonicalText, memberResource, nameOf, targetOf } from './canonical-text';
import type { Environment } from './environment';
import { DEPLOYED_ENVIRONMENT, ecsArn, parseArn } from './environment';
import { ValidationError, show } from '../../validation/validation-error';

/** A cluster, as far as it is known at synthesis. */
export interface ClusterIdentity {
  readonly arn: string;
  /** May be a token. */
  readonly name: string;
  readonly environment: Environment;
  /** The canonical ARN. */
  readonly key: string;
  /** The canonical name. */
  readonly nameKey: string;
}

/** A service or a daemon, as far as it is known at synthesis. */
export interface MemberIdentity {
  readonly arn: string;
  readonly environment: Environment;
  /** The canonical ARN. */
  readonly key: string;
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
export function clusterNamed(environment: Environment, name: string, home: Environment): ClusterIdentity {
  const nameKey = canonicalName(name, home);
  return { arn: ecsArn(environment, `cluster/${name}`), name, environment, nameKey, key: canonicalArn(environment, `cluster/${nameKey}`, home) };
}

export function clusterOf(prop: string, ref: aws_ecs.IClusterRef, home: Environment): ClusterIdentity {
  const { clusterArn, clusterName } = reference(prop, ref, 'clusterRef', 'a cluster', 'clusterNames');
  const parsed = parseArn(clusterArn);
  if (parsed) {
    return { ...clusterNamed(parsed, parsed.resource.replace('cluster/', ''), home), arn: clusterArn };
  }
  const resource = targetOf(clusterArn);
  const environment = placeOf(ref);
  const nameKey = CfnCluster.isCfnCluster(resource) ? nameOf(resource, resource.clusterName, home) : canonicalName(clusterName, home);
  return { arn: clusterArn, name: clusterName, environment, nameKey, key: canonicalArn(environment, `cluster/${nameKey}`, home) };
}

export function serviceOf(prop: string, ref: aws_ecs.IServiceRef, home: Environment): MemberIdentity {
  const { serviceArn } = reference(prop, ref, 'serviceRef', 'a service', 'serviceNames');
  const resource = targetOf(serviceArn);
  if (CfnService.isCfnService(resource)) {
    const cluster = clusterFromProperty(ref, resource.cluster ?? 'default', home);
    return memberOf('service', ref, { arn: serviceArn, resource, nameToken: resource.attrName, name: resource.serviceName, cluster }, home);
  }
  // An import by attributes knows its cluster and its name; its ARN is composed in the old form, which no service has any more.
  const imported = ref as { readonly cluster?: aws_ecs.IClusterRef; readonly serviceName?: string } & IConstruct;
  const cluster = imported.cluster?.clusterRef ? clusterOf(prop, imported.cluster, home) : undefined;
  if (cluster && literal(imported.serviceName) && parseArn(serviceArn)?.resource.split('/').length !== 3) {
    return member('service', cluster, imported.serviceName!, home);
  }
  return fromArn('service', ref, serviceArn, home);
}

export function daemonOf(prop: string, ref: aws_ecs.IDaemonRef, home: Environment): MemberIdentity {
  const { daemonArn } = reference(prop, ref, 'daemonRef', 'a daemon', 'daemonNames');
  const resource = targetOf(daemonArn);
  if (CfnDaemon.isCfnDaemon(resource)) {
    return memberOf('daemon', ref, { arn: daemonArn, resource, name: resource.daemonName, cluster: clusterFromProperty(ref, resource.clusterArn, home) }, home);
  }
  return fromArn('daemon', ref, daemonArn, home);
}

/** A service or a daemon of a cluster, by its name: the ARN in the new form, and no dependency on the resource. */
export function member(kind: 'service' | 'daemon', cluster: ClusterIdentity, name: string, home: Environment): MemberIdentity {
  return {
    arn: ecsArn(cluster.environment, `${kind}/${cluster.name}/${name}`),
    environment: cluster.environment,
    key: canonicalArn(cluster.environment, `${kind}/${cluster.nameKey}/${canonicalName(name, home)}`, home),
    name,
    cluster,
    oldForm: false,
  };
}

/** The name at the end of the canonical ARN of a member; absent where nothing is known of the ARN. */
export function nameKeyOf({ key }: MemberIdentity): string | undefined {
  return /^arn::ecs:.*[/]([^/]+)$/s.exec(key)?.[1];
}

/** What a resource of the app says about itself. */
interface OwnMember {
  readonly arn: string;
  readonly resource: CfnService | CfnDaemon;
  readonly nameToken?: string;
  readonly name: string | undefined;
  readonly cluster: ClusterIdentity | undefined;
}

/** A member that the app creates: composed where cluster and name are known, otherwise by reference, which makes the rule wait for it. */
function memberOf(kind: 'service' | 'daemon', ref: Placed, { arn, resource, nameToken, name, cluster }: OwnMember, home: Environment): MemberIdentity {
  const environment = placeOf(ref);
  if (cluster && literal(name)) {
    return member(kind, { ...cluster, environment }, name!, home);
  }
  const key = canonicalArn(environment, memberResource(resource, home), home);
  return { arn, environment, key, name: nameToken, cluster, oldForm: false, dependsOn: resource };
}

function fromArn(kind: 'service' | 'daemon', ref: Placed, arn: string, home: Environment): MemberIdentity {
  const parsed = parseArn(arn);
  const [, first, second] = parsed?.resource.split('/') ?? [];
  if (parsed && second !== undefined) {
    return member(kind, clusterNamed(parsed, first, home), second, home);
  }
  return { arn, environment: parsed ?? placeOf(ref), key: canonicalText(arn, home), name: first, oldForm: kind === 'service' && first !== undefined };
}

/** The cluster as a resource names it: by its name, by its ARN, or by a reference to either. */
function clusterFromProperty(ref: Placed, property: string | undefined, home: Environment): ClusterIdentity | undefined {
  if (property === undefined) {
    return undefined;
  }
  const parsed = parseArn(property);
  if (parsed) {
    return clusterNamed(parsed, parsed.resource.replace('cluster/', ''), home);
  }
  const resource = targetOf(property);
  if (CfnCluster.isCfnCluster(resource)) {
    return clusterNamed(placeOf(ref), resource.ref, home);
  }
  // `arn:${Token}:ecs:${Token}:${Token}:cluster/prod`, as the CDK composes it for an imported cluster.
  const composed = /:cluster\/([A-Za-z0-9_-]+)$/.exec(property)?.[1];
  const name = literal(property) ?? composed;
  return name === undefined ? undefined : clusterNamed(placeOf(ref), name, home);
}

function placeOf(ref: Placed): Environment {
  return { partition: DEPLOYED_ENVIRONMENT.partition, region: ref.env.region, account: ref.env.account };
}

function literal(text: string | undefined): string | undefined {
  return text === undefined || Token.isUnresolved(text) ? undefined : text;
}

/** The reference that a construct offers of itself; anything else in the list is a mistake that types catch in TypeScript only. */
function reference<T extends object, K extends keyof T>(prop: string, ref: T, key: K, what: string, names: string): T[K] {
  const found = typeof ref === 'object' ? ref[key] : undefined;
  if (found === undefined) {
    throw new ValidationError({ prop, problem: `expected ${what}, got ${show(ref)}`, resolution: `Pass the construct, or its plain name to ${names}` });
  }
  return found;
}
