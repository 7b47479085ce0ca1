import { CfnElement, CfnParameter, CfnResource, Reference, Stack, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { PatternJson } from './conditions/condition';
import type { Environment } from './references/environment';
import { DEPLOYED_ENVIRONMENT } from './references/environment';

/** How long an event pattern may be, in characters. AWS raises the quota to 4,096 on request, which cannot be seen from here. */
export const MAX_PATTERN_LENGTH = 2048;

/** CloudFormation names a resource `<stack>-<logical id>-<12 characters>`. */
const GENERATED_NAME_EXTRA = 14;
const LONGEST_NAME = 255;
const LONGEST_STACK_NAME = 128;
/** What is assumed about a value of which nothing is known, such as a parameter without a default. */
const UNKNOWN_LENGTH = 100;

const LENGTH_OF_ENVIRONMENT: Record<string, number> = {
  [DEPLOYED_ENVIRONMENT.partition]: 'aws-us-gov'.length,
  [DEPLOYED_ENVIRONMENT.region]: 'ap-southeast-1'.length,
  [DEPLOYED_ENVIRONMENT.account]: '123456789012'.length,
};

/** The properties that hold the names of the resources that patterns refer to. */
const NAME_PROPERTIES: Record<string, string> = {
  'AWS::ECS::Cluster': 'clusterName',
  'AWS::ECS::Service': 'serviceName',
  'AWS::ECS::Daemon': 'daemonName',
};

/**
 * How long a pattern will be when it is deployed. Tokens are estimated by what they refer to, not by the worst case:
 * 500 clusters without a name must not become hundreds of rules.
 */
export function patternLength(pattern: PatternJson, environment: Environment): number {
  return JSON.stringify(pattern, (_key, value) => typeof value === 'string' ? padTokens(value, environment) : value).length;
}

/** The text with as many characters in the place of each token as it will probably have. */
function padTokens(text: string, environment: Environment): string {
  if (!Token.isUnresolved(text)) {
    return text;
  }
  return Tokenization.reverseString(text).mapTokens({ mapToken: (token) => 'x'.repeat(lengthOf(token, environment)) }).join(new StringConcat()) as string;
}

function lengthOf(token: unknown, environment: Environment): number {
  const known = LENGTH_OF_ENVIRONMENT[Token.asString(token)];
  if (known !== undefined) {
    return known;
  }
  if (!Reference.isReference(token)) {
    return UNKNOWN_LENGTH;
  }
  const { target, displayName } = token;
  if (target instanceof CfnParameter) {
    return typeof target.default === 'string' ? target.default.length : UNKNOWN_LENGTH;
  }
  const name = nameLength(target);
  // `Arn`, `DaemonArn`, and the `Ref` of services and daemons are ARNs; everything else is a name.
  const isArn = displayName.endsWith('Arn') || (displayName === 'Ref' && !isCluster(target));
  return isArn ? arnPrefixLength(target, environment) + name : name;
}

/** `arn:aws:ecs:eu-west-1:123456789012:service/<cluster>/`, without the name at its end. */
function arnPrefixLength(target: IConstruct, environment: Environment): number {
  const { partition, region, account } = environment;
  const place = [partition, region, account].map((part) => padTokens(part, environment)).join(':');
  const cluster = isCluster(target) ? '' : 'x'.repeat(clusterLength(target));
  return `arn:ecs:${place}:cluster/${cluster}/`.length;
}

function isCluster(target: IConstruct): boolean {
  return CfnResource.isCfnResource(target) && target.cfnResourceType === 'AWS::ECS::Cluster';
}

/** The name of the cluster of a service, or something of the length of other names in the stack. */
function clusterLength(member: IConstruct): number {
  const cluster = (member as { readonly cluster?: string; readonly clusterArn?: string }).cluster ?? (member as { readonly clusterArn?: string }).clusterArn ?? 'default';
  const resource = Token.isUnresolved(cluster) ? Tokenization.reverse(cluster, { failConcat: false }) : undefined;
  return Reference.isReference(resource) ? nameLength(resource.target) : Token.isUnresolved(cluster) ? UNKNOWN_LENGTH : cluster.length;
}

function nameLength(target: IConstruct): number {
  const property = CfnResource.isCfnResource(target) ? NAME_PROPERTIES[target.cfnResourceType] : undefined;
  const name = property ? (target as unknown as Record<string, unknown>)[property] : undefined;
  if (typeof name === 'string' && !Token.isUnresolved(name)) {
    return name.length;
  }
  return Math.min(LONGEST_NAME, stackNameLength(Stack.of(target)) + logicalIdLength(target) + GENERATED_NAME_EXTRA);
}

/** The name of a nested stack is generated too, from that of its parent. */
function stackNameLength({ stackName, nestedStackParent, nestedStackResource }: Stack): number {
  return nestedStackResource
    ? Math.min(LONGEST_STACK_NAME, stackNameLength(nestedStackParent!) + logicalIdLength(nestedStackResource) + GENERATED_NAME_EXTRA)
    : stackName.length;
}

function logicalIdLength(target: IConstruct): number {
  return CfnElement.isCfnElement(target) ? (Stack.of(target).resolve(target.logicalId) as string).length : UNKNOWN_LENGTH;
}
