import { aws_ecs as ecs, CfnParameter } from 'aws-cdk-lib';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { FACTORIES } from './factories';
import { ARN, CLUSTERS, generatedName, matched, NEAR, newId, serviceIn, STACKS, unnamedCluster } from './own-resources';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const FOR_SERVICES = FACTORIES.filter(({ entry }) => entry.service);
const [, STACK] = STACKS[1];
const [, importedCluster] = CLUSTERS.find(([form]) => form === 'an import by attributes')!;

/** Services called `web` in a cluster, in every form. */
const SERVICES: [string, (cluster: ecs.ICluster, scope: Construct) => aws_ecs.IServiceRef][] = [
  ['an L1 with a name', (cluster, scope) => new ecs.CfnService(scope, newId(), { cluster: cluster.clusterName, serviceName: 'web' })],
  ['an L1 with the ARN of its cluster', (cluster, scope) => new ecs.CfnService(scope, newId(), { cluster: cluster.clusterArn, serviceName: 'web' })],
  ['an import by attributes', (cluster, scope) => ecs.FargateService.fromFargateServiceAttributes(scope, newId(), { cluster, serviceName: 'web' })],
  ['an EC2 import by attributes', (cluster, scope) => ecs.Ec2Service.fromEc2ServiceAttributes(scope, newId(), { cluster, serviceName: 'web' })],
  ['an import by old ARN, with its cluster', (cluster, scope) =>
    ecs.FargateService.fromFargateServiceAttributes(scope, newId(), { cluster, serviceArn: `${ARN}:service/web` })],
];

function expectMatched(service: aws_ecs.IServiceRef, filters: object, near: typeof NEAR): void {
  for (const { name, create, entry, eventName } of FOR_SERVICES) {
    const pattern = create({ services: [service], ...filters });
    near.forEach(([title, about, expected]) =>
      expect([name, title, matched(pattern, entry.detailType, about, eventName)]).toEqual([name, title, expected]));
  }
}

const NEAR_SERVICES: typeof NEAR = [...NEAR, ['a longer name', { service: 'web-2' }, 0], ['another case', { service: 'WEB' }, 0]];

describe.each(STACKS)('in %s', (_stack, stack) => {
  describe.each(CLUSTERS)('of a cluster that is %s', (_cluster, clusterIn) => {
    const cluster = clusterIn(stack);

    test.each(SERVICES)('a service that is %s is found, alone and together with its cluster', (_form, create) => {
      const service = create(cluster, stack);

      expectMatched(service, {}, NEAR_SERVICES);
      expectMatched(service, { clusters: [cluster] }, NEAR_SERVICES);
      expectMatched(service, { clusterNames: ['prod', 'dev'] }, NEAR_SERVICES);
      expectMatched(service, { clusterNamePrefixes: ['pr'] }, NEAR_SERVICES);
    });

  });

  // The CDK refuses to make a service in a cluster without a VPC.
  test.each(CLUSTERS.filter(([form]) => form !== 'an import by ARN'))('a service that is an L2 with a name is found, of a cluster that is %s', (_form, clusterIn) => {
    const cluster = clusterIn(stack);

    expectMatched(serviceIn(cluster, stack, 'web'), { clusters: [cluster] }, NEAR_SERVICES);
  });

  test('a service with a name in a cluster without one is found by both', () => {
    const cluster = unnamedCluster(stack);
    const near: typeof NEAR = [['it', { cluster: generatedName(cluster) }, 1], ['another', { cluster: 'prod' }, 0]];

    expectMatched(serviceIn(cluster, stack, 'web'), {}, near);
    expectMatched(serviceIn(cluster, stack, 'web'), { clusters: [cluster], serviceNames: ['web'] }, near);
  });

  test('a service without a name is found by reference, and it is reported that the rule depends on it', () => {
    const cluster = unnamedCluster(stack);
    const service = serviceIn(cluster, stack);
    const it = { cluster: generatedName(cluster), service: generatedName(service.node.findChild('Service') as Construct) };

    expectMatched(service, {}, [['it', it, 1], ['another service', { ...it, service: 'web' }, 0], ['another cluster', { ...it, cluster: 'prod' }, 0]]);
    expect(findings(EcsEventPattern.serviceAction({ services: [service] }))).toEqual(['info cdk-ecs-event-rules:ruleDependsOnService']);
    expect(findings(EcsEventPattern.hookStateChange({ services: [service] }))).toEqual(['warning cdk-ecs-event-rules:hookRuleDependsOnService']);
    expect(findings(EcsEventPattern.serviceAction({ excludedServices: [service] }))).toEqual(['warning cdk-ecs-event-rules:ruleDependsOnService']);
  });
});

