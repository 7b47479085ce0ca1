/** The conditions of one way in which a pattern can match: matchers by path. */
export type PatternBranch = ReadonlyMap<string, readonly unknown[]>;

/** A pattern of a rule, or the filter policy of a subscription, as JSON. */
export type PatternObject = { readonly [field: string]: unknown };

/** More ways than these are never needed for a witness. */
const MAX_BRANCHES = 64;

/** The ways in which a pattern can match: one for each combination of the alternatives of `$or`. */
export function branchesIn(pattern: PatternObject): PatternBranch[] {
  return combine(pattern, []).map((entries) => new Map(entries));
}

type Entries = (readonly [path: string, matchers: readonly unknown[]])[];

function combine(pattern: PatternObject, path: readonly string[]): Entries[] {
  let branches: Entries[] = [[]];
  for (const [field, value] of Object.entries(pattern)) {
    const alternatives = alternativesOf(field, value, path);
    branches = branches.flatMap((branch) => alternatives.map((alternative) => [...branch, ...alternative])).slice(0, MAX_BRANCHES);
  }
  return branches;
}

function alternativesOf(field: string, value: unknown, path: readonly string[]): Entries[] {
  if (field === '$or' && Array.isArray(value)) {
    return value.flatMap((alternative) => combine(alternative as PatternObject, path));
  }
  const here = [...path, field];
  return Array.isArray(value) ? [[[here.join('.'), value]]] : combine((value ?? {}) as PatternObject, here);
}
