import { Likelihood } from '../values/likelihood';
import { arnLikelihood, matchLikelihood } from '../values/text-match';

/** Compares a value of a condition with a value of the request. */
export type ConditionTest = (wanted: string, found: string) => Likelihood;

/** What an operator of a condition compares. */
export interface ConditionOperator {
  /** Whether the condition is met where the values differ. */
  readonly isNegated: boolean;
  /** Absent where the comparison is not simulated: then only the absence of the key can be checked. */
  readonly test?: ConditionTest;
}

const equals: ConditionTest = (wanted, found) => matchLikelihood(wanted, found, { isGlob: false });
const equalsIgnoringCase: ConditionTest = (wanted, found) => equals(wanted.toLowerCase(), found.toLowerCase());
const like: ConditionTest = (wanted, found) => matchLikelihood(wanted, found, { isGlob: true });

/** Every operator of IAM except `Null`, which is about the key and not about its value. */
const OPERATORS: { readonly [name: string]: ConditionOperator } = {
  ...pair('StringEquals', 'StringNotEquals', equals),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalsIgnoringCase),
  ...pair('StringLike', 'StringNotLike', like),
  ...pair('ArnEquals', 'ArnNotEquals', arnLikelihood),
  ...pair('ArnLike', 'ArnNotLike', arnLikelihood),
  ...pair('NumericEquals', 'NumericNotEquals'),
  ...pair('DateEquals', 'DateNotEquals'),
  ...pair('IpAddress', 'NotIpAddress'),
  ...Object.fromEntries(['Numeric', 'Date'].flatMap((kind) => ['LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'].map((how) => (
    [`${kind}${how}`, { isNegated: false }])))),
  BinaryEquals: { isNegated: false },
  Bool: { isNegated: false, test: equalsIgnoringCase },
};

/** The operator of a name without `IfExists` and without a set; undefined if IAM has none. */
export function conditionOperator(name: string): ConditionOperator | undefined {
  return Object.prototype.hasOwnProperty.call(OPERATORS, name) ? OPERATORS[name] : undefined;
}

function pair(name: string, negatedName: string, test?: ConditionTest): { [name: string]: ConditionOperator } {
  return { [name]: { isNegated: false, test }, [negatedName]: { isNegated: true, test } };
}
