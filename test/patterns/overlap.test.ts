import { aws_ecs as ecs, aws_events as events } from 'aws-cdk-lib';
import { ARN, matched, newId, serviceIn, STACKS, unnamedCluster } from './own-resources';
import { ExitCode } from '../../src/filters/exit-code';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const { anyOf, serviceAction, serviceDeploymentStateChange, taskStateChange, daemonServiceAction, containerInstanceStateChange } = EcsEventPattern;
const [, STACK] = STACKS[0];
const { INFO, WARN, ERROR } = ServiceActionEventType;
const web = serviceIn(unnamedCluster(STACK), STACK);
const api = serviceIn(unnamedCluster(STACK), STACK);
const named = serviceIn(unnamedCluster(STACK), STACK, 'web');
const old = ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/web`);
const TWICE = 'can match the same event, which would be told twice. Join them into one pattern with longer lists, or exclude from one what the other has.';

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
  ['a name in common, whose severity one asks for too', serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED], eventTypes: [WARN] }),
    serviceAction({ eventNames: [ServiceActionEvent.SERVICE_TASK_START_IMPAIRED] })],
  ['exit codes, of which a task has several', taskStateChange({ exitCodes: [ExitCode.of(1)] }), taskStateChange({ exitCodes: [ExitCode.of(2)] })],
  ['a service whose cluster is not known, and a cluster', serviceAction({ services: [old] }), serviceAction({ clusterNames: ['prod'] })],
  ['exclusions of different names', serviceAction({ excludedEventNames: [ServiceActionEvent.TASKS_STOPPED] }),
    serviceAction({ excludedEventNames: [ServiceActionEvent.SERVICE_HEALTH_UNKNOWN] })],
  ['an exclusion and another name', serviceAction({ excludedServiceNames: ['web'] }), serviceAction({ clusterNames: ['prod'], serviceNames: ['api'] })],
  ['events without the field', serviceAction({ excludedReasons: [FailureReason.AGENT] }), serviceAction({ additionalPattern: { detail: { reason: [{ exists: false }] } } })],
  ['capacity providers, of which an event may have two', serviceAction({ capacityProviderNames: ['a'] }), serviceAction({ capacityProviderNames: ['b'] })],
  ['one service of tasks', taskStateChange({ clusterNames: ['prod'], serviceNames: ['web'] }), taskStateChange({ clusterNames: ['prod', 'dev'], serviceNames: ['web'] })],
  ['one reference', serviceAction({ services: [web] }), serviceAction({ services: [api, web] })],
  ['a $or of the user\'s own', serviceAction({ clusterNames: ['prod'] }),
    serviceAction({ clusterNames: ['prod'], additionalPattern: { detail: { $or: [{ reason: ['a'] }, { reason: ['b'] }] } } })],
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
