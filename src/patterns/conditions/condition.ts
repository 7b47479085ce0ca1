import { groupsOf } from './value-groups';
import type { Matcher, Value } from './values';

/** A pattern as EventBridge reads it. */
export type PatternJson = { [field: string]: unknown };

/** Whether the events of a part have a field. */
export interface FieldPresence {
  readonly path: string;
  readonly exists: boolean;
}

/** What is required of one field, or of two that belong together. Conditions of a part are ANDed, the alternatives of a condition are ORed. */
export interface Condition {
  /**
   * How many groups of alternatives there are. No event can meet alternatives of two groups, so that the groups can be divided over several rules.
   * Alternatives that may turn out to be equal at deployment are in one group.
   */
  readonly size: number;
  /** The condition with some of its groups. */
  slice(from: number, to?: number): Condition;
  /** The JSON of the condition. */
  render(): PatternJson;
  /** What is required of each single field, to compare conditions with one another. */
  constraintsByPath(): { readonly [path: string]: readonly Value[] };
  /** The condition for events that have, or lack, one of several fields of it. */
  withPresence?(presence: FieldPresence): Condition | undefined;
}

/** A condition on one field. */
export class FieldCondition implements Condition {
  private grouped?: readonly (readonly Value[])[];

  /**
   * @param path the full path, such as `detail.clusterArn`
   * @param values the alternatives; none of them covers another
   * @param single whether an event has one value there. An array of two can meet two alternatives at once.
   */
  constructor(private readonly path: string, private readonly values: readonly Value[], private readonly single: boolean) {}

  public get size(): number {
    return this.groups.length;
  }

  public slice(from: number, to?: number): FieldCondition {
    const groups = this.groups.slice(from, to);
    const slice = new FieldCondition(this.path, groups.flat(), this.single);
    slice.grouped = groups;
    return slice;
  }

  public render(): PatternJson {
    return nest(this.path, this.values.map(({ matcher }) => matcher));
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    return this.single ? { [this.path]: this.values } : {};
  }

  private get groups(): readonly (readonly Value[])[] {
    this.grouped ??= this.single ? grouped(this.values, groupsOf(this.values)) : [this.values];
    return this.grouped;
  }
}

/** Elements with the same number together, in the order in which the first of each group stands. */
export function grouped<T>(elements: readonly T[], numbers: readonly number[]): T[][] {
  const groups = new Map<number, T[]>();
  elements.forEach((element, i) => {
    const group = groups.get(numbers[i]) ?? [];
    group.push(element);
    groups.set(numbers[i], group);
  });
  return [...groups.values()];
}

/** A list of matchers, or an object that holds some, at its place in the pattern. */
export function nest(path: string, inner: readonly Matcher[] | PatternJson): PatternJson {
  return path.split('.').reduceRight<unknown>((value, field) => ({ [field]: value }), inner) as PatternJson;
}

/** Puts patterns together that have no list in common. */
export function merge(patterns: readonly PatternJson[]): PatternJson {
  const merged: PatternJson = {};
  for (const [field, value] of patterns.flatMap((pattern) => Object.entries(pattern))) {
    const there = merged[field];
    merged[field] = there === undefined ? value : merge([there as PatternJson, value as PatternJson]);
  }
  return merged;
}
