/** A rendered event pattern, or a part of it. */
export type RenderedPattern = Readonly<Record<string, unknown>>;

/** What a pattern requires of a field, outside of `$or`; undefined if nothing. */
export function matchersAt(pattern: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, step) => isObject(value) ? value[step] : undefined, pattern);
}

/** Whether no event without that field matches. In the branches of a `$or`, each of them has to require it. */
export function requires(pattern: unknown, path: string): boolean {
  return requiresBelow(pattern, path.split('.'));
}

function requiresBelow(pattern: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) {
    return Array.isArray(pattern) && pattern.length > 0 && pattern.every((matcher) => !isObject(matcher) || matcher.exists !== false);
  }
  if (!isObject(pattern)) {
    return false;
  }
  const branches: readonly unknown[] = Array.isArray(pattern.$or) ? pattern.$or : [];
  return requiresBelow(pattern[step], rest) || (branches.length > 0 && branches.every((branch) => requiresBelow(branch, [step, ...rest])));
}

/** Whether a value, or its absence, is what matchers require; undefined for matchers that are not understood here. */
export function accepts(matchers: unknown, value: unknown): boolean | undefined {
  if (matchers === undefined) {
    return true;
  }
  const answers = Array.isArray(matchers) ? matchers.map((matcher) => acceptsOne(matcher, value)) : [undefined];
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}

function acceptsOne(matcher: unknown, value: unknown): boolean | undefined {
  if (!isObject(matcher)) {
    return matcher === value;
  }
  const { exists, prefix, 'anything-but': others } = matcher;
  if (typeof exists === 'boolean') {
    return exists === (value !== undefined);
  }
  if (typeof prefix === 'string') {
    return typeof value === 'string' && value.startsWith(prefix);
  }
  const excluded: readonly unknown[] = Array.isArray(others) ? others : [others];
  return excluded.every((other) => typeof other === 'string') ? value !== undefined && excluded.every((other) => other !== value) : undefined;
}

/** Whether something has fields: no list, no text, no null. */
export function isObject(value: unknown): value is RenderedPattern {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
