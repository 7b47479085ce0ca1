import { Stack, Token } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { readablePattern } from './named-resources';
import { branchesOf } from './pattern-branches';
import { accepts, matchersAt } from './pattern-queries';
import type { RenderedPattern } from './pattern-queries';
import { alwaysHasField, CATALOG, detailTypesOf, findDetailType, findEvent } from '../../events/catalog';
import type { DetailTypeEntry, EventEntry } from '../../events/detail-type';
import { ifKnown } from '../../validation/findings/guarded';

/** A kind of event that a rule matches. */
export interface Kind {
  /** The detail type; absent for one that is not in the catalog, because it is new or not of Amazon ECS. */
  readonly entry?: DetailTypeEntry;
  /** The event; absent where the detail type has no names, or has one that is not in the catalog yet. */
  readonly event?: EventEntry;
}

/** Whether the events that a rule matches have a field. */
export enum Presence {
  ALWAYS = 'always',
  SOMETIMES = 'sometimes',
  NEVER = 'never',
}

const KNOWN = Symbol('MatchedEvents');

/** The events that a rule matched when its pattern was last read: every message of the rule requires them whenever the CDK resolves it. */
interface KnownEvents {
  /** The pattern. */
  readonly text?: string;
  readonly matched: MatchedEvents;
}

/** The events that a rule matches, as far as its pattern shows. Paths are full ones, such as `detail.reason`. */
export class MatchedEvents {
  /**
   * Reads the pattern of whatever rule a message is bound to: those of this library, custom rules, rules in other accounts.
   * To be called at synthesis, when the pattern does not change any more.
   */
  public static of(rule: events.IRuleRef): MatchedEvents {
    const resource = rule.node.defaultChild as events.CfnRule | undefined;
    const pattern = resource && readablePattern(resource.eventPattern, rule);
    // Some tokens are other ones each time that they are read.
    const text = ifKnown(() => JSON.stringify(Stack.of(rule).resolve(pattern)));
    const { [KNOWN]: known } = rule as { readonly [KNOWN]?: KnownEvents };
    if (text !== undefined && known?.text === text) {
      return known.matched;
    }
    const matched = new MatchedEvents(branchesOf(pattern).map((branch) => new Branch(branch)));
    Object.defineProperty(rule, KNOWN, { value: { text, matched }, configurable: true });
    return matched;
  }

  public readonly kinds: readonly Kind[];
  private readonly branches: readonly Branch[];

  private constructor(branches: readonly Branch[]) {
    const possible = branches.filter(({ kinds }) => kinds.length > 0);
    this.branches = possible.length > 0 ? possible : branches;
    const kinds = possible.flatMap((branch) => branch.kinds);
    const isFirst = ({ entry, event }: Kind, i: number) => kinds.findIndex((kind) => kind.entry === entry && kind.event === event) === i;
    this.kinds = kinds.length > 0 ? kinds.filter(isFirst) : [{}];
  }

  /** The values of a field, where the rule matches exact ones only. What is known only at deployment is a token in them. */
  public values(path: string): string[] | undefined {
    return unionOf(this.branches.map((branch) => branch.values(path)));
  }

  /** The values and prefixes of a field, where the rule matches such only. */
  public prefixes(path: string): string[] | undefined {
    return unionOf(this.branches.map((branch) => branch.prefixes(path)));
  }

  /** The values and suffixes of a field, where the rule matches such only. */
  public suffixes(path: string): string[] | undefined {
    return unionOf(this.branches.map((branch) => branch.suffixes(path)));
  }

  /** Whether every event has a text or a number there: its kind always has, or the pattern requires one. */
  public alwaysHas(path: string): boolean {
    return this.presence(path) === Presence.ALWAYS;
  }

  /** Whether the events have a field. */
  public presence(path: string): Presence {
    const answers = new Set(this.branches.map((branch) => branch.presence(path)));
    return answers.size === 1 ? [...answers][0] : Presence.SOMETIMES;
  }
}

/** One alternative of a pattern. */
class Branch {
  public readonly kinds: readonly Kind[];

  constructor(private readonly pattern: RenderedPattern) {
    const entries = this.values('detail-type')?.map(findDetailType) ?? CATALOG;
    const types = this.values('detail.eventType');
    this.kinds = entries.flatMap((entry) => entry === undefined ? [{}] : this.kindsOf(entry))
      .filter(({ event }: Kind) => types === undefined || event?.type === undefined || types.includes(event.type));
  }

  public values(path: string): string[] | undefined {
    return textsIn(matchersAt(this.pattern, path));
  }

