import { HOME } from './deployed-pattern';
import { FailureReason } from '../../src/filters/failure-reason';
import { overlapCandidates } from '../../src/patterns/overlap-candidates';
import { constraintsByPathOf, partOf } from '../../src/patterns/part';
import { partSource } from '../../src/patterns/part-source';

const REASONS = Array.from({ length: 40 }, (_, i) => FailureReason.prefix(`REASON:${i}.`));

/** How many pairs of so many parts are compared one by one. */
function compared(count: number, filters: (i: number) => object): number {
  return overlapCandidates(Array.from({ length: count }, (_, i) => constraintsByPathOf(partOf(partSource('serviceAction', filters(i)), HOME)))).length;
}

test.each<[string, (i: number) => object]>([
  ['their clusters', (i) => ({ clusterNames: [`cluster-${i}`] })],
  ['the beginnings of the names of their clusters', (i) => ({ clusterNamePrefixes: [`team-${i}-`] })],
  ['their services', (i) => ({ clusterNames: ['prod'], serviceNames: [`service-${i}`, `other-${i}`] })],
  ['two filters together', (i) => ({ clusterNames: [`cluster-${i % 20}`], reasons: [REASONS[Math.floor(i / 20)]] })],
  ['their reasons, and some have none', (i) => i % 50 === 0 ? { clusterNames: [`cluster-${i}`], reasons: [] } : { reasons: [REASONS[0]], clusterNames: [`cluster-${i}`] }],
])('400 parts that differ in %s take no more than four times the comparisons of 100', (_title, filters) => {
  const without = (i: number) => Object.fromEntries(Object.entries(filters(i)).filter(([, list]) => (list as unknown[]).length > 0));

  // One for each part, where there is nothing to compare among 100.
  expect(compared(400, without)).toBeLessThanOrEqual(4 * Math.max(compared(100, without), 100));
});

test('few parts are compared one with each other, and nothing is forgotten', () => {
  expect(overlapCandidates([new Map(), new Map(), new Map()])).toEqual([[0, 1], [0, 2], [1, 2]]);
});
