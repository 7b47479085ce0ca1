import { App, aws_ecs as ecs, NestedStack, Stack } from 'aws-cdk-lib';
import type { Place } from './deployed-pattern';
import { deployed, HOME, matching } from './deployed-pattern';
import { rows } from './factories';
import { generatedName, newStack } from './own-resources';
import { sent } from './sent-event';
import { ContainerInstanceHealthCheck } from '../../src/filters/container-instance-health-check';
import { ContainerInstanceHealthCheckType } from '../../src/filters/container-instance-health-check-type';
import { FailureReason } from '../../src/filters/failure-reason';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { MAX_PATTERN_LENGTH } from '../../src/patterns/pattern-length';

const GOV: Place = { partition: 'aws-us-gov', region: 'us-gov-west-1', account: '111122223333' };
const STACK = newStack();
const names = (count: number, prefix = 'cluster-with-a-name-') => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

const MANY = { excludedServiceNames: names(150, 'service-') };

/** The patterns after a deployment; each fits into a rule wherever that is. */
function fitting(pattern: EcsEventPattern): ReturnType<typeof deployed> {
  const patterns = pattern.toEventPatterns();
  [HOME, GOV].flatMap((home) => deployed(patterns, home))
    .forEach((each) => expect(JSON.stringify(each).length).toBeLessThanOrEqual(MAX_PATTERN_LENGTH));
  return deployed(patterns);
}

describe('500 clusters', () => {
  const stack = newStack();
  const apps = Array.from({ length: 5 }, (_, i) => new Stack(new App(), `Team${i}`));
  const kinds: [string, () => ecs.CfnCluster[], number][] = [
    ['with names', () => names(500, 'Named').map((clusterName) => new ecs.CfnCluster(stack, clusterName, { clusterName })), 25],
    ['without names', () => names(500, 'Unnamed').map((id) => new ecs.CfnCluster(stack, id)), 40],
    ['of five stacks, every other one without a name', () =>
      names(500, 'Mixed').map((id, i) => new ecs.CfnCluster(apps[i % 5], id, { clusterName: i % 2 === 0 ? `name-${i}` : undefined })), 35],
  ];

  test.each(kinds)('%s become few rules, and an event of each matches one of them', (_title, create, atMost) => {
    const clusters = create();

    const patterns = fitting(EcsEventPattern.serviceAction({ clusters }));

    expect(patterns.length).toBeLessThanOrEqual(atMost);
    clusters.filter((_cluster, i) => i % 7 === 0).forEach((cluster) => {
      const name = cluster.clusterName ?? generatedName(cluster).replace(/^Stack/, Stack.of(cluster).stackName);
      expect([name, matching(patterns, sent('ECS Service Action', undefined, { cluster: name }))]).toEqual([name, 1]);
    });
    expect(matching(patterns, sent('ECS Service Action', undefined, { cluster: 'other' }))).toBe(0);
  });
});

test.each(rows())('%s: 100 clusters are split, and an event matches exactly one part', (_name, { create, entry, eventName }) => {
  const clusterNames = names(100);

  const patterns = fitting(create({ clusterNames, regions: ['us-east-1'] }));

  expect(patterns.length).toBeGreaterThan(2);
  clusterNames.forEach((cluster) => expect([cluster, matching(patterns, sent(entry.detailType, eventName, { cluster }))]).toEqual([cluster, 1]));
  ['cluster-with-a-name-', 'cluster-with-a-name-100'].forEach((cluster) => expect(matching(patterns, sent(entry.detailType, eventName, { cluster }))).toBe(0));
});

test('300 services are split, together with prefixes that are not', () => {
  const serviceNames = names(300, 'service-');

  const patterns = fitting(EcsEventPattern.serviceAction({ clusterNames: ['prod'], serviceNames, reasons: [FailureReason.AGENT, FailureReason.RESOURCE_CPU] }));

  serviceNames.forEach((service) => expect(matching(patterns, sent('ECS Service Action', undefined, { service, detail: { reason: 'AGENT' } }))).toBe(1));
  expect(matching(patterns, sent('ECS Service Action', undefined, { service: 'service-300', detail: { reason: 'AGENT' } }))).toBe(0);
});

