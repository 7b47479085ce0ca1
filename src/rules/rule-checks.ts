import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { driftOf } from './pattern-drift';
import type { AppResources } from '../delivery/app-resources';
import type { Judgement } from '../delivery/finding';
import { refused } from '../delivery/finding';
import type { PatternJson } from '../patterns/conditions/condition';

/** A rule and the pattern that it should have, resolved. */
export interface ExpectedPattern {
  readonly rule: events.Rule;
  readonly pattern: PatternJson;
}

/** What somebody changed in the patterns after they were made, such that other events match. */
export function judgeDrift(owner: IConstruct, expected: readonly ExpectedPattern[], resources: AppResources): Judgement[] {
  return expected.flatMap(({ rule, pattern }) => {
    const drifted = driftOf(pattern, patternOf(rule, resources));
    return drifted.length === 0 ? [] : [refused(owner, {
      prop: 'rules[…].addEventPattern()',
      problem: `it changed what ${rule.node.path} asks of ${drifted.join(', ')}`,
      wayOut: 'EventBridge ORs two conditions on one field, which widens the rule: use the filter of that field, or additionalPattern, which narrows only',
    })];
  });
}

/** The rules to which somebody added a wildcard matcher, which their patterns did not have when they were made. */
export function rulesWithAddedWildcard(expected: readonly ExpectedPattern[], resources: AppResources): events.Rule[] {
  return expected
    .filter(({ rule, pattern }) => hasWildcard(patternOf(rule, resources)) && !hasWildcard(pattern))
    .map(({ rule }) => rule);
}

function hasWildcard(pattern: unknown): boolean {
  return JSON.stringify(pattern).includes('"wildcard":');
}

/** The same target twice, with the same input and parameters: every alert would be told twice. */
export function judgeDuplicates(owner: IConstruct, groups: readonly events.Rule[], resources: AppResources): Judgement[] {
  const seen = new Set<string>();
  const rendered = groups.flatMap((rule) => (resources.property(resourceOf(rule), 'Targets') ?? []) as { readonly Id?: unknown; readonly Arn?: unknown }[]);
  return rendered.flatMap(({ Id: _id, ...target }) => {
    const key = JSON.stringify(target);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [refused(owner, {
      prop: 'targets',
      problem: `${JSON.stringify(target.Arn)} is there twice, with the same input and parameters`,
      wayOut: 'Every alert would be told twice: remove one of the two, or give them different messages',
    })];
  });
}

/** The targets of a rule as they are now; those that somebody added to it by himself too. Resolved each time: not to be asked for every target. */
export function targetsOf(rule: events.Rule): unknown[] {
  return Stack.of(rule).resolve(resourceOf(rule).targets) ?? [];
}

function patternOf(rule: events.Rule, resources: AppResources): PatternJson {
  return resources.property(resourceOf(rule), 'EventPattern') as PatternJson;
}

function resourceOf(rule: events.Rule): events.CfnRule {
  return rule.node.defaultChild as events.CfnRule;
}
