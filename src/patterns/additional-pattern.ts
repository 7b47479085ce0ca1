import { Token } from 'aws-cdk-lib';
import type { PatternJson } from './condition';
import { checkEventName } from './event-names';
import type { Finding } from './finding';
import { isDaemon } from './references';
import type { DetailTypeEntry } from '../events/detail-type';
import { InputError, show } from '../validation/input-error';

const PROP = 'additionalPattern';

/** A list of matchers somewhere in a pattern. */
export interface Leaf {
  readonly path: string;
  readonly matchers: readonly unknown[];
}

/**
 * Fails if a pattern of the user's own would do anything but narrow.
 *
 * @param ours the pattern that it is added to
 * @param extra the pattern that is added
 */
export function checkAdditionalPattern(entry: DetailTypeEntry, ours: PatternJson, extra: PatternJson): Finding[] {
  checkShape(extra, PROP);
  checkOverlap(ours, extra, PROP);
  checkOwnBranches(extra, PROP);
  const leaves = leavesOf(extra);
  leaves.forEach((leaf) => checkMeaning(entry, leaf));
  return leaves.flatMap((leaf) => doubtsOf(entry, leaf));
}

/** Fails for `undefined` in a list, which the CDK would pass over. */
export function checkElements(pattern: unknown, path: string = PROP): void {
  if (Array.isArray(pattern)) {
    Array.from(pattern).forEach((matcher, i) => {
      if (matcher === undefined) {
        throw new InputError({ prop: `${path}[${i}]`, problem: 'expected a value or a matcher, found undefined', wayOut: 'Remove the element, or find out why it has no value' });
      }
      checkElements(matcher, `${path}[${i}]`);
    });
  } else if (typeof pattern === 'object' && pattern !== null && !Token.isUnresolved(pattern)) {
    Object.entries(pattern).forEach(([field, value]) => checkElements(value, `${path}.${field}`));
  }
}

/** What may be meant, and probably is not. */
function doubtsOf(entry: DetailTypeEntry, { path, matchers }: Leaf): Finding[] {
  const doubts: Finding[] = [];
  if (matchers.some((matcher) => JSON.stringify(matcher).includes('"wildcard":'))) {
    doubts.push({
      level: 'warning',
      id: 'cdk-ecs-event-rules:wildcardMatcher',
      message: `${PROP}.${path} has a wildcard matcher. A bus takes 30 rules with one, and the limit cannot be raised: the next team's deployment fails. Use prefix or suffix where they do.`,
    });
  }
  if (path === 'detail.clusterArn' && entry.cluster.path !== path) {
    doubts.push({
      level: 'warning',
      id: 'cdk-ecs-event-rules:clusterArnMayBeAbsent',
      message: `${PROP}.${path}: the documented "${entry.detailType}" has no clusterArn, so this may never match.`
        + ' Use clusters, clusterNames or clusterNamePrefixes, which ask the ARN of the service in resources.',
    });
  }
  return doubts;
}

/** Every list of matchers, with its path; those in the branches of a `$or` too. */
export function leavesOf(pattern: unknown, path: string = ''): Leaf[] {
  if (Array.isArray(pattern)) {
    const or = path.endsWith('$or');
    return or ? pattern.flatMap((branch) => leavesOf(branch, path.slice(0, -'.$or'.length))) : [{ path, matchers: pattern }];
  }
  return Object.entries(pattern as PatternJson).flatMap(([field, value]) => leavesOf(value, path === '' ? field : `${path}.${field}`));
}

/** Objects down to lists of matchers; nothing else is a pattern. */
function checkShape(pattern: unknown, path: string): void {
  if (path.endsWith('.$or')) {
    checkOr(pattern, path);
    return;
  }
  if (typeof pattern !== 'object' || pattern === null) {
    throw new InputError({ prop: path, problem: `expected a list of values, found ${show(pattern)}`, wayOut: 'Put the value into a list: EventBridge refuses or never matches anything else' });
  }
  if (!Array.isArray(pattern)) {
    const fields = Object.entries(pattern);
    if (fields.length === 0) {
      throw new InputError({ prop: path, problem: 'found {}', wayOut: 'Leave it out, or name at least one field' });
    }
    fields.forEach(([field, value]) => checkShape(value, `${path}.${field}`));
    return;
  }
  if (pattern.length === 0) {
    throw new InputError({ prop: path, problem: 'found []', wayOut: 'An empty list never matches and is refused at deployment: leave it out, or name at least one value' });
  }
  pattern.forEach((matcher, i) => {
    if (Array.isArray(matcher)) {
      throw new InputError({
        prop: `${path}[${i}]`,
        problem: `expected a value or a matcher, found ${show(matcher)}`,
        wayOut: 'Match.…() returns a list already: use it without brackets around it, and join several by Match.anyOf()',
      });
    }
  });
}

