import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** An account and a Region. */
export interface Env {
  readonly account: string;
  readonly region: string;
}

/** A construct, or something else that knows its environment. Imports are not always in the environment of their stack. */
export type Placed = IConstruct | { readonly env: Env };

/** Whether two constructs are in the same account and Region. What is not known is taken to be the same, as the CDK does. */
export function sameEnvironment(one: IConstruct, other: IConstruct): boolean {
  return sameEnvDimension('account', one, other) && sameEnvDimension('region', one, other);
}

/** Whether two constructs are in the same account, or in the same Region. */
export function sameEnvDimension(dimension: 'account' | 'region', one: Placed, other: Placed): boolean {
  const [first, second] = [one, other].map((construct) => envOf(construct)[dimension]);
  return Token.isUnresolved(first) || Token.isUnresolved(second) || first === second;
}

/** In which account and Region a construct is. */
export function envOf(placed: Placed): Env {
  return 'env' in placed ? placed.env : Stack.of(placed);
}
