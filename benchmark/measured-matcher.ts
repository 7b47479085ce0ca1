// Matches events with rules by the simulator, for as long as it gets faster: node measured-matcher.js FILE ROUNDS. Prints the same as Ruler.java.
import { readFileSync } from 'fs';
import { EventPattern } from '../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../src/engine/matcher/indexed-event';
import { BusRules } from '../src/engine/simulation/bus-rules';

/** The seconds of the quickest round, and how many matches there were. */
export interface Matching {
  readonly matches: number;
  /** All rules on one bus, the events as texts. */
  readonly busFromText: number;
  /** The same with the events parsed already. */
  readonly busParsed: number;
  /** Each event matched with one rule, from its text. */
  readonly oneByOne: number;
}

function measure({ patterns, events }: { readonly patterns: readonly unknown[]; readonly events: readonly unknown[] }, rounds: number): Matching {
  const alone = patterns.map((pattern) => new EventPattern(pattern));
  const bus = new BusRules(alone.map((pattern) => ({ requires: pattern.requires(), matches: (event: IndexedEvent) => pattern.matches(event) })));
  const texts = events.map((event) => JSON.stringify(event));
  const ways = {
    busFromText: () => texts.reduce((found, text) => found + bus.matching(new IndexedEvent(JSON.parse(text))).length, 0),
    busParsed: () => events.reduce<number>((found, event) => found + bus.matching(new IndexedEvent(event)).length, 0),
    oneByOne: () => texts.reduce((found, text, i) => found + (alone[i % alone.length].matches(new IndexedEvent(JSON.parse(text))) ? 1 : 0), 0),
  };
  let matches = 0;
  const quickest = { busFromText: Infinity, busParsed: Infinity, oneByOne: Infinity };
  for (let round = 0; round < rounds; round++) {
    matches = 0;
    for (const way of ['busFromText', 'busParsed', 'oneByOne'] as const) {
      const start = performance.now();
      matches += ways[way]();
      quickest[way] = Math.min(quickest[way], (performance.now() - start) / 1000);
    }
  }
  return { matches, ...quickest };
}

const [, , file, rounds] = process.argv;
process.stdout.write(JSON.stringify(measure(JSON.parse(readFileSync(file, 'utf8')), Number(rounds))));
