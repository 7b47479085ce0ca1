import { conditionOperator } from './condition-operator';
import type { RequestContext } from './policy-request';

/** Whether the conditions of a statement hold. */
export enum Holds {
  YES,
  NO,
  /** They are about something that is not simulated. */
  UNKNOWN,
}

/** A judgement and, unless they hold, the reason. */
export interface ConditionVerdict {
  readonly holds: Holds;
  readonly why: string;
}

const YES: ConditionVerdict = { holds: Holds.YES, why: '' };

/** Judges the `Condition` of a statement: every operator and every key has to hold. */
export function checkConditions(conditions: unknown, context: RequestContext): ConditionVerdict {
  const verdicts = Object.entries((conditions ?? {}) as Record<string, Record<string, unknown>>).flatMap(([operator, keys]) => (
    Object.entries(keys).map(([key, wanted]) => conditionVerdict(operator, key, [wanted].flat().map(String), context))));
  return verdicts.find(({ holds }) => holds === Holds.NO) ?? verdicts.find(({ holds }) => holds === Holds.UNKNOWN) ?? YES;
}

function conditionVerdict(operator: string, key: string, wanted: readonly string[], context: RequestContext): ConditionVerdict {
  const found = context.get(key.toLowerCase());
  if (found === undefined) {
    return unknown(`the key ${key} is not simulated`);
  }
  if (operator === 'Null') {
    return wanted.includes(String(found.length === 0)) ? YES : no(`${key} is ${found.length === 0 ? 'missing' : 'given'}`);
  }
  const [, set, name, ifExists] = /^(?:(ForAnyValue|ForAllValues):)?(.*?)(IfExists)?$/.exec(operator)!;
  const known = conditionOperator(name);
  if (known === undefined) {
    return unknown(`the operator ${operator} is not known`);
  }
  const { isNegated, test } = known;
  if (found.length === 0) {
    const isMet = ifExists !== undefined || set === 'ForAllValues' || (isNegated && set === undefined);
    return isMet ? YES : no(`${operator} needs ${key}, which the request lacks`);
  }
  if (test === undefined) {
    return unknown(`the operator ${operator} is not simulated`);
  }
  if (wanted.some((value) => value.includes('${'))) {
    return unknown(`the policy variables in ${JSON.stringify(wanted)} are not simulated`);
  }
  const fits = (value: string) => wanted.some((each) => test(each, value)) !== isNegated;
  const isMet = set === 'ForAllValues' ? found.every(fits) : found.some(fits);
  return isMet ? YES : no(`${key} is ${found.join(', ')}, and ${operator} wants ${wanted.join(' or ')}`);
}

function no(why: string): ConditionVerdict {
  return { holds: Holds.NO, why };
}

function unknown(why: string): ConditionVerdict {
  return { holds: Holds.UNKNOWN, why };
}
