import { filedRange } from './filed';
import type { Matcher } from './matcher';
import { PatternError, quoted } from './pattern-error';

/** `{"numeric": ["=", 5]}`, `{"numeric": [">", 0]}` or `{"numeric": [">=", 0, "<", 5]}`. */
export function numeric(path: string, expression: unknown): Matcher {
  if (!Array.isArray(expression)) {
    throw new PatternError(path, `the value of numeric must be an array, got ${quoted(expression)}`);
  }
  const [operator, bound, upperOperator, upperBound, ...more] = expression as unknown[];
  if (!['=', '<', '<=', '>', '>='].includes(operator as string)) {
    throw new PatternError(path, `unrecognized numeric operator ${quoted(operator)}: one of =, <, <=, >, >= is needed`);
  }
  const first = numberOf(path, operator, bound);
  if (expression.length === 2) {
    return single(operator as string, first);
  }
  if (operator !== '>' && operator !== '>=') {
    throw new PatternError(path, `too many elements in ${quoted(expression)}: a range starts with > or >=`);
  }
  if (upperOperator !== '<' && upperOperator !== '<=') {
    throw new PatternError(path, `bad numeric range operator ${quoted(upperOperator)}: < or <= is needed`);
  }
  const second = numberOf(path, upperOperator, upperBound);
  if (more.length > 0) {
    throw new PatternError(path, `too many elements in ${quoted(expression)}`);
  }
  if (first >= second) {
    throw new PatternError(path, `the bottom of ${quoted(expression)} must be less than its top`);
  }
  const above = comparison(operator, first);
  const below = comparison(upperOperator, second);
  return {
    filed: [filedRange(`range ${operator} ${first} ${upperOperator} ${second}`, first, second)],
    test: (value) => typeof value === 'number' && above(value) && below(value),
  };
}

function single(operator: string, bound: number): Matcher {
  const holds = comparison(operator, bound);
  const [bottom, top] = operator.startsWith('<') ? [-Infinity, bound] : [bound, Infinity];
  return {
    filed: [operator === '=' ? { id: `number ${bound}`, isNumeric: true } : filedRange(`range ${operator} ${bound}`, bottom, top)],
    test: (value) => typeof value === 'number' && holds(value),
  };
}

function numberOf(path: string, operator: unknown, bound: unknown): number {
  if (typeof bound !== 'number') {
    throw new PatternError(path, `the value of ${String(operator)} must be a number, got ${quoted(bound)}`);
  }
  return bound;
}

function comparison(operator: string, bound: number): (value: number) => boolean {
  switch (operator) {
    case '=': return (value) => value === bound;
    case '<': return (value) => value < bound;
    case '<=': return (value) => value <= bound;
    case '>': return (value) => value > bound;
    default: return (value) => value >= bound;
  }
}
