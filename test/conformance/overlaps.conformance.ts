import * as fc from '../random';
import { ask } from './event-ruler';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { ValidationError } from '../../src/validation/validation-error';
import { compiledIn, RULE_ENVIRONMENTS } from '../patterns/compiled-pattern';
import { HOME } from '../patterns/deployed-pattern';
import { takes } from '../patterns/factories';
import { ADDITIONAL_PATTERNS, overlapFilters, worldOf } from '../patterns/overlap-world';

/** Pairs of patterns of each factory, and the events that they are compared on. */
const PAIRS = Number(process.env.OVERLAP_PAIRS ?? 1500);
const EVENTS = 40;

/** Recorded, so that a failure can be repeated. */
const SEED = Number(process.env.OVERLAP_SEED ?? 20261127);

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ValidationError) {
      return undefined;
    }
    throw error;
  }
}

describe.each(takes('serviceAction', 'serviceDeploymentStateChange', 'daemonServiceAction', 'taskStateChange'))('%s, checked by event-ruler', (_name, factory) => {
  test('anyOf() of two patterns matches an event, once, if and only if one of the two does', () => {
    // GIVEN
    const world = worldOf(factory);
    const events = fc.array(fc.constantFrom(...world), { minLength: EVENTS, maxLength: EVENTS });
    const pairs = fc.tuple(overlapFilters(factory), overlapFilters(factory), fc.constantFrom(...ADDITIONAL_PATTERNS), events);
    const cases = fc.sample(pairs, { numRuns: PAIRS, seed: SEED })
      .flatMap(([one, other, { pattern: additionalPattern }, sent]) => RULE_ENVIRONMENTS.flatMap((environment) => attempt(() => {
        const patterns = [factory.create(one), factory.create({ ...other, additionalPattern })];
        const each = patterns.map((pattern) => compiledIn(HOME, pattern).patterns);
        const joined = compiledIn(environment, EcsEventPattern.anyOf(...patterns));
        const count = each.map(({ length }) => length);
        return { one, other, additionalPattern, ...joined, events: sent, count, patterns: [...each.flat(), ...joined.patterns] };
      }) ?? []));

    // WHEN
    const answers = ask(cases);

    // THEN
    const decisions = { all: 0, matched: 0 };
    for (const { one, other, additionalPattern, isUndecided, events: sent, count, patterns } of cases) {
      const own = answers.splice(0, patterns.length);
      expect(own.filter(({ matches }) => matches === undefined)).toEqual([]);
      const times = (from: number, to?: number) => sent.map((_, i) => own.slice(from, to).filter(({ matches }) => matches![i]).length);
      const [first, second, joined] = [times(0, count[0]), times(count[0], count[0] + count[1]), times(count[0] + count[1])];
      decisions.all += sent.length * patterns.length;
      decisions.matched += joined.filter(Boolean).length;
      // Where a warning reports that two values may be equal, an event may match twice, but none is lost.
      const wrong = joined.flatMap((matches, i) => {
        const meant = first[i] + second[i];
        const isRight = (matches === meant && (meant < 2 || isUndecided)) || (isUndecided && matches >= Math.min(meant, 1));
        return isRight ? [] : [{ event: sent[i], matches, first: first[i], second: second[i] }];
      });
      expect({ one, other, additionalPattern, wrong }).toEqual({ one, other, additionalPattern, wrong: [] });
    }
    // Otherwise nothing was checked.
    expect(decisions.all).toBeGreaterThan(PAIRS * 10);
    expect(decisions.matched).toBeGreaterThan(PAIRS / 20);
    process.stdout.write(`${factory.name}: ${cases.length} combinations, ${decisions.all} decisions, ${decisions.matched} matched\n`);
  }, 300_000);
});
