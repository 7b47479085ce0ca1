import * as fc from '../random';
import { ask } from './event-ruler';
import { ValidationError } from '../../src/validation/validation-error';
import type { Compiled } from '../patterns/compiled-pattern';
import { compiledIn, RULE_ENVIRONMENTS, wrongTimes } from '../patterns/compiled-pattern';
import type { Factory } from '../patterns/factories';
import { rows } from '../patterns/factories';
import { isMeant } from '../patterns/meant-event';
import { randomEvent } from '../patterns/random-event';
import { randomFilters } from '../patterns/random-filters';

/** Recorded, so that a failure can be repeated. */
const SEED = 20261121;
const RUNS = 500;
const EVENTS = 20;

/** The patterns that EventBridge would get, in each environment; none where the filters are refused. */
function compiledOf(factory: Factory, filters: object): Compiled[] {
  return RULE_ENVIRONMENTS.flatMap((environment) => {
    try {
      return compiledIn(environment, factory.create(filters));
    } catch (error) {
      if (error instanceof ValidationError) {
        return [];
      }
      throw error;
    }
  });
}

describe.each(rows())('%s, checked by event-ruler', (_name, factory) => {
  test('is valid, and matches an event, once, if and only if the filters mean it', () => {
    // GIVEN
    const events = fc.array(randomEvent(factory), { minLength: EVENTS, maxLength: EVENTS });
    const cases = fc.sample(fc.tuple(randomFilters(factory), events), { numRuns: RUNS, seed: SEED })
      .flatMap(([filters, sent]) => compiledOf(factory, filters).map((each) => ({ ...each, filters, events: sent })));

    // WHEN
    const answers = ask(cases);

    // THEN
    for (const { filters, events: sent, patterns, isUndecided } of cases) {
      const own = answers.splice(0, patterns.length);
      expect(own.filter(({ matches }) => matches === undefined)).toEqual([]);
      const times = sent.map((_, i) => own.filter(({ matches }) => matches![i]).length);
      const meant = sent.map((event) => (isMeant(factory, filters, event) ? 1 : 0));
      expect({ filters, times, wrong: wrongTimes(times, meant, isUndecided) }).toEqual({ filters, times, wrong: [] });
    }
    // Otherwise nothing was checked.
    expect(cases.length).toBeGreaterThan(RUNS / 3);
  });
});
