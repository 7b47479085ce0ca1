import type { Filed } from './filed';
import { filedEnds, filedTexts, filedWildcards } from './filed';
import type { Scalar } from './indexed-event';
import type { Matcher } from './matcher';
import { isObject, PatternError, quoted } from './pattern-error';
import { endsWith, Extent, ignoringCase, startsWith, wildcard } from './text';

const TEXT_OPERATORS = ['prefix', 'suffix', 'equals-ignore-case', 'wildcard'];

/**
 * `{"anything-but": …}`: any leaf but the listed ones. The leaf has to be there, and of any type: `{"anything-but": "a"}` matches the number 1.
 */
export function anythingBut(path: string, excluded: unknown): Matcher {
  if (isObject(excluded)) {
    const [operator, ...more] = Object.keys(excluded);
    if (operator === undefined || more.length > 0) {
      throw new PatternError(path, `only one key is allowed inside anything-but, got ${quoted(excluded)}`);
    }
    return butText(path, operator, excluded[operator]);
  }
  const values: unknown[] = Array.isArray(excluded) ? excluded : [excluded];
  const types = new Set(values.map((value) => typeof value));
  if (![...types].every((type) => type === 'string' || type === 'number')) {
    throw new PatternError(path, `anything-but takes strings or numbers, got ${quoted(excluded)}`);
  }
  if (types.size !== 1) {
    throw new PatternError(path, `anything-but takes either strings or numbers and at least one, got ${quoted(excluded)}`);
  }
  const set = new Set(values as Scalar[]);
  const id = `anything-but ${listed(values)}`;
  return { filed: [types.has('number') ? { id, isNumeric: true } : filedTexts(id, values as string[])], test: (value) => !set.has(value) };
}

function butText(path: string, operator: string, excluded: unknown): Matcher {
  if (!TEXT_OPERATORS.includes(operator)) {
    throw new PatternError(path, `unsupported anything-but pattern "${operator}": one of ${TEXT_OPERATORS.join(', ')}`);
  }
  const texts: unknown[] = Array.isArray(excluded) ? excluded : [excluded];
  if (!texts.every((text) => typeof text === 'string')) {
    throw new PatternError(path, `anything-but ${operator} takes a string or a list of strings, got ${quoted(excluded)}`);
  }
  const tests = (texts as string[]).map((text) => textTest(path, operator, text));
  return {
    // An empty list is valid, never met and filed nowhere.
    filed: tests.length === 0 ? [] : [filed(operator, texts as string[])],
    test: (value) => tests.length > 0 && (typeof value !== 'string' || !tests.some((test) => test(value))),
  };
}

function filed(operator: string, texts: readonly string[]): Filed {
  const id = `anything-but ${operator} ${listed(texts)}`;
  switch (operator) {
    case 'wildcard': return filedWildcards(id, texts);
    case 'equals-ignore-case': return filedTexts(id, texts, { isInAnyCase: true });
    case 'suffix': return filedEnds(id, texts);
    default: return filedTexts(id, texts);
  }
}

function textTest(path: string, operator: string, text: string): (value: string) => boolean {
  switch (operator) {
    case 'prefix':
    case 'suffix':
      if (text === '') {
        throw new PatternError(path, `an empty ${operator} inside anything-but is not allowed`);
      }
      return operator === 'prefix' ? startsWith(text) : endsWith(text);
    case 'equals-ignore-case':
      return ignoringCase(text, Extent.WHOLE);
    default:
      return wildcard(path, text);
  }
}

function listed(values: readonly unknown[]): string {
  return JSON.stringify([...new Set(values)].sort());
}
