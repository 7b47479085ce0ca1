import { Token } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { PatternJson } from './conditions/condition';

/**
 * The pattern as the CDK accepts it: a copy, so that changes to it have no effect on other rules.
 *
 * In the lists that the struct types as `string[]`, matchers leave as tokens: plain objects there do not survive the way to Python, Java or Go.
 */
export function eventPatternStruct(pattern: PatternJson): events.EventPattern {
  const { 'detail-type': detailType, detail, ...envelope } = copy(pattern) as { [field: string]: unknown[] } & { detail?: PatternJson };
  const lists = Object.entries({ ...envelope, detailType }).map(([field, matchers]) => [field, matchers.map((matcher) => typeof matcher === 'string' ? matcher : Token.asString(matcher))]);
  return { ...Object.fromEntries(lists), ...detail !== undefined && { detail } };
}

/** A deep copy of plain JSON; tokens in it are strings. */
export function copy<T>(json: T): T {
  return JSON.parse(JSON.stringify(json)) as T;
}
