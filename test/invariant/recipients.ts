import type { CfnResource } from 'aws-cdk-lib';
import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export type Kind = 'topic' | 'queue' | 'function';

/**
 * How the app comes to a recipient: by an L2 construct, by an L1 construct that an import refers to, by an import that spells the ARN of a named L2
 * construct, or by the ARN of something outside of the app.
 */
export type Origin = 'L2' | 'L1' | 'spelled' | 'imported';

/** What a rule delivers to. */
export interface Recipient {
  readonly kind: Kind;
  readonly origin: Origin;
  /** What targets take. */
  readonly construct: sns.ITopic | sqs.IQueue | lambda.IFunction;
  /** The resource, if it is part of the app. */
  readonly resource?: CfnResource;
  readonly arn: string;
  /** The scope of the recipient. */
  readonly scope: Construct;
  readonly id: string;
  /** The path that the simulator shows. */
  readonly path: string;
}

/** Where what is imported is: in the account and Region of the apps that have one. */
const OUTSIDE = 'eu-west-1:111122223333';

/** Creates a recipient. A topic of the app has a subscription, so that there is someone to notify. */
export function recipientOf(scope: Construct, id: string, { kind, origin }: { readonly kind: Kind; readonly origin: Origin }): Recipient {
  const { construct, resource } = MAKERS[kind][origin](scope, id);
  const arn = arnOf(construct);
  if (kind === 'topic' && resource) {
    new sns.CfnSubscription(scope, `${id}Subscription`, { topicArn: arn, protocol: 'https', endpoint: 'https://on-call.example.com/' });
  }
  return { kind, origin, construct, resource, arn, scope, id, path: resource === undefined ? arn : resource.node.path.replace(/\/Resource$/, '') };
}

type Made = { construct: sns.ITopic | sqs.IQueue | lambda.IFunction; resource?: CfnResource };

const FUNCTION = { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X };

const MAKERS: Record<Kind, Record<Origin, (scope: Construct, id: string) => Made>> = {
  topic: {
    L2: (scope, id) => ofL2(new sns.Topic(scope, id)),
    L1: (scope, id) => {
      const resource = new sns.CfnTopic(scope, id);
      return { construct: sns.Topic.fromTopicArn(scope, `${id}Import`, resource.ref), resource };
    },
    spelled: (scope, id) => {
      const { resource } = ofL2(new sns.Topic(scope, id, { topicName: id }));
      return { construct: sns.Topic.fromTopicArn(scope, `${id}Import`, Stack.of(scope).formatArn({ service: 'sns', resource: id })), resource };
    },
    imported: (scope, id) => ({ construct: sns.Topic.fromTopicArn(scope, id, `arn:aws:sns:${OUTSIDE}:${id}`) }),
  },
  queue: {
    L2: (scope, id) => ofL2(new sqs.Queue(scope, id)),
    L1: (scope, id) => {
      const resource = new sqs.CfnQueue(scope, id);
      return { construct: sqs.Queue.fromQueueArn(scope, `${id}Import`, resource.attrArn), resource };
    },
    spelled: (scope, id) => {
      const { resource } = ofL2(new sqs.Queue(scope, id, { queueName: id }));
      return { construct: sqs.Queue.fromQueueArn(scope, `${id}Import`, Stack.of(scope).formatArn({ service: 'sqs', resource: id })), resource };
    },
    imported: (scope, id) => ({ construct: sqs.Queue.fromQueueArn(scope, id, `arn:aws:sqs:${OUTSIDE}:${id}`) }),
  },
  function: {
    L2: (scope, id) => ofL2(new lambda.Function(scope, id, FUNCTION)),
    spelled: (scope, id) => {
      const { resource } = ofL2(new lambda.Function(scope, id, { ...FUNCTION, functionName: id }));
      const arn = Stack.of(scope).formatArn({ service: 'lambda', resource: 'function', resourceName: id, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
      return { construct: lambda.Function.fromFunctionArn(scope, `${id}Import`, arn), resource };
    },
    L1: (scope, id) => {
      const resource = new lambda.CfnFunction(scope, id, { code: { zipFile: '-' }, role: 'arn:aws:iam::111122223333:role/handler', handler: 'index.handler', runtime: 'nodejs22.x' });
      return { construct: lambda.Function.fromFunctionArn(scope, `${id}Import`, resource.attrArn), resource };
    },
    imported: (scope, id) => ({ construct: lambda.Function.fromFunctionArn(scope, id, `arn:aws:lambda:${OUTSIDE}:function:${id}`) }),
  },
};

function ofL2(construct: sns.Topic | sqs.Queue | lambda.Function): Made {
  return { construct, resource: construct.node.defaultChild as CfnResource };
}

function arnOf(construct: Made['construct']): string {
  return 'topicArn' in construct ? construct.topicArn : 'queueArn' in construct ? construct.queueArn : construct.functionArn;
}
