/** The text that was probably meant: the one with the fewest edits, if these are few. */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(text.length / 3));
  const rated = text.length > MAX_LENGTH ? [] : candidates
    .map((candidate) => ({ candidate, distance: distanceOf(text.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance);
  return rated[0]?.candidate;
}

/** Longer than any name. */
const MAX_LENGTH = 100;

/** How many characters must be inserted, removed or replaced to turn one text into the other. */
function distanceOf(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      current.push(Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)));
    }
    previous = current;
  }
  return previous[other.length];
}
