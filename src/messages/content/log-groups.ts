import type { CfnResource } from 'aws-cdk-lib';
import { Reference, Stack, Token, Tokenization } from 'aws-cdk-lib';
import { CfnService, CfnTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { IConstruct } from 'constructs';
import type { Names } from './names';
import { AppIndex } from '../../delivery/identity/app-index';
import type { MatchedEvents } from '../matched-events/matched-events';
import { clusterNameOf, readablePattern, UNKNOWN } from '../matched-events/named-resources';

/** The log group of a container. */
export interface ContainerLogs {
  readonly container: string;
  readonly logGroup: string;
}

/** More links than this would push everything else out of sight. */
const MOST_LOG_GROUPS = 3;

/**
 * The log groups of the containers whose tasks a rule is about, where they are known: the rule names one service or one family of task definitions that the app
 * creates in the account and Region of the rule, and the container uses the driver `awslogs` with a log group that has a literal name, or is created without a
 * name in the stack of the rule. Nothing is known of imported services, of task definitions of other stacks with unnamed log groups, which the rule would have
 * to import, and of rules for several accounts or Regions.
 */
export function logGroupsOf(rule: IConstruct, matched: MatchedEvents, names: Names): ContainerLogs[] {
  const stack = Stack.of(rule);
  const isOwn = (path: 'account' | 'region') => matched.values(path)?.every((value) => value === stack[path]) ?? true;
  const definition = isOwn('account') && isOwn('region') ? taskDefinitionOf(stack, matched, names) : undefined;
  const containers = definition && readablePattern(definition.containerDefinitions, rule);
  const logs = new Map((Array.isArray(containers) ? containers as Container[] : []).flatMap(({ name, logConfiguration }) => {
    const { logDriver, options } = logConfiguration ?? {};
    const { 'awslogs-group': group, 'awslogs-region': region } = options ?? {};
    const isKnown = logDriver === 'awslogs' && typeof name === 'string' && typeof group === 'string' && !group.includes(UNKNOWN)
      && (region === undefined || region === stack.region);
    return isKnown ? [[group, { container: name, logGroup: group }] as const] : [];
  }));
  return logs.size <= MOST_LOG_GROUPS ? [...logs.values()] : [];
}

interface Container {
  readonly name?: unknown;
  readonly logConfiguration?: { readonly logDriver?: unknown; readonly options?: Readonly<Record<string, unknown>> };
}

function taskDefinitionOf(stack: Stack, matched: MatchedEvents, { cluster, service }: Names): CfnTaskDefinition | undefined {
  if (service !== undefined) {
    const resource = cluster === undefined ? undefined : serviceNamed(stack, cluster, service);
    const definition = targetOf(resource?.taskDefinition);
    return CfnTaskDefinition.isCfnTaskDefinition(definition) ? definition : undefined;
  }
  const families = matched.prefixes('detail.taskDefinitionArn')?.map((arn) => /:task-definition\/([\w-]+):/.exec(arn)?.[1]);
  const [family] = new Set(families).size === 1 ? families! : [];
  return family === undefined ? undefined : only(resourcesIn(stack, 'AWS::ECS::TaskDefinition').filter(CfnTaskDefinition.isCfnTaskDefinition), (each) => each.family === family);
}

function serviceNamed(stack: Stack, cluster: string, name: string): CfnService | undefined {
  const referred = targetOf(name);
  if (referred !== undefined) {
    return CfnService.isCfnService(referred) ? referred : undefined;
  }
  return only(resourcesIn(stack, 'AWS::ECS::Service').filter(CfnService.isCfnService),
    (each) => each.serviceName === name && clusterNameOf(each, 'cluster', each.stack === stack) === cluster);
}

/** The resources of a type in the account and Region of a stack. */
function resourcesIn({ account, region, node }: Stack, type: string): CfnResource[] {
  return AppIndex.of(node.root).ofType(type).filter(({ stack }) => stack.account === account && stack.region === region);
}

function only<T>(resources: readonly T[], isIt: (resource: T) => boolean): T | undefined {
  const [found, ...others] = resources.filter(isIt);
  return others.length === 0 ? found : undefined;
}

/** The resource that a token refers to. */
function targetOf(token: string | undefined): IConstruct | undefined {
  const reference = token !== undefined && Token.isUnresolved(token) ? Tokenization.reverse(token, { failConcat: false }) : undefined;
  return Reference.isReference(reference) ? reference.target : undefined;
}
