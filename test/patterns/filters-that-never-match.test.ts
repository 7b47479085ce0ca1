import { aws_ecs as ecs, CfnParameter } from 'aws-cdk-lib';
import { ARN, daemonIn, newId, newStack, serviceIn, unnamedCluster } from './own-resources';
import { DaemonServiceEvent } from '../../src/filters/daemon-service-event';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const { daemonServiceAction, serviceAction } = EcsEventPattern;
const STACK = newStack({ region: 'us-east-1', account: '111122223333' });

test.each<[string, () => unknown, string]>([
  ['of another detail type', () => serviceAction({ eventNames: [ServiceActionEvent.of('HOOK_FAILED')] }),
    'eventNames[0]: "ECS Service Action" never sends this event, got "HOOK_FAILED". It is an event of "ECS Hook State Change": use the pattern for that detail type.'],
  ['of another detail type, excluded', () => serviceAction({ excludedEventNames: [ServiceActionEvent.of('HOOK_FAILED')] }), 'excludedEventNames[0]: "ECS Service Action" never sends this event, got "HOOK_FAILED"'],
  ['in another case', () => serviceAction({ eventNames: [ServiceActionEvent.of('tasks_Stopped')] }), 'eventNames[0]: "ECS Service Action" never sends this event, got "tasks_Stopped". AWS spells it TASKS_STOPPED.'],
  ['of two other detail types', () => EcsEventPattern.daemonServiceAction({ eventNames: [DaemonServiceEvent.of('SERVICE_DEPLOYMENT_FAILED')] }), 'It is an event of "ECS Service Action" and "ECS Deployment State Change"'],
])('T03: an event name %s', (_title, create, message) => {
  expect(create).toThrow(message);
});

test('T03: an unknown name may be new', () => {
  expect(() => serviceAction({ eventNames: [ServiceActionEvent.of('SERVICE_REBALANCED')] })).not.toThrow();
});

describe('T44: filters that no event can meet together', () => {
  const { TASKS_STOPPED: stopped, SERVICE_HEALTH_UNKNOWN: unknown } = ServiceActionEvent;
  const { INFO, ERROR } = ServiceActionEventType;

  test.each<[string, () => unknown, string]>([
    ['name and severity', () => serviceAction({ eventNames: [stopped], eventTypes: [ERROR] }),
      'eventTypes: the events ["TASKS_STOPPED"] have the severity ["INFO"], got ["ERROR"]. Filters are combined with AND, so no event would match. Omit the severity: the event names determine it.'],
    ['the names that are left and the severity', () => serviceAction({ eventNames: [stopped, unknown], excludedEventNames: [unknown], eventTypes: [ERROR] }), 'eventTypes: the events ["TASKS_STOPPED"] have the severity ["INFO"], got ["ERROR"].'],
    ['the name of the factory and what was added', () => EcsEventPattern.serviceTaskPlacementFailure({ additionalPattern: { detail: { eventType: ['WARN'] } } }),
      'additionalPattern.detail.eventType: the events ["SERVICE_TASK_PLACEMENT_FAILURE"] have the severity ["ERROR"], got ["WARN"].'],
    ['a service outside of the clusters', () => serviceAction({ services: [new ecs.CfnService(STACK, newId(), { cluster: 'prod', serviceName: 'web' })], clusterNames: ['prod-2'] }),
      'services[0]: its cluster "prod" is not among the clusters of the filter.'],
    ['a service outside of the prefixes', () => serviceAction({ services: [ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/prod/web`)], clusterNamePrefixes: ['dev-'] }),
      'services[0]: its cluster "prod" is not among the clusters of the filter.'],
    ['a cluster outside of the accounts', () => serviceAction({ clusters: [ecs.CfnCluster.fromClusterArn(STACK, newId(), `${ARN}:cluster/prod`)], accounts: ['444455556666'] }),
      'clusters[0]: it is in 111122223333, which is not among accounts: ["444455556666"]. Filters are combined with AND, so no event would match. Add 111122223333 to accounts, or remove one of the two filters.'],
    ['a daemon outside of the accounts', () => daemonServiceAction({ daemons: [daemonIn(undefined, STACK, 'log')], accounts: ['444455556666'] }),
      'daemons[0]: it is in 111122223333, which is not among accounts: ["444455556666"].'],
    ['a service outside of the Regions', () => serviceAction({ services: [new ecs.CfnService(STACK, newId())], regions: ['eu-west-1'] }), 'services[0]: it is in us-east-1, which is not among regions: ["eu-west-1"].'],
  ])('%s', (_title, create, message) => {
    expect(create).toThrow(`] ${message}`);
  });

  test.each<[string, () => unknown]>([
    ['one name of several has the severity', () => serviceAction({ eventNames: [stopped, unknown], eventTypes: [ERROR] })],
    ['the severity of a new name is not known', () => serviceAction({ eventNames: [stopped, ServiceActionEvent.of('NEW')], eventTypes: [ERROR] })],
    ['names are required by prefix', () => serviceAction({ eventTypes: [INFO], additionalPattern: { detail: { eventName: [{ prefix: 'SERVICE_' }] } } })],
    ['the account is one of several', () => serviceAction({ clusters: [ecs.CfnCluster.fromClusterArn(STACK, newId(), `${ARN}:cluster/prod`)], accounts: ['444455556666', '111122223333'] })],
    ['the name of the cluster is a parameter', () => serviceAction({ services: [new ecs.CfnService(STACK, newId())], clusterNames: [new CfnParameter(STACK, newId()).valueAsString] })],
    ['a generated name may begin with a prefix', () => serviceAction({ services: [serviceIn(unnamedCluster(STACK), STACK)], clusterNamePrefixes: ['prod-'] })],
    ['the Region of the rule is known at deployment only', () => serviceAction({ services: [new ecs.CfnService(STACK, newId(), { cluster: 'prod', serviceName: 'web' })], clusterNames: ['prod'] })],
    ['reasons that may come together', () => serviceAction({ reasons: [FailureReason.AGENT], eventTypes: [ERROR] })],
  ])('is not said where %s', (_title, create) => {
    expect(create).not.toThrow();
  });
});
