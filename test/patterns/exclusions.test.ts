import { aws_ec2 as ec2, aws_ecs as ecs, CfnParameter } from 'aws-cdk-lib';
import { deployed, HOME, matching } from './deployed-pattern';
import type { FactoryName } from './factories';
import { FACTORIES, takes } from './factories';
import { ARN, daemonIn, generatedName, matched, newId, serviceIn, STACKS, unnamedCluster } from './own-resources';
import { eventClassOf } from './random-filters';
import type { About } from './sent-event';
import { sent } from './sent-event';
import { DaemonDeploymentEvent } from '../../src/filters/daemon-deployment-event';
import { FailureReason } from '../../src/filters/failure-reason';
import { ServiceActionEvent } from '../../src/filters/service-action-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const [, STACK] = STACKS[0];
const EXCLUDING: FactoryName[] = ['serviceTaskPlacementFailure', 'serviceAction', 'serviceDeploymentStateChange', 'hookStateChange'];
const HERE = { accounts: ['111122223333'], regions: ['us-east-1'] };
const imported = (name: string, cluster = 'prod') => ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/${cluster}/${name}`);

function count(name: FactoryName, filters: object, about: About): number {
  const { create, entry, eventName } = FACTORIES.find((factory) => factory.name === name)!;
  return matched(create(filters), entry.detailType, about, eventName);
}

describe.each(takes(...EXCLUDING))('%s', (name) => {
  test.each<[string, About, number]>([
    ['the service', {}, 0],
    ['one of that name in another cluster', { cluster: 'dev' }, 0],
    ['one whose name ends the same', { service: 'my-web' }, 1],
    ['one whose name is longer', { service: 'web-2' }, 1],
    ['one in another case', { service: 'Web' }, 1],
    ['one whose cluster has the name', { cluster: 'web', service: 'api' }, 1],
    ['the other one', { service: 'batch' }, 0],
  ])('excludedServiceNames: %s', (_title, about, expected) => {
    expect(count(name, { excludedServiceNames: ['web', 'batch'] }, about)).toBe(expected);
  });

  test.each<[string, About, number]>([['it', {}, 0], ['of another cluster', { cluster: 'dev' }, 1], ['another', { service: 'api' }, 1]])('excludedServices: %s', (_title, about, expected) => {
    expect(count(name, { excludedServices: [imported('web')] }, about)).toBe(expected);
  });

  test('a service that is named when it is deployed can be excluded', () => {
    const cluster = unnamedCluster(STACK);
    const service = serviceIn(cluster, STACK);
    const it = { cluster: generatedName(cluster), service: generatedName(service.node.findChild('Service') as ecs.CfnService) };

    expect([it, { ...it, service: 'web' }].map((about) => count(name, { excludedServices: [service] }, about))).toEqual([0, 1]);
  });

  test('included minus excluded is left', () => {
    const filters = { clusterNames: ['prod', 'dev'], serviceNames: ['web', 'api', 'batch'], excludedServiceNames: ['batch'], excludedServices: [imported('web')], ...HERE };
    const about = (cluster: string, service: string) => ({ cluster, service });

    const all = [about('prod', 'web'), about('dev', 'web'), about('prod', 'api'), about('dev', 'batch'), about('prod', 'other')];
    expect(all.map((each) => count(name, filters, each))).toEqual([0, 1, 1, 0, 0]);
  });

  test.each([['excludedServiceNames', ['web']], ['excludedServices', [imported('web')]]])('%s that leave nothing are an error', (filter, values) => {
    expect(() => count(name, { clusterNames: ['prod'], serviceNames: ['web'], ...HERE, [filter]: values }, {})).toThrow(
      `[EcsEventPattern.${name}] ${filter}: it excludes every service that services and serviceNames include. No event would match. Remove the service from one of the two.`,
    );
  });

  test('empty lists exclude nothing', () => {
    expect(count(name, { excludedServices: [], excludedServiceNames: [] }, {})).toBe(1);
  });

  test.each<[string, object]>([
    ['in any cluster', {}], ['next to names of clusters', { clusterNames: ['prod', 'dev'] }], ['next to beginnings of names', { clusterNames: ['prod'], clusterNamePrefixes: ['dev'] }],
  ])('services by reference and by name can be excluded together, %s', (_title, filters) => {
    const about = (cluster: string, service: string) => count(name, { excludedServices: [imported('web')], excludedServiceNames: ['api'], ...filters }, { cluster, service });

    expect([about('prod', 'web'), about('dev', 'web'), about('prod', 'api'), about('dev', 'api'), about('prod', 'my-api'), about('dev', 'other')]).toEqual([0, 1, 0, 0, 1, 1]);
  });
});

test.each(takes('serviceTaskPlacementFailure', 'serviceAction', 'hookStateChange'))('%s: clusters and excluded services are two conditions', (name) => {
  const filters = { clusterNames: ['prod'], excludedServices: [imported('web')], excludedServiceNames: ['api'] };

  expect([{}, { service: 'api' }, { service: 'x' }, { service: 'x', cluster: 'dev' }].map((about) => count(name, filters, about))).toEqual([0, 0, 1, 0]);
});

describe.each<[string, object]>([
  ['excludedServiceNames', { excludedServiceNames: ['web'] }],
  ['excludedServices', { excludedServices: [imported('web'), imported('web', 'eu-1')] }],
])('a deployment has cluster and service in one field: clusters with %s', (_filter, exclusion) => {
  const filters = { clusterNames: ['prod'], clusterNamePrefixes: ['eu-'], ...exclusion };
  const deployment = (cluster: string, service: string, hasClusterArn = true) =>
    count('serviceDeploymentStateChange', filters, { cluster, service, detail: hasClusterArn ? {} : { clusterArn: undefined } });

  test('match the other services of the clusters', () => {
    expect([deployment('prod', 'api'), deployment('eu-1', 'api'), deployment('dev', 'api'), deployment('prod-2', 'api')]).toEqual([1, 1, 0, 0]);
  });

  test('exclude the service where the event has detail.clusterArn', () => {
    expect([deployment('prod', 'web'), deployment('eu-1', 'web')]).toEqual([0, 0]);
  });

  test('match the service too where the event does not have detail.clusterArn: no alert is lost', () => {
    expect([deployment('prod', 'web', false), deployment('prod', 'api', false), deployment('dev', 'api', false), deployment('dev', 'web', false)]).toEqual([1, 1, 0, 0]);
  });

  test('are divided by cluster, and an event matches one part', () => {
    const clusterNames = Array.from({ length: 60 }, (_, i) => `cluster-with-a-name-${i}`);
    const patterns = deployed(EcsEventPattern.serviceDeploymentStateChange({ clusterNames, ...exclusion }).toEventPatterns());

    expect(patterns.length).toBeGreaterThan(2);
    clusterNames.forEach((cluster) => [{}, { clusterArn: undefined }].forEach((detail) =>
      expect(matching(patterns, sent('ECS Deployment State Change', undefined, { cluster, service: 'api', detail }))).toBe(1)));
  });

  test('can be divided by the presence of detail.clusterArn', () => {
    const patterns = deployed(EcsEventPattern.serviceDeploymentStateChange(filters).dividedByPresence('detail.clusterArn').toEventPatterns());

    const events = [['prod', 'api'], ['prod', 'web'], ['dev', 'api']].flatMap(([cluster, service]) => [{}, { clusterArn: undefined }].map((detail) => ({ cluster, service, detail })));
    expect(events.map((about) => patterns.map((pattern) => matching([pattern], sent('ECS Deployment State Change', undefined, about)))))
      .toEqual([[1, 0], [0, 1], [0, 0], [0, 1], [0, 0], [0, 0]]);
  });

  test('cannot be narrowed by a field that the pattern has in the branches of a $or', () => {
    const create = (additionalPattern: object) => () => EcsEventPattern.serviceDeploymentStateChange({ ...filters, additionalPattern });

    expect(create({ detail: { clusterArn: ['x'] } })).toThrow('additionalPattern.detail.clusterArn: the pattern has this field in the branches of a $or.');
    expect(create({ resources: ['x'] })).toThrow('additionalPattern.resources: the pattern has this field in the branches of a $or.');
    expect(create({ detail: { reason: ['x'] } })).not.toThrow();
  });
});

const REASONED: [FactoryName, number][] = [['serviceAction', 1], ['serviceTaskPlacementFailure', 1], ['daemonServiceAction', 0], ['daemonTaskStartImpaired', 0]];

test.each(REASONED)('%s: excludedReasons keep the events that lack a reason, where it may be absent', (name, withoutReason) => {
  const filters = { excludedReasons: [FailureReason.RESOURCE_CPU, FailureReason.AGENT] };
  const reasons = ['RESOURCE:CPU', 'RESOURCE:CPU - x', 'AGENT', 'RESOURCE:MEMORY', 'resource:cpu', undefined];

  expect(reasons.map((reason) => count(name, filters, { detail: { reason } }))).toEqual([0, 0, 0, 1, 1, withoutReason]);
});

test('one exclusion is a value, several are a list, and there is never more than one anything-but', () => {
  const detail = (filters: object) => deployed([EcsEventPattern.serviceAction(filters).toEventPattern()])[0].detail;

  expect(detail({ excludedReasons: [FailureReason.AGENT] })).toEqual({ reason: [{ exists: false }, { 'anything-but': { prefix: 'AGENT' } }] });
  expect(detail({ excludedReasons: [FailureReason.AGENT, FailureReason.prefix('AGENT x'), FailureReason.RESOURCE_CPU] }))
    .toEqual({ reason: [{ exists: false }, { 'anything-but': { prefix: ['AGENT', 'RESOURCE:CPU'] } }] });
  expect(detail({ excludedEventNames: [ServiceActionEvent.TASKS_STOPPED] })).toEqual({ eventName: [{ 'anything-but': ['TASKS_STOPPED'] }] });
});

test('included reasons minus excluded ones', () => {
  const reasons = [FailureReason.prefix('RESOURCE:'), FailureReason.AGENT, FailureReason.prefix('AGENT: x')];

  expect(deployed([EcsEventPattern.serviceAction({ reasons, excludedReasons: [FailureReason.AGENT] }).toEventPattern()])[0].detail).toEqual({ reason: [{ prefix: 'RESOURCE:' }] });
});

test('a reason that is excluded from a wider one cannot be expressed', () => {
  expect(() => EcsEventPattern.serviceAction({ reasons: [FailureReason.prefix('RESOURCE:')], excludedReasons: [FailureReason.RESOURCE_CPU] })).toThrow(
    '[EcsEventPattern.serviceAction] excludedReasons: it is part of what reasons includes, got "RESOURCE:CPU". '
    + 'EventBridge cannot combine a prefix with the exclusion of a longer one: use longer prefixes in reasons, or excludedReasons alone.',
  );
});

test('event names minus excluded ones, and nothing left is an error', () => {
  const { DAEMON_DEPLOYMENT_STOPPED: stopped, DAEMON_DEPLOYMENT_PENDING: pending } = DaemonDeploymentEvent;
  const pattern = (excludedEventNames: DaemonDeploymentEvent[]) =>
    EcsEventPattern.daemonDeploymentStateChange({ eventNames: [stopped, pending], excludedEventNames });

  expect(deployed([pattern([pending]).toEventPattern()])[0].detail).toEqual({ eventName: ['DAEMON_DEPLOYMENT_STOPPED'] });
  expect(() => pattern([pending, stopped])).toThrow(
    'excludedEventNames: it excludes everything that eventNames includes, got ["DAEMON_DEPLOYMENT_STOPPED","DAEMON_DEPLOYMENT_PENDING"]. No event would match',
  );
});

test.each(takes('daemonServiceAction', 'daemonDeploymentStateChange', 'serviceAction', 'serviceDeploymentStateChange', 'hookStateChange'))('%s: excludedEventNames leave all others', (name, { entry }) => {
  const [excluded, ...others] = [...entry.events.map((event) => event.name!), 'SOMETHING_NEW'];

  const filters = { excludedEventNames: [eventClassOf({ entry }).of(excluded)] };
  const counts = [excluded, ...others].map((eventName) => count(name, filters, { detail: { eventName } }));

  expect(counts).toEqual([0, ...others.map(() => 1)]);
});

const EXCLUDING_DAEMONS: FactoryName[] = ['daemonTaskStartImpaired', 'daemonDeploymentRollbackFailed', 'daemonServiceAction', 'daemonDeploymentStateChange'];

describe.each(takes(...EXCLUDING_DAEMONS))('%s', (name) => {
  const log = daemonIn(`${ARN}:cluster/prod`, STACK, 'log');
  const unnamed = daemonIn(`${ARN}:cluster/prod`, STACK);

  test.each<[string, object, (string | undefined)[][], number[]]>([
    ['excludedDaemonNames', { excludedDaemonNames: ['log', 'trace'] }, [['prod', 'log'], ['dev', 'log'], ['prod', 'log-2'], ['prod', 'my-log'], ['log', 'x']], [0, 0, 1, 1, 1]],
    ['excludedDaemons', { excludedDaemons: [log, unnamed] }, [['prod', 'log'], ['prod', generatedName(unnamed)], ['dev', 'log'], ['prod', 'x']], [0, 0, 1, 1]],
    ['with clusters', { clusterNames: ['prod'], excludedDaemonNames: ['log'], excludedDaemons: [unnamed] }, [['prod', 'log'], ['prod', generatedName(unnamed)], ['prod', 'x'], ['dev', 'x']], [0, 0, 1, 0]],
    ['with daemonNames', { clusterNames: ['prod', 'dev'], daemonNames: ['log', 'x'], excludedDaemons: [log] }, [['prod', 'log'], ['dev', 'log'], ['prod', 'x'], ['prod', 'y']], [0, 1, 1, 0]],
    ['empty lists', { excludedDaemonNames: [], excludedDaemons: [] }, [['prod', 'log']], [1]],
  ])('%s', (_title, filters, identities, expected) => {
    expect(identities.map(([cluster, daemon]) => count(name, filters, { cluster, daemon }))).toEqual(expected);
  });

  test('exclusions that leave nothing are an error', () => {
    expect(() => count(name, { clusterNames: ['prod'], daemonNames: ['log'], excludedDaemonNames: ['log'] }, {})).toThrow(
      `[EcsEventPattern.${name}] excludedDaemonNames: it excludes every daemon that daemons and daemonNames include. No event would match. Remove the daemon from one of the two.`,
    );
  });
});

describe('what is excluded is compared with what is included', () => {
  const own = new ecs.CfnService(STACK, newId(), { cluster: 'prod', serviceName: 'web' });
  const parameter = new CfnParameter(STACK, newId()).valueAsString;

  test.each<[string, object, string[], string[]]>([
    ['a service by ARN and by construct', { services: [own], excludedServices: [imported('web')] }, ['error'], ['warning']],
    ['a service by ARN and by name', { clusterNames: ['prod'], serviceNames: ['web'], excludedServices: [imported('web')] }, ['error'], ['warning']],
    ['a parameter and a name', { clusterNames: ['prod'], serviceNames: ['web'], excludedServiceNames: [parameter] }, ['warning'], ['warning']],
    ['another name', { clusterNames: ['prod'], serviceNames: ['web'], excludedServices: [imported('api')] }, [], []],
    ['another account', { services: [own], excludedServices: [ecs.FargateService.fromFargateServiceArn(STACK, newId(), 'arn:aws:ecs:us-east-1:444455556666:service/prod/web')] }, [], ['warning']],
  ])('%s', (_title, filters, atHome, anywhere) => {
    const pattern = EcsEventPattern.serviceAction(filters);
    const results = [HOME, DEPLOYED_ENVIRONMENT].map((environment) => {
      try {
        return pattern._compile(environment).findings.filter(({ id }) => id === 'cdk-ecs-event-rules:unresolvedComparison').map(({ level }) => level);
      } catch {
        return ['error'];
      }
    });

    expect(results).toEqual([atHome, anywhere]);
  });
});

describe('services of tasks in clusters that may be the same', () => {
  const vpc = ec2.Vpc.fromVpcAttributes(STACK, newId(), { vpcId: 'vpc-1', availabilityZones: ['us-east-1a'] });
  const cluster = () => ecs.Cluster.fromClusterAttributes(STACK, newId(), { clusterName: new CfnParameter(STACK, newId()).valueAsString, vpc });
  const servicesIn = (clusters: number) => Array.from({ length: clusters }, (_, i) =>
    ecs.FargateService.fromFargateServiceAttributes(STACK, newId(), { cluster: cluster(), serviceName: `service-${i}` }));
  const compiled = (excludedServices: ecs.IBaseService[]) => EcsEventPattern.taskStateChange({ excludedServices })._compile(DEPLOYED_ENVIRONMENT);

  test.each([[1, 0], [2, 0], [3, 1], [4, 1]])('%i of them fit into one rule, with %i warning that some of their tasks may match', (clusters, warnings) => {
    const { patterns, findings } = compiled(servicesIn(clusters));

    expect(patterns).toHaveLength(1);
    expect(findings.filter(({ id }) => id === 'cdk-ecs-event-rules:unresolvedComparison')).toHaveLength(warnings);
  });

  test('in too many of them an error names what is shorter', () => {
    expect(() => compiled(servicesIn(30))).toThrow(/use shorter or fewer values, literal values, excludedServiceNames, or several rules/);
  });
});
