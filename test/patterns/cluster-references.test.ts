import { App, aws_ecs as ecs, NestedStack, Stack } from 'aws-cdk-lib';
import { deployed, matching } from './deployed-pattern';
import { FACTORIES, rows } from './factories';
import { CLUSTER_REFERENCES, generatedName, matched, NEAR, newId, STACKS, unnamedCluster } from './own-resources';
import { sent } from './sent-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

describe.each(STACKS)('in %s', (_stack, stack) => {
  describe.each(CLUSTER_REFERENCES)('a cluster: %s', (_form, create) => {
    const cluster = create(stack);

    test.each(rows())('is found by %s', (_name, factory) => {
      const pattern = factory.create({ clusters: [cluster] });

      NEAR.forEach(([title, about, expected]) =>
        expect([title, matched(pattern, factory.entry.detailType, about, factory.eventName)]).toEqual([title, expected]));
    });

    test.each(rows(FACTORIES.filter(({ entry }) => entry.service ?? entry.daemon)))('has members by name for %s', (_name, factory) => {
      const pattern = factory.create({ clusters: [cluster], ...factory.entry.service ? { serviceNames: ['web'] } : { daemonNames: ['log'] } });

      const near: typeof NEAR = [...NEAR, ['another member', { service: 'web-2', daemon: 'log-2' }, 0]];
      near.forEach(([title, about, expected]) =>
        expect([title, matched(pattern, factory.entry.detailType, about, factory.eventName)]).toEqual([title, expected]));
    });
  });

  test.each(rows())('a cluster without a name is found by what it will be called: %s', (_name, { create, entry, eventName }) => {
    const cluster = unnamedCluster(stack);
    const name = generatedName(cluster);

    const pattern = create({ clusters: [cluster] });

    const near = [{ cluster: name }, { cluster: 'Stack' }, { cluster: `${name}2` }, { cluster: name, region: 'us-east-2' }];
    expect(near.map((about) => matched(pattern, entry.detailType, about, eventName))).toEqual([1, 0, 0, 0]);
  });
});

test.each(rows())('a cluster of another stack of the app, named or not, and of a nested stack: %s', (_name, { create, entry, eventName }) => {
  const stack = new Stack(new App(), 'Stack');
  const clusters = [new ecs.Cluster(stack, 'Named', { clusterName: 'prod' }), unnamedCluster(stack), unnamedCluster(new NestedStack(stack, 'Nested'), 'Inner')];

  const pattern = create({ clusters });

  const [nested] = /Stack-Nested\w+-ABCDEFGHIJKL-Inner\w+-ABCDEFGHIJKL/.exec(JSON.stringify(deployed(pattern.toEventPatterns())))!;
  const names = ['prod', generatedName(clusters[1]), nested, 'Stack'];
  expect(names.map((cluster) => matched(pattern, entry.detailType, { cluster }, eventName))).toEqual([1, 1, 1, 0]);
});

test('a cluster of another account and Region keeps its place and its partition, whatever the stack', () => {
  const cluster = ecs.Cluster.fromClusterArn(STACKS[1][1], newId(), 'arn:aws-cn:ecs:cn-north-1:444455556666:cluster/prod');
  const there = { region: 'cn-north-1', account: '444455556666', partition: 'aws-cn' };

  for (const { create, entry, eventName } of FACTORIES) {
    expect([there, {}].map((about) => matched(create({ clusters: [cluster] }), entry.detailType, about, eventName))).toEqual([1, 0]);
  }
});

test('a cluster of a concrete stack stays where it is when the pattern is used in another environment', () => {
  const cluster = new ecs.Cluster(STACKS[1][1], newId(), { clusterName: 'prod' });
  const pattern = EcsEventPattern.serviceAction({ clusters: [cluster] }).toEventPattern();

  const inOtherAccount = deployed([pattern], { partition: 'aws', region: 'eu-west-1', account: '444455556666' });

  expect(matching(inOtherAccount, sent('ECS Service Action', undefined))).toBe(1);
});

test('one cluster by reference, by import and by name is one value where the environment is known', () => {
  const [, stack] = STACKS[1];
  const clusters = CLUSTER_REFERENCES.filter(([form]) => !form.includes('parameter')).map(([, create]) => create(stack));
  const home = { partition: 'aws', region: 'us-east-1', account: '111122223333' };

  const [pattern] = EcsEventPattern.serviceAction({ clusters, clusterNames: ['prod'] })._render(home);

  expect((pattern.detail as { clusterArn: unknown[] }).clusterArn).toHaveLength(1);
});

test.each([
  ['text', 'prod', '"prod"'],
  ['an ARN', 'arn:aws:ecs:us-east-1:111122223333:cluster/prod', '"arn:aws:ecs:us-east-1:111122223333:cluster/prod"'],
  ['another construct', STACKS[0][1], 'construct Stack'],
  ['an object', { clusterName: 'prod' }, '{"clusterName":"prod"}'],
])('%s is no cluster', (_title, value, shown) => {
  expect(() => EcsEventPattern.serviceAction({ clusters: [value as never] })).toThrow(
    `[EcsEventPattern.serviceAction] clusters[0]: expected a cluster, got ${shown}. Pass the construct, or its plain name to clusterNames.`,
  );
});
