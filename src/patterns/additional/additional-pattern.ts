import { Token } from 'aws-cdk-lib';
import type { Leaf } from './pattern-shape';
import { ADDITIONAL_PATTERN, checkShape, leavesOf } from './pattern-shape';
import { unsentFindings } from './unsent-fields';
import type { DetailTypeEntry } from '../../events/detail-type';
import type { Filters } from '../../filters/any-filters';
import type { Finding } from '../../validation/findings/finding';
import { ValidationError, show } from '../../validation/validation-error';
import type { PatternJson } from '../conditions/condition';
import { checkEventName } from '../event-names';
import { isDaemon } from '../references/references';

/**
 * Fails if a pattern of the user's own would do anything but narrow.
 *
 * @param source the detail type and the filters
 * @param ours the pattern that it is added to
 * @param extra the pattern that is added
 */
export function checkAdditionalPattern(
  { entry, filters }: { readonly entry: DetailTypeEntry; readonly filters: Filters },
  ours: PatternJson,
  extra: PatternJson,
): Finding[] {
  checkShape(extra);
  checkOverlap(ours, extra, ADDITIONAL_PATTERN);
  checkOwnBranches(extra, ADDITIONAL_PATTERN);
  const leaves = leavesOf(extra);
  leaves.forEach((leaf) => checkMeaning(entry, leaf));
  return [...leaves.flatMap((leaf) => doubtsOf(entry, leaf)), ...unsentFindings(entry, filters, leaves)];
}

/** What may be meant, and probably is not. */
function doubtsOf(entry: DetailTypeEntry, { path, matchers }: Leaf): Finding[] {
  const doubts: Finding[] = [];
  if (matchers.some((matcher) => JSON.stringify(matcher).includes('"wildcard":'))) {
    doubts.push({
      level: 'warning',
      id: 'cdk-ecs-event-rules:wildcardMatcher',
      message: `${ADDITIONAL_PATTERN}.${path} has a wildcard matcher. A bus takes 30 rules with one, and the limit cannot be raised: the next team's deployment fails. Use prefix or suffix where they do.`,
    });
  }
  if (path === 'detail.clusterArn' && entry.cluster.path !== path) {
    doubts.push({
      level: 'warning',
      id: 'cdk-ecs-event-rules:clusterArnMayBeAbsent',
      message: `${ADDITIONAL_PATTERN}.${path}: "${entry.detailType}" may not have it: AWS's samples do not, nor 22 of 22 events recorded in 2024, but events of 2025 do.`
        + ' Use clusters, clusterNames or clusterNamePrefixes, which match on the ARN of the service in resources.',
    });
  }
  return doubts;
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
    checkBranches(ours, field, value, `${path}.${field}`);
    if (there === undefined) {
      continue;
    }
    if (Array.isArray(there) || Array.isArray(value)) {
      throw new ValidationError({
        prop: `${path}.${field}`,
        problem: `the pattern has a condition on this field already, got ${show(there)} and ${show(value)}`,
        resolution: 'EventBridge can only OR two conditions on one field, which would widen the rule: use the filter of that field, or a pattern without it',
      });
    } else {
      checkOverlap(there as PatternJson, value as PatternJson, `${path}.${field}`);
    }
  }
}

/** A field that also stands in a branch of our own `$or` would be replaced there. */
function checkBranches(ours: PatternJson, field: string, value: unknown, path: string): void {
  for (const { [field]: there } of (ours.$or ?? []) as PatternJson[]) {
    if (there === undefined) {
      continue;
    }
    if (Array.isArray(there) || Array.isArray(value)) {
      throw new ValidationError({
        prop: path,
        problem: 'the pattern has this field in the branches of a $or',
        resolution: 'One of the two would replace the other: use the filter of that field',
      });
    }
    Object.entries(value as PatternJson).forEach(([inner, condition]) => checkBranches({ $or: [there as PatternJson] }, inner, condition, `${path}.${inner}`));
  }
}

/** Conditions that this detail type can never meet. */
function checkMeaning(entry: DetailTypeEntry, { path, matchers }: Leaf): void {
  const prop = `${ADDITIONAL_PATTERN}.${path}`;
  const texts = matchers.filter((matcher) => typeof matcher === 'string');
  const types = entry.fields.find((field) => field.path === 'eventType');
  const unknown = path === 'detail.eventType' && types?.values ? texts.filter((type) => !Token.isUnresolved(type) && !types.values!.includes(type)) : [];
  if (unknown.length > 0 && unknown.length === matchers.length) {
    throw new ValidationError({
      prop,
      problem: `found ${show(unknown)}, but "${entry.detailType}" has ${types!.values!.join(', ')} only`,
      resolution: 'Daemon events spell it WARNING, service events WARN: use the spelling of this detail type, or leave it out',
    });
  }
  if (path === 'detail.eventName') {
    texts.forEach((name) => checkEventName(entry, prop, name));
  }
  if (path === 'resources' && entry.detailType === 'ECS Daemon Service Action' && matchers.some((matcher) => JSON.stringify(matcher).includes(':daemon/') || isDaemon(matcher))) {
    throw new ValidationError({
      prop,
      problem: `found ${show(matchers)}, but resources of "${entry.detailType}" holds the task or nothing, never the daemon`,
      resolution: 'Use daemons or daemonNames, which ask detail.daemonArn',
    });
  }
}
