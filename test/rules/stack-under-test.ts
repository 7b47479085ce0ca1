import type { Environment } from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where the stacks are that have an account and a Region. */
export const IRELAND = { account: '111122223333', region: 'eu-west-1' };

/** A rule as CloudFormation gets it. */
export interface RenderedRule {
  readonly Name?: string;
  readonly Description?: string;
  readonly State: string;
  readonly EventBusName?: unknown;
  // The JSON of patterns and targets is what the tests look into.
  readonly EventPattern: any;
  readonly Targets?: any[];
}

/** The only stack of an app, called `Stack`; of no account and no Region unless they are given. */
export function stackUnderTest(env?: Environment): Stack {
  // ARNs that can be read, as in every app that `cdk init` made; and more than the 500 resources that a stack may have.
  const context = { '@aws-cdk/core:enablePartitionLiterals': true, '@aws-cdk/core:stackResourceLimit': 0 };
  return new Stack(new App({ context }), 'Stack', { env });
}

/** The rules in the template of a stack, by their logical ids. */
export function rulesById(stack: Stack): Record<string, RenderedRule> {
  const resources = Template.fromStack(stack).findResources('AWS::Events::Rule');
  return Object.fromEntries(Object.entries(resources).map(([id, { Properties }]) => [id, Properties]));
}

/** The rules in the template of a stack. */
export function rulesIn(stack: Stack): RenderedRule[] {
  return Object.values(rulesById(stack));
}

/** The targets of all rules of a stack. */
export function targetsIn(stack: Stack): any[] {
  return rulesIn(stack).flatMap(({ Targets }) => Targets ?? []);
}

/** How the CDK ends the warnings that it emits for other reasons, for example about the strength of cross-stack references since 2.254. */
const EMITTED_BY_CDK = /\[ack: @aws-cdk\//;

/** The annotations of a stack, except for those of the CDK: level, path and text of each. */
export function annotationsIn(stack: Stack): string[] {
  const annotations = Annotations.fromStack(stack);
  return [...annotations.findError('*', Match.anyValue()), ...annotations.findWarning('*', Match.anyValue()), ...annotations.findInfo('*', Match.anyValue())]
    .map(({ level, id, entry }) => `${level} ${id} ${entry.data}`)
    .filter((annotation) => !EMITTED_BY_CDK.test(annotation));
}

/** A topic with a subscription, so that nothing is reported for it. */
export function subscribedTopic(scope: Construct, id: string = 'Topic'): sns.Topic {
  const topic = new sns.Topic(scope, id);
  topic.addSubscription(new UrlSubscription('https://on-call.example.com/'));
  return topic;
}
