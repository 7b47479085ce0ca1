import * as fc from '../random';
import { ANY_GRAMMAR } from './any-grammar';
import { CLOSE_GRAMMAR } from './close-grammar';
import { ECS_GRAMMAR } from './ecs-grammar';
import type { Question } from './event-ruler';
import { ask } from './event-ruler';
import type { Grammar } from './grammar';
import { BranchState } from '../../src/engine/matcher/branch-state';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../src/engine/matcher/indexed-event';

/** The seed of the first round; round n has this plus n. Printed and recorded, so that a failure can be repeated. */
const SEED = Number(process.env.MATCHER_SEED ?? 20261122);

/** How many decisions are compared for each grammar. */
const PAIRS = Number(process.env.MATCHER_PAIRS ?? 90_000);

/** A round: patterns, some of which meet the same events. */
const ROUND = { questions: 40, patterns: 20, events: 50 };

interface Tally {
  pairs: number;
  matched: number;
  invalid: number;
  uncertain: number;
  lost: number;
}

/** The questions of a round, as they are after a journey through JSON. */
function questions({ pattern, event }: Grammar, seed: number): Question[] {
  const question = fc.record({
    patterns: fc.array(pattern, { minLength: ROUND.patterns, maxLength: ROUND.patterns }),
    events: fc.array(event, { minLength: ROUND.events, maxLength: ROUND.events }),
  });
  return JSON.parse(JSON.stringify(fc.sample(question, { numRuns: ROUND.questions, seed })));
}

/** Asks both; returns where they disagree. */
function disagreements(round: readonly Question[], tally: Tally): unknown[] {
  const answers = ask(round);
  return round.flatMap(({ patterns, events }) => {
    const indexed = events.map((event) => new IndexedEvent(event));
    return patterns.flatMap((pattern): unknown[] => {
      const { matches, ...problem } = answers.shift()!;
      const error = EventPattern.check(pattern);
      if (error !== undefined || matches === undefined) {
        tally.invalid += 1;
        return error !== undefined && matches === undefined ? [] : [{ pattern, error, ...problem }];
      }
      const compiled = new EventPattern(pattern);
      if (compiled.branches.some(({ branchState }) => branchState === BranchState.UNCERTAIN)) {
        tally.uncertain += 1;
        return [];
      }
      tally.lost += compiled.branches.some(({ branchState }) => branchState === BranchState.LOST) ? 1 : 0;
      tally.pairs += events.length;
      tally.matched += matches.filter(Boolean).length;
      return events.flatMap((event, at) => (compiled.matches(indexed[at]) === matches[at] ? [] : [{ pattern, event, eventRuler: matches[at] }]));
    });
  });
}

test.each([ANY_GRAMMAR, ECS_GRAMMAR, CLOSE_GRAMMAR].map((grammar) => [grammar.name, grammar] as const))('%s: the matcher of the simulator answers as event-ruler does', (name, grammar) => {
  const tally: Tally = { pairs: 0, matched: 0, invalid: 0, uncertain: 0, lost: 0 };
  let patterns = 0;

  for (let seed = SEED; tally.pairs < PAIRS; seed++) {
    const round = questions(grammar, seed);
    patterns += ROUND.questions * ROUND.patterns;

    expect({ seed, found: disagreements(round, tally).slice(0, 5) }).toEqual({ seed, found: [] });
  }

  console.log(`${name}, seeds from ${SEED} on: ${JSON.stringify({ patterns, ...tally })}`);
  // Otherwise little was compared.
  expect(tally.matched / tally.pairs).toBeGreaterThan(0.03);
}, 3_600_000);
