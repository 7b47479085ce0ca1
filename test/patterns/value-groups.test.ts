import { groupsOf } from '../../src/patterns/conditions/value-groups';
import type { Value } from '../../src/patterns/conditions/values';
import { except, exact, overlapOf, prefix, suffix } from '../../src/patterns/conditions/values';
import { generatedName, unknownName, unknownText } from '../../src/patterns/references/unresolved-text';
import * as fc from '../random';

const PLACES = ['us-east-1:111122223333', 'us-east-1:444455556666', `${unknownName('Region')}:${unknownName('Account')}`, `us-east-2:${unknownName('Account')}`];
const NAMES = ['prod', 'prod-2', 'prod-eu', 'Stack-Prod-1', 'dev', unknownName('P'), `prod-${unknownName('Q')}`, generatedName('1', 'Stack-'), generatedName('2', 'Stack-'), generatedName('3', '')];

/** ARNs of clusters and services, names and texts, as values and as what values begin or end with. */
const KEYS = fc.oneof(
  fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...NAMES)).map(([place, name]) => `arn::ecs:${place}:cluster/${name}`),
  fc.tuple(fc.constantFrom(...PLACES), fc.constantFrom(...NAMES), fc.constantFrom('web', 'api', '', unknownName('S')))
    .map(([place, cluster, name]) => `arn::ecs:${place}:service/${cluster}/${name}`),
  fc.constantFrom(...NAMES, 'RESOURCE:CPU', 'RESOURCE:', unknownText('X'), `arn::ecs:${unknownText('Y')}`, 'arn', ''),
);
const VALUES: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: KEYS.map((key) => exact(key, key)) },
  { weight: 3, arbitrary: KEYS.map((key) => prefix(key, key)) },
  { weight: 1, arbitrary: fc.constantFrom('/web', ':cluster/prod', 'od').map((text) => suffix(text)) },
  { weight: 1, arbitrary: fc.constantFrom(...except([exact('prod')], 'prod', true)) },
);

test('values that an event may meet together have one number: what sorting finds is what comparing each pair finds', () => {
  const counts = { apart: 0, together: 0 };

  fc.assert(fc.property(fc.array(VALUES, { minLength: 2, maxLength: 12 }), (values) => {
    const numbers = groupsOf(values);

    values.forEach((value, i) => values.slice(0, i).forEach((other, j) => {
      const overlap = overlapOf(value, other);
      counts[numbers[i] === numbers[j] ? 'together' : 'apart'] += 1;
      expect({ value, other, apart: numbers[i] !== numbers[j] && overlap !== 'no' }).toEqual({ value, other, apart: false });
    }));
  }), { numRuns: 2000, seed: 20261127 });

  // Otherwise nothing was tested.
  expect(Math.min(counts.apart, counts.together)).toBeGreaterThan(10_000);
});

test.each<[string, (i: number) => string]>([
  ['names', (i) => `arn::ecs:us-east-1:111122223333:cluster/name-${i}`],
  ['generated names', (i) => `arn::ecs:us-east-1:111122223333:cluster/${generatedName(String(i), 'Stack-')}`],
  ['accounts', (i) => `arn::ecs:us-east-1:${100_000_000_000 + i}:cluster/prod`],
  ['what is known at deployment in the Region of the rule', (i) => `arn::ecs:${unknownName('Region')}:${unknownName('Account')}:cluster/name-${i}`],
])('values that differ in %s are all apart', (_title, create) => {
  const values = Array.from({ length: 500 }, (_, i) => exact(create(i), create(i)));

  expect(new Set(groupsOf(values)).size).toBe(500);
});
