import { valuesAt } from './event-overlay';
import { branchesIn } from './pattern-branches';
import type { PatternBranch, PatternObject } from './pattern-branches';
import { variants } from './witnesses';
import type { WitnessEvent } from './witnesses';
import { IndexedEvent } from '../../engine/matcher/indexed-event';
import type { Rule, RuleTarget } from '../../engine/simulation/rule';
import type { Subscription } from '../../engine/simulation/subscription';
import { readableJson } from '../../engine/values/unknown';
import { findDetailType } from '../../events/catalog';

/** Fields of which the catalog has every value that matters: a filter cannot match on others. */
const CLOSED = new Set(['version', 'source', 'detail-type', 'detail.eventType', 'detail.eventName']);

/** Of so many events a variant is tried. */
const MAX_EVENTS = 20;

/**
 * Events of a rule that may pass the filter policy of a subscription on the message body: those that a rule matches, changed in the fields that the filter
 * matches on, if Amazon ECS sends such fields and the message has their values in it.
 */
export function* witnessesForFilter(
  rule: Rule, target: RuleTarget, { filterPolicy, filterScope }: Subscription, witnesses: Iterable<WitnessEvent>,
): Generator<WitnessEvent> {
  const policy = filterScope === 'MessageBody' ? parsed(filterPolicy) : undefined;
  const branches = policy === undefined ? [] : branchesIn(policy);
  let count = 0;
  for (const event of branches.length === 0 ? [] : witnesses) {
    const body = parsed(target.input(event).body);
    for (const branch of body === undefined ? [] : branches) {
      const conditions = inEvent(branch, event, body!, inputPathsOf(rule, target));
      for (const variant of conditions === undefined ? [] : variants(event, conditions)) {
        if (rule.pattern?.matches(new IndexedEvent(variant))) {
          yield variant;
        }
      }
    }
    count += 1;
    if (count === MAX_EVENTS) {
      return;
    }
  }
}

/** The conditions of a filter on the body as conditions on the event; those that cannot be changed are left to the filter itself. */
function inEvent(branch: PatternBranch, event: WitnessEvent, body: PatternObject, inputPaths: readonly string[] | undefined): PatternBranch {
  const conditions = new Map<string, readonly unknown[]>();
  for (const [path, matchers] of branch) {
    const [value] = valuesAt(body, path.split('.'));
    const sources = inputPaths === undefined ? [path] : inputPaths.filter((source) => value !== undefined && valuesAt(event, source.split('.'))[0] === value);
    sources.filter((source) => !CLOSED.has(source) && isSent(event, source)).forEach((source) => conditions.set(source, matchers));
  }
  return conditions;
}

/** Whether Amazon ECS sends a field with events of this kind, as far as it is documented. */
function isSent(event: WitnessEvent, path: string): boolean {
  const fields = findDetailType(String(event['detail-type']))?.fields ?? [];
  return valuesAt(event, path.split('.')).length > 0 || fields.some((field) => `detail.${field.path.replace(/\[\]/g, '')}` === path);
}

/** The fields of the event that an input transformer inserts; undefined if the message is the event itself. */
function inputPathsOf(rule: Rule, target: RuleTarget): string[] | undefined {
  const targets = rule.resource.propertyIfKnown('Targets') as readonly { readonly Id?: string; readonly InputTransformer?: { readonly InputPathsMap?: Record<string, string> } }[];
  const paths = targets.find(({ Id }) => Id === target.Id)?.InputTransformer?.InputPathsMap;
  return paths && Object.values(paths).map((path) => path.replace(/^\$\./, ''));
}

function parsed(json: unknown): PatternObject | undefined {
  try {
    const value: unknown = readableJson(typeof json === 'string' ? JSON.parse(json) as unknown : json);
    return typeof value === 'object' && value !== null ? value as PatternObject : undefined;
  } catch {
    return undefined;
  }
}
