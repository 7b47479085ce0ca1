import { Aws, aws_ecs as ecs, aws_events as events } from 'aws-cdk-lib';
import { deployed, HOME, matching } from './deployed-pattern';
import type { FactoryName } from './factories';
import { FACTORIES, rows, takes } from './factories';
import { ARN, daemonIn, newId, newStack } from './own-resources';
import type { About } from './sent-event';
import { sent } from './sent-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const { Match } = events;
const STACK = newStack();
const service = ecs.FargateService.fromFargateServiceArn(STACK, newId(), `${ARN}:service/cluster-1/web`);
const names = (count: number, beginning: string) => Array.from({ length: count }, (_, i) => `${beginning}${i}`);
const accounts = (count: number) => Array.from({ length: count }, (_, i) => String(100000000000 + i));
const REGIONS = ['us-east-1', 'eu-west-1', 'cn-north-1'];

/** The rules of a pattern, resolved at home. */
const rulesOf = (pattern: EcsEventPattern) => deployed(pattern.toEventPatterns());

test.each(takes('serviceTaskPlacementFailure', 'serviceAction', 'serviceDeploymentStateChange', 'hookStateChange', 'taskStateChange'))(
  '%s: 41 services in 60 accounts and 3 Regions take at most 12 rules, of which an event matches one', (_name, { create, entry, eventName }) => {
    const filters = { clusterNames: ['prod'], serviceNames: names(41, 'service-'), accounts: accounts(60), regions: REGIONS };

    const rules = rulesOf(create(filters));

    expect(rules.length).toBeLessThanOrEqual(12);
    const matched = (about: About) => matching(rules, sent(entry.detailType, eventName, about));
    const places = [['us-east-1', 0], ['eu-west-1', 59], ['cn-north-1', 30]] as const;
    places.forEach(([region, account]) => filters.serviceNames.forEach((name) =>
      expect(matched({ service: name, region, account: accounts(60)[account], partition: region === 'cn-north-1' ? 'aws-cn' : 'aws' })).toBe(1)));
    const it = { service: 'service-1', region: 'us-east-1', account: accounts(60)[0] };
    const near: About[] = [{ service: 'service-41' }, { service: 'my-service-1' }, { cluster: 'my-prod' }, { region: 'us-east-2' }, { account: '200000000000' }];
    expect([it, ...near.map((other) => ({ ...it, ...other }))].map(matched)).toEqual([1, 0, 0, 0, 0, 0]);
  },
);

test.each(rows(FACTORIES.filter(({ entry }) => entry.cluster.form === 'arn')))('%s: 41 clusters in 60 accounts and 3 Regions take at most 12 rules', (_name, { create, entry, eventName }) => {
  const rules = rulesOf(create({ clusterNames: names(41, 'cluster-'), accounts: accounts(60), regions: REGIONS }));

  expect(rules.length).toBeLessThanOrEqual(12);
  const about = { region: 'eu-west-1', account: accounts(60)[7] };
  expect(['cluster-0', 'cluster-40', 'cluster-41', 'my-cluster-1'].map((cluster) => matching(rules, sent(entry.detailType, eventName, { ...about, cluster })))).toEqual([1, 1, 0, 0]);
});

test.each(takes('daemonServiceAction', 'daemonDeploymentStateChange'))('%s: 41 daemons in 60 accounts and 3 Regions take at most 12 rules', (_name, { create, entry }) => {
  const rules = rulesOf(create({ clusterNames: ['prod'], daemonNames: names(41, 'daemon-'), accounts: accounts(60), regions: REGIONS }));

  expect(rules.length).toBeLessThanOrEqual(12);
  const about = { region: 'eu-west-1', account: accounts(60)[7] };
  expect([['prod', 'daemon-0'], ['prod', 'daemon-41'], ['dev', 'daemon-0']].map(([cluster, daemon]) => matching(rules, sent(entry.detailType, undefined, { ...about, cluster, daemon })))).toEqual([1, 0, 0]);
});

