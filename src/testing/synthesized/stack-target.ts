import { DefaultTokenResolver, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IFragmentConcatenator, IPostProcessor, IResolvable, IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StackInstance } from '../../engine/template/stack-instance';
import { readableJson } from '../../engine/values/unknown';
import { withoutTokens } from '../samples/sample-target';
import type { SampleTarget } from '../samples/sample-target';

/** Knows the stacks that are simulated. */
export interface StackInstances {
  /** A stack as if it were deployed. Throws if it is not one of the simulated ones. */
  instanceOf(stack: Stack): StackInstance;
}

/** Simulated stacks: constructs and tokens that a sample was given get the values that they have in the simulation. */
export class StackTarget implements SampleTarget {
  /**
   * @param stacks the stacks whose constructs are known
   * @param home the stack that is meant where nothing else says the stack
   * @param environment where events come from unless the sample says so
   */
  constructor(
    private readonly stacks: StackInstances,
    private readonly home: Stack,
    public readonly environment: Pick<StackInstance['environment'], 'account' | 'region' | 'partition'> = stacks.instanceOf(home).environment,
  ) {}

  public resolve(value: unknown, scope?: IConstruct): any {
    const stack = Stack.of(scope ?? this.home);
    const resolver = new ReferenceResolver(this.stacks);
    return withoutTokens(value, (token) => {
      const resolved = Tokenization.resolve(token, { scope: stack, resolver, preparing: false });
      if (scope === undefined && JSON.stringify(resolved)?.includes('"AWS::')) {
        // Throws an error if there are several environments, because it is unknown which one is meant.
        void [this.environment.account, this.environment.region];
      }
      return readableJson(this.stacks.instanceOf(stack).evaluate(resolved) as unknown);
    });
  }
}

/** Joins the parts of a string in which some are intrinsic functions. */
const JOIN: IFragmentConcatenator = {
  join: (left: any, right: any) => (typeof left === 'object' || typeof right === 'object' ? { 'Fn::Join': ['', [left, right]] } : `${left}${right}`),
};

/** Gives a reference the value that it has in the stack of what it refers to, wherever it is used. */
class ReferenceResolver extends DefaultTokenResolver {
  constructor(private readonly stacks: StackInstances) {
    super(JOIN);
  }

  public resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): any {
    if (!Reference.isReference(token)) {
      return super.resolveToken(token, context, postProcessor);
    }
    const owner = Stack.of(token.target);
    return readableJson(this.stacks.instanceOf(owner).evaluate(owner.resolve(token)) as unknown);
  }
}
