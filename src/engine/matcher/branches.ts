import { compileCondition } from './condition';
import type { Condition } from './condition';
import { isObject, PatternError, quoted } from './pattern-error';
import { whyTooDeep } from '../values/depth';

/** One way to match a pattern: what it demands of every path. */
export type Branch = Map<string, Condition>;

/** Every `$or` multiplies the branches; what cannot be unfolded in the memory of a test is refused. */
const MAX_BRANCHES = 100_000;

/** Field names that are matchers in other places and therefore not allowed below `$or`. */
const RESERVED_IN_OR = new Set([
  'exactly', 'equals-ignore-case', 'prefix', 'suffix', 'anything-but', 'exists', 'wildcard', 'numeric', 'cidr', '=', '<', '<=', '>', '>=',
  'regex', 'not-wildcard', 'not-equals-ignore-case', 'date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range',
  'ip-address-in-range', 'ip-address-not-in-range',
]);

/**
 * Unfolds every `$or`. What stands next to a `$or` is part of each of its branches. The same path twice in a branch is not a conjunction:
 * the later one replaces the earlier one, in the order in which they are written.
 */
export function branchesOf(pattern: unknown): Branch[] {
  if (!isObject(pattern)) {
    throw new PatternError('', `an event pattern must be an object, got ${quoted(pattern)}`);
  }
  const tooDeep = whyTooDeep(pattern);
  if (tooDeep !== undefined) {
    throw new PatternError('', `the event pattern ${tooDeep}`);
  }
  return addObject([new Map()], '', pattern, false);
}

function addObject(branches: Branch[], path: string, object: Record<string, unknown>, insideOr: boolean): Branch[] {
  // As in JSON: what is undefined is not there.
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  if (entries.length === 0) {
    throw new PatternError(path, 'empty objects are not allowed');
  }
  return entries.reduce((current, [key, value]) => {
    if (key === '$or') {
      return addOr(current, path, value);
    }
    const inner = path === '' ? key : `${path}.${key}`;
    if (insideOr && RESERVED_IN_OR.has(key)) {
      throw new PatternError(inner, `${key} is a reserved name that cannot be used inside $or`);
    }
    return addField(current, inner, value, insideOr);
  }, branches);
}

function addField(branches: Branch[], path: string, value: unknown, insideOr: boolean): Branch[] {
  if (isObject(value)) {
    return addObject(branches, path, value, insideOr);
  }
  if (!Array.isArray(value)) {
    throw new PatternError(path, `must be an object or an array, got ${quoted(value)}`);
  }
  if (value.length === 0) {
    throw new PatternError(path, 'empty arrays are not allowed');
  }
  // Compiled here, once for all branches: a list that a later one replaces has to be valid too.
  const condition = compileCondition(path, value as unknown[]);
  branches.forEach((branch) => branch.set(path, condition));
  return branches;
}

function addOr(branches: Branch[], path: string, alternatives: unknown): Branch[] {
  if (!Array.isArray(alternatives) || !alternatives.every(isObject)) {
    throw new PatternError(path, `$or must be an array of objects, got ${quoted(alternatives)}`);
  }
  if (alternatives.length < 2) {
    throw new PatternError(path, '$or needs at least two objects');
  }
  if (branches.length * alternatives.length > MAX_BRANCHES) {
    throw new PatternError(path, `$or unfolds to more than ${MAX_BRANCHES} combinations`);
  }
  return alternatives.flatMap((alternative) => addObject(branches.map((branch) => new Map(branch)), path, alternative, true));
}
