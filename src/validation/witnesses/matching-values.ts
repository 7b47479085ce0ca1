/** A value that a matcher asks to be absent. */
export const ABSENT = Symbol('absent');

type Matcher = string | number | boolean | null | { readonly [name: string]: unknown };

/** Values of which at least one matches, where such a value is easily made: the caller checks. */
export function valuesFor(matchers: readonly unknown[]): unknown[] {
  return matchers.flatMap((matcher) => candidates(matcher as Matcher));
}

function candidates(matcher: Matcher): unknown[] {
  if (typeof matcher !== 'object' || matcher === null) {
    return [matcher];
  }
  const [[name, wanted] = ['', undefined]] = Object.entries(matcher);
  switch (name) {
    case 'exists':
      return [wanted === false ? ABSENT : 'value'];
    case 'prefix':
      return [`${textOf(wanted)}value`];
    case 'suffix':
      return [`value${textOf(wanted)}`];
    case 'wildcard':
      return [String(wanted).replace(/\\(.)|\*/g, (_match, escaped: string | undefined) => escaped ?? 'value')];
    case 'equals-ignore-case':
      return [wanted];
    case 'numeric':
      return numbersAround((wanted as unknown[]).filter((bound) => typeof bound === 'number'));
    case 'cidr':
      return [String(wanted).split('/')[0]];
    case 'anything-but':
      return ['value', 'another-value', 0];
    default:
      return [];
  }
}

/** `{ "prefix": { "equals-ignore-case": "…" } }` is allowed too. */
function textOf(wanted: unknown): string {
  return typeof wanted === 'object' && wanted !== null ? String(Object.values(wanted)[0]) : String(wanted);
}

function numbersAround(bounds: readonly number[]): number[] {
  const [low, high = low] = [...bounds].sort((one, other) => one - other);
  return [(low + high) / 2, low, high, low - 1, high + 1];
}
