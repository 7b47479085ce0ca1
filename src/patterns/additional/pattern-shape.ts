import { ValidationError, show } from '../../validation/validation-error';
import type { PatternJson } from '../conditions/condition';

/** The filter for custom patterns. */
export const ADDITIONAL_PATTERN = 'additionalPattern';

/** A list of matchers somewhere in a pattern. */
export interface Leaf {
  readonly path: string;
  readonly matchers: readonly unknown[];
  /** Whether it is in a branch of a `$or`. */
  readonly isAlternative?: boolean;
}

/** Every list of matchers, with its path; those in the branches of a `$or` too. */
export function leavesOf(pattern: unknown, path: string = ''): Leaf[] {
  if (Array.isArray(pattern)) {
    const or = path.endsWith('$or');
    return or ? pattern.flatMap((branch) => leavesOf(branch, path.slice(0, -'.$or'.length)).map((leaf) => ({ ...leaf, isAlternative: true }))) : [{ path, matchers: pattern }];
  }
  return Object.entries(pattern as PatternJson).flatMap(([field, value]) => leavesOf(value, path === '' ? field : `${path}.${field}`));
}

/** Whether a matcher requires that the field does not exist. */
export function isAbsence(matcher: unknown): boolean {
  return matcher !== null && typeof matcher === 'object' && (matcher as { readonly exists?: unknown }).exists === false;
}

/** Objects down to lists of matchers; nothing else is a pattern. */
export function checkShape(pattern: unknown, path: string = ADDITIONAL_PATTERN): void {
  if (path.endsWith('.$or')) {
    checkOr(pattern, path);
    return;
  }
  if (typeof pattern !== 'object' || pattern === null) {
    throw new ValidationError({ prop: path, problem: `expected a list of values, got ${show(pattern)}`, resolution: 'Put the value into a list: EventBridge rejects or never matches anything else' });
  }
  if (!Array.isArray(pattern)) {
    const fields = Object.entries(pattern);
    if (fields.length === 0) {
      throw new ValidationError({ prop: path, problem: 'expected at least one field, got {}', resolution: 'Omit it, or name at least one field' });
    }
    fields.forEach(([field, value]) => {
      checkFieldName(field, path);
      checkShape(value, `${path}.${field}`);
    });
    return;
  }
  if (pattern.length === 0) {
    throw new ValidationError({ prop: path, problem: 'expected at least one value, got []', resolution: 'CloudFormation rejects an empty list, which never matches. Omit the field, or list at least one value' });
  }
  pattern.forEach((matcher, i) => {
    if (Array.isArray(matcher)) {
      throw new ValidationError({
        prop: `${path}[${i}]`,
        problem: `expected a value or a matcher, got ${show(matcher)}`,
        resolution: 'Match.…() returns a list: use it without brackets, and combine several with Match.anyOf()',
      });
    }
  });
}

/** EventBridge reads a dot as the next level: `{ 'a.b': … }` is `{ a: { b: … } }`, and of two conditions on one field the later one replaces the other. */
function checkFieldName(field: string, path: string): void {
  if (field.includes('.')) {
    throw new ValidationError({
      prop: `${path}[${show(field)}]`,
      problem: 'a field name contains a dot',
      resolution: `EventBridge reads the dot as the next level, and the condition could replace another one: nest the fields, as in { ${field.split('.').join(': { ')}: [...] ${'} '.repeat(field.split('.').length - 1)}}`,
    });
  }
}

function checkOr(branches: unknown, path: string): void {
  if (!Array.isArray(branches) || branches.length < 2 || !branches.every((branch) => typeof branch === 'object' && branch !== null && !Array.isArray(branch))) {
    throw new ValidationError({ prop: path, problem: `expected a list of two or more patterns, got ${show(branches)}`, resolution: 'EventBridge accepts only such a list for $or' });
  }
  branches.forEach((branch, i) => checkShape(branch, `${path}[${i}]`));
}
