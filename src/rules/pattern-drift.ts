import type { PatternJson } from '../patterns/conditions/condition';
import { leavesOf } from '../patterns/additional/pattern-shape';

/**
 * Where a rendered pattern asks for something else than ours: the paths, empty if it only narrows. Both with their tokens resolved.
 *
 * `Rule.addEventPattern()` joins the lists of a field, which widens the rule. Of a field in a branch of a `$or` and beside it, one
 * replaces the other. New fields narrow.
 */
export function driftOf(ours: PatternJson, rendered: PatternJson, path: string = ''): string[] {
  const place = (field: string) => path === '' ? field : `${path}.${field}`;
  const changed = Object.entries(ours).flatMap(([field, value]) => {
    const there = rendered[field];
    return Array.isArray(value) || Array.isArray(there) || there === undefined
      ? JSON.stringify(value) === JSON.stringify(there) ? [] : [place(field)]
      : driftOf(value as PatternJson, there as PatternJson, place(field));
  });
  const added = Object.fromEntries(Object.entries(rendered).filter(([field]) => !(field in ours)));
  const own = new Set(leavesOf(ours).map((leaf) => leaf.path));
  const beside = leavesOf(added).filter((leaf) => own.has(leaf.path)).map((leaf) => place(leaf.path));
  return [...new Set([...changed, ...beside])];
}
