import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { driftOf } from './pattern-drift';
import { InputError } from '../validation/input-error';

/** A rule and the pattern that it should have, resolved. */
export interface ExpectedPattern {
  readonly rule: events.Rule;
  readonly pattern: events.EventPattern;
}

/** What somebody changed in the patterns after they were made, such that other events match. */
export function driftErrors(expected: readonly ExpectedPattern[]): string[] {
  return expected.flatMap(({ rule, pattern: { detailType, ...pattern } }) => {
    const rendered = Stack.of(rule).resolve(resourceOf(rule).eventPattern);
    const drifted = driftOf({ ...pattern, 'detail-type': detailType }, rendered);
    return drifted.length === 0 ? [] : [new InputError({
      prop: 'rules[…].addEventPattern()',
      problem: `it changed what ${rule.node.path} asks of ${drifted.join(', ')}`,
      wayOut: 'EventBridge ORs two conditions on one field, which widens the rule: use the filter of that field, or additionalPattern, which narrows only',
    }).message];
  });
}

/** The rules to which somebody added a wildcard matcher, which their patterns did not have when they were made. */
export function rulesWithAddedWildcard(expected: readonly ExpectedPattern[]): events.Rule[] {
  return expected
    .filter(({ rule, pattern }) => hasWildcard(Stack.of(rule).resolve(resourceOf(rule).eventPattern)) && !hasWildcard(pattern))
    .map(({ rule }) => rule);
}

function hasWildcard(pattern: unknown): boolean {
  return JSON.stringify(pattern).includes('"wildcard":');
}

/** The same target twice, with the same input and parameters: every alert would be told twice. */
export function duplicateErrors(groups: readonly events.Rule[]): string[] {
  const seen = new Set<string>();
  return groups.flatMap(targetsOf).flatMap(({ id: _id, ...target }) => {
    const key = JSON.stringify(target);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [new InputError({
      prop: 'targets',
      problem: `${JSON.stringify(target.arn)} is there twice, with the same input and parameters`,
      wayOut: 'Every alert would be told twice: remove one of the two, or give them different messages',
    }).message];
  });
}

/** The targets of a rule as they are rendered; those that somebody added to it by himself too. */
export function targetsOf(rule: events.Rule): Record<string, unknown>[] {
  return Stack.of(rule).resolve(resourceOf(rule).targets) ?? [];
}

function resourceOf(rule: events.Rule): events.CfnRule {
  return rule.node.defaultChild as events.CfnRule;
}
