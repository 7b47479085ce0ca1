import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A construct that knows in which environment it is; imports are not always in that of their stack. */
interface Placed extends IConstruct {
  readonly env?: { readonly account: string; readonly region: string };
}

/** Whether two constructs are in the same account and Region. What is not known is taken to be the same, as the CDK does. */
export function sameEnvironment(one: IConstruct, other: IConstruct): boolean {
  const [first, second] = [one, other].map(placeOf);
  return (['account', 'region'] as const).every((dimension) =>
    Token.isUnresolved(first[dimension]) || Token.isUnresolved(second[dimension]) || first[dimension] === second[dimension]);
}

function placeOf(construct: Placed): { readonly account: string; readonly region: string } {
  return construct.env ?? Stack.of(construct);
}
