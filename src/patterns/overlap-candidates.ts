import { groupsOf } from './conditions/value-groups';
import type { Value } from './conditions/values';

/** What is compared: the values of fields. */
export type ConstraintsByPath = ReadonlyMap<string, readonly Value[]>;

/** So many are compared one with each other. */
const FEW = 8;

/** How often one may be in groups, on average, for a division into groups to be worth it. */
const MOST_GROUPS_OF_ONE = 3;

/**
 * The pairs of indexes of what an event may match, in order: all others differ in a field.
 *
 * They are divided by one field after the other, not compared one with each other: 400 take about four times as long as 100.
 */
export function overlapCandidates(all: readonly ConstraintsByPath[]): [number, number][] {
  const pairs = new Set<number>();
  const divide = (indexes: readonly number[], paths: readonly string[]): void => {
    const division = indexes.length > FEW ? bestDivision(indexes, paths, all) : undefined;
    if (division) {
      division.groups.forEach((group) => divide(group, paths.filter((path) => path !== division.path)));
      return;
    }
    indexes.forEach((later, i) => indexes.slice(0, i).forEach((earlier) => pairs.add(later * all.length + earlier)));
  };
  divide(all.map((_constraints, i) => i), [...new Set(all.flatMap((constraints) => [...constraints.keys()]))]);
  return [...pairs].sort((one, other) => one - other).map((pair) => [pair % all.length, Math.floor(pair / all.length)]);
}

interface Division {
  readonly path: string;
  readonly groups: readonly (readonly number[])[];
}

/** The division that leaves the fewest pairs, if one does. */
function bestDivision(indexes: readonly number[], paths: readonly string[], all: readonly ConstraintsByPath[]): Division | undefined {
  const total = (groups: Division['groups'], weight: (size: number) => number) => groups.reduce((sum, { length }) => sum + weight(length), 0);
  const pairsIn = ({ groups }: Division) => total(groups, (size) => size * size);
  const [best] = paths
    .map((path) => ({ path, groups: dividedBy(path, indexes, all) }))
    .filter(({ groups }) => total(groups, (size) => size) <= indexes.length * MOST_GROUPS_OF_ONE)
    .filter((division) => pairsIn(division) < indexes.length ** 2 / 2)
    .sort((one, other) => pairsIn(one) - pairsIn(other));
  return best;
}

/** Groups of those that have values in common; what has no values of the field is in every group. */
function dividedBy(path: string, indexes: readonly number[], all: readonly ConstraintsByPath[]): number[][] {
  const values = indexes.flatMap((index) => (all[index].get(path) ?? []).map((value) => ({ value, index })));
  const numbers = groupsOf(values.map(({ value }) => value));
  const groups = new Map<number, Set<number>>();
  values.forEach(({ index }, i) => groups.set(numbers[i], (groups.get(numbers[i]) ?? new Set<number>()).add(index)));
  const without = indexes.filter((index) => !all[index].has(path));
  return [...groups.values()].map((group) => [...group, ...without].sort((one, other) => one - other));
}
