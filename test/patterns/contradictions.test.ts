import { aws_ecs as ecs, CfnParameter, Resource } from 'aws-cdk-lib';
import type { aws_ecs } from 'aws-cdk-lib/interfaces';
import { compiledIn, RULE_ENVIRONMENTS } from './compiled-pattern';
import { HOME, matching } from './deployed-pattern';
import { FACTORIES, rows } from './factories';
import { ARN, daemonIn, newId, newStack, serviceIn, STACKS, unnamedCluster } from './own-resources';
import { sent } from './sent-event';

const MEMBERS = rows(FACTORIES.filter(({ entry }) => entry.service ?? entry.daemon));

/** A daemon of another app: its ARN and nothing else. */
class ImportedDaemon extends Resource implements aws_ecs.IDaemonRef {
  public readonly daemonRef = { daemonArn: `${ARN}:daemon/prod/web` };
}

/** A service and a daemon in a cluster. */
function memberIn(isDaemon: boolean, cluster: ecs.ICluster, name?: string): object {
  const stack = STACKS[0][1];
  return isDaemon ? { daemons: [daemonIn(cluster.clusterArn, stack, name)] } : { services: [serviceIn(cluster, stack, name)] };
}

describe.each(MEMBERS)('T44: %s', (name, { create, entry, eventName }) => {
  const isDaemon = entry.daemon !== undefined;
  const prop = isDaemon ? 'daemons' : 'services';
  const stack = STACKS[0][1];
  const [a, b] = [unnamedCluster(stack), unnamedCluster(stack)];
  const message = (cluster: string) => `[EcsEventPattern.${name}] ${prop}[0]: its cluster ${cluster} is not among the clusters of the filter.`
    + ' Filters are combined with AND, so no event would match. Add the cluster to clusters or clusterNames, or omit both.';

  test.each<[string, string | undefined]>([['with a name', 'web'], ['without a name', undefined]])('a member %s of one cluster and another cluster, both without names, never match', (_title, memberName) => {
    const member = memberIn(isDaemon, a, memberName);
    const construct = `construct ${a.node.path}/Resource`;

    expect(() => create({ ...member, clusters: [b] })).toThrow(message(construct));
    expect(() => create({ ...member, clusterNames: [b.clusterName] })).toThrow(message(construct));
    expect(() => create({ ...member, clusterNames: ['prod'] })).toThrow(message(construct));
    expect(() => create({ ...member, clusters: [b, a] })).not.toThrow();
    expect(() => create({ ...member, clusterNames: [a.clusterName] })).not.toThrow();
  });

  test('a member of a cluster with a name and a cluster without one never match', () => {
    const prod = ecs.Cluster.fromClusterAttributes(stack, newId(), { clusterName: 'prod', vpc: b.vpc });

    expect(() => create({ ...memberIn(isDaemon, prod, 'web'), clusters: [b] })).toThrow(message('"prod"'));
  });

  test('clusters narrow a member that is known by its ARN, where the account or the Region of the rule is another one', () => {
    const byArn: object = isDaemon
      ? { daemons: [new ImportedDaemon(stack, newId())] }
      : { services: [ecs.FargateService.fromFargateServiceArn(stack, newId(), `${ARN}:service/prod/web`)] };
    const pattern = create({ ...byArn, clusterNames: ['prod', 'dev'] });
    const event = sent(entry.detailType, eventName, { service: 'web', daemon: 'web' });

    const matched = RULE_ENVIRONMENTS.map((environment) => compiledIn(environment, pattern));
    expect(matched.map(({ patterns, isUndecided }) => [matching(patterns, event), isUndecided])).toEqual([[1, false], [1, false]]);
    expect(() => compiledIn({ ...HOME, account: '444455556666' }, pattern)).toThrow('its cluster "prod" is not among the clusters of the filter');
  });

  test('whether a cluster with a generated name is among prefixes or parameters is known at deployment only', () => {
    const parameter = new CfnParameter(stack, newId()).valueAsString;
    const hasBoth = entry.cluster.path === (entry.service ?? entry.daemon)!.path || entry.service?.form === 'group';

    for (const filter of [{ clusterNamePrefixes: ['prod-'] }, { clusterNames: [parameter] }]) {
      const pattern = create({ ...memberIn(isDaemon, a, 'web'), ...filter });
      const warnings = pattern._findings(HOME).filter(({ id }) => id === 'cdk-ecs-event-rules:unresolvedComparison').map(({ message: text }) => text);
      // Each of two conditions narrows alone.
      expect(warnings).toEqual(hasBoth ? [expect.stringContaining('services[0]: whether the cluster is among clusters, clusterNames and clusterNamePrefixes is known at deployment only')] : []);
    }
  });
});

test('T44: a member of two stacks, of which one has no environment, is compared in the environment of the rule', () => {
  const { create } = FACTORIES.find(({ name }) => name === 'serviceAction')!;
  const cluster: aws_ecs.IClusterRef = new ecs.CfnCluster(newStack(), newId(), { clusterName: 'prod' });
  const pattern = create({ clusters: [cluster], regions: ['eu-west-1'] });

  expect(() => pattern._compile(HOME)).toThrow('clusters[0]: it is in us-east-1, which is not among regions: ["eu-west-1"].');
  expect(() => pattern._compile({ ...HOME, region: 'eu-west-1' })).not.toThrow();
});
