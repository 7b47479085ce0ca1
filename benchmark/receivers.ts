import type { Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Alert } from './alert';

/** The receivers of every alert. */
export interface Receivers {
  readonly topic: sns.Topic;
  readonly queue: sqs.Queue;
  readonly handler: lambda.Function;
}

/** Adds alerts to a stack, in one of the ways that are compared. */
export type AddAlerts = (stack: Stack, receivers: Receivers, alerts: readonly Alert[]) => void;

/** They are the same however the rules are written. */
export function receiversIn(stack: Stack): Receivers {
  const topic = new sns.Topic(stack, 'Topic', { enforceSSL: true });
  new sns.Subscription(stack, 'Mail', { topic, protocol: sns.SubscriptionProtocol.EMAIL, endpoint: 'on-call@example.com' });
  return {
    topic,
    queue: new sqs.Queue(stack, 'Queue', { enforceSSL: true }),
    handler: new lambda.Function(stack, 'Handler', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async (event) => console.log(JSON.stringify(event));'),
    }),
  };
}
