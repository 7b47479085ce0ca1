import * as fc from 'fast-check';
import { ask } from './event-ruler';
import { ValidationError } from '../../src/validation/validation-error';
import { deployed } from '../patterns/deployed-pattern';
import type { Factory } from '../patterns/factories';
import { rows } from '../patterns/factories';
import { isMeant } from '../patterns/meant-event';
import { randomEvent } from '../patterns/random-event';
import { randomFilters } from '../patterns/random-filters';

/** Recorded, so that a failure can be repeated. */
const SEED = 20261121;
const RUNS = 500;
const EVENTS = 20;

/** The patterns that EventBridge would get; none if the filters are refused. */
function patternsOf(factory: Factory, filters: object): unknown[] {
  try {
    return deployed(factory.create(filters).toEventPatterns()) as unknown[];
  } catch (error) {
    if (error instanceof ValidationError) {
      return [];
    }
    throw error;
  }
}

describe.each(rows())('%s, judged by event-ruler', (_name, factory) => {
  test('is valid, and matches an event, once, if and only if the filters mean it', () => {
    // GIVEN
    const events = fc.array(randomEvent(factory), { minLength: EVENTS, maxLength: EVENTS });
    const cases = fc.sample(fc.tuple(randomFilters(factory), events), { numRuns: RUNS, seed: SEED })
      .map(([filters, sent]) => ({ filters, events: sent, patterns: patternsOf(factory, filters) }))
      .filter(({ patterns }) => patterns.length > 0);

    // WHEN
    const answers = ask(cases);

    // THEN
    for (const { filters, events: sent, patterns } of cases) {
      const own = answers.splice(0, patterns.length);
      expect(own.filter(({ matches }) => matches === undefined)).toEqual([]);
      const times = sent.map((_, i) => own.filter(({ matches }) => matches![i]).length);
      expect(times).toEqual(sent.map((event) => (isMeant(factory, filters, event) ? 1 : 0)));
    }
    // Otherwise nothing was judged.
    expect(cases.length).toBeGreaterThan(RUNS / 3);
  });
});
