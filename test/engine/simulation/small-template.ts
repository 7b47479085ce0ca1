import { ENV } from './alert-app';
import { EventBusSimulator, SampleEvent } from '../../../src/testing';
import type { SimulatedDelivery, SimulationOutcome } from '../../../src/testing';

export const ACCOUNT = ENV.account;
export const RULE_ARN = `arn:aws:events:${ENV.region}:${ACCOUNT}:rule/alert`;
export const arn = (service: string, name: string, account = ACCOUNT) => `arn:aws:${service}:${ENV.region}:${account}:${name}`;

type Template = { readonly [section: string]: any };

export const EVENTS = { Service: 'events.amazonaws.com' };
export const allow = (Action: string, more: object = {}) => ({ Effect: 'Allow', Principal: EVENTS, Action, Resource: '*', ...more });
export const denyAll = (Condition: object) => ({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*', Condition });

/** The resources of a queue with a policy. */
export function queue(Statement: unknown, properties: object = {}): Template {
  return {
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q', ...properties } },
    Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement } } },
  };
}

/** The resources of a topic with a policy. */
export function topic(Statement: unknown, properties: object = {}): Template {
  return {
    Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 't', ...properties } },
    Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement } } },
  };
}

/** A rule for everything, with targets. */
export function rule(Targets: readonly object[], properties: object = {}): Template {
  const targets = Targets.map((target, at) => ({ Id: `T${at}`, ...target }));
  return { Type: 'AWS::Events::Rule', Properties: { Name: 'alert', EventPattern: { source: ['aws.ecs'] }, Targets: targets, ...properties } };
}

/** Sends an event through a template. */
export function send(Resources: Template, more: Template = {}): SimulationOutcome {
  return EventBusSimulator.fromTemplate({ Resources, ...more }, ENV).send(SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' }));
}

/** What became of an event: what was assumed if it was delivered, and otherwise the status, the code and the reason. */
export function fate({ status, errorCode = '', reason, assumptions }: SimulatedDelivery): string {
  return reason === undefined ? ['delivered', ...assumptions].join('; ') : `${status} ${errorCode}: ${reason.replace('; the target has no dead-letter queue', '')}`;
}

/** What became of an event that a rule sends to one target. */
export function fateAt(Arn: unknown, Resources: Template, target: object = {}, more: Template = {}): string {
  const { delivered, undelivered } = send({ ...Resources, Rule: rule([{ Arn, ...target }]) }, more);
  return [...delivered, ...undelivered].map(fate).join('\n');
}
