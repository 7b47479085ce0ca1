import { deployed, matching } from './deployed-pattern';
import type { Factory } from './factories';
import { FACTORIES, rows } from './factories';
import type { About } from './sent-event';
import { sent } from './sent-event';

const SERVICES = rows(FACTORIES.filter(({ entry }) => entry.service));
const DAEMONS = rows(FACTORIES.filter(({ entry }) => entry.daemon));
const MEMBERS = [
  ...SERVICES.map(([name, factory]) => [name, 'serviceNames', 'service', 'web', factory] as const),
  ...DAEMONS.map(([name, factory]) => [name, 'daemonNames', 'daemon', 'log', factory] as const),
];

function matched({ create, entry, eventName }: Factory, filters: object, about: About): number {
  return matching(deployed([create(filters).toEventPattern()]), sent(entry.detailType, eventName, about));
}

/** The event as if it did not say which service or daemon it is about. */
function without({ entry }: Factory, value: undefined | null): About {
  const path = (entry.service ?? entry.daemon)!.path;
  return path === 'resources' ? { envelope: { resources: value ?? [] } } : { detail: { [path.replace('detail.', '')]: value } };
}

describe.each(MEMBERS)('%s, %s', (factoryName, filter, kind, member, factory) => {
  const filters = { clusterNames: ['prod'], [filter]: [member] };

  test.each<[string, About, number]>([
    ['the one', {}, 1],
    ['one whose name is longer', { [kind]: `${member}-2` }, 0],
    ['one whose name is shorter', { [kind]: member.slice(0, -1) }, 0],
    ['one in another case', { [kind]: member.toUpperCase() }, 0],
    ['one of that name in another cluster', { cluster: 'prod-2' }, 0],
    ['one of that name in a cluster in another case', { cluster: 'Prod' }, 0],
    ['one of that name in another account', { account: '444455556666' }, 0],
    ['one of that name in another Region', { region: 'us-east-2' }, 0],
    ['a field that is missing', without(factory, undefined), 0],
    ['a field that is null', without(factory, null), 0],
  ])('matches %s or not', (_title, about, expected) => {
    expect(matched(factory, filters, about)).toBe(expected);
  });

  test.each([['prod', member, 1], ['stage', `${member}-2`, 1], ['stage', member, 1], ['stage', `${member}-3`, 0], ['dev', member, 0]])(
    'names are required in every cluster: %s, %s', (cluster, name, expected) => {
      const several = { clusterNames: ['prod', 'stage', 'prod'], [filter]: [member, `${member}-2`, member] };

      expect(matched(factory, several, { cluster, [kind]: name })).toBe(expected);
    },
  );

  test('needs a cluster', () => {
    expect(() => factory.create({ [filter]: [member] })).toThrow(
      `[EcsEventPattern.${factoryName}] ${filter}: requires clusters or clusterNames, got ["${member}"]. Name every cluster in clusters or clusterNames: a ${kind} name is unique within its cluster only.`,
    );
  });

  test.each([[undefined], [['dev']]])('cannot be joined with a prefix of cluster names, alone or together with %p: the events of those clusters would not match', (clusterNames) => {
    expect(() => factory.create({ clusterNames, clusterNamePrefixes: ['prod-'], [filter]: [member] })).toThrow(
      `${filter}: cannot be combined with clusterNamePrefixes, got ["${member}"].`,
    );
  });

  test.each([['the ARN', 'arn:aws:ecs:us-east-1:111122223333:x/prod/y'], ['two names', `${member} ${member}`], ['nothing', '']])('refuses %s', (_title, name) => {
    expect(() => factory.create({ clusterNames: ['prod'], [filter]: [name] })).toThrow(`${filter}[0]: expected `);
  });
});

test.each(SERVICES.filter(([, { entry }]) => entry.service!.form !== 'group'))('T06: %s requires the new form of a service ARN only', (_name, factory) => {
  const filters = { clusterNames: ['prod'], serviceNames: ['web'] };
  const { path } = factory.entry.service!;
  const old = 'arn:aws:ecs:us-east-1:111122223333:service/web';

  expect(matched(factory, filters, path === 'resources' ? { shortServiceArn: true } : { detail: { serviceArn: old } })).toBe(0);
});

test.each(SERVICES.filter(([, { entry }]) => entry.service!.path === 'resources'))('%s matches a service that is not the first of the resources', (_name, factory) => {
  const resources = ['arn:aws:ecs:us-east-1:111122223333:service/prod/api', 'arn:aws:ecs:us-east-1:111122223333:service/prod/web'];

  expect(matched(factory, { clusterNames: ['prod'], serviceNames: ['web'] }, { envelope: { resources } })).toBe(1);
});

test.each(rows(FACTORIES.filter(({ name }) => name.startsWith('daemonTask') || name === 'daemonServiceAction')))(
  '%s finds the daemon of a task that was never created: its resources are empty', (_name, factory) => {
    const about = { envelope: { resources: [] }, detail: { taskArn: undefined, failureType: 'TASK_CREATION_FAILED' } };

    expect(matched(factory, { clusterNames: ['prod'], daemonNames: ['log'] }, about)).toBe(1);
  },
);

test('T02: a daemon is required in detail.daemonArn, never in resources', () => {
  const patterns = DAEMONS.map(([, { create }]) => deployed([create({ clusterNames: ['prod'], daemonNames: ['log'] }).toEventPattern()])[0]);

  patterns.forEach((pattern) => {
    expect(pattern.resources).toBeUndefined();
    expect(pattern.detail).toMatchObject({ daemonArn: ['arn:aws:ecs:us-east-1:111122223333:daemon/prod/log'] });
  });
});

test('a standalone task is not of the service of that name', () => {
  const factory = FACTORIES.find(({ name }) => name === 'taskStateChange')!;

  expect(matched(factory, { clusterNames: ['prod'], serviceNames: ['web'] }, { detail: { group: 'family:web' } })).toBe(0);
});