test('a service by its new ARN is found, and its cluster is known', () => {
  const service = ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/prod/web`);

  expectMatched(service, { clusterNames: ['prod'] }, NEAR_SERVICES);
  expect(findings(EcsEventPattern.serviceAction({ services: [service] }))).toEqual([]);
});

test('a service by its new ARN is where the ARN says, wherever its cluster was imported', () => {
  const cluster = importedCluster(STACK);
  const service = ecs.FargateService.fromFargateServiceAttributes(STACK, newId(), { cluster, serviceArn: 'arn:aws:ecs:eu-west-3:444455556666:service/prod/web' });

  expect(EcsEventPattern.serviceAction({ services: [service] }).toEventPattern().resources).toEqual(['arn:aws:ecs:eu-west-3:444455556666:service/prod/web']);
});

test('a service is found by reference if its cluster is an ARN of which the end is known at deployment only', () => {
  const suffix = new CfnParameter(STACK, newId(), { default: '-2' }).valueAsString;
  const { clusterArn } = importedCluster(STACK);
  const service = new ecs.CfnService(STACK, newId(), { cluster: `${clusterArn}${suffix}`, serviceName: 'web' });

  expect(EcsEventPattern.serviceAction({ services: [service] }).toEventPattern().resources).toEqual([service.ref]);
});

test('a service whose ARN is known at deployment only is found by it, and is none of tasks', () => {
  const arn = new CfnParameter(STACK, newId(), { default: `${ARN}:service/prod/web` }).valueAsString;
  const service = ecs.FargateService.fromFargateServiceArn(STACK, newId(), arn);

  expect([{}, { service: 'api' }].map((about) => matched(EcsEventPattern.serviceAction({ services: [service], clusterNames: ['prod'] }), 'ECS Service Action', about))).toEqual([1, 0]);
  expect(findings(EcsEventPattern.serviceAction({ services: [service] }))).toEqual([]);
  expect(() => EcsEventPattern.taskStateChange({ services: [service] })).toThrow('services[0]: tasks have the name of their service');
});

test('a service of the default cluster, which the template omits', () => {
  expectMatched(new ecs.CfnService(STACK, newId(), { serviceName: 'web' }), {}, [['it', { cluster: 'default' }, 1], ['another', {}, 0]]);
});

describe('T06: a service by its old ARN', () => {
  const old = ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/web`);
  const events = ['ECS Service Action', 'ECS Deployment State Change'] as const;
  const { serviceAction, serviceDeploymentStateChange } = EcsEventPattern;
  const patternOf = (filters: object) => [serviceAction, serviceDeploymentStateChange].map((create) => create({ services: [old], ...filters }));

  test('is found in its short form only, and a warning reports it', () => {
    const patterns = patternOf({});

    expect(patterns.map((pattern, i) => matched(pattern, events[i], { shortServiceArn: true }))).toEqual([1, 1]);
    expect(patterns.map((pattern, i) => matched(pattern, events[i], {}))).toEqual([0, 0]);
    expect(patterns[0]._findings(DEPLOYED_ENVIRONMENT)).toMatchObject([{ level: 'warning', id: 'cdk-ecs-event-rules:shortServiceArn', message: expect.stringContaining(`services: ${ARN}:service/web has the short form from before 2021`) }]);
  });

  test('is found in both forms where clusters are known, without a warning', () => {
    const [pattern] = patternOf({ clusterNames: ['prod'] });

    expect([{ shortServiceArn: true }, {}, { cluster: 'dev' }].map((about) => matched(pattern, events[0], about))).toEqual([1, 1, 0]);
    expect(findings(pattern)).toEqual([]);
  });

  test('is excluded in both forms where clusters are known', () => {
    const pattern = EcsEventPattern.serviceAction({ clusterNames: ['prod'], excludedServices: [old] });

    expect([{ shortServiceArn: true }, {}, { service: 'api' }].map((about) => matched(pattern, events[0], about))).toEqual([0, 0, 1]);
    expect(findings(EcsEventPattern.serviceAction({ excludedServices: [old] }))).toEqual(['warning cdk-ecs-event-rules:shortServiceArn']);
  });

  test('is no service of tasks, unless clusters are known', () => {
    expect(() => EcsEventPattern.taskStateChange({ services: [old] })).toThrow(
      `[EcsEventPattern.taskStateChange] services[0]: tasks have the name of their service and the ARN of its cluster, and "${ARN}:service/web" does not have both. `
      + 'Use clusters together with serviceNames, or import the service with its cluster.',
    );
    expect([{}, { cluster: 'dev' }].map((about) => matched(EcsEventPattern.taskStateChange({ services: [old], clusterNames: ['prod'] }), 'ECS Task State Change', about))).toEqual([1, 0]);
  });
});

test('a service whose cluster is a parameter has no pair for tasks', () => {
  const cluster = new CfnParameter(STACK, newId(), { default: 'prod' }).valueAsString;
  const service = new ecs.CfnService(STACK, newId(), { cluster, serviceName: 'web' });

  expect(matched(EcsEventPattern.serviceAction({ services: [service] }), 'ECS Service Action', {})).toBe(1);
  expect(() => EcsEventPattern.taskStateChange({ services: [service] })).toThrow('services[0]: tasks have the name of their service and the ARN of its cluster, and a token does not have both.');
});

test.each([['text', 'web', '"web"'], ['another construct', STACK, 'construct Stack'], ['a number', 5, '5']])('%s is no service', (_title, value, shown) => {
  expect(() => EcsEventPattern.serviceAction({ services: [value as never] })).toThrow(`services[0]: expected a service, got ${shown}. Pass the construct, or its plain name to serviceNames.`);
});

function findings(pattern: EcsEventPattern): string[] {
  return pattern._findings(DEPLOYED_ENVIRONMENT).map(({ level, id }) => `${level} ${id}`);
}

test('a cluster without a name is the same directly and through its services: EventBridge loses branches of a $or that share a cluster and a group', () => {
  const cluster = unnamedCluster(STACK);
  const services = ['web', 'api'].map((name) => serviceIn(cluster, STACK, name));

  const pattern = EcsEventPattern.taskStateChange({ services, clusters: [cluster], serviceNames: ['api', 'batch'] });

  const about = { cluster: generatedName(cluster) };
  expect(['web', 'api', 'batch', 'x'].map((service) => matched(pattern, 'ECS Task State Change', { ...about, service }))).toEqual([1, 1, 1, 0]);
});