function checkOr(branches: unknown, path: string): void {
  if (!Array.isArray(branches) || branches.length < 2 || !branches.every((branch) => typeof branch === 'object' && branch !== null && !Array.isArray(branch))) {
    throw new InputError({ prop: path, problem: `expected a list of two or more patterns, found ${show(branches)}`, wayOut: 'EventBridge takes nothing else as a $or' });
  }
  branches.forEach((branch, i) => checkShape(branch, `${path}[${i}]`));
}

/** A field that stands in a branch of a `$or` and beside it would be asked for once only: one of the two replaces the other. */
function checkOwnBranches({ $or, ...beside }: PatternJson, path: string): void {
  (($or ?? []) as PatternJson[]).forEach((branch, i) => {
    checkOverlap(beside, branch, `${path}.$or[${i}]`);
    checkOwnBranches(branch, `${path}.$or[${i}]`);
  });
  Object.entries(beside).filter(([, value]) => !Array.isArray(value)).forEach(([field, value]) => checkOwnBranches(value as PatternJson, `${path}.${field}`));
}

/** EventBridge knows one list a field: what both name would be ORed by the CDK, or one would replace the other. */
function checkOverlap(ours: PatternJson, extra: PatternJson, path: string): void {
  for (const [field, value] of Object.entries(extra)) {
    const there = ours[field];
    if (field === '$or') {
      (value as PatternJson[]).forEach((branch, i) => checkOverlap(ours, branch, `${path}.$or[${i}]`));
    }
    if (there === undefined) {
      checkBranches(ours, field, `${path}.${field}`);
    } else if (Array.isArray(there) || Array.isArray(value)) {
      throw new InputError({
        prop: `${path}.${field}`,
        problem: `the pattern has a condition on this field already, found ${show(there)} and ${show(value)}`,
        wayOut: 'EventBridge can only OR two conditions on one field, which would widen the rule: use the filter of that field, or a pattern without it',
      });
    } else {
      checkOverlap(there as PatternJson, value as PatternJson, `${path}.${field}`);
    }
  }
}

/** A field that also stands in a branch of our own `$or` would be replaced there. */
function checkBranches(ours: PatternJson, field: string, path: string): void {
  const branches = (ours.$or ?? []) as PatternJson[];
  if (branches.some((branch) => field in branch)) {
    throw new InputError({
      prop: path,
      problem: 'the pattern has this field in the branches of a $or',
      wayOut: 'One of the two would replace the other: use the filter of that field',
    });
  }
}

/** Conditions that this detail type can never meet. */
function checkMeaning(entry: DetailTypeEntry, { path, matchers }: Leaf): void {
  const prop = `${PROP}.${path}`;
  const texts = matchers.filter((matcher) => typeof matcher === 'string');
  const types = entry.fields.find((field) => field.path === 'eventType');
  const unknown = path === 'detail.eventType' && types?.values ? texts.filter((type) => !Token.isUnresolved(type) && !types.values!.includes(type)) : [];
  if (unknown.length > 0) {
    throw new InputError({
      prop,
      problem: `found ${show(unknown)}, but "${entry.detailType}" has ${types!.values!.join(', ')} only`,
      wayOut: 'Daemon events spell it WARNING, service events WARN: use the spelling of this detail type, or leave it out',
    });
  }
  if (path === 'detail.eventName') {
    texts.forEach((name) => checkEventName(entry, prop, name));
  }
  if (path === 'resources' && entry.detailType === 'ECS Daemon Service Action' && matchers.some((matcher) => JSON.stringify(matcher).includes(':daemon/') || isDaemon(matcher))) {
    throw new InputError({
      prop,
      problem: `found ${show(matchers)}, but resources of "${entry.detailType}" holds the task or nothing, never the daemon`,
      wayOut: 'Use daemons or daemonNames, which ask detail.daemonArn',
    });
  }
}
