import { Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { STRUCT } from './kinds';
import { isPlain, show } from './show';
import { ValidationError } from './validation-error';
import { MAX_DEPTH } from '../engine/values/depth';

/**
 * Throws an error if a value is not JSON: an object that contains itself, or something that JSON does not have, such as a function, a date or a construct.
 * Tokens are accepted, and fields that are undefined.
 */
export function checkJson(prop: string, value: unknown, depth: number = 0): void {
  if (depth > MAX_DEPTH) {
    throw new ValidationError({ prop, problem: `it is nested more than ${MAX_DEPTH} levels deep, or contains itself`, resolution: 'Pass plain JSON' });
  }
  if (Array.isArray(value)) {
    Array.from(value).forEach((element, i) => checkJson(`${prop}[${i}]`, element, depth + 1));
  } else if (isJsonObject(value)) {
    Object.entries(value).filter(([, inner]) => inner !== undefined).forEach(([name, inner]) => checkJson(`${prop}.${name}`, inner, depth + 1));
  } else if (!isJsonValue(value)) {
    throw new ValidationError({ prop, problem: `expected JSON, got ${show(value)}`, resolution: 'Pass strings, numbers, booleans, null, lists and objects' });
  }
}

function isJsonObject(value: unknown): value is object {
  return STRUCT.accepts(value) && !Token.isUnresolved(value) && isPlain(value as object);
}

function isJsonValue(value: unknown): boolean {
  return !Construct.isConstruct(value) && (value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value) || Token.isUnresolved(value));
}
