import { BranchState } from './branch-state';
import { branchesOf } from './branches';
import type { CompiledBranch, Condition } from './condition';
import { IndexedEvent, join } from './indexed-event';
import type { Leaf, Membership, Scalar } from './indexed-event';
import { PatternError } from './pattern-error';
import { Registry } from './registry';

/** event-ruler's limit of fields in a branch. */
const MAX_FIELDS = 256;

/**
 * An event pattern with the semantics of EventBridge's own matcher, event-ruler: compiled once, asked many times.
 *
 * Numbers are compared as JavaScript reads them: two numbers that differ behind the 17th digit only are the same.
 */
export class EventPattern {
  /** Why EventBridge would refuse the pattern, or undefined if it is valid. */
  public static check(pattern: unknown): string | undefined {
    try {
      void new EventPattern(pattern);
      return undefined;
    } catch (error) {
      if (error instanceof PatternError) {
        return error.message;
      }
      throw error;
    }
  }

  public readonly branches: readonly CompiledBranch[];
  private readonly matched: readonly CompiledBranch[];

  /** Throws a `PatternError` if EventBridge would refuse the pattern. */
  constructor(pattern: unknown) {
    const registry = new Registry();
    branchesOf(pattern).forEach((branch) => {
      if (branch.size > MAX_FIELDS) {
        throw new PatternError('', `more than ${MAX_FIELDS} fields`);
      }
      const conditions = [...branch].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, condition]) => condition);
      const empty = conditions.find(({ startsEmpty }) => startsEmpty);
      if (empty !== undefined) {
        throw new PatternError(empty.path, 'an empty list inside anything-but must not come first: the rule engine fails on it');
      }
      registry.add(conditions);
    });
    this.branches = registry.branches();
    this.matched = this.branches.filter(({ branchState }) => branchState === BranchState.MATCHING);
  }

  /** The fields that every event has that matches, with the values of which it has one. */
  public requires(): Map<string, Set<Scalar>> {
    const [first, ...others] = this.matched.map(({ conditions }) =>
      new Map(conditions.flatMap(({ path, values }) => (values === undefined ? [] : [[path, values] as const]))));
    const common = [...first?.keys() ?? []].filter((path) => others.every((demanded) => demanded.has(path)));
    return new Map(common.map((path) => [path, new Set([first, ...others].flatMap((demanded) => [...demanded.get(path)!]))]));
  }

  /** Whether the event matches. */
  public matches(event: IndexedEvent): boolean {
    for (const branch of this.matched) {
      if (branchMatches(branch, event)) {
        return true;
      }
    }
    return false;
  }
}

/** Whether a branch is met: every condition, and all of them in the same elements of the arrays that they share. */
export function branchMatches(branch: CompiledBranch, event: IndexedEvent): boolean {
  for (const condition of branch.conditions) {
    if (!conditionHolds(condition, event)) {
      return false;
    }
  }
  return event.flat || holdsTogether(branch.conditions, 0, event, null);
}

/** Whether a condition is met alone, in whichever element of an array. */
export function conditionHolds(condition: Condition, event: IndexedEvent): boolean {
  const leaves = event.at(condition.path);
  if (leaves === undefined) {
    return condition.absent;
  }
  // In an array, an element without the field may be what makes the field absent.
  return (condition.absent && !event.flat) || leaves.some((leaf) => condition.test(leaf.value));
}

function holdsTogether(conditions: readonly Condition[], at: number, event: IndexedEvent, chosen: Membership | null): boolean {
  if (at === conditions.length) {
    return true;
  }
  const condition = conditions[at];
  const leaves: readonly Leaf[] = event.at(condition.path) ?? [];
  // A field is absent if no element chosen so far has it; elements that are chosen later do not count.
  if (condition.absent && leaves.every((leaf) => join(chosen, leaf.membership) === undefined)) {
    return holdsTogether(conditions, at + 1, event, chosen);
  }
  let triedWithoutChoice = false;
  for (const leaf of leaves) {
    const joined = join(chosen, leaf.membership);
    if (joined === undefined || (joined === chosen && triedWithoutChoice) || !condition.test(leaf.value)) {
      continue;
    }
    if (holdsTogether(conditions, at + 1, event, joined)) {
      return true;
    }
    // Another leaf that chooses nothing either would fail in the same way.
    triedWithoutChoice = triedWithoutChoice || joined === chosen;
  }
  return false;
}
