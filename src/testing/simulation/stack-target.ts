import { DefaultTokenResolver, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IFragmentConcatenator, IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { withoutTokens } from '../samples/sample-target';
import type { SampleTarget } from '../samples/sample-target';
import type { SynthesizedStage } from '../template/synthesized-stage';

/** A simulated stack: constructs and tokens that a sample was given get the values that they have in the simulation. */
export class StackTarget implements SampleTarget {
  public readonly environment: SampleTarget['environment'];

  constructor(private readonly stage: SynthesizedStage, private readonly stack: Stack) {
    this.environment = stage.instanceOf(stack).environment;
  }

  public resolve(value: unknown, scope: IConstruct = this.stack): any {
    const stack = Stack.of(scope);
    const resolver = new ReferenceResolver(this.stage);
    return withoutTokens(value, (token) => {
      const resolved = Tokenization.resolve(token, { scope: stack, resolver, preparing: false });
      return this.stage.instanceOf(stack).evaluate(resolved);
    });
  }
}

/** Joins the parts of a string in which some are intrinsic functions. */
const JOIN: IFragmentConcatenator = {
  join: (left: any, right: any) => (typeof left === 'object' || typeof right === 'object' ? { 'Fn::Join': ['', [left, right]] } : `${left}${right}`),
};

/** Gives a reference the value that it has in the stack of what it refers to, wherever it is used. */
class ReferenceResolver extends DefaultTokenResolver {
  constructor(private readonly stage: SynthesizedStage) {
    super(JOIN);
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): any {
    if (!Reference.isReference(token)) {
      return super.resolveToken(token, context, postProcessor);
    }
    const owner = Stack.of(token.target);
    return this.stage.instanceOf(owner).evaluate(owner.resolve(token));
  }
}