describe('lists of resources, which have whole ARNs, do not multiply with the names', () => {
  const places = { accounts: [...accounts(60), HOME.account], regions: REGIONS };
  const about = { region: 'eu-west-1', account: accounts(60)[7] };
  const ours = { region: HOME.region, account: HOME.account, cluster: 'cluster-1', service: 'web', daemon: 'log' };

  test.each(takes('serviceAction', 'hookStateChange', 'taskStateChange'))('%s: services, and 41 names', (_name, { create, entry }) => {
    const rules = rulesOf(create({ services: [service], clusterNames: ['cluster-1', 'prod'], serviceNames: names(41, 'service-'), ...places }));

    expect(rules.length).toBeLessThanOrEqual(12);
    const matched = (each: About) => matching(rules, sent(entry.detailType, undefined, each));
    names(41, 'service-').forEach((name) => expect(matched({ ...about, cluster: 'prod', service: name })).toBe(1));
    expect(matched(ours)).toBe(1);
    // The service in another account, and in another cluster, is another one.
    expect([{ ...ours, ...about }, { ...ours, cluster: 'prod' }, { ...ours, service: 'service-41' }].map(matched)).toEqual([0, 0, 0]);
  });

  test.each(takes('serviceAction', 'hookStateChange', 'taskStateChange'))('%s: excluded services in 41 clusters', (_name, { create, entry }) => {
    const rules = rulesOf(create({ clusterNames: names(41, 'cluster-'), excludedServices: [service], ...places }));

    expect(rules.length).toBeLessThanOrEqual(12);
    const matched = (each: About) => matching(rules, sent(entry.detailType, undefined, each));
    expect([ours, { ...ours, ...about }, { ...ours, service: 'api' }, { ...ours, cluster: 'cluster-2' }, { ...ours, cluster: 'cluster-41' }].map(matched)).toEqual([0, 1, 1, 1, 0]);
  });

  test.each(takes('daemonServiceAction', 'daemonDeploymentStateChange'))('%s: excluded daemons in 41 clusters', (_name, { create, entry }) => {
    const rules = rulesOf(create({ clusterNames: names(41, 'cluster-'), excludedDaemons: [daemonIn(`${ARN}:cluster/cluster-1`, STACK, 'log')], ...places }));

    expect(rules.length).toBeLessThanOrEqual(12);
    const matched = (each: About) => matching(rules, sent(entry.detailType, undefined, each));
    expect([ours, { ...ours, ...about }, { ...ours, daemon: 'metrics' }, { ...ours, cluster: 'cluster-2' }].map(matched)).toEqual([0, 1, 1, 1]);
  });
});

test('the number of rules grows with the names, not with the product of names, accounts and Regions', () => {
  const count = (clusters: number, accountCount: number) => rulesOf(EcsEventPattern.serviceAction({ clusterNames: names(clusters, 'cluster-'), accounts: accounts(accountCount) })).length;

  expect([count(100, 10), count(1000, 10)]).toEqual([2, 20]);
  expect(count(200, 100)).toBeLessThanOrEqual(12);
});

test('capacity providers are matched by the end of their ARNs too', () => {
  const rules = rulesOf(EcsEventPattern.serviceAction({ capacityProviderNames: names(10, 'provider-'), accounts: accounts(10) }));

  expect(['provider-3', 'provider-30'].map((capacityProvider) => matching(rules, sent('ECS Service Action', undefined, { capacityProvider, account: accounts(10)[3] })))).toEqual([1, 0]);
  expect(rules).toHaveLength(1);
});

describe('an account or a Region that the filters do not name is that of the rule', () => {
  const clusterNames = names(41, 'cluster-');

  test('for names', () => {
    const rules = rulesOf(EcsEventPattern.serviceAction({ clusterNames, accounts: accounts(60) }));

    expect(['us-east-1', 'us-east-2'].map((region) => matching(rules, sent('ECS Service Action', undefined, { cluster: 'cluster-1', region, account: accounts(60)[1] })))).toEqual([1, 0]);
  });

  test('but not for clusters in another one', () => {
    const otherRegion = ecs.CfnCluster.fromClusterArn(STACK, newId(), `arn:aws:ecs:us-east-2:${accounts(1)[0]}:cluster/cluster-1`);
    const rules = rulesOf(EcsEventPattern.serviceAction({ clusterNames, clusters: [otherRegion], accounts: accounts(10) }));

    const about = ['cluster-1', 'cluster-2'].flatMap((cluster) => ['us-east-1', 'us-east-2'].map((region) => ({ cluster, region, account: accounts(1)[0] })));
    expect(about.map((each) => matching(rules, sent('ECS Service Action', undefined, each)))).toEqual([1, 1, 1, 0]);
  });

  test('nor where additionalPattern requires one', () => {
    const rules = rulesOf(EcsEventPattern.serviceAction({ clusterNames, accounts: accounts(5), additionalPattern: { region: Match.prefix('us-') } }));

    expect(['us-east-1', 'us-east-2'].map((region) => matching(rules, sent('ECS Service Action', undefined, { cluster: 'cluster-1', region, account: accounts(5)[1] })))).toEqual([1, 0]);
  });
});

