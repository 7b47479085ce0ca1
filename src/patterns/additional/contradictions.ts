import type { Leaf } from './pattern-shape';
import { ADDITIONAL_PATTERN, leavesOf } from './pattern-shape';
import { ValidationError, show } from '../../validation/validation-error';
import type { PatternJson } from '../conditions/condition';
import { overlapOf } from '../conditions/values';
import type { ConstraintsByPath } from '../overlap-candidates';

/** What an event has once, although several of its fields contain it. */
const ORIGINS = { account: 'account', region: 'Region', cluster: 'cluster' };

/**
 * Throws an error if the filters and an additional pattern require different accounts, Regions or clusters, in different fields of the event.
 */
export function checkContradictions(additional: PatternJson, ofFilters: ConstraintsByPath, ofAdditional: ConstraintsByPath): void {
  for (const [origin, name] of Object.entries(ORIGINS)) {
    const required = ofFilters.get(origin);
    const added = ofAdditional.get(origin);
    if (required && added && required.every((one) => added.every((other) => overlapOf(one, other) === 'no'))) {
      const { path, matchers } = leafOf(additional, origin);
      throw new ValidationError({
        prop: `${ADDITIONAL_PATTERN}.${path}`,
        problem: `it requires another ${name} than the filters, got ${show(matchers)}`,
        resolution: `Filters are combined with AND, so no event would match. ${origin === 'cluster' ? 'Omit one of the two' : `Use ${origin}s, for which the ARNs of names are composed, or omit one of the two`}`,
      });
    }
  }
}

function leafOf(additional: PatternJson, origin: string): Leaf {
  const leaves = leavesOf(additional).filter(({ isAlternative }) => !isAlternative);
  return leaves.find(({ path }) => path === origin) ?? leaves.find(({ matchers }) => JSON.stringify(matchers).includes(':ecs:')) ?? leaves[0];
}