  public prefixes(path: string): string[] | undefined {
    return textsIn(unwrapped(matchersAt(this.pattern, path), 'prefix'));
  }

  public suffixes(path: string): string[] | undefined {
    return textsIn(unwrapped(matchersAt(this.pattern, path), 'suffix'));
  }

  public presence(path: string): Presence {
    const matchers = matchersAt(this.pattern, path);
    if (requiresValue(matchers)) {
      return Presence.ALWAYS;
    }
    if (requiresAbsence(matchers)) {
      return Presence.NEVER;
    }
    const answers = new Set(this.kinds.length > 0 ? this.kinds.map((kind) => this.presenceIn(kind, path)) : [presenceInUnknown(path)]);
    return answers.size === 1 ? [...answers][0] : Presence.SOMETIMES;
  }

  private kindsOf(entry: DetailTypeEntry): Kind[] {
    const names = this.values('detail.eventName');
    return names === undefined
      ? entry.events.filter(({ name }) => accepts(matchersAt(this.pattern, 'detail.eventName'), name) !== false).map((event) => ({ entry, event }))
      // A name that only other detail types have never comes with this one; an unknown name may be new.
      : names.filter((name) => findEvent(entry, name) || detailTypesOf(name).length === 0).map((name) => ({ entry, event: findEvent(entry, name) }));
  }

  private presenceIn({ entry, event }: Kind, path: string): Presence {
    if (entry === undefined || !path.startsWith('detail.')) {
      return path === 'resources[0]' && entry?.oneResource ? Presence.ALWAYS : presenceInUnknown(path);
    }
    const name = path.replace('detail.', '');
    const field = entry.fields.find((candidate) => candidate.path === name);
    if (field === undefined) {
      return entry.moreFields || event === undefined ? Presence.SOMETIMES : Presence.NEVER;
    }
    const { alwaysWhen, presentWhen = [] } = field;
    if (alwaysHasField(entry, name, event?.name) || (alwaysWhen && this.requiresOneOf(alwaysWhen.path, [alwaysWhen.value]))) {
      return Presence.ALWAYS;
    }
    const isRuledOut = presentWhen.length > 0 && presentWhen.every(({ path: other, values }) => values && this.excludesAll(other, values));
    return isRuledOut ? Presence.NEVER : Presence.SOMETIMES;
  }

  private requiresOneOf(field: string, values: readonly string[]): boolean {
    return this.values(`detail.${field}`)?.every((value) => values.includes(value)) ?? false;
  }

  private excludesAll(field: string, values: readonly string[]): boolean {
    return this.values(`detail.${field}`)?.every((value) => !values.includes(value)) ?? false;
  }
}

/** What EventBridge itself puts on every event. */
const ENVELOPE = ['version', 'id', 'detail-type', 'source', 'account', 'time', 'region', 'resources'];

function presenceInUnknown(path: string): Presence {
  return ENVELOPE.includes(path) ? Presence.ALWAYS : Presence.SOMETIMES;
}

function unionOf(lists: readonly (string[] | undefined)[]): string[] | undefined {
  return lists.every((list) => list !== undefined) ? [...new Set(lists.flat())] : undefined;
}

/** Matchers such as `{ prefix: 'a' }` as if they were values. */
function unwrapped(matchers: unknown, kind: 'prefix' | 'suffix'): unknown {
  return Array.isArray(matchers) ? matchers.map((matcher) => (matcher as { [kind: string]: unknown } | null)?.[kind] ?? matcher) : matchers;
}

function textsIn(matchers: unknown): string[] | undefined {
  const texts = Array.isArray(matchers) ? matchers.map(joined) : [undefined];
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** A matcher as a text; one that was written as CloudFormation too. */
function joined(matcher: unknown): string | undefined {
  const [separator, parts] = (matcher as { 'Fn::Join'?: [string, unknown[]] } | null)?.['Fn::Join'] ?? [];
  return typeof matcher === 'string' ? matcher : parts?.map((part) => typeof part === 'string' ? part : Token.asString(part)).join(separator);
}

/** Whether a field must be there to match, with a value. Every matcher requires that but `exists: false` and null. */
function requiresValue(matchers: unknown): boolean {
  return Array.isArray(matchers) && matchers.length > 0 && matchers.every((matcher) => matcher !== null && matcher.exists !== false);
}

function requiresAbsence(matchers: unknown): boolean {
  return Array.isArray(matchers) && matchers.length > 0 && matchers.every((matcher) => matcher?.exists === false);
}
