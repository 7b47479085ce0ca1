import * as fc from '../random';
import { compiledIn, RULE_ENVIRONMENTS } from './compiled-pattern';
import { HOME } from './deployed-pattern';
import { takes } from './factories';
import { ADDITIONAL_PATTERNS, overlapFilters, worldOf } from './overlap-world';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../src/engine/matcher/indexed-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { ValidationError } from '../../src/validation/validation-error';

/** Thousands of pairs, with another seed, are for whoever changes how patterns are compared. */
const RUNS = Number(process.env.PATTERN_RUNS ?? 200);

/** Recorded, so that no change fails by what an earlier one left. */
const SEED = Number(process.env.PATTERN_SEED ?? 20261127);

describe.each(takes('serviceAction', 'serviceDeploymentStateChange', 'daemonServiceAction', 'taskStateChange'))('%s', (_name, factory) => {
  test('anyOf() refuses two patterns if and only if some event matches both, or warns where this is known at deployment only', () => {
    const events = worldOf(factory).map((event) => new IndexedEvent(event));
    const counts = { overlaps: 0, disjoint: 0, warnings: 0 };
    const filters = overlapFilters(factory);

    fc.assert(fc.property(filters, filters, fc.constantFrom(...ADDITIONAL_PATTERNS), (one, other, { pattern: additionalPattern, isNotCompared }) => {
      const patterns = attempt(() => [factory.create(one), factory.create({ ...other, additionalPattern })]);
      if (patterns instanceof ValidationError) {
        return;
      }
      const each = attempt(() => patterns.map((pattern) => compiledIn(HOME, pattern).patterns.map((json) => new EventPattern(json))));
      if (each instanceof ValidationError) {
        return;
      }
      const both = events.find((event) => each.every((rules) => rules.some((rule) => rule.matches(event))));
      counts[both ? 'overlaps' : 'disjoint'] += 1;

      const joined = attempt(() => EcsEventPattern.anyOf(...patterns));
      RULE_ENVIRONMENTS.forEach((environment) => {
        const rule = attempt(() => joined instanceof ValidationError ? joined : joined._compile(environment).findings);
        const isWarned = !(rule instanceof ValidationError) && rule.some(({ message }) => message.startsWith('anyOf: '));
        counts.warnings += isWarned ? 1 : 0;
        const result = rule instanceof ValidationError ? 'refused' : isWarned ? 'warned' : 'accepted';
        const expected = isWarned ? 'warned' : both || (isNotCompared && result === 'refused') ? 'refused' : 'accepted';
        expect({ result, both }).toEqual({ result: expected, both });
      });
    }), { numRuns: RUNS, seed: SEED });

    expect(Math.min(counts.overlaps, counts.disjoint, counts.warnings)).toBeGreaterThan(0);
    // A warning is for few: it must not hide what could be decided.
    expect(counts.warnings).toBeLessThan(RUNS);
  }, 300_000);
});

/** A field that some events of each detail type have and others lack, as far as AWS documents them. */
const PATHS: Readonly<Record<string, string>> = { serviceAction: 'detail.reason', serviceDeploymentStateChange: 'detail.clusterArn', daemonServiceAction: 'detail.taskArn', taskStateChange: 'detail.stopCode' };

test.each(takes('serviceAction', 'serviceDeploymentStateChange', 'daemonServiceAction', 'taskStateChange'))(
  '%s: dividedByPresence() keeps the events of a pattern, and each of them matches one part', (name, factory) => {
    const path = PATHS[name];
    const field = path.replace('detail.', '');
    const events = worldOf(factory).flatMap(({ detail, ...event }, i) => [{ ...event, detail: i % 2 === 0 ? { ...detail, [field]: detail[field] ?? 'some' } : detail }])
      .map((event) => new IndexedEvent(event));
    const counts = { divided: 0, matched: 0 };

    fc.assert(fc.property(overlapFilters(factory), fc.constantFrom(...RULE_ENVIRONMENTS), (filters, environment) => {
      const rulesOf = (pattern: EcsEventPattern) => compiledIn(environment, pattern).patterns.map((json) => new EventPattern(json));
      const compiled = attempt(() => {
        const pattern = factory.create(filters);
        return [rulesOf(pattern), rulesOf(pattern.dividedByPresence(path))] as const;
      });
      if (compiled instanceof ValidationError) {
        return;
      }
      const times = compiled.map((rules) => events.map((event) => rules.filter((rule) => rule.matches(event)).length));
      expect(times[1]).toEqual(times[0]);
      counts.divided += compiled[1].length > compiled[0].length ? 1 : 0;
      counts.matched += times[0].filter((each) => each > 0).length;
    }), { numRuns: RUNS, seed: SEED });

    expect(Math.min(counts.divided, counts.matched)).toBeGreaterThan(0);
  }, 300_000,
);

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
