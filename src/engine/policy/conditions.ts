import { conditionOperator } from './condition-operator';
import { valueOf } from './policy-request';
import type { ContextValue, RequestContext } from './policy-request';
import { allOf, anyOf, certain, Likelihood, not } from '../values/likelihood';
import { readable } from '../values/unknown';

/** Whether the conditions of a statement are met. */
export interface ConditionResult {
  readonly likelihood: Likelihood;
  /** Why they are not met for certain. */
  readonly why: string;
  /** What is assumed of the keys of a request. */
  readonly assumptions?: readonly string[];
}

const MET: ConditionResult = { likelihood: Likelihood.YES, why: '' };

/** Evaluates the `Condition` of a statement: every operator and every key has to be met. */
export function evaluateConditions(conditions: unknown, context: RequestContext): ConditionResult {
  const results = Object.entries((conditions ?? {}) as Record<string, Record<string, unknown>>).flatMap(([operator, keys]) => (
    Object.entries(keys ?? {}).map(([key, wanted]) => evaluate(operator, key, [wanted].flat().map(String), context))));
  const least = results.reduce((lowest, result) => (result.likelihood < lowest.likelihood ? result : lowest), MET);
  return { ...least, assumptions: results.flatMap(({ assumptions = [] }) => assumptions) };
}

function evaluate(operator: string, key: string, wanted: readonly string[], context: RequestContext): ConditionResult {
  const value = valueOf(key, context);
  if (value === undefined) {
    return unknown(`the key ${key} is not simulated`);
  }
  const result = resultFor(operator, key, wanted, value);
  value.compared?.push({ operator, key, wanted, isUncertain: value.isUncertain, likelihood: result.likelihood });
  return result;
}

/** The result of a condition on a key that is simulated. */
export function resultFor(operator: string, key: string, wanted: readonly string[], value: ContextValue): ConditionResult {
  const { values, isUncertain: isUncertain = false, assumption } = value;
  const present = compare(operator, key, wanted, values);
  if (!isUncertain) {
    return { ...present, assumptions: assumption === undefined ? [] : [assumption] };
  }
  const absent = compare(operator, key, wanted, []);
  return present.likelihood === absent.likelihood ? present : unknown(doubt(key, value));
}

function compare(operator: string, key: string, wanted: readonly string[], found: readonly string[]): ConditionResult {
  if (operator === 'Null') {
    return wanted.includes(String(found.length === 0)) ? MET : unmet(`${key} is ${found.length === 0 ? 'missing' : 'present'}`);
  }
  const [, set, name, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(operator)!;
  const known = conditionOperator(name);
  if (known === undefined) {
    return unknown(`the operator ${operator} does not exist`);
  }
  const { isNegated, test } = known;
  if (found.length === 0) {
    const isMet = ifExists !== undefined || set === 'ForAllValues' || (isNegated && set === undefined);
    return isMet ? MET : unmet(`${operator} needs ${key}, which the request lacks`);
  }
  if (test === undefined) {
    return unknown(`the operator ${operator} is not simulated`);
  }
  if (wanted.some((text) => text.includes('${'))) {
    return unknown(`the policy variables in ${JSON.stringify(wanted)} are not simulated`);
  }
  const fits = (value: string) => {
    const equal = anyOf(wanted.map((each) => test(each, value)));
    return isNegated ? not(equal) : equal;
  };
  const likelihood = (set === 'ForAllValues' ? allOf : anyOf)(found.map(fits));
  return { likelihood, why: likelihood === Likelihood.YES ? '' : `${key} is ${readable(found.join(', '))}, and ${operator} requires ${readable(wanted.join(' or '))}` };
}

function doubt(key: string, { values }: ContextValue): string {
  return `AWS documents that the request has no ${key}, and captures show ${readable(values.join(', '))}`;
}

function unmet(why: string): ConditionResult {
  return { likelihood: certain(false), why };
}

function unknown(why: string): ConditionResult {
  return { likelihood: Likelihood.UNKNOWN, why };
}
