import type { Stack } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { stackUnderTest, subscribedTopic } from '../rules/stack-under-test';
import { denialOf, warningsOf } from '../traps/annotations';

/** An input as a class of another library may render it. */
export class RenderedInput extends events.RuleTargetInput {
  constructor(private readonly properties: events.RuleTargetInputProperties) {
    super();
  }

  public bind(): events.RuleTargetInputProperties {
    return this.properties;
  }
}

/** A target in a stack that gets a message. */
type MakeTarget = (stack: Stack, message: events.RuleTargetInput) => events.IRuleTarget;

/** What is reported for a message on a rule of the library: the error, or else the warnings. */
export function findingsOf(pattern: EcsEventPattern, message: events.RuleTargetInput, target: MakeTarget = toQueue): string[] {
  const stack = stackUnderTest();
  new EcsEventRule(stack, 'Alert', { pattern, targets: [target(stack, message)] });
  return findingsIn(stack);
}

/** What is reported in a stack: the error, or else the warnings. */
export function findingsIn(stack: Stack): string[] {
  const denial = denialOf(stack);
  return denial === '' ? warningsOf(stack) : denial.split('\n').slice(1).map((line) => line.trim());
}

export const toQueue: MakeTarget = (stack, message) => new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { message });

export const toFunction: MakeTarget = (stack, message) => new targets.LambdaFunction(functionIn(stack), { event: message });

export const toChat: MakeTarget = (stack, message) => new targets.SnsTopic(chatTopicIn(stack), { message });

export function functionIn(stack: Stack): lambda.Function {
  return new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
}

/** A topic that a channel in Slack shows. */
export function chatTopicIn(stack: Stack): sns.Topic {
  const topic = subscribedTopic(stack);
  showInSlack(stack, topic);
  return topic;
}

export function showInSlack(stack: Stack, topic: sns.ITopic): void {
  new chatbot.SlackChannelConfiguration(stack, 'Slack', {
    slackChannelConfigurationName: 'alerts', slackWorkspaceId: 'T0', slackChannelId: 'C0', notificationTopics: [topic],
  });
}
