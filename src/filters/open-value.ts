import { Token } from 'aws-cdk-lib';
import { ValidationError, show } from '../validation/validation-error';

/** A value of a list that AWS may extend: one word, compared letter by letter. */
export function openValue(where: string, value: string): string {
  if (typeof value === 'string' && (Token.isUnresolved(value) || /^\S+$/.test(value))) {
    return value;
  }
  throw new ValidationError({
    prop: where,
    problem: `expected one word, got ${show(value)}`,
    resolution: 'EventBridge compares letter by letter, so write it exactly as AWS does',
  });
}

/** The beginning of an open text. */
export function freeFormText(where: string, text: string): string {
  if (typeof text === 'string' && (Token.isUnresolved(text) || /^\S/.test(text))) {
    return text;
  }
  throw new ValidationError({
    prop: where,
    problem: `expected the beginning of a text, got ${show(text)}`,
    resolution: 'An empty prefix would match every event; leave the filter out instead',
  });
}
