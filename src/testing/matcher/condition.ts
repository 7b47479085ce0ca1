import type { Hearing } from './hearing';
import type { Scalar } from './indexed-event';
import { valueMatcher } from './value-matcher';

/** What a branch demands of one path. */
export interface Condition {
  readonly path: string;
  /** The list as it stands in the pattern. */
  readonly wanted: readonly unknown[];
  /** The identities of its entries. */
  readonly ids: readonly string[];
  /** Whether it is met by the absence of the field. */
  readonly absent: boolean;
  /** Whether a leaf meets it. */
  test(value: Scalar): boolean;
}

/** A branch of a pattern, compiled. */
export interface CompiledBranch {
  /** In the order in which EventBridge looks at them. */
  readonly conditions: readonly Condition[];
  readonly hearing: Hearing;
}

/** Compiles the list that stands at a path. */
export function compileCondition(path: string, wanted: readonly unknown[]): Condition {
  const matchers = wanted.map((entry) => valueMatcher(path, entry));
  const values = new Set(matchers.filter(({ value }) => value !== undefined).map(({ value }) => value));
  const isNumeric = matchers.some((matcher) => matcher.isNumeric);
  const tests = matchers.flatMap(({ test, testNumberAsText }) => [
    ...(test === undefined ? [] : [test]),
    ...(testNumberAsText === undefined || isNumeric ? [] : [(value: Scalar) => typeof value === 'number' && testNumberAsText(String(value))]),
  ]);
  return {
    path,
    wanted,
    ids: matchers.flatMap(({ ids }) => [...ids]),
    absent: matchers.some(({ absent }) => absent),
    test: tests.length === 0 ? (value) => values.has(value) : (value) => values.has(value) || tests.some((test) => test(value)),
  };
}
