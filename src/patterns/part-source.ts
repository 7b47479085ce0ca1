import { ADDITIONAL_PATTERN } from './additional/pattern-shape';
import { plainJson } from './additional/plain-json';
import type { PatternJson } from './conditions/condition';
import type { PartSource } from './part';
import type { PatternFactory, PatternFactoryName } from './pattern-factories';
import { checkKnownFilters, PATTERN_FACTORIES } from './pattern-factories';
import type { Filters } from '../filters/any-filters';
import { checkJson } from '../validation/json';
import { checkedStruct, checkKind, STRUCT } from '../validation/kinds';

/** Keeps the filters of a user. Lists are copied, so that later changes to them do not change the pattern. */
export function partSource(factory: PatternFactoryName, filters: Filters): PartSource {
  const checked = checkedStruct('filters', filters, {});
  checkKnownFilters(factory, checked);
  const kept = Object.fromEntries(Object.entries(checked).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value])) as Filters;
  const { entry, eventName }: PatternFactory = PATTERN_FACTORIES[factory];
  return {
    entry,
    filters: eventName ? { ...kept, eventNames: [eventName] } : kept,
    additional: additionalOf(checked),
  };
}

function additionalOf({ additionalPattern }: Filters): PatternJson | undefined {
  if (additionalPattern === undefined) {
    return undefined;
  }
  checkKind(ADDITIONAL_PATTERN, additionalPattern, STRUCT);
  checkJson(ADDITIONAL_PATTERN, additionalPattern);
  return plainJson(additionalPattern);
}
