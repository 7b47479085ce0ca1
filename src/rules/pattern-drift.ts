/** A JSON pattern with its tokens resolved. */
type Resolved = { readonly [field: string]: unknown };

/**
 * Where a rendered pattern asks for something else than ours: the paths, empty if it only narrows.
 *
 * `Rule.addEventPattern()` joins the lists of a field, which widens the rule; a `$or` replaces what stands beside it. New fields narrow.
 */
export function driftOf(ours: Resolved, rendered: Resolved, path: string = ''): string[] {
  const drifted = Object.entries(ours).flatMap(([field, value]) => {
    const there = rendered[field];
    const place = path === '' ? field : `${path}.${field}`;
    return Array.isArray(value) || Array.isArray(there) || there === undefined
      ? JSON.stringify(value) === JSON.stringify(there) ? [] : [place]
      : driftOf(value as Resolved, there as Resolved, place);
  });
  const branches = ours.$or === undefined ? (rendered.$or ?? []) as Resolved[] : [];
  return [...drifted, ...branches.flatMap((branch) => Object.keys(branch).filter((field) => field in ours).map((field) => `${path}.$or.${field}`))];
}
