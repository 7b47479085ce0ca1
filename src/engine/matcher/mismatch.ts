import { BranchState } from './branch-state';
import type { CompiledBranch, Condition } from './condition';
import { branchMatches, conditionHolds } from './event-pattern';
import type { EventPattern } from './event-pattern';
import type { IndexedEvent } from './indexed-event';

/** Why an event does not match a pattern. */
export interface Mismatch {
  /** The field of the first condition that failed. */
  readonly path: string;
  readonly wanted: string;
  readonly found: string;
  /** How many conditions failed in addition to the first. */
  readonly others: number;
  /** How far the event is from a match: less is closer. */
  readonly distance: number;
}

/** What an event is about comes before what it says: a rule for another kind of event is far away, however well the rest fits. */
const WEIGHTS: { [path: string]: number } = { 'source': 1000, 'detail-type': 500, 'detail.eventName': 100, 'account': 50, 'region': 50 };
const WEIGHT = 10;

/** What is wrong with a branch that is met and matches no events. */
const INACTIVE_BRANCH = {
  [BranchState.LOST]: {
    path: '$or',
    wanted: 'branches that differ in every value of at least one field',
    found: 'a branch that is taken for an earlier one: EventBridge does not match it',
  },
  [BranchState.UNCERTAIN]: {
    path: 'the pattern',
    wanted: 'entries that EventBridge keeps apart',
    found: 'a branch that may be taken for an earlier one, or entries of one field that disturb each other: EventBridge might not match it',
  },
};

/** The longest list that is shown in full, and how much of a longer one. */
const SHOWN = 3;

/** Why the event does not match, for the branch of the pattern that it is closest to; undefined if it does match. */
export function mismatchOf(pattern: EventPattern, event: IndexedEvent): Mismatch | undefined {
  if (pattern.matches(event)) {
    return undefined;
  }
  return pattern.branches
    .map((branch) => branchMismatch(branch, event))
    .reduce((closest, candidate) => (candidate.distance < closest.distance ? candidate : closest));
}

function branchMismatch(branch: CompiledBranch, event: IndexedEvent): Mismatch {
  const failed = branch.conditions.filter((condition) => !conditionHolds(condition, event));
  if (failed.length > 0) {
    const [first, ...others] = failed.sort((one, other) => weight(other) - weight(one));
    return {
      path: first.path,
      wanted: shortened(first.wanted),
      found: found(first.path, event),
      others: others.length,
      distance: failed.reduce((sum, condition) => sum + weight(condition), 0),
    };
  }
  if (branch.branchState !== BranchState.MATCHING && branchMatches(branch, event)) {
    return { ...INACTIVE_BRANCH[branch.branchState], others: 0, distance: 1 };
  }
  return {
    path: branch.conditions.map(({ path }) => path).filter((path) => event.isInArray(path)).join(', '),
    wanted: 'all of them met by one element of the array',
    found: 'each met by a different element',
    others: 0,
    distance: 2,
  };
}

function weight(condition: Condition): number {
  return WEIGHTS[condition.path] ?? WEIGHT;
}

function found(path: string, event: IndexedEvent): string {
  const leaves = event.at(path);
  if (leaves !== undefined) {
    const values = leaves.map(({ value }) => value);
    return values.length === 1 ? JSON.stringify(values[0]) : shortened(values);
  }
  return event.hasBelow(path) ? 'an object: conditions see its fields only' : 'nothing';
}

function shortened(list: readonly unknown[]): string {
  const shown = list.slice(0, list.length > SHOWN + 1 ? SHOWN : list.length).map((entry) => JSON.stringify(entry)).join(', ');
  return list.length > SHOWN + 1 ? `[${shown}, … ${list.length - SHOWN} more]` : `[${shown}]`;
}
