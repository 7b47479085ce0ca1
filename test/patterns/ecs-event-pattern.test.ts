import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deployed, matching } from './deployed-pattern';
import { FACTORIES, rows } from './factories';
import { sent } from './sent-event';
import { CATALOG } from '../../src/events/catalog';
import { DaemonTaskFailureType } from '../../src/filters/daemon-task-failure-type';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { PATTERN_FACTORIES } from '../../src/patterns/pattern-factories';

const samples = CATALOG.flatMap((entry) => entry.events.flatMap(({ name, samples: own }) => own.map(({ event }) => ({ entry, name, event }))));

test('there is a factory for every detail type, and a test row for every factory', () => {
  const factories = Object.getOwnPropertyNames(EcsEventPattern).filter((name) => name in PATTERN_FACTORIES);

  expect(FACTORIES.map(({ name }) => name).sort()).toEqual(factories.sort());
  expect(FACTORIES.map(({ name }) => name).sort()).toEqual(Object.keys(PATTERN_FACTORIES).sort());
  expect(new Set(FACTORIES.map(({ entry }) => entry))).toEqual(new Set(CATALOG));
});

describe.each(rows())('%s', (name, { entry, eventName, create }) => {
  const pattern = deployed([create().toEventPattern()]);
  const { detailType } = entry;

  test('matches the sample events it is named after, and no other sample of the catalog', () => {
    const matched = samples.filter(({ event }) => matching(pattern, event) === 1);

    const meant = samples.filter((sample) => sample.entry === entry && (eventName === undefined || sample.name === eventName));
    expect(matched).toEqual(meant);
    expect(matched.length).toBeGreaterThan(0);
  });

  test('requires only source, detail type and name', () => {
    expect(pattern).toEqual([{ 'source': ['aws.ecs'], 'detail-type': [detailType], ...eventName && { detail: { eventName: [eventName] } } }]);
  });

  test.each([
    ['another source', { source: 'my.ecs' }],
    ['a source in another case', { source: 'AWS.ECS' }],
    ['another detail type', { 'detail-type': `${detailType}s` }],
    ['a detail type in another case', { 'detail-type': detailType.toUpperCase() }],
  ])('does not match %s', (_title, envelope) => {
    expect(matching(pattern, sent(detailType, eventName))).toBe(1);
    expect(matching(pattern, sent(detailType, eventName, { envelope }))).toBe(0);
  });

  test.each([
    ['another name', { eventName: `${eventName}_2` }],
    ['the name in another case', { eventName: eventName?.toLowerCase() }],
    ['no name', { eventName: undefined }],
    ['null as the name', { eventName: null }],
  ])('does not match an event with %s', (_title, detail) => {
    expect(matching(pattern, sent(detailType, eventName, { detail }))).toBe(eventName === undefined ? 1 : 0);
  });

  test('undefined and null filters are no filters', () => {
    const unset = Object.fromEntries(PATTERN_FACTORIES[name].filters.map((filter, i) => [filter, i % 2 === 0 ? undefined : null]));

    expect(deployed([create(unset).toEventPattern()])).toEqual(pattern);
  });

  test.each([['null', null], ['text', 'prod']])('refuses %s instead of filters', (_title, filters) => {
    expect(() => create(filters as unknown as object)).toThrow(
      `[EcsEventPattern.${name}] filters: expected an object, got ${JSON.stringify(filters)}. Pass an object with props, such as {}, or omit it.`,
    );
  });

  test('says of a filter that it does not have, which it has', () => {
    expect(() => create({ severities: ['ERROR'] })).toThrow(
      `[EcsEventPattern.${name}] severities: this event has no such filter, got ["ERROR"]. It can be filtered by clusters, clusterNames, clusterNamePrefixes, accounts, regions, additionalPattern`,
    );
  });
});

test.each([
  ['pattern-daemon-service-action', EcsEventPattern.daemonServiceAction()],
  ['pattern-daemon-failure-type', EcsEventPattern.daemonTaskStartImpaired({ failureTypes: [DaemonTaskFailureType.TASK_CREATION_FAILED] })],
  ['pattern-daemon-cluster', EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['my-cluster'] })],
  ['pattern-daemon-deployment', EcsEventPattern.daemonDeploymentStateChange()],
  ['pattern-service-action', EcsEventPattern.serviceAction()],
])('the example %s of AWS comes out as AWS prints it', (file, pattern) => {
  const printed = JSON.parse(readFileSync(join(__dirname, '../events/aws-pages', `${file}.json`), 'utf-8'));

  const home = { partition: 'aws', region: 'us-west-2', account: '123456789012' };
  expect(deployed([pattern.toEventPattern()], home)).toEqual([printed]);
});
