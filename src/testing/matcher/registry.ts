import type { Condition } from './condition';
import { Hearing } from './hearing';

/** A state of the machine: the fields before it are met. */
class State {
  public readonly next = new Map<string, Map<string, State>>();
  /** The branches that came here by an entry and go on. */
  public readonly passing = new Map<string, Set<number>>();
  /** The branches that end here by an entry. */
  public readonly ending = new Map<string, Set<number>>();
}

/**
 * Finds the branches of `$or` that event-ruler loses.
 *
 * It adds the branches of a rule one by one to a machine and takes a branch for one that it knows already when an earlier branch has the same
 * fields and, on every field, at least one entry in common. So in `{"$or": [{"a": [1]}, {"a": [1, 2]}]}` the second branch is lost, and an event
 * with `a: 2` is never heard. This class adds branches in the same way, to know.
 */
export class Registry {
  private readonly start = new State();
  private branches = 0;

  /** Adds a branch, its conditions sorted by path. Only what is heard for certain counts for the branches that follow. */
  public add(conditions: readonly Condition[]): Hearing {
    const reached = conditions.map(() => new Set<State>());
    const known = this.known(this.start, conditions, 0, reached).map((candidates) => candidates.size > 0);
    if (known.includes(true)) {
      return known.includes(false) ? Hearing.UNCERTAIN : Hearing.LOST;
    }
    const branch = this.branches++;
    conditions.forEach((condition, at) => {
      for (const state of reached[at]) {
        const branches = at === conditions.length - 1 ? state.ending : state.passing;
        for (const id of condition.ids) {
          const entered = branches.get(id) ?? new Set();
          branches.set(id, entered.add(branch));
        }
      }
    });
    return Hearing.HEARD;
  }

  /**
   * The earlier branches that this one is taken for. Where the machine went several ways, event-ruler looks at whichever it saw last, which differs
   * from run to run: all possible answers are returned.
   */
  private known(state: State, conditions: readonly Condition[], at: number, reached: Set<State>[]): Set<number>[] {
    const condition = conditions[at];
    const transitions = state.next.get(condition.path) ?? new Map<string, State>();
    state.next.set(condition.path, transitions);
    const states = new Set<State>();
    let last: State | undefined;
    for (const id of condition.ids) {
      last = transitions.get(id) ?? last ?? new State();
      transitions.set(id, last);
      states.add(last);
      reached[at].add(last);
    }
    const isLast = at === conditions.length - 1;
    return [...states].flatMap((next) => {
      const here = condition.ids.flatMap((id) => (isLast ? next.ending : next.passing).get(id) ?? []);
      if (isLast) {
        return [new Set(here.flatMap((branches) => [...branches]))];
      }
      // Many branches pass, few end: only the few are looked up.
      const isHere = (branch: number) => here.some((branches) => branches.has(branch));
      return this.known(next, conditions, at + 1, reached).map((after) => new Set([...after].filter(isHere)));
    });
  }
}
