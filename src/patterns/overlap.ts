import type { Part } from './part';
import { facetsOf } from './part';
import { intersect } from './values';
import { InputError } from '../validation/input-error';

/** Fails if one event can match two parts: whoever listens would be told twice. */
export function checkOverlap(parts: readonly Part[]): void {
  parts.forEach((part, i) => parts.slice(0, i).forEach((earlier, j) => {
    if (overlap(earlier, part)) {
      throw new InputError({
        prop: 'anyOf',
        problem: `patterns ${j + 1} and ${i + 1}, both of "${part.entry.detailType}", can match the same event, which would be told twice`,
        wayOut: 'Join them into one pattern with longer lists, or exclude from one what the other has',
      });
    }
  }));
}

/** Whether an event can meet both: no field tells them apart. */
function overlap(one: Part, other: Part): boolean {
  if (one.entry.detailType !== other.entry.detailType) {
    return false;
  }
  const facets = facetsOf(other);
  return [...facetsOf(one)].every(([path, values]) => {
    const others = facets.get(path);
    return others === undefined || values.some((value) => others.some((candidate) => intersect(value, candidate)));
  });
}
