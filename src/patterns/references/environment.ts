import { Aws, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { partitionOfRegion } from '../../engine/template/environment';
import { partitionOf } from '../../validation/stack-partition';

/** A partition, a Region and an account: what ARNs are composed for. Any of them may be a token. */
export interface Environment {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** The environment of whatever stack the pattern ends up in. */
export const DEPLOYED_ENVIRONMENT: Environment = { partition: Aws.PARTITION, region: Aws.REGION, account: Aws.ACCOUNT_ID };

/** Any environment: a name for which other conditions require the account and the Region is matched by the end of its ARN. */
export const EVERYWHERE: Environment = { partition: '*', region: '*', account: '*' };

/** The environment of a construct: concrete where its stack is, so that copies of the pattern in other stacks stay true. */
export function environmentOf(scope: IConstruct): Environment {
  const { region, account } = Stack.of(scope);
  return { partition: partitionOf(scope), region, account };
}

/** The same partition rules for a Region that is named in a filter: a literal Region has a literal partition. */
export function partitionIn(region: string, fallback: string): string {
  return Token.isUnresolved(region) ? fallback : partitionOfRegion(region) ?? fallback;
}

/** The ARN of something of Amazon ECS. */
export function ecsArn({ partition, region, account }: Environment, resource: string): string {
  return `arn:${partition}:ecs:${region}:${account}:${resource}`;
}

/** A literal ARN of Amazon ECS, taken apart. */
export interface ParsedArn extends Environment {
  /** For example `service/prod/web`. */
  readonly resource: string;
}

/** Takes a literal ARN apart; `undefined` for anything else, tokens above all. */
export function parseArn(arn: unknown): ParsedArn | undefined {
  if (typeof arn !== 'string' || Token.isUnresolved(arn)) {
    return undefined;
  }
  const match = /^arn:([^:]+):ecs:([^:]*):([^:]*):(.+)$/.exec(arn);
  return match ? { partition: match[1], region: match[2], account: match[3], resource: match[4] } : undefined;
}
