import type { RenderedPattern } from './pattern-queries';
import { isObject } from './pattern-queries';

/** EventBridge takes a pattern with as many combinations of `$or`. */
const MAX_BRANCHES = 1000;

/**
 * The alternatives of a pattern without `$or`: an event matches the pattern if it matches one of them. A condition in a branch of `$or` replaces a
 * condition on the same field next to it, as it does in event-ruler. Nothing is known of a pattern with too many alternatives: one empty pattern.
 */
export function branchesOf(pattern: unknown): RenderedPattern[] {
  const branches = isObject(pattern) ? expanded(pattern) : [];
  return branches.length > 0 && branches.length <= MAX_BRANCHES ? branches : [{}];
}

function expanded({ $or: alternatives, ...conditions }: RenderedPattern): RenderedPattern[] {
  const fields = Object.entries(conditions)
    .map(([field, value]) => isObject(value) ? expanded(value).map((inner) => ({ [field]: inner })) : [{ [field]: value }]);
  const branches = Array.isArray(alternatives) ? [alternatives.flatMap((alternative) => isObject(alternative) ? expanded(alternative) : [])] : [];
  return [...fields, ...branches.filter(({ length }) => length > 0)].reduce<RenderedPattern[]>(combined, [{}]);
}

function combined(branches: readonly RenderedPattern[], alternatives: readonly RenderedPattern[]): RenderedPattern[] {
  // Too many already: no more of them, so that a hostile pattern takes no time.
  const combinations = branches.length * alternatives.length > MAX_BRANCHES * 2 ? branches.slice(0, MAX_BRANCHES + 1) : branches;
  return combinations.flatMap((branch) => alternatives.slice(0, MAX_BRANCHES + 1).map((alternative) => merged(branch, alternative)))
    .slice(0, MAX_BRANCHES + 1);
}

function merged(pattern: RenderedPattern, other: RenderedPattern): RenderedPattern {
  const there = Object.entries(other).map(([field, value]) => {
    const mine = pattern[field];
    return [field, isObject(mine) && isObject(value) ? merged(mine, value) : value];
  });
  return { ...pattern, ...Object.fromEntries(there) };
}
