import { arnLike, like } from './like';

/** What an operator of a condition compares. */
export interface ConditionOperator {
  /** Whether it holds where the values differ. */
  readonly isNegated: boolean;
  /** Absent where the comparison is not simulated: then only the absence of the key can be judged. */
  readonly test?: (wanted: string, found: string) => boolean;
}

type Test = (wanted: string, found: string) => boolean;

const equals: Test = (wanted, found) => wanted === found;
const equalsIgnoringCase: Test = (wanted, found) => wanted.toLowerCase() === found.toLowerCase();

/** Every operator of IAM but `Null`, which asks for the key and not for its value. */
const OPERATORS: { readonly [name: string]: ConditionOperator } = {
  ...pair('StringEquals', 'StringNotEquals', equals),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', equalsIgnoringCase),
  ...pair('StringLike', 'StringNotLike', like),
  ...pair('ArnEquals', 'ArnNotEquals', arnLike),
  ...pair('ArnLike', 'ArnNotLike', arnLike),
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

function pair(name: string, negatedName: string, test?: Test): { [name: string]: ConditionOperator } {
  return { [name]: { isNegated: false, test }, [negatedName]: { isNegated: true, test } };
}
