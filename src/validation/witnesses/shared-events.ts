import { branchesIn } from './pattern-branches';
import type { PatternObject } from './pattern-branches';
import { variants } from './witnesses';
import type { WitnessEvent } from './witnesses';
import { IndexedEvent } from '../../engine/matcher/indexed-event';
import type { Rule } from '../../engine/simulation/rule';
import { readableJson } from '../../engine/values/unknown';

/** A rule with events that it matches. */
interface WitnessedRule {
  readonly rule: Rule;
  readonly witnesses: Iterable<WitnessEvent>;
}

/** So many events of each rule are tried. */
const MAX_EVENTS = 60;

/** The kinds of events that two rules both match: names of events, or detail types. */
export function sharedEvents(one: WitnessedRule, other: WitnessedRule): string[] {
  const shared = new Set<string>();
  for (const [tried, test] of [[one, other], [other, one]]) {
    const branches = branchesIn(readableJson(test.rule.resource.propertyIfKnown('EventPattern') as PatternObject | undefined) ?? {});
    let count = 0;
    for (const event of tried.witnesses) {
      const name = kindOf(event);
      if (!shared.has(name) && branches.some((branch) => some(variants(event, branch), (variant) => isMatched(variant, one, other)))) {
        shared.add(name);
      }
      count += 1;
      if (count === MAX_EVENTS) {
        break;
      }
    }
  }
  return [...shared];
}

function isMatched(event: WitnessEvent, ...rules: readonly WitnessedRule[]): boolean {
  const indexed = new IndexedEvent(event);
  return rules.every(({ rule }) => rule.matches(indexed));
}

/** The kind of an event, which its variants keep. */
function kindOf({ detail, 'detail-type': detailType }: WitnessEvent): string {
  return String((detail as { readonly eventName?: unknown } | undefined)?.eventName ?? detailType);
}

function some<T>(values: Iterable<T>, test: (value: T) => boolean): boolean {
  for (const value of values) {
    if (test(value)) {
      return true;
    }
  }
  return false;
}