test.each<[string, FactoryName, object]>([
  ['excluded services', 'serviceAction', { excludedServices: [service] }],
  ['services of tasks', 'taskStateChange', { services: [service], serviceNames: ['api'] }],
  ['excluded services of tasks', 'taskStateChange', { serviceNames: ['web', 'api'], excludedServices: [service] }],
  ['excluded services of tasks, and their names', 'taskStateChange', { excludedServices: [service], excludedServiceNames: ['api'] }],
  ['excluded services of deployments', 'serviceDeploymentStateChange', { excludedServices: [service] }],
  ['excluded daemons', 'daemonServiceAction', { excludedDaemons: [daemonIn(`${ARN}:cluster/cluster-1`, STACK, 'log')] }],
  ['excluded daemons, and their names', 'daemonServiceAction', { excludedDaemons: [daemonIn(`${ARN}:cluster/cluster-1`, STACK, 'log')], excludedDaemonNames: ['metrics'] }],
])('%s: no ARN is incomplete', (_title, name, filters) => {
  const { create, entry } = FACTORIES.find((factory) => factory.name === name)!;
  const places = { accounts: [...accounts(7), HOME.account], regions: ['us-east-1', 'eu-west-1'] };

  const rules = rulesOf(create({ clusterNames: names(8, 'cluster-'), ...places, ...filters }));

  expect(JSON.stringify(rules)).not.toContain('arn:*');
  const member = 'serviceNames' in filters ? 'api' : 'other';
  expect(matching(rules, sent(entry.detailType, undefined, { cluster: 'cluster-3', service: member, daemon: member, account: accounts(3)[2], region: 'eu-west-1' }))).toBe(1);
});

test('what fits into one rule has whole ARNs', () => {
  const [pattern] = rulesOf(EcsEventPattern.serviceAction({ clusterNames: ['prod'], accounts: accounts(2) }));

  expect(pattern.detail).toEqual({ clusterArn: accounts(2).map((account) => `arn:aws:ecs:us-east-1:${account}:cluster/prod`) });
});

test('in one environment the ARNs are divided, and their ends are matched only where they cannot be', () => {
  const clusterNames = names(41, 'cluster-');
  const formOf = (filters: object) => rulesOf(EcsEventPattern.serviceAction(filters)).map((pattern) => JSON.stringify(pattern).includes('suffix'));

  expect(formOf({ clusterNames })).toEqual([false, false]);
  expect(formOf({ clusterNames: [...clusterNames, Aws.STACK_NAME] })).toEqual([true]);
});

describe('where the account and the Region precede the name, the number of rules is reported', () => {
  const findings = (pattern: EcsEventPattern) => pattern._findings(DEPLOYED_ENVIRONMENT)
    .filter(({ id }) => id === 'cdk-ecs-event-rules:manyRules').map(({ level, message }) => `${level}: ${message}`);
  const places = { accounts: accounts(20), regions: ['eu-west-1', 'us-east-1'] };

  test('deployments by cluster', () => {
    const pattern = EcsEventPattern.serviceDeploymentStateChange({ clusterNames: names(10, 'cluster-'), ...places });

    expect(findings(pattern)).toEqual([`info: the pattern of "ECS Deployment State Change" needs ${rulesOf(pattern).length} of the 300 rules that an event bus supports (100 in some Regions),`
      + ' because clusterNames are multiplied with accounts and regions: the account and the Region precede the name in an ARN.'
      + ' Use serviceNames with exact names, which take one value for all accounts and Regions.']);
  });

  test('many of them are a warning', () => {
    expect(findings(EcsEventPattern.serviceDeploymentStateChange({ clusterNames: names(100, 'cluster-'), ...places }))).toEqual([expect.stringMatching(/^warning: .* needs \d{3} of the 300 rules/)]);
  });

  test('beginnings of names, and families of task definitions', () => {
    expect(findings(EcsEventPattern.serviceAction({ clusterNamePrefixes: names(5, 'team-'), ...places }))).toEqual([expect.stringContaining('because clusterNamePrefixes are')]);
    expect(findings(EcsEventPattern.taskStateChange({ taskDefinitionFamilies: names(5, 'web-'), ...places }))).toEqual([expect.stringContaining('because taskDefinitionFamilies are')]);
  });

  test('names that are compared with excluded resources', () => {
    const pattern = EcsEventPattern.serviceAction({ clusterNames: names(10, 'cluster-'), serviceNames: ['web', 'api'], excludedServices: [service], ...places });

    expect(findings(pattern)).toEqual([expect.stringMatching(/because clusterNames are .*Use excludedServiceNames instead of excludedServices, or remove the names that are excluded from serviceNames\.$/)]);
  });

  test('nothing is reported of names that take one value, and of one rule', () => {
    expect(findings(EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'], serviceNames: names(100, 'service-'), ...places }))).toEqual([]);
    expect(findings(EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'], accounts: [HOME.account, '444455556666'] }))).toEqual([]);
  });
});
