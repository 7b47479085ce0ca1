import { valuesAt, withValue } from './event-overlay';
import { valuesFor } from './matching-values';
import { branchesIn } from './pattern-branches';
import type { PatternBranch, PatternObject } from './pattern-branches';
import { EventPattern } from '../../engine/matcher/event-pattern';
import { IndexedEvent } from '../../engine/matcher/indexed-event';
import type { Rule } from '../../engine/simulation/rule';
import { readable, readableJson } from '../../engine/values/unknown';
import { CATALOG } from '../../events/catalog';

/** An event that a rule matches. */
export type WitnessEvent = Readonly<Record<string, unknown>>;

/** Enough for every event of the catalog, and for each value of a long list. */
const MAX_WITNESSES = 300;

/**
 * Events that a rule matches: samples of the catalog, changed to what the rule requires, and kept only if the rule matches them.
 * None for a rule that matches no event of Amazon ECS, or only such as cannot be constructed from its pattern.
 */
function* witnessesOf(rule: Rule): Generator<WitnessEvent> {
  const pattern = readableJson(rule.resource.propertyIfKnown('EventPattern') as PatternObject | undefined);
  const { account, region } = rule.resource.stack.environment;
  if (rule.pattern === undefined) {
    return;
  }
  const place = { account: readable(account), region: readable(region) };
  const branches = branchesIn(pattern ?? {});
  const seen = new Set<string>();
  // Events that are not in the catalog yet are constructed only where none of the catalog matches.
  for (const isNew of [false, true]) {
    for (const event of inTurn(branches.flatMap((branch) => samplesFor(branch).map((sample) => variants({ ...sample, ...place }, branch, isNew))))) {
      const key = JSON.stringify(event);
      if (!seen.has(key) && rule.pattern.matches(new IndexedEvent(event))) {
        seen.add(key);
        yield event;
      }
      if (seen.size === MAX_WITNESSES) {
        return;
      }
    }
    if (seen.size > 0) {
      return;
    }
  }
}

/** The fields that identify an event: another value is another event. */
const IDENTIFYING = new Set(['source', 'detail-type', 'detail.eventName', 'detail.eventType']);

/**
 * An event, changed to meet conditions: first to all of them at once, then with each further value of each of them.
 *
 * @param isNew whether it may become an event that is not in the catalog
 */
export function* variants(event: WitnessEvent, conditions: PatternBranch, isNew = false): Generator<WitnessEvent> {
  const isFixed = (path: string) => !isNew && IDENTIFYING.has(path) && valuesAt(event, path.split('.')).length > 0;
  const choices = [...conditions].filter(([path]) => !isFixed(path)).map(([path, matchers]) => ({ path: path.split('.'), matchers, values: valuesFor(matchers) }));
  const first = choices
    .filter(({ path, matchers, values }) => values.length > 0 && !isMet(event, path, matchers))
    .reduce((changed, { path, values }) => withValue(changed, path, values[0]), event);
  yield first;
  for (const { path, values } of choices) {
    for (const value of values) {
      yield withValue(first, path, value);
    }
  }
}

function isMet(event: WitnessEvent, path: readonly string[], matchers: readonly unknown[]): boolean {
  const found = valuesAt(event, path).flat();
  if (found.some((value) => matchers.includes(value))) {
    return true;
  }
  if (matchers.every((matcher) => typeof matcher !== 'object' || matcher === null)) {
    return false;
  }
  const pattern = { value: matchers };
  return EventPattern.check(pattern) === undefined && new EventPattern(pattern).matches(new IndexedEvent(found.length === 0 ? {} : { value: found }));
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

/** The witnesses of a rule, constructed when they are first needed and kept. */
export class Witnesses implements Iterable<WitnessEvent> {
  private readonly known: WitnessEvent[] = [];
  private readonly source: Generator<WitnessEvent>;

  constructor(rule: Rule) {
    this.source = witnessesOf(rule);
  }

  public* [Symbol.iterator](): Iterator<WitnessEvent> {
    for (let at = 0; ; at += 1) {
      if (at === this.known.length) {
        const { value, done } = this.source.next();
        if (done) {
          return;
        }
        this.known.push(value as WitnessEvent);
      }
      yield this.known[at];
    }
  }
}