test('300 families of task definitions are split', () => {
  const taskDefinitionFamilies = names(300, 'family-');

  const patterns = fitting(EcsEventPattern.taskStateChange({ taskDefinitionFamilies }));

  expect(patterns.length).toBeGreaterThan(1);
  taskDefinitionFamilies.forEach((family) =>
    expect(matching(patterns, sent('ECS Task State Change', undefined, { detail: { taskDefinitionArn: `arn:aws:ecs:${HOME.region}:${HOME.account}:task-definition/${family}:7` } }))).toBe(1));
});

test('prefixes are split, of which none covers another', () => {
  const clusterNamePrefixes = [...names(60, 'team-with-a-long-name-').map((name) => `${name}-`), 'team-with-a-long-name-1-x', 'dev'];

  const patterns = fitting(EcsEventPattern.containerInstanceStateChange({ clusterNamePrefixes }));

  expect(patterns.length).toBeGreaterThan(1);
  [...clusterNamePrefixes, 'team-with-a-long-name-17-y', 'dev-1'].forEach((cluster) => {
    expect([cluster, matching(patterns, sent('ECS Container Instance State Change', undefined, { cluster }))]).toEqual([cluster, 1]);
  });
});

test('pairs of cluster and service are split, and each pair stays together', () => {
  const stack = newStack();
  const pairs = names(120, 'C').map((id, i) => ({ cluster: `cluster-${i % 30}`, service: `service-${i}`, id }));
  const services = pairs.map(({ id, cluster, service }) => new ecs.CfnService(stack, id, { cluster, serviceName: service }));

  const patterns = fitting(EcsEventPattern.taskStateChange({ services: [...services, ...services.slice(0, 50)] }));

  expect(patterns.length).toBeGreaterThan(2);
  pairs.forEach(({ cluster, service }) => expect(matching(patterns, sent('ECS Task State Change', undefined, { cluster, service }))).toBe(1));
  pairs.forEach(({ cluster }, i) => expect(matching(patterns, sent('ECS Task State Change', undefined, { cluster, service: `service-${i + 1}` }))).toBe(0));
});

test('as many names as fit share a rule: it may have 2,048 characters', () => {
  const patternsOf = (clusterNames: string[]) =>
    EcsEventPattern.serviceAction({ clusterNames })._render(HOME).map((pattern) => JSON.stringify(pattern));
  const [first, ...others] = names(28);
  const room = MAX_PATTERN_LENGTH - patternsOf([first, ...others])[0].length;
  const full = [`${first}${'x'.repeat(room)}`, ...others];

  expect(patternsOf(full).map(({ length }) => length)).toEqual([MAX_PATTERN_LENGTH]);
  expect(patternsOf([...full, 'one-more'])).toEqual([...patternsOf(full), expect.stringContaining('/one-more"')]);
});

test('two long conditions are both split', () => {
  const clusterNames = names(40);
  const serviceNames = names(100, 'service-with-a-long-name-');

  const patterns = fitting(EcsEventPattern.taskStateChange({ clusterNames, serviceNames }));

  expect(patterns.length).toBeLessThanOrEqual(24);
  clusterNames.forEach((cluster, i) => expect(matching(patterns, sent('ECS Task State Change', undefined, { cluster, service: serviceNames[99 - i] }))).toBe(1));
  expect(matching(patterns, sent('ECS Task State Change', undefined, { cluster: clusterNames[0], service: 'other' }))).toBe(0);
});

