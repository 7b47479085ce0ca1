import { Aws } from 'aws-cdk-lib';
import { deployed, matching } from './deployed-pattern';
import type { Factory } from './factories';
import { rows } from './factories';
import type { About } from './sent-event';
import { sent } from './sent-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';

const CHINA = { partition: 'aws-cn', region: 'cn-north-1' };

function matched({ create, entry, eventName }: Factory, filters: object, about: About): number {
  return matching(deployed([create(filters).toEventPattern()]), sent(entry.detailType, eventName, about));
}

/** The event as if it did not say which cluster it is about. */
function withoutCluster({ entry }: Factory, value: undefined | null): About {
  return entry.cluster.path === 'resources' ? { envelope: { resources: value ?? [] } } : { detail: { clusterArn: value } };
}

describe.each(rows())('%s', (_name, factory) => {
  const { entry } = factory;

  test.each<[string, About, number]>([
    ['the cluster', {}, 1],
    ['one whose name is longer', { cluster: 'prod-2' }, 0],
    ['one whose name is shorter', { cluster: 'pro' }, 0],
    ['one in another case', { cluster: 'Prod' }, 0],
    ['one whose name ends the same', { cluster: 'my-prod' }, 0],
    ['one of that name in another account', { account: '444455556666' }, 0],
    ['one of that name in another Region', { region: 'us-east-2' }, 0],
    ['one of that name in another partition', CHINA, 0],
    ['a field that is missing', withoutCluster(factory, undefined), 0],
    ['a field that is null', withoutCluster(factory, null), 0],
  ])('clusterNames: %s', (_title, about, expected) => {
    expect(matched(factory, { clusterNames: ['prod'] }, about)).toBe(expected);
  });

  test.each<[string, About, number]>([
    ['a name that begins so', { cluster: 'prod-eu' }, 1],
    ['a name that is just so', { cluster: 'prod-' }, 1],
    ['a name that is shorter', { cluster: 'prod' }, 0],
    ['a name that begins otherwise', { cluster: 'my-prod-eu' }, 0],
    ['a name in another case', { cluster: 'Prod-eu' }, 0],
    ['another account', { cluster: 'prod-eu', account: '444455556666' }, 0],
    ['another Region', { cluster: 'prod-eu', region: 'us-east-2' }, 0],
    ['a field that is missing', withoutCluster(factory, undefined), 0],
  ])('clusterNamePrefixes: %s', (_title, about, expected) => {
    expect(matched(factory, { clusterNamePrefixes: ['prod-'] }, about)).toBe(expected);
  });

  test.each([['prod', 1], ['stage', 1], ['dev-1', 1], ['dev', 0], ['stage-2', 0]])('names and prefixes are one condition, any of them: %s', (cluster, expected) => {
    const filters = { clusterNames: ['prod', 'stage', 'prod'], clusterNamePrefixes: ['dev-'] };

    expect(matched(factory, filters, { cluster })).toBe(expected);
  });

  test.each<[string, About, number]>([
    ['the first account, the first Region', { account: '111122223333', region: 'eu-west-1' }, 1],
    ['the second account, the Region of another partition', { account: '444455556666', ...CHINA }, 1],
    ['the Region with the wrong partition', { account: '444455556666', region: 'cn-north-1' }, 0],
    ['another Region', { account: '111122223333', region: 'us-east-1' }, 0],
    ['another account', { account: '777788889999', region: 'eu-west-1' }, 0],
  ])('a name is required in every one of accounts and regions: %s', (_title, about, expected) => {
    const filters = { clusterNames: ['prod'], accounts: ['111122223333', '444455556666'], regions: ['eu-west-1', 'cn-north-1'] };

    expect(matched(factory, filters, about)).toBe(expected);
  });

  test.each([['111122223333', 'us-east-1', 1], ['444455556666', 'us-east-1', 0], ['111122223333', 'us-east-2', 0]])(
    'accounts and regions are required without clusters too: %s, %s', (account, region, expected) => {
      expect(matched(factory, { accounts: ['111122223333'], regions: ['us-east-1'] }, { account, region })).toBe(expected);
    },
  );

  test('the cluster is required where the event carries it', () => {
    const [pattern] = deployed([factory.create({ clusterNames: ['prod'] }).toEventPattern()]);

    const place = entry.cluster.path === 'resources' ? pattern.resources : (pattern.detail as Record<string, unknown>).clusterArn;
    expect(place).toEqual([expect.anything()]);
  });
});

test('T05: the cluster of a deployment is the beginning of the ARN of its service, with the last slash', () => {
  const pattern = EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'] }).toEventPattern();

  expect(deployed([pattern])[0].resources).toEqual([{ prefix: 'arn:aws:ecs:us-east-1:111122223333:service/prod/' }]);
});

test.each([
  ['a name that a prefix covers', { clusterNames: ['prod-1', 'prod-2', 'dev'], clusterNamePrefixes: ['prod-'] }, ['cluster/dev', 'cluster/prod-']],
  ['a prefix that another covers', { clusterNamePrefixes: ['prod-eu-', 'prod-', 'prod-us-'] }, ['cluster/prod-']],
  ['a name that is there twice', { clusterNames: ['prod', 'prod'] }, ['cluster/prod']],
])('%s is omitted, so that no two values match the same', (_title, filters, expected) => {
  const [pattern] = deployed([EcsEventPattern.serviceAction(filters).toEventPattern()]);

  const values = (pattern.detail as { clusterArn: (string | { prefix: string })[] }).clusterArn;
  expect(values.map((value) => (typeof value === 'string' ? value : value.prefix).split(':').pop())).toEqual(expected);
});

test.each([
  ['us-gov-west-1', 'aws-us-gov'], ['cn-northwest-1', 'aws-cn'], ['us-iso-east-1', 'aws-iso'], ['us-isob-east-1', 'aws-iso-b'], ['eu-west-1', 'aws'],
])('a literal Region %s has the partition %s, wherever the rule is', (region, partition) => {
  const [pattern] = deployed([EcsEventPattern.serviceAction({ clusterNames: ['prod'], regions: [region] }).toEventPattern()]);

  expect(pattern.region).toEqual([region]);
  expect(pattern.detail).toEqual({ clusterArn: [`arn:${partition}:ecs:${region}:111122223333:cluster/prod`] });
});

test('an unknown Region, and one that is known at deployment, have the partition of the rule', () => {
  const pattern = EcsEventPattern.serviceAction({ clusterNames: ['prod'], regions: ['zz-new-9', Aws.REGION] });

  expect(deployed([pattern.toEventPattern()], { partition: 'aws-cn', region: 'cn-north-1', account: '111122223333' })[0].detail).toEqual({
    clusterArn: ['arn:aws-cn:ecs:zz-new-9:111122223333:cluster/prod', 'arn:aws-cn:ecs:cn-north-1:111122223333:cluster/prod'],
  });
});
