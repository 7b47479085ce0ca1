import { ask } from './event-ruler';
import { changed, miscounted } from './near-misses';
import { BranchState } from '../../src/engine/matcher/branch-state';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { CATALOG } from '../../src/events/catalog';
import type { EcsEventJson } from '../../src/events/detail-type';
import { deployed, HOME } from '../patterns/deployed-pattern';
import type { Factory } from '../patterns/factories';
import { rows } from '../patterns/factories';
import { isMeant } from '../patterns/meant-event';
import { filterValues, SPELLINGS } from '../patterns/random-filters';

const SAMPLES = CATALOG.flatMap(({ events }) => events.flatMap(({ samples }) => samples.map(({ event }) => event)));

/** Names mean something in their cluster only. */
const ALONG: { readonly [filter: string]: object } = { serviceNames: { clusterNames: ['prod'] }, daemonNames: { clusterNames: ['prod'] } };

/** No filter, then one at a time: each value alone, and all values together. */
function filtersOf(factory: Factory): { filter: string; filters: object }[] {
  return [{ filter: 'none', filters: {} }, ...filterValues(factory).flatMap(([filter, values]) => {
    const lists = filter === 'agentConnected' ? values : [...values.map((value) => [value]), asManyAsFit(factory, filter, values)];
    return lists.map((list) => ({ filter, filters: { ...ALONG[filter], [filter]: list } }));
  })];
}

/** All values, or as many of the first ones as EventBridge accepts in one pattern: an exclusion cannot be divided. At least two. */
function asManyAsFit(factory: Factory, filter: string, values: readonly unknown[]): readonly unknown[] {
  try {
    factory.create({ ...ALONG[filter], [filter]: values }).toEventPatterns();
    return values;
  } catch (error) {
    if (values.length <= 2 || !/^excluded/.test(filter) || !/expected up to 2048 characters/.test(String(error))) {
      throw error;
    }
    return asManyAsFit(factory, filter, values.slice(0, -1));
  }
}

/** The sample about the names that the filters have, from the place where the patterns are deployed. */
function atHome(sample: EcsEventJson): EcsEventJson {
  return JSON.parse(JSON.stringify({ ...sample, account: HOME.account, region: HOME.region })
    .replace(/arn:aws:ecs:[^:"]*:[^:"]*:/g, `arn:aws:ecs:${HOME.region}:${HOME.account}:`)
    .replace(/:cluster\/[^/"]*/g, ':cluster/prod')
    .replace(/:service\/[^"]*/g, ':service/prod/web')
    .replace(/:daemon\/[^"]*/g, ':daemon/prod/log')
    .replace(/:capacity-provider\/[^"]*/g, ':capacity-provider/gpu')
    .replace(/:task\/[^/"]*\//g, ':task/prod/')
    .replace(/:task-definition\/[^:"]*/g, ':task-definition/web')
    .replace(/"group":"[^"]*"/g, '"group":"service:web"'));
}

/** The fields that a pattern asks. */
function fieldsOf(pattern: unknown, path: string = ''): string[] {
  if (Array.isArray(pattern)) {
    return [path];
  }
  return Object.entries(pattern as object).flatMap(([key, value]) => (
    key === '$or' ? (value as unknown[]).flatMap((branch) => fieldsOf(branch, path)) : fieldsOf(value, path === '' ? key : `${path}.${key}`)));
}

/** Whether every event of the detail type carries a field. */
function isAlwaysThere({ entry }: Factory, field: string): boolean {
  return !field.startsWith('detail.') || entry.fields.some(({ path, always }) => `detail.${path.replace(/\[\]/g, '')}` === field && always);
}

/**
 * Whether the ARN of a task names the cluster that the event names: it does in every event of Amazon ECS. Exclusions of tasks decide by the ARN of the
 * task, so of an event that contradicts itself nothing may be lost, and nothing else is certain.
 */
function isConsistent({ detail: { taskArn, clusterArn } }: any): boolean {
  return taskArn === undefined || clusterArn === undefined || String(taskArn).startsWith(`${String(clusterArn).replace(':cluster/', ':task/')}/`);
}

/** Every sample, those of the factory at home, and these with one thing different in a field that the patterns ask. */
function eventsFor(factory: Factory, filter: string, patterns: readonly unknown[]): EcsEventJson[] {
  const fields = [...new Set(patterns.flatMap((pattern) => fieldsOf(pattern)))];
  // What to exclude of an event that lacks a field which it always has, it is not defined.
  const countable = fields.filter((field) => !filter.startsWith('excluded') || !isAlwaysThere(factory, field));
  const own = SAMPLES.filter((sample) => sample['detail-type'] === factory.entry.detailType).map(atHome);
  return [
    ...SAMPLES,
    ...own,
    ...own.flatMap((sample) => fields.flatMap((field) => changed(sample, field))),
    ...own.flatMap((sample) => countable.flatMap((field) => miscounted(sample, field))),
  ];
}

describe.each(rows())('%s, checked by event-ruler', (_name, factory) => {
  const cases = filtersOf(factory).map(({ filter, filters }) => {
    const patterns = deployed(factory.create(filters).toEventPatterns());
    return { filter, filters, patterns, events: eventsFor(factory, filter, patterns) };
  });

  test('each filter alone means what it defines, of every sample and of every near miss', () => {
    // WHEN
    const answers = ask(cases);

    // THEN
    const decisions = { all: 0, meant: 0 };
    for (const { filter, filters, patterns, events } of cases) {
      const own = answers.splice(0, patterns.length);
      const times = events.map((_, i) => own.filter(({ matches }) => matches![i]).length);
      const meant = events.map((event) => (isMeant(factory, filters, event) ? 1 : 0));
      const wrong = events.filter((event, i) => isConsistent(event) || !filter.startsWith('excluded') ? times[i] !== meant[i] : times[i] < meant[i]);
      decisions.all += events.length;
      decisions.meant += meant.filter(Boolean).length;

      expect({ filter, wrong }).toEqual({ filter, wrong: [] });
    }
    // Otherwise nothing was checked.
    expect(decisions.all).toBeGreaterThan(1000);
    expect(decisions.meant).toBeGreaterThan(30);
  }, 120_000);

  test('every branch of its patterns matches for certain', () => {
    // Two spellings of one service have a branch each, of which EventBridge loses the later one, with nothing else in it.
    const isOnce = ({ filters }: typeof cases[number]) => Object.values(filters).flat().filter((value) => SPELLINGS.has(value)).length <= 1;
    const branches = cases.filter(isOnce).flatMap(({ patterns }) => patterns.flatMap((pattern) => new EventPattern(pattern).branches));

    expect(branches.filter(({ branchState }) => branchState !== BranchState.MATCHING)).toEqual([]);
  });
});
