/** Deeper than anything that AWS accepts, and not too deep for the call stack. */
export const MAX_DEPTH = 500;

/** Why a value is nested too deep; undefined if it is not. Reads it without recursion. */
export function whyTooDeep(value: unknown): string | undefined {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      return `is nested more than ${MAX_DEPTH} levels deep`;
    }
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return undefined;
}
