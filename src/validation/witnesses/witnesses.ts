import { valuesAt, withValue } from './event-overlay';
import { valuesFor } from './matching-values';
import { branchesIn } from './pattern-branches';
import type { PatternBranch, PatternObject } from './pattern-branches';
import type { Rule } from '../../engine/simulation/rule';
import { EventPattern } from '../../engine/matcher/event-pattern';
import { IndexedEvent } from '../../engine/matcher/indexed-event';
import { CATALOG } from '../../events/catalog';

/** An event that a rule matches. */
export type WitnessEvent = Readonly<Record<string, unknown>>;

/** Enough for every event of the catalog, and for each value of a long list. */
const MAX_WITNESSES = 300;

/**
 * Events that a rule matches: samples of the catalog, changed to what the rule requires, and kept only if the rule matches them.
 * None for a rule that matches no event of Amazon ECS, or only such as cannot be constructed from its pattern.
 */
export function* witnessesOf(rule: Rule): Generator<WitnessEvent> {
  const pattern = rule.resource.property('EventPattern') as PatternObject | undefined;
  const { account, region } = rule.resource.stack.environment;
  const candidates = branchesIn(pattern ?? {}).flatMap((branch) => samplesFor(branch).map((sample) => variants({ ...sample, account, region }, branch)));
  const seen = new Set<string>();
  for (const event of inTurn(candidates)) {
    const key = JSON.stringify(event);
    if (!seen.has(key) && rule.pattern?.matches(new IndexedEvent(event))) {
      seen.add(key);
      yield event;
    }
    if (seen.size === MAX_WITNESSES) {
      return;
    }
  }
}

/** An event, changed to meet conditions: first to all of them at once, then with each further value of each of them. */
export function* variants(event: WitnessEvent, conditions: PatternBranch): Generator<WitnessEvent> {
  const choices = [...conditions].map(([path, matchers]) => ({ path: path.split('.'), values: valuesFor(matchers), isMet: isMet(event, path, matchers) }));
  const first = choices.filter(({ isMet: met }) => !met).reduce((made, { path, values }) => values.length === 0 ? made : withValue(made, path, values[0]), event);
  yield first;
  for (const { path, values } of choices) {
    for (const value of values) {
      yield withValue(first, path, value);
    }
  }
}

function isMet(event: WitnessEvent, path: string, matchers: readonly unknown[]): boolean {
  const found = valuesAt(event, path.split('.')).flat();
  if (found.some((value) => matchers.includes(value))) {
    return true;
  }
  if (matchers.every((matcher) => typeof matcher !== 'object' || matcher === null)) {
    return false;
  }
  return new EventPattern({ value: matchers }).matches(new IndexedEvent(found.length === 0 ? {} : { value: found }));
}

/** The samples of the catalog that can be made to match: those of the detail types and the events that are required by name. */
function samplesFor(branch: PatternBranch): WitnessEvent[] {
  const detailTypes = exactTexts(branch.get('detail-type'));
  const names = exactTexts(branch.get('detail.eventName'));
  const entries = CATALOG.filter(({ detailType }) => detailTypes === undefined || detailTypes.includes(detailType));
  const events = entries.flatMap((entry) => {
    const named = entry.events.filter(({ name }) => name === undefined || names === undefined || names.includes(name));
    // A name that is not in the catalog yet.
    return named.length > 0 ? named : entry.events.slice(0, 1);
  });
  return events.flatMap(({ samples }) => samples.map((sample) => ({ ...sample.event })));
}

function exactTexts(matchers: readonly unknown[] | undefined): string[] | undefined {
  return matchers?.every((matcher) => typeof matcher === 'string') ? matchers as string[] : undefined;
}

/** One of each generator after the other, so that the first ones differ most. */
function* inTurn<T>(generators: readonly Generator<T>[]): Generator<T> {
  let open = [...generators];
  while (open.length > 0) {
    const still: Generator<T>[] = [];
    for (const generator of open) {
      const { value, done } = generator.next();
      if (!done) {
        yield value;
        still.push(generator);
      }
    }
    open = still;
  }
}
