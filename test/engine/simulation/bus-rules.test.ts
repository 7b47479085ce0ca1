import { EventPattern } from '../../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../../src/engine/matcher/indexed-event';
import { BusRules } from '../../../src/engine/simulation/bus-rules';
import { ANY_GRAMMAR } from '../../conformance/any-grammar';
import { CLOSE_GRAMMAR } from '../../conformance/close-grammar';
import { ECS_GRAMMAR } from '../../conformance/ecs-grammar';
import * as fc from '../../random';

/** The rules by their patterns, and how often one was asked. */
function rulesWith(patterns: readonly object[]) {
  const asked = jest.fn();
  const rules = patterns.map((json) => {
    const pattern = new EventPattern(json);
    return {
      requires: pattern.requires(),
      matches: (event: IndexedEvent) => {
        asked();
        return pattern.matches(event);
      },
    };
  });
  const bus = new BusRules(rules);
  return { asked, matching: (event: object) => bus.matching(new IndexedEvent(event)).map((rule) => rules.indexOf(rule)) };
}

const CLUSTERS = Array.from({ length: 100 }, (_, i) => ({ source: ['aws.ecs'], detail: { clusterArn: [`cluster-${i}`] } }));

test('an event is compared only with the rules that require its value, where hundreds of rules differ in one field', () => {
  const { asked, matching } = rulesWith([...CLUSTERS, { source: ['aws.ecs'] }]);
  expect(matching({ source: 'aws.ecs', detail: { clusterArn: 'cluster-42' } })).toEqual([42, 100]);
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each<[string, object, object]>([
  ['a matcher', { detail: { clusterArn: [{ prefix: 'cluster-4' }] } }, {}],
  ['a matcher next to a value', { detail: { clusterArn: ['cluster-1', { suffix: '-42' }] } }, {}],
  ['an absent field', { detail: { reason: [{ exists: false }] } }, {}],
  ['a value or an absent field', { detail: { clusterArn: ['cluster-1', { exists: false }] } }, { detail: {} }],
  ['one of several values', { detail: { clusterArn: ['cluster-1', 'cluster-42'] } }, {}],
  ['a value in one branch only', { $or: [{ detail: { clusterArn: ['cluster-1'] } }, { source: ['aws.ecs'] }] }, {}],
  ['a value in every branch', { $or: [{ detail: { clusterArn: ['cluster-1'] } }, { detail: { clusterArn: ['cluster-42'], a: [{ exists: false }] } }] }, {}],
  ['an address, however it is written', { detail: { clusterArn: ['::1'] } }, { detail: { clusterArn: '0:0:0:0:0:0:0:1' } }],
  ['an element of an array', { detail: { clusterArn: ['second'] } }, { detail: { clusterArn: ['first', 'second'] } }],
])('a rule matches that requires %s', (_what, pattern, event) => {
  const { matching } = rulesWith([pattern, ...CLUSTERS]);
  expect(matching({ source: 'aws.ecs', detail: { clusterArn: 'cluster-42' }, ...event })).toContain(0);
});

test('rules match once, and in their order', () => {
  const { matching } = rulesWith([...CLUSTERS.slice(0, 3), { detail: { clusterArn: ['cluster-2', 'cluster-1'] } }, { source: ['aws.ecs'] }, CLUSTERS[1]]);
  expect(matching({ source: 'aws.ecs', detail: { clusterArn: ['cluster-2', 'cluster-1'] } })).toEqual([1, 2, 3, 4, 5]);
});

test('without a rule nothing matches', () => {
  expect(rulesWith([]).matching({ source: 'aws.ecs' })).toEqual([]);
});

test.each([ANY_GRAMMAR, CLOSE_GRAMMAR, ECS_GRAMMAR])('rules with $name match as if every rule were evaluated', ({ pattern, event }) => {
  const valid = pattern.filter((json) => EventPattern.check(json) === undefined);
  const matched = { some: 0 };

  fc.assert(fc.property(fc.array(valid, { minLength: 4, maxLength: 4 }), fc.array(event, { minLength: 10, maxLength: 10 }), (patterns, events) => {
    const { matching } = rulesWith(patterns as object[]);
    for (const each of events as object[]) {
      const everyone = patterns.flatMap((json, i) => new EventPattern(json).matches(new IndexedEvent(each)) ? [i] : []);
      matched.some += everyone.length;
      expect(matching(each)).toEqual(everyone);
    }
  }), { numRuns: 200, seed: 20261122 });

  expect(matched.some).toBeGreaterThan(100);
});
