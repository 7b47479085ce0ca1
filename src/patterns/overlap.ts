import type { Value } from './conditions/values';
import { exact, intersect } from './conditions/values';
import type { Part } from './part';
import { constraintsByPathOf, matchedSeverity } from './part';
import { findEvent } from '../events/catalog';
import { ValidationError } from '../validation/validation-error';

/** Fails if one event can match two parts: whoever listens would be told twice. */
export function checkOverlap(parts: readonly Part[]): void {
  parts.forEach((part, i) => parts.slice(0, i).forEach((earlier, j) => {
    if (overlap(earlier, part)) {
      throw new ValidationError({
        prop: 'anyOf',
        problem: `patterns ${j + 1} and ${i + 1}, both of "${part.entry.detailType}", can match the same event, which would be told twice`,
        resolution: 'Join them into one pattern with longer lists, or exclude from one what the other has',
      });
    }
  }));
}

/** Whether an event can meet both: no field tells them apart. */
function overlap(one: Part, other: Part): boolean {
  if (one.entry.detailType !== other.entry.detailType) {
    return false;
  }
  const constraintsByPath = constraintsByPathOf(other);
  return severitiesOverlap(one, other) && [...constraintsByPathOf(one)].every(([path, values]) => meet(values, constraintsByPath.get(path)));
}

/** A name says the severity too: whether there is a name that both ask for, with a severity that both ask for. */
function severitiesOverlap(one: Part, other: Part): boolean {
  const asked = [matchedSeverity(one), matchedSeverity(other)];
  const names = asked[0].names ?? asked[1].names;
  const common = names?.filter((name) => [one, other].every((part) => meet([exact(name)], constraintsByPathOf(part).get('detail.eventName'))));
  return common === undefined || common.some((name) => {
    const type = findEvent(one.entry, name)?.type;
    return type === undefined || asked.every(({ types }) => types?.includes(type) ?? true);
  });
}

function meet(values: readonly Value[], others: readonly Value[] | undefined): boolean {
  return others === undefined || values.some((value) => others.some((candidate) => intersect(value, candidate)));
}
