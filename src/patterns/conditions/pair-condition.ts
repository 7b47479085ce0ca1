import type { Condition, PatternJson } from './condition';
import { grouped, nest } from './condition';
import { groupsOf } from './value-groups';
import type { ExactValue, SuffixValue } from './values';
import { exact, minimal, overlapOf, suffix } from './values';
import { isUnresolved } from '../references/unresolved-text';

type First = ExactValue | SuffixValue;

/** Two values that must be met together. */
export interface Pair {
  readonly first: First;
  readonly second: ExactValue;
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
  private readonly pairs: readonly Pair[];
  private grouped?: readonly (readonly Pair[])[];

  constructor(private readonly fields: PairFields, pairs: readonly Pair[]) {
    // Each once, so that no two parts have the same.
    const each = new Map<string, Pair>();
    pairs.forEach((pair) => each.set(keyOf(pair), each.get(keyOf(pair)) ?? pair));
    this.pairs = [...each.values()];
  }

  public get size(): number {
    return this.groups.length;
  }

  public slice(from: number, to?: number): PairCondition {
    const groups = this.groups.slice(from, to);
    const slice = new PairCondition(this.fields, groups.flat());
    slice.grouped = groups;
    return slice;
  }

  public render(): PatternJson {
    const branches = this.branches().map(([firsts, seconds]) => ({
      [this.fields.first]: firsts.map(({ matcher }) => matcher),
      [this.fields.second]: seconds.map(({ matcher }) => matcher),
    }));
    return nest(this.fields.place, branches.length === 1 ? branches[0] : { $or: branches });
  }

  public constraintsByPath(): { readonly [path: string]: readonly First[] } {
    const { place, first, second, single } = this.fields;
    return single ? { [`${place}.${first}`]: this.pairs.map((pair) => pair.first), [`${place}.${second}`]: this.pairs.map((pair) => pair.second) } : {};
  }

  private get groups(): readonly (readonly Pair[])[] {
    this.grouped ??= this.fields.single ? grouped(this.pairs, groupsOf(this.pairs.map(valueOf))) : [this.pairs];
    return this.grouped;
  }

  /**
   * The first values with the second values that they go with.
   *
   * Of two branches with a pair in common EventBridge loses the later one, with all else that is in it. A first value that may turn out at deployment to
   * be one of another branch therefore stands last, in a branch for each pair: that has nothing to lose but what an earlier branch has too.
   */
  private branches(): (readonly [readonly First[], readonly ExactValue[]])[] {
    const lists = this.lists();
    const uncertain = uncertainFirsts(lists);
    const certain = lists.map(([firsts, seconds]) => [firsts.filter((first) => !uncertain.has(first)), seconds] as const);
    const pairs = lists.flatMap(([firsts, seconds]) => firsts.filter((first) => uncertain.has(first)).flatMap((first) =>
      seconds.map((second) => [[first], [second]] as const)));
    return [...certain.filter(([firsts]) => firsts.length > 0), ...pairs];
  }

  /** The first values by the list of second values that they go with. */
  private lists(): [First[], ExactValue[]][] {
    const lists = new Map<string, [First[], ExactValue[]]>();
    // A suffix that covers another first value goes with other second values.
    const firsts = new Map<string, First>();
    this.pairs.forEach(({ first }) => firsts.set(first.key, firsts.get(first.key) ?? first));
    for (const first of firsts.values()) {
      const seconds = minimal(this.pairs.filter((pair) => pair.first.key === first.key).map((pair) => pair.second));
      const key = JSON.stringify(seconds.map(({ matcher }) => matcher));
      lists.set(key, [[...lists.get(key)?.[0] ?? [], first], seconds]);
    }
    return [...lists.values()];
  }
}

/** The first values that may turn out to be one of another list; as few second values as possible go with them. */
function uncertainFirsts(lists: readonly (readonly [readonly First[], readonly ExactValue[]])[]): Set<First> {
  const certain: { readonly first: First; readonly list: number }[] = [];
  const uncertain = new Set<First>();
  const all = lists.flatMap(([firsts, seconds], list) => firsts.map((first) => (
    { first, list, weight: hasUnresolvedName(first) ? 0 : seconds.length })));
  for (const { first, list } of all.sort((one, other) => other.weight - one.weight)) {
    if (certain.some((other) => other.list !== list && mayBeEqual(other.first, first))) {
      uncertain.add(first);
    } else {
      certain.push({ first, list });
    }
  }
  return uncertain;
}

/** Whether more than the place in an ARN is known at deployment only. */
function hasUnresolvedName({ key }: First): boolean {
  return isUnresolved(key.replace(/^arn::[^:]*:[^:]*:[^:]*:/, ''));
}

function mayBeEqual(one: First, other: First): boolean {
  return hasUnresolvedName(one) || hasUnresolvedName(other) || overlapOf(one, other) !== 'no';
}

/** A pair as one value, to compare pairs. */
function valueOf(pair: Pair): First {
  return pair.first.kind === 'suffix' ? suffix(keyOf(pair), keyOf(pair)) : exact(keyOf(pair), keyOf(pair));
}

/** The same for pairs of the same values, no matter how they are written. */
function keyOf({ first, second }: Pair): string {
  return `${first.key}/${second.key}`;
}
