import type { IResolvable } from 'aws-cdk-lib';
import { DefaultTokenResolver, Reference, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import { RootConstruct } from 'constructs';
import { ADDITIONAL_PATTERN } from './pattern-shape';
import { ValidationError } from '../../validation/validation-error';
import type { PatternJson } from '../conditions/condition';

/**
 * Opens the tokens that only wrap JSON, such as `Match.prefix('…')`, and leaves those that stand for something at deployment.
 * Without it, a pattern that uses `Match` could not be checked.
 */
class MatcherOpener extends DefaultTokenResolver {
  public constructor() {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, ...[context, postProcessor]: ParametersOfResolveToken): unknown {
    const opened = Reference.isReference(token) ? undefined : super.resolveToken(token, context, postProcessor);
    return opened === undefined || isIntrinsic(opened) ? Token.asString(token) : opened;
  }
}

type ParametersOfResolveToken = Parameters<DefaultTokenResolver['resolveToken']> extends [unknown, ...infer Rest] ? Rest : never;

function isIntrinsic(value: unknown): boolean {
  const keys = Object.keys(Object(value));
  return keys.length === 1 && (keys[0] === 'Ref' || keys[0].startsWith('Fn::'));
}

/** The JSON of a pattern that may have been written with `events.Match`. Tokens for what is known at deployment stay tokens. */
export function plainJson(pattern: events.EventPattern): PatternJson {
  const options = { scope: new RootConstruct(), resolver: new MatcherOpener(), preparing: false };
  const { detailType, ...rest } = resolved(() => Tokenization.resolve(pattern, options) as PatternJson);
  return detailType === undefined ? rest : { ...rest, 'detail-type': detailType };
}

/** `Match` checks its arguments only when it is resolved, and the AWS CDK then adds where tokens were created. */
function resolved(work: () => PatternJson): PatternJson {
  try {
    return work();
  } catch (error) {
    const [problem] = (error as Error).message.replace(/^Resolution error: /, '').split('\n');
    throw new ValidationError({
      prop: ADDITIONAL_PATTERN,
      problem: `the AWS CDK cannot render it: ${problem.replace(/\.+$/, '')}`,
      resolution: 'Match.allOf() combines numeric matchers only: for other conditions, use separate fields or a typed filter',
    });
  }
}
