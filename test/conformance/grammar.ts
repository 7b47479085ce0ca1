import * as fc from '../random';

/** Patterns and events that meet often, because they are made of the same few fields and values. */
export interface Grammar {
  readonly name: string;
  readonly pattern: fc.Arbitrary<unknown>;
  readonly event: fc.Arbitrary<unknown>;
}

/** The operator that stands within others too. */
export const IN_ANY_CASE = 'equals-ignore-case';

const MAX_BRANCHES = 20;

/** How many branches a pattern has: event-ruler needs minutes for some patterns of hundreds. */
function branches(pattern: unknown): number {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) {
    return 1;
  }
  return Object.entries(pattern).reduce((product, [key, value]) => product * (key === '$or' ? sum(value.map(branches)) : branches(value)), 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Objects of fields and lists, with `$or` at any depth, before or after the fields next to it. */
export function patternOf(field: fc.Arbitrary<string>, matcher: fc.Arbitrary<unknown>, maxDepth: number): fc.Arbitrary<unknown> {
  const list = fc.array(matcher, { minLength: 1, maxLength: 3 });
  const { object } = fc.letrec<{ object: object; or: object[] | undefined }>((tie) => ({
    // One alternative is refused.
    or: fc.oneof({ maxDepth }, { arbitrary: fc.constant(undefined), weight: 40 }, { arbitrary: fc.array(tie('object'), { minLength: 2, maxLength: 3 }), weight: 19 }, tie('object').map((only) => [only])),
    object: fc.tuple(fc.dictionary(field, fc.oneof({ maxDepth }, { arbitrary: list, weight: 4 }, tie('object')), { minKeys: 1, maxKeys: 3 }), tie('or'), fc.boolean())
      .map(([fields, $or, isFirst]) => ($or === undefined ? fields : isFirst ? { $or, ...fields } : { ...fields, $or })),
  }));
  return object.filter((pattern) => branches(pattern) <= MAX_BRANCHES);
}

/** Objects of values, objects and arrays. */
export function eventOf(field: fc.Arbitrary<string>, scalar: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { object } = fc.letrec<{ object: unknown; value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, { arbitrary: scalar, weight: 3 }, tie('object'), fc.array(tie('value'), { maxLength: 3 })),
    object: fc.dictionary(field, tie('value'), { maxKeys: 5 }),
  }));
  return object;
}
