import { BranchState } from './branch-state';
import type { CompiledBranch, Condition } from './condition';
import { FieldMachine } from './field-machine';

/** A state of the machine: the fields before it are met. */
class State {
  public readonly next = new Map<string, FieldMachine<State>>();
  /** The branches that came here by an entry and go on. */
  public readonly passing = new Map<string, Set<number>>();
  /** The branches that end here by an entry. */
  public readonly ending = new Map<string, Set<number>>();
}

/** A condition of a branch, the machines that evaluate it, and the states that its entries lead to. */
interface Step {
  readonly condition: Condition;
  readonly machines: Set<FieldMachine<State>>;
  readonly states: Set<State>;
  /** Whether it is uncertain that the machines know its entries again. */
  isVague: boolean;
}

/**
 * Finds the branches of `$or` that event-ruler loses.
 *
 * It adds the branches of a rule one by one to a machine and takes a branch for one that it knows already when an earlier branch has the same
 * fields and, on every field, at least one entry in common. So in `{"$or": [{"a": [1]}, {"a": [1, 2]}]}` the second branch is lost, and an event
 * with `a: 2` never matches. This class adds branches in the same way, to know.
 */
export class Registry {
  private readonly start = new State();
  private readonly added: { steps: readonly Step[]; branchState: BranchState }[] = [];

  /** Adds a branch, its conditions sorted by path. */
  public add(conditions: readonly Condition[]): void {
    const steps = conditions.map((condition): Step => ({ condition, machines: new Set(), states: new Set(), isVague: false }));
    const alternatives = this.known(this.start, steps, 0);
    const branchState = this.branchState(alternatives, steps.some(({ isVague }) => isVague));
    const branch = this.added.push({ steps, branchState }) - 1;
    if (branchState === BranchState.LOST) {
      return;
    }
    steps.forEach(({ condition, states }, at) => {
      for (const state of states) {
        const branches = at === steps.length - 1 ? state.ending : state.passing;
        for (const { id } of condition.filed) {
          branches.set(id, (branches.get(id) ?? new Set()).add(branch));
        }
      }
    });
  }

  /** All branches: later ones disturb earlier ones, so only now is it known which of them match. */
  public branches(): CompiledBranch[] {
    return this.added.map(({ steps, branchState }) => ({
      conditions: steps.map(conditionMatched),
      branchState: steps.some((step) => isUncertain(step) || isMixed(step)) ? BranchState.UNCERTAIN : branchState,
    }));
  }

  private branchState(alternatives: readonly Set<number>[], isVague: boolean): BranchState {
    const known = alternatives.filter((candidates) => candidates.size > 0);
    if (known.length === 0) {
      return BranchState.MATCHING;
    }
    const isMatched = (branch: number) => this.added[branch].branchState === BranchState.MATCHING;
    const isKnown = known.length === alternatives.length && known.every((candidates) => isAny(candidates, isMatched));
    return isKnown && !isVague ? BranchState.LOST : BranchState.UNCERTAIN;
  }

  /**
   * The earlier branches that this one is taken for. Where the machine went several ways, event-ruler looks at whichever it saw last, which differs
   * from run to run: all possible answers are returned.
   */
  private known(state: State, steps: readonly Step[], at: number): Set<number>[] {
    const step = steps[at];
    const { condition, machines, states: reached } = step;
    const machine = state.next.get(condition.path) ?? new FieldMachine<State>();
    state.next.set(condition.path, machine);
    machines.add(machine);
    const states = new Set<State>();
    let last: State | undefined;
    for (const entry of condition.filed) {
      step.isVague ||= machine.isVague(entry);
      last = machine.enter(entry, last, () => new State());
      states.add(last);
      reached.add(last);
    }
    const isLast = at === steps.length - 1;
    return [...states].flatMap((next) => {
      const here = condition.filed.flatMap(({ id }) => (isLast ? next.ending : next.passing).get(id) ?? []);
      if (isLast) {
        return [new Set(here.flatMap((branches) => [...branches]))];
      }
      // Many branches pass, few end: only the few are looked up.
      const isHere = (branch: number) => here.some((branches) => branches.has(branch));
      return this.known(next, steps, at + 1).map((after) => new Set([...after].filter(isHere)));
    });
  }
}

function isUncertain({ condition, machines }: Step): boolean {
  return condition.filed.some((entry) => isAny(machines, (machine) => machine.isUncertain(entry)));
}

function conditionMatched({ condition, machines }: Step): Condition {
  return isAny(machines, ({ isNumeric }) => isNumeric) ? condition : condition.withNumbersAsText ?? condition;
}

/** Whether numbers are read as text on one way through the machine and as numbers on another. */
function isMixed({ condition, machines }: Step): boolean {
  return condition.withNumbersAsText !== undefined && new Set([...machines].map(({ isNumeric }) => isNumeric)).size > 1;
}

function isAny<T>(set: ReadonlySet<T>, predicate: (element: T) => boolean): boolean {
  for (const element of set) {
    if (predicate(element)) {
      return true;
    }
  }
  return false;
}
