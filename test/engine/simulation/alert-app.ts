import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LambdaInvoke, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from '../../../src';
import { EventBusSimulator, SampleEvent } from '../../../src/testing';
import type { SimulatedDelivery, SimulationOutcome } from '../../../src/testing';

export const ENV = { account: '111122223333', region: 'eu-west-1' };

/** A template that tests may break. */
export interface BreakableTemplate {
  readonly Resources: { [logicalId: string]: { Type: string; Condition?: string; Properties: any } };
  Conditions?: { [name: string]: unknown };
}

/** A function that does nothing. */
export function functionIn(scope: Construct, id: string): lambda.Function {
  return new lambda.Function(scope, id, { code: lambda.Code.fromInline('x'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
}

/** A stack with everything that stands on the way of an alert: encrypted topic, encrypted queue, function, and an encrypted dead-letter queue. */
export function alertStack(): Stack {
  const stack = new Stack(new App(), 'Alerts', { env: ENV });
  const topic = new sns.Topic(stack, 'Topic', { topicName: 'alerts', masterKey: new kms.Key(stack, 'TopicKey') });
  topic.addSubscription(new subscriptions.EmailSubscription('ops@example.com'));
  const queue = new sqs.Queue(stack, 'Queue', { queueName: 'alerts', encryptionMasterKey: new kms.Key(stack, 'QueueKey') });
  const deadLetterQueue = new sqs.Queue(stack, 'Dead', { queueName: 'dead', encryptionMasterKey: new kms.Key(stack, 'DeadKey') });
  new ServiceTaskPlacementFailureRule(stack, 'Rule', {
    clusters: [new ecs.CfnCluster(stack, 'Cluster', { clusterName: 'prod' })],
    targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(functionIn(stack, 'OnCall'))],
    deadLetterQueue,
  });
  return stack;
}

/** A copy of the template of a stack. */
export function templateOf(stack: Stack): BreakableTemplate {
  return JSON.parse(JSON.stringify(Template.fromStack(stack).toJSON())) as BreakableTemplate;
}

const TEMPLATE = JSON.stringify(templateOf(alertStack()));

/** Sends an alert through the template of `alertStack`, after something was done to it. */
export function sendThrough(sabotage: (template: BreakableTemplate) => void): SimulationOutcome {
  const template = JSON.parse(TEMPLATE) as BreakableTemplate;
  sabotage(template);
  return EventBusSimulator.fromTemplate(template, { ...ENV, stackName: 'Alerts' }).send(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' }));
}

/** A resource of a template by its type and the start of its logical id. */
export function resource(template: BreakableTemplate, type: string, start = ''): BreakableTemplate['Resources'][string] {
  return template.Resources[idOf(template, type, start)];
}

/** The logical id of a resource. */
export function idOf({ Resources }: BreakableTemplate, type: string, start = ''): string {
  return Object.keys(Resources).find((id) => Resources[id].Type === type && id.startsWith(start))!;
}

/** Takes a resource out. */
export function remove(template: BreakableTemplate, type: string, start = ''): void {
  delete template.Resources[idOf(template, type, start)];
}

/** The kinds of the targets of deliveries. */
export function kindsOf(deliveries: readonly SimulatedDelivery[]): string[] {
  return deliveries.map(({ targetType }) => targetType);
}
