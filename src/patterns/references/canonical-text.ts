import { Aws, CfnResource, Reference, Stack, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import { CfnCapacityProvider, CfnCluster, CfnDaemon, CfnService } from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import type { Environment } from './environment';
import { asName, generatedName, unknownName, unknownText } from './unresolved-text';
import { isLookupPlaceholder } from '../../validation/names';

/**
 * A text as it will be in a rule of an environment: the same for everything that is the same, no matter how it is written.
 *
 * References to resources become the ARNs and names that the resources will have; the rest that is known at deployment only is marked. The partition is
 * omitted: it follows from the Region, and is often a token next to a literal Region.
 */
export function canonicalText(text: string, home: Environment): string {
  if (isLookupPlaceholder(text)) {
    return unknownText(text);
  }
  const known = Token.isUnresolved(text)
    ? Tokenization.reverseString(text).mapTokens({ mapToken: (token) => canonicalToken(token, home) }).join(new StringConcat()) as string
    : text;
  return known.replace(/^arn:[^:]*:/, 'arn::');
}

/** The same for a name. */
export function canonicalName(name: string, home: Environment): string {
  return asName(canonicalText(name, home));
}

/** The same for the ARN of something of Amazon ECS. Names in `resource` are canonical already. */
export function canonicalArn({ region, account }: Omit<Environment, 'partition'>, resource: string, home: Environment): string {
  return `arn::ecs:${canonicalName(region, home)}:${canonicalName(account, home)}:${resource}`;
}

/** The name of a cluster from its canonical ARN or name. */
export function clusterIn(text: string): string {
  return asName(/^arn::ecs:[^:]*:[^:]*:cluster\/(.+)$/.exec(text)?.[1] ?? text);
}

/** The name that a resource will have. */
export function nameOf(resource: CfnResource, name: string | undefined, home: Environment): string {
  const token = name === undefined || !Token.isUnresolved(name) ? undefined : Tokenization.reverse(name, { failConcat: false });
  // The L2 of a resource without a name passes a token of nothing.
  if (name === undefined || (token && 'value' in token && token.value === undefined)) {
    return generatedName(resource.node.addr, headOf(Stack.of(resource)));
  }
  // A function that returns the name, such as `PhysicalName.GENERATE_IF_NEEDED`, must not be called before synthesis.
  return token && !('value' in token) ? generatedName(resource.node.addr, '') : canonicalName(name, home);
}

/** The resource part of the ARN of a service or a daemon that the app creates. */
export function memberResource(resource: CfnService | CfnDaemon, home: Environment): string {
  const isService = CfnService.isCfnService(resource);
  const cluster = isService ? resource.cluster ?? 'default' : (resource as CfnDaemon).clusterArn;
  const clusterName = cluster === undefined ? unknownName(`${resource.node.addr}.cluster`) : clusterIn(canonicalText(cluster, home));
  const name = nameOf(resource, isService ? resource.serviceName : (resource as CfnDaemon).daemonName, home);
  return `${isService ? 'service' : 'daemon'}/${clusterName}/${name}`;
}

/** The resource that a token refers to. */
export function targetOf(token: string): IConstruct | undefined {
  const resolvable = Token.isUnresolved(token) ? Tokenization.reverse(token, { failConcat: false }) : undefined;
  return Reference.isReference(resolvable) ? resolvable.target : undefined;
}

const PSEUDO_PARAMETERS: Record<string, (home: Environment) => string> = {
  [Aws.PARTITION]: ({ partition }) => partition,
  [Aws.REGION]: ({ region }) => region,
  [Aws.ACCOUNT_ID]: ({ account }) => account,
};
const SCOPED_PARAMETERS: Record<string, string> = { 'AWS::Partition': Aws.PARTITION, 'AWS::Region': Aws.REGION, 'AWS::AccountId': Aws.ACCOUNT_ID };

function canonicalToken(token: unknown, home: Environment): string {
  const text = Token.asString(token);
  if (!Reference.isReference(token)) {
    const value = PSEUDO_PARAMETERS[text]?.(home);
    return value === undefined ? unknownText(text) : Token.isUnresolved(value) ? unknownName(value) : value;
  }
  const { target, displayName } = token;
  if (displayName in SCOPED_PARAMETERS) {
    return canonicalToken(Tokenization.reverse(SCOPED_PARAMETERS[displayName]), home);
  }
  return CfnResource.isCfnResource(target) ? attributeOf(target, displayName, home) : unknownText(`${target.node.addr}.${displayName}`);
}

function attributeOf(target: CfnResource, attribute: string, home: Environment): string {
  const arn = (resource: string) => canonicalArn(Stack.of(target), resource, home);
  if (CfnCluster.isCfnCluster(target) && (attribute === 'Ref' || attribute === 'Arn')) {
    const name = nameOf(target, target.clusterName, home);
    return attribute === 'Ref' ? name : arn(`cluster/${name}`);
  }
  if (CfnCapacityProvider.isCfnCapacityProvider(target) && attribute === 'Ref') {
    return nameOf(target, target.name, home);
  }
  if (CfnService.isCfnService(target) && ['Ref', 'ServiceArn', 'Name'].includes(attribute)) {
    return attribute === 'Name' ? nameOf(target, target.serviceName, home) : arn(memberResource(target, home));
  }
  if (CfnDaemon.isCfnDaemon(target) && ['Ref', 'DaemonArn'].includes(attribute)) {
    return arn(memberResource(target, home));
  }
  return unknownText(`${target.node.addr}.${attribute}`);
}

/** What CloudFormation begins the names of the resources of a stack with; those of a nested stack begin with the name of its parent. */
function headOf(stack: Stack): string {
  const { stackName, nestedStackParent } = stack;
  return nestedStackParent ? headOf(nestedStackParent) : Token.isUnresolved(stackName) ? '' : `${stackName}-`;
}
