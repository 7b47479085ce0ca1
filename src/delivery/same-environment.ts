import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A construct that knows in which environment it is; imports are not always in that of their stack. */
interface Placed extends IConstruct {
  readonly env?: { readonly account: string; readonly region: string };
}

/** Whether two constructs are in the same account and Region. What is not known is taken to be the same, as the CDK does. */
export function sameEnvironment(one: IConstruct, other: IConstruct): boolean {
  return sameEnvDimension('account', one, other) && sameEnvDimension('region', one, other);
}

/** Whether two constructs are in the same account, or in the same Region. */
export function sameEnvDimension(dimension: 'account' | 'region', one: IConstruct, other: IConstruct): boolean {
  const [first, second] = [one, other].map((construct) => envOf(construct)[dimension]);
  return Token.isUnresolved(first) || Token.isUnresolved(second) || first === second;
}

/** In which account and Region a construct is. */
export function envOf(construct: Placed): { readonly account: string; readonly region: string } {
  return construct.env ?? Stack.of(construct);
}
