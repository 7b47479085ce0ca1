import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { leavesOf } from '../patterns/additional/pattern-shape';
import type { PatternJson } from '../patterns/conditions/condition';
import type { LocatedFinding } from '../validation/findings/finding';
import { errorFinding } from '../validation/findings/finding';
import type { ValidationPass } from '../validation/validation-pass';

/** A rule and the pattern that it should have, resolved. */
export interface ExpectedPattern {
  readonly rule: events.Rule;
  readonly pattern: PatternJson;
}

/** Changes of the patterns after the rules were created, so that other events match. */
export function checkDrift(owner: IConstruct, expected: readonly ExpectedPattern[], pass: ValidationPass): LocatedFinding[] {
  return expected.flatMap(({ rule, pattern }) => {
    const drifted = driftOf(pattern, patternOf(rule, pass));
    return drifted.length === 0 ? [] : [errorFinding(owner, {
      prop: 'rules[…].addEventPattern()',
      problem: `it changed the condition of ${rule.node.path} on ${drifted.join(', ')}`,
      resolution: 'EventBridge combines two conditions on one field with OR, which widens the rule. Use the filter of that field, or additionalPattern, which only narrows',
    })];
  });
}

/** The rules with an added wildcard matcher, which their patterns did not have when they were created. */
export function rulesWithAddedWildcard(expected: readonly ExpectedPattern[], pass: ValidationPass): events.Rule[] {
  return expected
    .filter(({ rule, pattern }) => hasWildcard(patternOf(rule, pass)) && !hasWildcard(pattern))
    .map(({ rule }) => rule);
}

function hasWildcard(pattern: unknown): boolean {
  return JSON.stringify(pattern).includes('"wildcard":');
}

/** The targets of a rule as they are now, before overrides; also those that were added without the library. Resolved each time: not to be called for every target. */
export function targetsOf(rule: events.Rule): events.CfnRule.TargetProperty[] {
  return Stack.of(rule).resolve(resourceOf(rule).targets) ?? [];
}

/** Whether a rule is deployed with targets, according to its rendered template. */
export function hasTargets(rule: events.Rule, pass: ValidationPass): boolean {
  const targets = pass.property(resourceOf(rule), 'Targets');
  return Array.isArray(targets) ? targets.length > 0 : targets !== undefined;
}

function patternOf(rule: events.Rule, pass: ValidationPass): PatternJson {
  return pass.property(resourceOf(rule), 'EventPattern') as PatternJson;
}

function resourceOf(rule: events.Rule): events.CfnRule {
  return rule.node.defaultChild as events.CfnRule;
}

/**
 * Where a rendered pattern requires something else than ours: the paths, empty if it only narrows. Both with their tokens resolved.
 *
 * `Rule.addEventPattern()` joins the lists of a field, which widens the rule. Of a field in a branch of a `$or` and next to it, one
 * replaces the other. New fields narrow.
 */
export function driftOf(ours: PatternJson, rendered: PatternJson, path: string = ''): string[] {
  const place = (field: string) => path === '' ? field : `${path}.${field}`;
  const changed = Object.entries(ours).flatMap(([field, value]) => {
    const there = rendered[field];
    return Array.isArray(value) || Array.isArray(there) || there === undefined
      ? JSON.stringify(value) === JSON.stringify(there) ? [] : [place(field)]
      : driftOf(value as PatternJson, there as PatternJson, place(field));
  });
  const added = Object.fromEntries(Object.entries(rendered).filter(([field]) => !(field in ours)));
  const own = new Set(leavesOf(ours).map((leaf) => leaf.path));
  const replaced = leavesOf(added).filter((leaf) => own.has(leaf.path)).map((leaf) => place(leaf.path));
  return [...new Set([...changed, ...replaced])];
}
