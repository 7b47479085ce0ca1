import type { Matcher, Value } from './values';

/** A pattern as EventBridge reads it. */
export type PatternJson = { [field: string]: unknown };

/** What is asked of one field, or of two that belong together. Conditions of a part are ANDed, the alternatives of a condition are ORed. */
export interface Condition {
  /** How many alternatives there are. */
  readonly size: number;
  /** Whether no event can meet two of the alternatives, so that they can be divided over several rules. */
  readonly divisible: boolean;
  /** The condition with some of its alternatives. */
  slice(from: number, to?: number): Condition;
  /** The JSON of the condition. */
  render(): PatternJson;
  /** What is asked of each single field, for comparing conditions with one another. */
  constraintsByPath(): { readonly [path: string]: readonly Value[] };
}

/** A condition on one field. */
export class FieldCondition implements Condition {
  public readonly size: number;
  public readonly divisible: boolean;

  /**
   * @param path the full path, such as `detail.clusterArn`
   * @param values the alternatives; none of them covers another
   * @param single whether an event holds one value there. An array of two can meet two alternatives at once.
   */
  constructor(private readonly path: string, private readonly values: readonly Value[], private readonly single: boolean) {
    const texts = values.filter((value) => value.kind === 'exact' || value.kind === 'prefix');
    // What begins with an open prefix and what is known at deployment only may turn out to be the same. A prefix that ends a name is none.
    const comparable = !texts.some(({ kind, key }) => kind === 'prefix' && !key.endsWith('/')) || !texts.some(({ unresolved }) => unresolved);
    this.size = values.length;
    this.divisible = single && texts.length === values.length && comparable;
  }

  public slice(from: number, to?: number): FieldCondition {
    return new FieldCondition(this.path, this.values.slice(from, to), this.single);
  }

  public render(): PatternJson {
    return nest(this.path, this.values.map(({ matcher }) => matcher));
  }

  public constraintsByPath(): { readonly [path: string]: readonly Value[] } {
    return this.single ? { [this.path]: this.values } : {};
  }
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
