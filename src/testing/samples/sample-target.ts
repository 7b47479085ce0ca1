import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { show, ValidationError } from '../../validation/validation-error';

/** The destination of a sample, which determines its environment and the values of constructs. */
export interface SampleTarget {
  /** The environment of the bus; undefined if there is none. */
  readonly environment?: { readonly account: string; readonly region: string; readonly partition: string } | undefined;

  /** A copy of a value without tokens. References are resolved in their own stack, everything else in that of the scope. */
  resolve(value: unknown, scope?: IConstruct): any;
}

/** A destination without a stack: all values must be literal. */
export class LiteralTarget implements SampleTarget {
  constructor(public readonly environment?: SampleTarget['environment']) {}

  public resolve(value: unknown): any {
    return withoutTokens(value, (token) => {
      throw new ValidationError({
        prop: 'options',
        problem: `expected literal values, got ${show(token)}, which has no value before the stack is synthesized`,
        resolution: 'Send the sample to EventBusSimulator.fromStack() or fromApp(), or pass a literal value',
      }, 'SampleEvent');
    });
  }
}

/** A copy of a value in which every token is replaced. `null` and everything else stays as it is. */
export function withoutTokens(value: unknown, resolve: (token: unknown) => unknown): any {
  if (Token.isUnresolved(value)) {
    return resolve(value);
  }
  if (Array.isArray(value)) {
    return value.map((element) => withoutTokens(element, resolve));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutTokens(inner, resolve)]));
  }
  return value;
}
