import { undecided } from './conditions/members';
import { groupsOf } from './conditions/value-groups';
import type { Value } from './conditions/values';
import { exact, overlapOf } from './conditions/values';
import { overlapCandidates } from './overlap-candidates';
import type { ConstraintsByPath } from './overlap-candidates';
import type { Part } from './part';
import { UNCERTAIN, constraintsByPathOf, matchedSeverity } from './part';
import type { Overlap } from './references/unresolved-text';
import { findEvent } from '../events/catalog';
import type { DetailTypeEntry } from '../events/detail-type';
import type { Finding } from '../validation/findings/finding';
import { ValidationError } from '../validation/validation-error';

/**
 * Throws an error if one event can match two parts: its targets would receive it twice.
 *
 * @returns a warning for parts of which this is known at deployment only
 */
export function checkOverlap(parts: readonly Part[]): Finding[] {
  if (parts.length === 1) {
    return [];
  }
  const possible: string[] = [];
  const constraints = parts.map((part) => new Map([...constraintsByPathOf(part), ['detail-type', [exact(part.entry.detailType)]]]));
  const comparable = constraints.map((each) => new Map([...each].filter(([path]) => !path.startsWith(UNCERTAIN))));
  for (const [earlier, later] of overlapCandidates(comparable)) {
    const { entry } = parts[later];
    const overlap = overlapOfConstraintsByPath(entry, constraints[earlier], constraints[later]);
    const both = `patterns ${earlier + 1} and ${later + 1}, both of "${entry.detailType}",`;
    if (overlap === 'certain') {
      throw new ValidationError({
        prop: 'anyOf',
        problem: `${both} can match the same event, which would be delivered twice`,
        resolution: 'Join them into one pattern with longer lists, or exclude from one what the other has',
      });
    }
    if (overlap === 'possible') {
      possible.push(both);
    }
  }
  return possible.length === 0 ? [] : [undecided(
    `anyOf: ${possible[0]} may match the same event, which would be delivered twice: whether their values are equal is known at deployment only`
      + (possible.length > 1 ? ` (${possible.length - 1} more ${possible.length > 2 ? 'pairs' : 'pair'})` : ''),
    'Join them into one pattern with longer lists, or use literal values',
  )];
}

/** Whether an event can match both: no field distinguishes them. */
function overlapOfConstraintsByPath(entry: DetailTypeEntry, one: ConstraintsByPath, other: ConstraintsByPath): Overlap {
  const overlaps = [...one].map(([path, values]) => {
    const overlap = meet(values, other.get(path));
    return overlap === 'no' && path.startsWith(UNCERTAIN) ? 'possible' : overlap;
  });
  if (overlaps.includes('no') || !severitiesOverlap(entry, one, other)) {
    return 'no';
  }
  return overlaps.includes('possible') ? 'possible' : 'certain';
}

/** A name implies the severity: whether there is a name that both require, with a severity that both require. */
function severitiesOverlap(entry: DetailTypeEntry, one: ConstraintsByPath, other: ConstraintsByPath): boolean {
  const severities = [matchedSeverity(one), matchedSeverity(other)];
  const names = severities[0].names ?? severities[1].names;
  const common = names?.filter((name) => [one, other].every((constraints) => meet([exact(name)], constraints.get('detail.eventName')) !== 'no'));
  return common === undefined || common.some((name) => {
    const type = findEvent(entry, name)?.type;
    return type === undefined || severities.every(({ types }) => types?.includes(type) ?? true);
  });
}

/** Whether two lists have a value in common. */
function meet(values: readonly Value[], others: readonly Value[] | undefined): Overlap {
  if (others === undefined) {
    return 'certain';
  }
  const groups = new Map<number, [Value[], Value[]]>();
  const numbers = values.length * others.length > MANY ? groupsOf([...values, ...others]) : undefined;
  const groupAt = (i: number) => {
    const number = numbers?.[i] ?? 0;
    const group = groups.get(number) ?? [[], []];
    groups.set(number, group);
    return group;
  };
  values.forEach((value, i) => groupAt(i)[0].push(value));
  others.forEach((value, i) => groupAt(values.length + i)[1].push(value));
  const overlaps = [...groups.values()].flatMap(([mine, theirs]) => mine.flatMap((value) => theirs.map((other) => overlapOf(value, other))));
  return overlaps.includes('certain') ? 'certain' : overlaps.includes('possible') ? 'possible' : 'no';
}

/** So many pairs are not compared one by one. */
const MANY = 100;
