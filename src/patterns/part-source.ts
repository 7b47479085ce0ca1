import { checkElements } from './additional/pattern-shape';
import { plainJson } from './additional/plain-json';
import type { PatternJson } from './conditions/condition';
import type { PartSource } from './part';
import type { PatternFactory, PatternFactoryName } from './pattern-factories';
import { checkKnownFilters, PATTERN_FACTORIES } from './pattern-factories';
import type { Filters } from '../filters/any-filters';
import { ValidationError, show } from '../validation/validation-error';

/** Keeps what a user asked for: lists are copied, so that a pattern stays what it was when its filters were made. */
export function partSource(factory: PatternFactoryName, filters: Filters): PartSource {
  if (typeof filters !== 'object' || filters === null) {
    throw new ValidationError({ prop: 'filters', problem: `expected an object, found ${show(filters)}`, resolution: 'Leave it out to hear of every event' });
  }
  checkKnownFilters(factory, filters);
  const kept = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value])) as Filters;
  const { entry, eventName }: PatternFactory = PATTERN_FACTORIES[factory];
  return {
    entry,
    filters: eventName ? { ...kept, eventNames: [eventName] } : kept,
    additional: additionalOf(filters),
  };
}

function additionalOf({ additionalPattern }: Filters): PatternJson | undefined {
  if (!additionalPattern) {
    return undefined;
  }
  checkElements(additionalPattern);
  return plainJson(additionalPattern);
}
