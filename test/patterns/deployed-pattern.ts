import type { IResolvable } from 'aws-cdk-lib';
import { CfnParameter, CfnResource, DefaultTokenResolver, Reference, Stack, StringConcat, Token, Tokenization } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import type { IConstruct } from 'constructs';
import { RootConstruct } from 'constructs';
import { EventPattern } from '../../src/engine/matcher/event-pattern';
import { IndexedEvent } from '../../src/engine/matcher/indexed-event';
import type { PatternJson } from '../../src/patterns/conditions/condition';

/** Where patterns are deployed, unless a test says otherwise. */
export const HOME = { partition: 'aws', region: 'us-east-1', account: '111122223333' };

/** Where a pattern is deployed. */
export type Place = typeof HOME;

/** Gives every token the value that it has in AWS: names that CloudFormation would generate have their real length. */
class Deployment extends DefaultTokenResolver {
  public constructor(private readonly home: Place) {
    super(new StringConcat());
  }

  public resolveToken(token: IResolvable, ...[context, postProcessor]: ParametersOfResolveToken): unknown {
    if (Reference.isReference(token)) {
      return this.valueOf(token.target, token.displayName);
    }
    const value = super.resolveToken(token, context, postProcessor) as { Ref?: string } | undefined;
    const pseudo: Record<string, string> = { 'AWS::Partition': this.home.partition, 'AWS::Region': this.home.region, 'AWS::AccountId': this.home.account };
    return value?.Ref === undefined ? value : pseudo[value.Ref];
  }

  private valueOf(target: IConstruct, attribute: string): string {
    if (target instanceof CfnParameter) {
      return target.default as string;
    }
    if (attribute === 'Name' || (attribute === 'Ref' && typeOf(target) === 'cluster')) {
      return this.nameOf(target);
    }
    const { region, account } = Stack.of(target);
    const place = `arn:${this.home.partition}:ecs:${concrete(region) ?? this.home.region}:${concrete(account) ?? this.home.account}`;
    return `${place}:${typeOf(target)}/${this.clusterOf(target)}${this.nameOf(target)}`;
  }

  /** The cluster before the name of a service or daemon. */
  private clusterOf(target: IConstruct): string {
    const { cluster, clusterArn } = target as { readonly cluster?: string; readonly clusterArn?: string };
    const value = cluster ?? clusterArn;
    return typeOf(target) === 'cluster' ? '' : `${value === undefined ? 'default' : this.resolve(value).split('/').pop()}/`;
  }

  private nameOf(target: IConstruct): string {
    const { clusterName, serviceName, daemonName } = target as { readonly [name: string]: any };
    // The L2s fill in a token that resolves to nothing.
    const name = clusterName ?? serviceName ?? daemonName;
    return (name && this.resolve(name)) ?? `${stackNameOf(Stack.of(target))}-${logicalIdOf(target)}-ABCDEFGHIJKL`;
  }

  private resolve(value: string): any {
    return Tokenization.resolve(value, { scope: new RootConstruct(), resolver: this, preparing: false });
  }
}

type ParametersOfResolveToken = Parameters<DefaultTokenResolver['resolveToken']> extends [unknown, ...infer Rest] ? Rest : never;

function typeOf(target: IConstruct): string {
  return (target as CfnResource).cfnResourceType.split('::')[2].toLowerCase();
}

function concrete(value: string): string | undefined {
  return Token.isUnresolved(value) ? undefined : value;
}

function logicalIdOf(target: IConstruct): string {
  return Stack.of(target).resolve((target as CfnResource).logicalId);
}

function stackNameOf(stack: Stack): string {
  return stack.nestedStackParent
    ? `${stackNameOf(stack.nestedStackParent)}-${logicalIdOf(stack.nestedStackResource!)}-ABCDEFGHIJKL`
    : stack.stackName;
}

/** The JSON of patterns as EventBridge holds them after a deployment. */
export function deployed(patterns: readonly events.EventPattern[], home: Place = HOME): PatternJson[] {
  return patterns.map((pattern) => {
    const { detailType, ...rest } = Tokenization.resolve(pattern, { scope: new RootConstruct(), resolver: new Deployment(home), preparing: false });
    return { ...rest, 'detail-type': detailType };
  });
}

/** How many of the patterns match the event. Patterns that EventBridge would refuse throw. */
export function matching(patterns: readonly PatternJson[], event: unknown): number {
  const indexed = new IndexedEvent(event);
  return patterns.filter((pattern) => new EventPattern(pattern).matches(indexed)).length;
}
