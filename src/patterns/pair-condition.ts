import type { Condition, PatternJson } from './condition';
import { nest } from './condition';
import type { Matcher, Value } from './values';
import { covers, minimal } from './values';

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
    const branches = [...this.branches()].map(([seconds, firsts]) => ({
      [this.fields.first]: firsts.map(({ matcher }) => matcher),
      [this.fields.second]: JSON.parse(seconds) as Matcher[],
    }));
    return nest(this.fields.place, branches.length === 1 ? branches[0] : { $or: branches });
  }

  public facets(): { readonly [path: string]: readonly Value[] } {
    const { place, first, second, single } = this.fields;
    return single ? { [`${place}.${first}`]: this.pairs.map((pair) => pair.first), [`${place}.${second}`]: this.pairs.map((pair) => pair.second) } : {};
  }

  /** The first values by the list of second values that they go with. */
  private branches(): Map<string, Value[]> {
    const branches = new Map<string, Value[]>();
    for (const first of minimal(this.pairs.map((pair) => pair.first))) {
      const seconds = this.pairs.filter((pair) => same(pair.first, first)).map((pair) => pair.second);
      const list = JSON.stringify(minimal(seconds).map(({ matcher }) => matcher));
      branches.set(list, [...branches.get(list) ?? [], first]);
    }
    return branches;
  }
}

/** However the two were written down. */
function same(one: Value, other: Value): boolean {
  return covers(one, other) && covers(other, one);
}
