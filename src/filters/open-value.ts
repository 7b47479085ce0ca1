import { Token } from 'aws-cdk-lib';
import { ValidationError, show } from '../validation/validation-error';

/** A value of a list that AWS may extend: one word, compared exactly. */
export function openValue(where: string, value: string): string {
  if (typeof value === 'string' && (Token.isUnresolved(value) || (value !== '' && !/\s/.test(value)))) {
    return value;
  }
  throw new ValidationError({
    prop: where,
    problem: `expected one word, got ${show(value)}`,
    resolution: 'EventBridge compares exactly, so write the value as AWS does',
  });
}

/** A prefix of free-form text. */
export function freeFormText(where: string, text: string): string {
  if (typeof text === 'string' && (Token.isUnresolved(text) || /^\S/.test(text))) {
    return text;
  }
  throw new ValidationError({
    prop: where,
    problem: `expected a prefix without leading white space, got ${show(text)}`,
    resolution: 'An empty prefix would match every event: omit the filter instead',
  });
}
