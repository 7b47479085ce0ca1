import { aws_ecs as ecs, Resource } from 'aws-cdk-lib';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import { FACTORIES } from './factories';
import { ARN, CLUSTERS, daemonIn, generatedName, matched, NEAR, newId, STACKS, unnamedCluster } from './own-resources';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DEPLOYED_ENVIRONMENT } from '../../src/patterns/references/environment';

const FOR_DAEMONS = FACTORIES.filter(({ entry }) => entry.daemon);
const NEAR_DAEMONS: typeof NEAR = [...NEAR, ['a longer name', { daemon: 'log-2' }, 0], ['another case', { daemon: 'LOG' }, 0]];
const [, STACK] = STACKS[1];

function expectMatched(daemon: aws_ecs.IDaemonRef, filters: object, near: typeof NEAR): void {
  for (const { name, create, entry, eventName } of FOR_DAEMONS) {
    const pattern = create({ daemons: [daemon], ...filters });
    near.forEach(([title, about, expected]) =>
      expect([name, title, matched(pattern, entry.detailType, about, eventName)]).toEqual([name, title, expected]));
  }
}

/** A daemon of another app: a reference and nothing else. */
class ImportedDaemon extends Resource implements aws_ecs.IDaemonRef {
  public constructor(public readonly daemonRef: aws_ecs.DaemonReference) {
    super(STACK, newId());
  }
}

describe.each(STACKS)('in %s', (_stack, stack) => {
  test.each(CLUSTERS)('a daemon with a name in a cluster that is %s is found, alone and together with its cluster', (_form, clusterIn) => {
    const cluster = clusterIn(stack);
    const daemon = daemonIn(cluster.clusterArn, stack, 'log');

    expectMatched(daemon, {}, NEAR_DAEMONS);
    expectMatched(daemon, { clusters: [cluster] }, NEAR_DAEMONS);
    expectMatched(daemon, { clusterNames: ['dev', 'prod'] }, NEAR_DAEMONS);
  });

  test('a daemon with a name does not make the rule wait for it', () => {
    const pattern = EcsEventPattern.daemonServiceAction({ daemons: [daemonIn(unnamedCluster(stack).clusterArn, stack, 'log')] });

    expect(pattern._findings(DEPLOYED_ENVIRONMENT)).toEqual([]);
  });

  test('a daemon with a name in a cluster without one is found by both', () => {
    const cluster = unnamedCluster(stack);

    expectMatched(daemonIn(cluster.clusterArn, stack, 'log'), { clusters: [cluster] }, [['it', { cluster: generatedName(cluster) }, 1], ['another', {}, 0]]);
  });

  test('a daemon without a name is found by reference, and it is reported that the rule depends on it', () => {
    const cluster = unnamedCluster(stack);
    const daemon = daemonIn(cluster.clusterArn, stack);
    const it = { cluster: generatedName(cluster), daemon: generatedName(daemon) };

    expectMatched(daemon, {}, [['it', it, 1], ['another daemon', { ...it, daemon: 'log' }, 0], ['another cluster', { ...it, cluster: 'prod' }, 0]]);
    expect(EcsEventPattern.daemonServiceAction({ daemons: [daemon] })._findings(DEPLOYED_ENVIRONMENT)).toMatchObject([{
      level: 'info',
      id: 'cdk-ecs-event-rules:ruleDependsOnDaemon',
      message: expect.stringContaining('Give the daemon a literal name, or use daemonNames together with clusters.'),
      dependsOn: daemon,
    }]);
  });
});

test('a daemon by its ARN is found, and its cluster is known', () => {
  expectMatched(new ImportedDaemon({ daemonArn: `${ARN}:daemon/prod/log` }), { clusterNames: ['prod'] }, NEAR_DAEMONS);
});

test('a daemon whose cluster is not said is found by reference', () => {
  const daemon = daemonIn(undefined, STACK, 'log');

  expect(EcsEventPattern.daemonServiceAction({ daemons: [daemon] })._findings(DEPLOYED_ENVIRONMENT)).toMatchObject([{ dependsOn: daemon }]);
});

test('daemons by reference and by name are one condition', () => {
  const filters = { clusterNames: ['prod'], daemons: [daemonIn(`${ARN}:cluster/prod`, STACK, 'log')], daemonNames: ['trace'] };

  expect(['log', 'trace', 'log-2'].map((daemon) => matched(EcsEventPattern.daemonServiceAction(filters), 'ECS Daemon Service Action', { daemon }))).toEqual([1, 1, 0]);
});

test.each([['text', 'log', '"log"'], ['a service', new ecs.CfnService(STACK, 'Service'), 'construct Stack/Service']])('%s is no daemon', (_title, value, shown) => {
  expect(() => EcsEventPattern.daemonServiceAction({ daemons: [value as never] })).toThrow(
    `daemons[0]: expected a daemon, got ${shown}. Pass the construct, or its plain name to daemonNames.`,
  );
});

test('T44: a daemon outside of the clusters of the filter', () => {
  const daemon = daemonIn(`${ARN}:cluster/prod`, STACK, 'log');

  expect(() => EcsEventPattern.daemonServiceAction({ daemons: [daemon], clusterNames: ['dev'] })).toThrow(
    '[EcsEventPattern.daemonServiceAction] daemons[0]: its cluster "prod" is not among the clusters of the filter. '
    + 'Filters are combined with AND, so no event would match. Add the cluster to clusters or clusterNames, or omit both.',
  );
});
