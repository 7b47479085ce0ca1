import * as fc from '../random';
import { compiledIn, RULE_ENVIRONMENTS, wrongTimes } from './compiled-pattern';
import { deployed, matching } from './deployed-pattern';
import { rows } from './factories';
import { isMeant } from './meant-event';
import { randomEvent } from './random-event';
import { randomFilters } from './random-filters';
import { ValidationError } from '../../src/validation/validation-error';

/** Filters of each factory. Thousands, with another seed, are for whoever changes how patterns are made. */
const RUNS = Number(process.env.PATTERN_RUNS ?? 250);

/** Recorded, so that no change fails by what an earlier one left. */
const SEED = Number(process.env.PATTERN_SEED ?? 20261122);

/** The result, or the reason why there is none. Any other error is a bug. */
function attempt<T>(work: () => T): T | ValidationError {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValidationError) {
      return error;
    }
    throw error;
  }
}

/** The filters that are documented as never matching, so that an event may prove the opposite. Of a list it may be one element alone. */
function refusedFilters(filters: Record<string, any>, { input: { prop, resolution } }: ValidationError): object | undefined {
  if (!/never match|Nothing is left/.test(resolution)) {
    return undefined;
  }
  const [, list, index] = /^(clusters|services|daemons)\[(\d+)\]$/.exec(prop) ?? [];
  const alternatives = { clusters: ['clusterNames', 'clusterNamePrefixes', 'services'], services: ['serviceNames'], daemons: ['daemonNames'] }[list] ?? [];
  return { ...filters, ...Object.fromEntries(alternatives.map((name) => [name, undefined])), ...list && { [list]: [filters[list][index]] } };
}

describe.each(rows())('%s', (_name, factory) => {
  test('matches an event, once, if and only if the filters mean it', () => {
    const counts = { patterns: 0, events: 0, undecided: 0 };

    fc.assert(fc.property(randomFilters(factory), fc.array(randomEvent(factory), { minLength: 10, maxLength: 10 }), (filters, events) => {
      const meant = events.map((event) => (isMeant(factory, filters, event) ? 1 : 0));
      RULE_ENVIRONMENTS.forEach((environment) => {
        const result = attempt(() => compiledIn(environment, factory.create(filters)));
        if (result instanceof ValidationError) {
          const refused = refusedFilters(filters, result);
          expect(refused && events.filter((event) => isMeant(factory, refused, event))).toEqual(refused && []);
          return;
        }
        const { patterns, isUndecided } = result;
        const times = events.map((event) => matching(patterns, event));
        counts.patterns += 1;
        counts.events += meant.filter((each) => each === 1).length;
        counts.undecided += isUndecided ? 1 : 0;
        expect({ times, wrong: wrongTimes(times, meant, isUndecided) }).toEqual({ times, wrong: [] });
      });
    }), { numRuns: RUNS, seed: SEED });

    // Otherwise nothing was tested.
    expect(counts.patterns).toBeGreaterThan(RUNS / 3);
    expect(counts.events).toBeGreaterThan(RUNS / 3);
    // A warning is for few: it must not hide what could be decided.
    expect(counts.undecided).toBeLessThan(counts.patterns / 4);
  });

  test('never renders an empty list, a nested list, a wildcard or what EventBridge refuses', () => {
    fc.assert(fc.property(randomFilters(factory), (filters) => {
      const pattern = attempt(() => factory.create(filters));
      const json = pattern instanceof ValidationError ? '' : JSON.stringify(deployed(pattern.toEventPatterns()));

      expect(json).not.toMatch(/\[\]|:\[\[|\{\}|wildcard|undefined|Token|null/);
    }), { numRuns: RUNS / 2, seed: SEED });
  });
});