test('the parts of one detail type and those of another are distinguished', () => {
  const clusterNames = names(60);
  const filters = { clusterNames };

  const { serviceAction, serviceDeploymentStateChange, daemonServiceAction } = EcsEventPattern;

  const patterns = fitting(EcsEventPattern.anyOf(serviceAction(filters), serviceDeploymentStateChange(filters), daemonServiceAction(filters)));

  clusterNames.forEach((cluster) => ['ECS Service Action', 'ECS Deployment State Change', 'ECS Daemon Service Action'].forEach((detailType) =>
    expect(matching(patterns, sent(detailType, undefined, { cluster }))).toBe(1)));
});

test('what is split is no single pattern', () => {
  expect(() => EcsEventPattern.serviceAction({ clusterNames: names(100) }).toEventPattern()).toThrow(/toEventPattern\(\): one event pattern is not enough, got \d+/);
});

test('the names of nested stacks are long, and are counted as long as they are', () => {
  const nested = new NestedStack(newStack(), 'AStackInsideOfAnotherWithALongName');
  const clusters = names(30, 'ClusterInside').map((id) => new ecs.CfnCluster(nested, id));

  expect(fitting(EcsEventPattern.serviceAction({ clusters })).length).toBeGreaterThan(2);
});

test.each<[string, EcsEventPattern]>([
  ['exclusions', EcsEventPattern.serviceAction({ excludedServiceNames: names(150, 'service-') })],
  ['arrays', EcsEventPattern.serviceAction({ capacityProviderNames: names(150, 'capacity-provider-') })],
  ['health checks', EcsEventPattern.containerInstanceHealthChange({ healthChecks: names(150, 'A_CHECK_WITH_A_NAME_').map((type) => ContainerInstanceHealthCheck.impaired(ContainerInstanceHealthCheckType.of(type))) })],
  ['what the user added', EcsEventPattern.serviceAction({ additionalPattern: { detail: { reason: names(150, 'a long reason ') } } })],
  ['one cluster in addition to what the user added', EcsEventPattern.serviceAction({ clusterNames: ['prod'], additionalPattern: { detail: { reason: names(150, 'a long reason ') } } })],
  ['two detail types', EcsEventPattern.anyOf(EcsEventPattern.serviceAction(MANY), EcsEventPattern.hookStateChange(MANY))],
  ['an open prefix together with names that are known at deployment only', EcsEventPattern.serviceAction({
    clusterNamePrefixes: ['prod-'], clusters: names(50).map((id) => new ecs.CfnCluster(STACK, id)),
  })],
])('T19: %s cannot be split, and the error contains their length', (_title, pattern) => {
  const message = captured(() => pattern.toEventPatterns());

  const [, length] = new RegExp('^\\[EcsEventPattern\\] pattern of "[^"]+"(?:, "[^"]+")*: expected up to 2048 characters, got (\\d+)\\. It cannot be divided over several rules without matching an event twice'
    + ' or not at all, because exclusions, fields that hold several values, values that may be equal at deployment, and additionalPattern go together:'
    + ' use shorter or fewer values, literal values, or several rules\\.$').exec(message)!;
  expect(Number(length)).toBeGreaterThan(MAX_PATTERN_LENGTH);
});

test('T19: a condition that cannot be split does not keep others from being split', () => {
  const pattern = EcsEventPattern.serviceAction({ clusterNames: names(60), excludedServiceNames: names(80, 'service-') });

  expect(fitting(pattern).length).toBeGreaterThan(2);
});

test('the measured length is the length after the deployment, with literal names', () => {
  const pattern = EcsEventPattern.serviceAction({ excludedServiceNames: names(150, 'service-') });
  const [, length] = / got (\d+)\./.exec(captured(() => pattern.toEventPatterns()))!;

  expect(Number(length)).toBe(JSON.stringify({ 'source': ['aws.ecs'], 'detail-type': ['ECS Service Action'], 'resources': [{ 'anything-but': { suffix: names(150, '/service-') } }] }).length);
});

test('the same filters give the same parts', () => {
  const create = () => EcsEventPattern.serviceAction({ clusterNames: names(200), reasons: [FailureReason.AGENT] }).toEventPatterns();

  expect(JSON.stringify(create())).toBe(JSON.stringify(create()));
});

function captured(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
