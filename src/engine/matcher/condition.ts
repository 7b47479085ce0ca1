import type { BranchState } from './branch-state';
import type { Filed } from './filed';
import type { Scalar } from './indexed-event';
import { valueMatcher } from './value-matcher';

/** What a branch demands of one path. */
export interface Condition {
  readonly path: string;
  /** The list as it stands in the pattern. */
  readonly wanted: readonly unknown[];
  /** Its entries, as event-ruler files them. */
  readonly filed: readonly Filed[];
  /** Whether the first entry is an empty list, which is filed nowhere: event-ruler fails on it. */
  readonly startsEmpty: boolean;
  /** Whether it is met by the absence of the field. */
  readonly absent: boolean;
  /** The values of which one has to be there, if nothing else meets it. */
  readonly values?: ReadonlySet<Scalar>;
  /** The same condition where numbers are read as text; absent if that makes no difference. */
  readonly withNumbersAsText?: Condition;
  /** Whether a leaf meets it. */
  test(value: Scalar): boolean;
}

/** A branch of a pattern, compiled. */
export interface CompiledBranch {
  /** In the order in which EventBridge looks at them. */
  readonly conditions: readonly Condition[];
  readonly branchState: BranchState;
}

/** Compiles the list that stands at a path. */
export function compileCondition(path: string, wanted: readonly unknown[]): Condition {
  const matchers = wanted.map((entry) => valueMatcher(path, entry));
  const values = new Set(matchers.flatMap(({ value }) => (value === undefined ? [] : [value])));
  const tests = matchers.flatMap(({ test }) => test ?? []);
  const numberTests = matchers.flatMap(({ testNumberAsText }) => testNumberAsText ?? []);
  const condition: Condition = {
    path,
    wanted,
    filed: matchers.flatMap(({ filed }) => [...filed]),
    startsEmpty: matchers[0].filed.length === 0,
    absent: matchers.some(({ absent }) => absent),
    values: matchers.every(({ value }) => value !== undefined) ? values : undefined,
    test: tests.length === 0 ? (value) => values.has(value) : (value) => values.has(value) || tests.some((test) => test(value)),
  };
  if (numberTests.length === 0) {
    return condition;
  }
  const isNumberMet = (value: Scalar) => typeof value === 'number' && numberTests.some((test) => test(String(value)));
  return { ...condition, withNumbersAsText: { ...condition, test: (value) => condition.test(value) || isNumberMet(value) } };
}
