import { aws_ecs as ecs, aws_events as events, CfnParameter } from 'aws-cdk-lib';
import { HOME } from './deployed-pattern';
import { ARN, daemonIn, matched, newId, newStack, serviceIn, STACKS, unnamedCluster } from './own-resources';
import { ExitCode } from '../../src/filters/exit-code';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import type { Environment } from '../../src/patterns/references/environment';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { ValidationError } from '../../src/validation/validation-error';

const {
  anyOf, serviceAction, serviceDeploymentStateChange, taskStateChange, daemonServiceAction, hookStateChange, containerInstanceStateChange,
} = EcsEventPattern;
const [[, STACK], [, HOME_STACK]] = STACKS;
const { INFO, WARN, ERROR } = ServiceActionEventType;
const web = serviceIn(unnamedCluster(STACK), STACK);
const api = serviceIn(unnamedCluster(STACK), STACK);
const named = serviceIn(unnamedCluster(STACK), STACK, 'web');
const old = ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/web`);
const prodByArn = ecs.Cluster.fromClusterArn(STACK, newId(), `${ARN}:cluster/prod`);
const TWICE = 'can match the same event, which would be delivered twice. Join them into one pattern with longer lists, or exclude from one what the other has.';

test.each<[string, EcsEventPattern, EcsEventPattern]>([
  ['the same filters', serviceAction({ clusterNames: ['prod'] }), serviceAction({ clusterNames: ['prod'] })],
  ['no filters and some', serviceAction(), serviceAction({ clusterNames: ['prod'] })],
  ['a name in common', serviceAction({ eventNames: [ServiceActionEvent.TASKS_STOPPED] }),
    serviceAction({ eventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN, ServiceActionEvent.TASKS_STOPPED] })],
  ['a cluster in common', serviceAction({ clusterNames: ['prod', 'dev'] }), serviceAction({ clusterNames: ['dev', 'test'] })],
  ['a cluster and its service', serviceAction({ clusterNames: ['prod'] }), serviceAction({ clusterNames: ['prod'], serviceNames: ['web'] })],
  ['a prefix and a name', serviceAction({ clusterNamePrefixes: ['prod-'] }), serviceAction({ clusterNames: ['prod-2'] })],
  ['prefixes of one another', serviceAction({ reasons: [FailureReason.RESOURCE_CPU] }), serviceAction({ reasons: [FailureReason.prefix('RESOURCE:')] })],
  ['two fields that do not exclude each other', serviceAction({ clusterNames: ['prod'] }), serviceAction({ eventTypes: [ERROR] })],
  ['a name and its severity', serviceAction({ eventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] }), serviceAction({ eventTypes: [ERROR] })],
  ['one of several names, by its severity', serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED, ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] }),
    serviceAction({ eventTypes: [ERROR] })],
  ['a name in common, whose severity one requires too', serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED], eventTypes: [WARN] }),
    serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED] })],
  ['exit codes, of which a task has several', taskStateChange({ exitCodes: [ExitCode.of(1)] }), taskStateChange({ exitCodes: [ExitCode.of(2)] })],
  ['a service whose cluster is not known, and a cluster', serviceAction({ services: [old] }), serviceAction({ clusters: [prodByArn] })],
  ['exclusions of different names', serviceAction({ excludedEventNames: [ServiceActionEvent.TASKS_STOPPED] }),
    serviceAction({ excludedEventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] })],
  ['an exclusion and another name', serviceAction({ excludedServiceNames: ['web'] }), serviceAction({ clusterNames: ['prod'], serviceNames: ['api'] })],
  ['events without the field', serviceAction({ excludedReasons: [FailureReason.AGENT] }), serviceAction({ additionalPattern: { detail: { reason: [{ exists: false }] } } })],
  ['capacity providers, of which an event may have two', serviceAction({ capacityProviderNames: ['a'] }), serviceAction({ capacityProviderNames: ['b'] })],
  ['one service of tasks', taskStateChange({ clusterNames: ['prod'], serviceNames: ['web'] }), taskStateChange({ clusterNames: ['prod', 'dev'], serviceNames: ['web'] })],
  ['one reference', serviceAction({ services: [web] }), serviceAction({ services: [api, web] })],
  ['a $or of the user\'s own', serviceAction({ clusterNames: ['prod'] }),
    serviceAction({ clusterNames: ['prod'], additionalPattern: { detail: { $or: [{ reason: ['a'] }, { reason: ['b'] }] } } })],
  ...['suffix', 'equals-ignore-case', 'wildcard'].map((kind): [string, EcsEventPattern, EcsEventPattern] => [`a ${kind} and a value`,
    serviceAction({ additionalPattern: { detail: { reason: [{ [kind]: 'x' }] } } }), serviceAction({ reasons: [FailureReason.prefix('x')] })]),
  ['a number in a range', serviceAction({ additionalPattern: { detail: { desiredCount: [{ numeric: ['>', 1] }] } } }), serviceAction({ additionalPattern: { detail: { desiredCount: [0] } } })],
  ['a field that must exist', serviceAction({ additionalPattern: { detail: { reason: [{ exists: true }] } } }), serviceAction({ reasons: [FailureReason.AGENT] })],
  ['resources, of which an event may have several', hookStateChange({ additionalPattern: { resources: ['a'] } }), hookStateChange({ additionalPattern: { resources: ['b'] } })],
  ['an anything-but of the user\'s own', serviceAction(), serviceAction({ additionalPattern: { detail: { reason: [{ 'anything-but': ['a'] }] } } })],
])('two patterns that overlap are an error: %s', (_title, one, other) => {
  expect(() => anyOf(one, daemonServiceAction(), other)).toThrow(`[EcsEventPattern.anyOf] anyOf: patterns 1 and 3, both of "${one.toEventPattern().detailType}", ${TWICE}`);
  expect(() => anyOf(other, one)).toThrow('patterns 1 and 2, both of');
});

test.each<[string, EcsEventPattern, EcsEventPattern]>([
  ['names', serviceAction({ eventNames: [ServiceActionEvent.TASKS_STOPPED] }), serviceAction({ eventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] })],
  ['severity', serviceAction({ eventTypes: [INFO, WARN] }), serviceAction({ eventTypes: [ERROR] })],
  ['severity and name', serviceAction({ eventTypes: [INFO] }), serviceAction({ eventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] })],
  ['severity and the name that is left', serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED, ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] }),
    serviceAction({ excludedEventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED], eventTypes: [WARN] })],
  ['clusters', serviceAction({ clusterNames: ['prod'] }), serviceAction({ clusterNames: ['prod-2'] })],
  ['cluster and service of another', serviceAction({ clusterNames: ['prod'] }), serviceAction({ clusterNames: ['dev'], serviceNames: ['web'] })],
  ['cluster and daemon of another', daemonServiceAction({ clusterNames: ['prod'] }), daemonServiceAction({ clusterNames: ['dev'], daemonNames: ['log'] })],
  ['cluster and reference of another', serviceAction({ clusterNames: ['prod'] }), serviceAction({ services: [named] })],
  ['prefixes', serviceAction({ clusterNamePrefixes: ['prod-'] }), serviceAction({ clusterNamePrefixes: ['dev-'] })],
  ['prefix and name', serviceDeploymentStateChange({ clusterNamePrefixes: ['prod-'] }), serviceDeploymentStateChange({ clusterNames: ['prod'] })],
  ['exclusion of the other\'s name', serviceAction({ eventNames: [ServiceActionEvent.TASKS_STOPPED] }), serviceAction({ excludedEventNames: [ServiceActionEvent.TASKS_STOPPED] })],
  ['exclusion of the other\'s service', serviceAction({ clusterNames: ['prod'], serviceNames: ['web'] }), serviceAction({ excludedServiceNames: ['web', 'api'] })],
  ['exclusion of the other\'s reference', serviceAction({ services: [web] }), serviceAction({ excludedServices: [web] })],
  ['exclusion of a wider beginning', serviceAction({ reasons: [FailureReason.RESOURCE_CPU] }), serviceAction({ excludedReasons: [FailureReason.prefix('RESOURCE:')] })],
  ['accounts', serviceAction({ accounts: ['111122223333'] }), serviceAction({ accounts: ['444455556666'] })],
  ['references', serviceAction({ services: [web] }), serviceAction({ services: [api] })],
  ['pairs of cluster and service', taskStateChange({ services: [web, api] }), taskStateChange({ services: [named] })],
  ['agent and agent', containerInstanceStateChange({ agentConnected: true }), containerInstanceStateChange({ agentConnected: false })],
  ['what the user added', serviceAction({ additionalPattern: { detail: { reason: ['a'] } } }), serviceAction({ additionalPattern: { detail: { reason: [{ prefix: 'b' }] } } })],
  ['what the user added and a filter', serviceAction({ reasons: [FailureReason.AGENT] }), serviceAction({ additionalPattern: { detail: { reason: [{ exists: false }] } } })],
  ['what the user added next to a $or', serviceAction({ additionalPattern: { detail: { reason: ['a'], $or: [{ desiredCount: [1] }, { desiredCount: [2] }] } } }), serviceAction({ additionalPattern: { detail: { reason: ['b'] } } })],
  ['an anything-but of the user\'s own and what it excludes', serviceAction({ additionalPattern: { detail: { reason: [{ 'anything-but': { prefix: 'RES' } }] } } }), serviceAction({ reasons: [FailureReason.RESOURCE_CPU] })],
  ['a matcher that is not compared, and another field', serviceAction({ eventTypes: [INFO], additionalPattern: { detail: { reason: [{ wildcard: '*' }] } } }), serviceAction({ eventTypes: [ERROR] })],
  ['the account of an ARN and another account', serviceAction({ clusters: [prodByArn] }), serviceAction({ accounts: ['444455556666'] })],
  ['a cluster and clusters without names', serviceAction({ clusterNames: ['prod'] }), serviceAction({ clusters: [unnamedCluster(STACK)] })],
  ['what the user added and a suffix', serviceAction({ additionalPattern: { resources: events.Match.suffix('/web') } }), serviceAction({ clusterNames: ['prod'], serviceNames: ['api'] })],
])('two patterns that differ in %s do not overlap', (_title, one, other) => {
  expect([anyOf(one, other), anyOf(other, one)].map((pattern) => pattern.toEventPatterns().length)).toEqual([2, 2]);
});

test('pairs of clusters and services that cross are no overlap', () => {
  const pairs = [['prod', 'web'], ['dev', 'api']].map(([cluster, service]) => taskStateChange({ clusterNames: [cluster], serviceNames: [service] }));
  const crossed = taskStateChange({ clusterNames: ['prod'], serviceNames: ['api'] });

  const pattern = anyOf(...pairs, crossed);

  expect([['prod', 'web'], ['dev', 'api'], ['prod', 'api'], ['dev', 'web']].map(([cluster, service]) => matched(pattern, 'ECS Task State Change', { cluster, service }))).toEqual([1, 1, 1, 0]);
});

describe('T60: in the environment of the rule', () => {
  const stack = newStack();
  const parameter = new CfnParameter(stack, 'Name', { default: 'prod' }).valueAsString;
  const ownCluster = new ecs.CfnCluster(stack, 'Prod', { clusterName: 'prod' });
  const byArn = ecs.Cluster.fromClusterArn(stack, 'ByArn', `${ARN}:cluster/prod`);
  const serviceByArn = ecs.FargateService.fromFargateServiceArn(stack, 'ServiceByArn', `${ARN}:service/prod/web`);
  const placedCluster = new ecs.CfnCluster(HOME_STACK, newId(), { clusterName: 'prod' });
  const unnamed = unnamedCluster(stack);
  const unnamedService = serviceIn(unnamed, stack);
  const byName = serviceAction({ clusterNames: ['prod'] });
  const here = { accounts: [HOME.account], regions: [HOME.region] };
  const deployment = (filters: object) => serviceDeploymentStateChange(filters);

  test.each<[string, EcsEventPattern, EcsEventPattern, string, string]>([
    ['a cluster by ARN and by name', serviceAction({ clusters: [byArn] }), byName, 'refused', 'warned'],
    ['a cluster of a stack with an environment and its name', serviceAction({ clusters: [placedCluster] }), byName, 'refused', 'warned'],
    ['a cluster of the app and its ARN', serviceAction({ clusters: [ownCluster] }), serviceAction({ clusters: [byArn] }), 'refused', 'warned'],
    ['a cluster by name, in accounts and Regions and in those of the rule', serviceAction({ clusterNames: ['prod'], ...here }), byName, 'refused', 'warned'],
    ['a cluster by name, in the Region of the rule', serviceAction({ clusterNames: ['prod'], regions: [HOME.region] }), byName, 'refused', 'warned'],
    ['accounts and Regions, and a name', serviceAction(here), byName, 'refused', 'warned'],
    ['an imported service and its name', serviceAction({ services: [serviceByArn] }), serviceAction({ clusterNames: ['prod'], serviceNames: ['web'] }), 'refused', 'warned'],
    ['an imported service and its cluster by name', deployment({ services: [serviceByArn] }), deployment({ clusterNames: ['prod'] }), 'refused', 'warned'],
    ['an imported service of tasks and its name', taskStateChange({ services: [serviceByArn] }), taskStateChange({ clusterNames: ['prod'], serviceNames: ['web'] }), 'refused', 'warned'],
    ['an added ARN and a name', serviceAction({ additionalPattern: { detail: { clusterArn: [`${ARN}:cluster/prod`] } } }), byName, 'refused', 'warned'],
    ['a parameter and a name', serviceAction({ clusterNames: [parameter] }), byName, 'warned', 'warned'],
    ['a parameter and the beginning of a name', serviceAction({ clusterNames: [parameter] }), serviceAction({ clusterNamePrefixes: ['pr'] }), 'warned', 'warned'],
    ['a generated name and the beginning of a name', serviceAction({ clusters: [unnamed] }), serviceAction({ clusterNamePrefixes: ['pr'] }), 'warned', 'warned'],
    ['a generated name and one that may have been copied', serviceAction({ clusters: [unnamed] }), serviceAction({ clusterNames: ['Stack-Unnamed-ABCDEFGHIJKL'] }), 'warned', 'warned'],
    ['a field that may be an array', serviceAction({ additionalPattern: { detail: { new: ['a'] } } }), serviceAction({ additionalPattern: { detail: { new: ['b'] } } }), 'warned', 'warned'],
    ['an ARN of another account and a name', serviceAction({ clusters: [ecs.Cluster.fromClusterArn(stack, newId(), 'arn:aws:ecs:us-east-1:444455556666:cluster/prod')] }), byName, 'accepted', 'warned'],
    ['an ARN of another account and of another Region', serviceAction({ clusters: [byArn] }), serviceAction({ clusterNames: ['prod'], regions: ['eu-west-1'] }), 'accepted', 'accepted'],
    ['a cluster by ARN and another by name', serviceAction({ clusters: [byArn] }), serviceAction({ clusterNames: ['dev'] }), 'accepted', 'accepted'],
    ['two services without names', serviceAction({ services: [unnamedService] }), serviceAction({ services: [serviceIn(unnamed, stack)] }), 'accepted', 'accepted'],
    ['a service without a name and another by name', serviceAction({ services: [unnamedService] }), serviceAction({ clusters: [unnamed], serviceNames: ['web'] }), 'accepted', 'accepted'],
  ])('%s', (_title, one, other, atHome, anywhere) => {
    const pattern = anyOf(one, other);

    expect([HOME, DEPLOYED_ENVIRONMENT].map((environment) => resultOf(pattern, environment))).toEqual([atHome, anywhere]);
  });

  test.each<[string, () => EcsEventPattern]>([
    ['a cluster by construct and by the name of the construct', () => anyOf(serviceAction({ clusters: [unnamed] }), serviceAction({ clusterNames: [unnamed.clusterName] }))],
    ['a cluster of the app and its name', () => anyOf(serviceAction({ clusters: [ownCluster] }), byName)],
    ['a service without a name and its cluster', () => anyOf(deployment({ services: [unnamedService] }), deployment({ clusters: [unnamed] }))],
    ['one parameter', () => anyOf(serviceAction({ clusterNames: [parameter] }), serviceAction({ clusterNames: [parameter, 'dev'] }))],
    ['a daemon and its cluster', () => anyOf(daemonServiceAction({ daemons: [daemonIn(unnamed.clusterArn, stack)] }), daemonServiceAction({ clusters: [unnamed] }))],
  ])('%s are the same in every environment', (_title, create) => {
    expect(create).toThrow('[EcsEventPattern.anyOf] anyOf: patterns 1 and 2, both of');
  });

  test.each<[string[], string]>([
    [['prod'], 'at deployment only. Join'], [['prod', 'dev'], 'at deployment only (1 more pair). Join'], [['prod', 'dev', 'test'], 'at deployment only (2 more pairs). Join'],
  ])('a warning counts the pairs of a parameter with %j', (names, end) => {
    const pattern = anyOf(...[...names, parameter].map((name) => serviceAction({ clusterNames: [name] })));
    const [{ message }] = pattern._findings(DEPLOYED_ENVIRONMENT);

    expect(message).toContain(end);
  });

  test('an error names the rule, and a warning the patterns', () => {
    const pattern = anyOf(daemonServiceAction(), serviceAction({ clusters: [byArn] }), byName);

    expect(() => new EcsEventRule(HOME_STACK, 'Rule', { pattern })).toThrow('[Stack/Rule] anyOf: patterns 2 and 3, both of "ECS Service Action", can match the same event');
    const rule = new EcsEventRule(stack, 'Rule', { pattern });
    expect(rule.node.metadata.map(({ data }) => String(data))).toEqual(expect.arrayContaining([expect.stringContaining(
      'anyOf: patterns 2 and 3, both of "ECS Service Action", may match the same event, which would be delivered twice: whether their values are equal is known at deployment only.',
    )]));
  });
});

/** What a rule in an environment makes of a pattern. */
function resultOf(pattern: EcsEventPattern, environment: Environment): string {
  try {
    return pattern._compile(environment).findings.some(({ id }) => id === 'cdk-ecs-event-rules:unresolvedComparison') ? 'warned' : 'accepted';
  } catch (error) {
    return error instanceof ValidationError ? 'refused' : 'failed';
  }
}
