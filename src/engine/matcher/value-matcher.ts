import { anythingBut } from './anything-but';
import type { Filed } from './filed';
import { filedEnds, filedLiteral, filedTexts, filedWildcards } from './filed';
import type { Scalar } from './indexed-event';
import { addressDigits, cidrRange, isInRange, singleAddress } from './ip-range';
import type { IpRange } from './ip-range';
import type { Matcher } from './matcher';
import { numeric } from './numeric';
import { isObject, PatternError, quoted } from './pattern-error';
import { endsWith, Extent, ignoringCase, startsWith, wildcard } from './text';

const OPERATORS = ['exactly', 'prefix', 'suffix', 'equals-ignore-case', 'wildcard', 'anything-but', 'numeric', 'cidr', 'exists'];

/** Compiles one entry of a list of the pattern. */
export function valueMatcher(path: string, entry: unknown): Matcher {
  if (isObject(entry)) {
    return expressionMatcher(path, entry);
  }
  if (Array.isArray(entry)) {
    throw new PatternError(path, `a value must be a string, number, true, false, null or a matcher, got the list ${quoted(entry)}`);
  }
  switch (typeof entry) {
    case 'string': {
      // A string that is an IP address means the address, however it is written.
      const address = singleAddress(entry);
      return address === undefined ? exactly(entry) : inRange(address, 'address');
    }
    case 'number':
      return { filed: [{ id: `number ${entry}`, isNumeric: true }, { id: `digits ${entry}` }], value: entry };
    default:
      return { filed: [filedLiteral(entry as boolean | null)], value: entry as Scalar };
  }
}

function expressionMatcher(path: string, expression: Record<string, unknown>): Matcher {
  const [operator, ...more] = Object.keys(expression);
  if (operator === undefined) {
    throw new PatternError(path, 'a matcher must not be empty');
  }
  if (!OPERATORS.includes(operator)) {
    throw new PatternError(path, `unrecognized match type "${operator}": one of ${OPERATORS.join(', ')}`);
  }
  if (more.length > 0) {
    throw new PatternError(path, `only one key is allowed in a matcher, got ${quoted(expression)}`);
  }
  const operand = expression[operator];
  switch (operator) {
    case 'anything-but':
      return anythingBut(path, operand);
    case 'numeric':
      return numeric(path, operand);
    case 'exists':
      return exists(path, operand);
    case 'prefix':
    case 'suffix':
      return isObject(operand) ? endIgnoringCase(path, operator, operand) : end(operator, textOf(path, operator, operand));
    default:
      return wholeText(path, operator, textOf(path, operator, operand));
  }
}

function wholeText(path: string, operator: string, text: string): Matcher {
  switch (operator) {
    case 'exactly':
      return exactly(text);
    case 'cidr':
      return inRange(cidrRange(path, text), 'cidr');
    case 'wildcard':
      return byText(filedWildcards(`wildcard ${text}`, [text]), wildcard(path, text));
    default:
      return byText(filedTexts(`${operator} ${text}`, [text], { isInAnyCase: true }), ignoringCase(text, Extent.WHOLE));
  }
}

function exactly(text: string): Matcher {
  return { filed: [filedTexts(`text ${text}`, [text], { isPlain: true })], value: text };
}

function exists(path: string, operand: unknown): Matcher {
  if (typeof operand !== 'boolean') {
    throw new PatternError(path, `exists must be either true or false, got ${quoted(operand)}`);
  }
  return operand ? { filed: [{ id: 'exists' }], test: () => true } : { filed: [{ id: 'absent' }], absent: true };
}

function end(operator: string, text: string): Matcher {
  const id = `${operator} ${text}`;
  return operator === 'prefix' ? byText(filedTexts(id, [text]), startsWith(text)) : byText(filedEnds(id, [text]), endsWith(text));
}

function endIgnoringCase(path: string, operator: string, operand: Record<string, unknown>): Matcher {
  const [inner, ...more] = Object.keys(operand);
  if (inner !== 'equals-ignore-case' || more.length > 0) {
    throw new PatternError(path, `unsupported ${operator} pattern ${quoted(operand)}: a string or equals-ignore-case is needed`);
  }
  const text = textOf(path, inner, operand[inner]);
  const id = `${operator} ${inner} ${text}`;
  const kind = { isInAnyCase: true, isPart: true };
  return operator === 'prefix'
    ? byText(filedTexts(id, [text], kind), ignoringCase(text, Extent.START))
    : byText(filedEnds(id, [text], kind), ignoringCase(text, Extent.END));
}

function byText(filed: Filed, test: (text: string) => boolean): Matcher {
  return { filed: [filed], test: (value) => typeof value === 'string' && test(value) };
}

function inRange(range: IpRange, kind: string): Matcher {
  return {
    filed: [{ id: `${kind} ${range.bottom} ${range.top}` }],
    test: (value) => {
      const digits = typeof value === 'string' ? addressDigits(value) : undefined;
      return digits !== undefined && isInRange(digits, range);
    },
    testNumberAsText: (digits) => isInRange(digits, range),
  };
}

function textOf(path: string, operator: string, operand: unknown): string {
  if (typeof operand !== 'string') {
    throw new PatternError(path, `${operator} takes a string, got ${quoted(operand)}`);
  }
  return operand;
}
