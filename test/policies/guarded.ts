import type { App } from 'aws-cdk-lib';
import type { ResourceInstance } from '../../src/engine/template/resource-instance';
import { SynthesizedApp } from '../../src/testing/synthesized/synthesized-app';

/** A resource that rules of the app send to, or that they need on the way. */
export interface Guarded {
  readonly resource: ResourceInstance;
  /** Its resource policy, as AWS has it after the deployment; none if it has none. */
  readonly policy?: object;
  /** The rules that deliver to it, alerts or dead letters. */
  readonly senders: readonly ResourceInstance[];
}

/** A key, with what it encrypts. */
export interface GuardedKey extends Guarded {
  readonly encrypts: readonly ResourceInstance[];
}

/** What EventBridge has to be let into, of one app. */
export interface GuardedApp {
  readonly queues: readonly Guarded[];
  readonly topics: readonly Guarded[];
  readonly functions: readonly Guarded[];
  readonly keys: readonly GuardedKey[];
}

/** A target of a rule, as it stands in the template. */
interface Target {
  readonly Arn: string;
  readonly DeadLetterConfig?: { readonly Arn: string };
}

/** Synthesizes an app and finds what its rules deliver to. What is imported has its policy outside of the app, so it is not in here. */
export function guardedIn(app: App): GuardedApp {
  const all = new SynthesizedApp(app).deployments.flatMap(({ stacks }) => stacks).flatMap((stack) => stack.existing());
  const ofType = (...types: string[]) => all.filter(({ type }) => types.includes(type));
  const sendersTo = (arn: string) => ofType('AWS::Events::Rule').filter((rule) => (
    ((rule.property('Targets') ?? []) as Target[]).some(({ Arn, DeadLetterConfig }) => Arn === arn || DeadLetterConfig?.Arn === arn)));
  const guarded = (types: string[], policyOf: (resource: ResourceInstance) => object | undefined): Guarded[] => ofType(...types)
    .map((resource) => ({ resource, policy: policyOf(resource), senders: sendersTo(resource.arn) }))
    .filter(({ senders }) => senders.length > 0);
  const documentOf = (policyType: string, property: string, name: string): object | undefined => ofType(policyType)
    .find((policy) => (policy.property(property) as string[]).includes(name))?.property('PolicyDocument');

  const queues = guarded(['AWS::SQS::Queue'], (queue) => documentOf('AWS::SQS::QueuePolicy', 'Queues', String(queue.ref())));
  const topics = guarded(['AWS::SNS::Topic'], (topic) => documentOf('AWS::SNS::TopicPolicy', 'Topics', topic.arn));
  const functions = guarded(['AWS::Lambda::Function', 'AWS::Lambda::Version', 'AWS::Lambda::Alias'], (handler) => policyOfFunction(
    handler, ofType('AWS::Lambda::Permission')));

  const keyOf = ({ resource }: Guarded) => {
    const id = resource.property('KmsMasterKeyId');
    const target = ofType('AWS::KMS::Alias').find(({ arn }) => arn === id)?.property('TargetKeyId');
    return ofType('AWS::KMS::Key').find(({ arn, name }) => [id, target].includes(arn) || [id, target].includes(name));
  };
  const keys = ofType('AWS::KMS::Key').flatMap((resource) => {
    const encrypted = [...queues, ...topics].filter((one) => keyOf(one) === resource);
    const senders = encrypted.flatMap((one) => one.senders);
    return encrypted.length === 0 ? [] : [{ resource, policy: resource.property('KeyPolicy'), senders, encrypts: encrypted.map((one) => one.resource) }];
  });
  return { queues, topics, functions, keys };
}

/** The policy that AWS Lambda makes of permissions: a statement each. */
function policyOfFunction(handler: ResourceInstance, permissions: readonly ResourceInstance[]): object | undefined {
  const own = permissions.filter((permission) => permission.property('FunctionName') === handler.arn);
  return own.length === 0 ? undefined : {
    Version: '2012-10-17',
    Statement: own.map((permission) => ({
      Effect: 'Allow',
      Principal: { Service: permission.property('Principal') },
      Action: permission.property('Action'),
      Resource: handler.arn,
      Condition: {
        ...permission.property('SourceArn') && { ArnLike: { 'AWS:SourceArn': permission.property('SourceArn') } },
        ...permission.property('SourceAccount') && { StringEquals: { 'AWS:SourceAccount': permission.property('SourceAccount') } },
      },
    })),
  };
}
