import type { Condition, PatternJson } from './condition';
import { nest } from './condition';
import type { Value } from './values';
import { covers, isUnresolvedValue, mayBeSame, minimal } from './values';

/** Two values that must be met together. */
export interface Pair {
  readonly first: Value;
  readonly second: Value;
}

/** Where the two fields are. */
export interface PairFields {
  /** The object that holds them, such as `detail`. */
  readonly place: string;
  readonly first: string;
  readonly second: string;
  /** Whether an event holds one such pair. An array of two can meet two alternatives at once. */
  readonly single: boolean;
}

/**
 * A condition on two fields that belong together, such as the cluster and the group of a task.
 *
 * Where every first value goes with the same second values, two plain lists say it; otherwise it takes a `$or` with a branch for each list.
 */
export class PairCondition implements Condition {
  public readonly size: number;
  public readonly divisible: boolean;

  private readonly pairs: readonly Pair[];

  constructor(private readonly fields: PairFields, pairs: readonly Pair[]) {
    // Each once, so that no two parts hold the same.
    this.pairs = pairs.filter(({ first, second }, i) =>
      !pairs.slice(0, i).some((earlier) => same(first, earlier.first) && same(second, earlier.second)));
    this.size = this.pairs.length;
    this.divisible = fields.single;
  }

  public slice(from: number, to?: number): PairCondition {
    return new PairCondition(this.fields, this.pairs.slice(from, to));
  }

  public render(): PatternJson {
    const branches = this.branches().map(([firsts, seconds]) => ({
      [this.fields.first]: firsts.map(({ matcher }) => matcher),
      [this.fields.second]: seconds.map(({ matcher }) => matcher),
    }));
    return nest(this.fields.place, branches.length === 1 ? branches[0] : { $or: branches });
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    const { place, first, second, single } = this.fields;
    return single ? { [`${place}.${first}`]: this.pairs.map((pair) => pair.first), [`${place}.${second}`]: this.pairs.map((pair) => pair.second) } : {};
  }

  /**
   * The first values with the second values that they go with.
   *
   * Of two branches with a pair in common EventBridge loses the later one, with all else that is in it. A first value that may turn out at deployment to
   * be one of another branch therefore stands last, in a branch for each pair: that has nothing to lose but what an earlier branch has too.
   */
  private branches(): (readonly [readonly Value[], readonly Value[]])[] {
    const lists = this.lists();
    const uncertain = uncertainFirsts(lists);
    const certain = lists.map(([firsts, seconds]) => [firsts.filter((first) => !uncertain.has(first)), seconds] as const);
    const pairs = lists.flatMap(([firsts, seconds]) => firsts.filter((first) => uncertain.has(first)).flatMap((first) =>
      seconds.map((second) => [[first], [second]] as const)));
    return [...certain.filter(([firsts]) => firsts.length > 0), ...pairs];
  }

  /** The first values by the list of second values that they go with. */
  private lists(): [Value[], Value[]][] {
    const lists = new Map<string, [Value[], Value[]]>();
    for (const first of minimal(this.pairs.map((pair) => pair.first))) {
      const seconds = minimal(this.pairs.filter((pair) => same(pair.first, first)).map((pair) => pair.second));
      const key = JSON.stringify(seconds.map(({ matcher }) => matcher));
      lists.set(key, [[...lists.get(key)?.[0] ?? [], first], seconds]);
    }
    return [...lists.values()];
  }
}

/** The first values that may turn out to be one of another list; as few second values as possible go with them. */
function uncertainFirsts(lists: readonly (readonly [readonly Value[], readonly Value[]])[]): Set<Value> {
  const certain: { readonly first: Value; readonly list: number }[] = [];
  const uncertain = new Set<Value>();
  const all = lists.flatMap(([firsts, seconds], list) => firsts.map((first) => (
    { first, list, weight: isUnresolvedValue(first) ? 0 : seconds.length })));
  for (const { first, list } of all.sort((one, other) => other.weight - one.weight)) {
    if (certain.some((other) => other.list !== list && mayBeSame(other.first, first))) {
      uncertain.add(first);
    } else {
      certain.push({ first, list });
    }
  }
  return uncertain;
}

/** However the two were written down. */
function same(one: Value, other: Value): boolean {
  return covers(one, other) && covers(other, one);
}
