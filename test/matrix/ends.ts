import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LambdaInvoke, SnsPublish, SqsSendMessage } from '../../src';
import type { EventTargetProps } from '../../src';

/** Where alerts end up: one of each kind, shared by the rules of a stack. */
export class Ends {
  public readonly topic: sns.Topic;
  /** Sees what the topic got, as it was published. */
  public readonly subscribedRaw: sqs.Queue;
  /** Sees what the topic got, in the JSON of Amazon SNS. */
  public readonly subscribed: sqs.Queue;
  public readonly queue: sqs.Queue;
  public readonly fifoQueue: sqs.Queue;
  /** Logs what it receives, as JSON in one line. */
  public readonly handler: lambda.Function;
  public readonly deadLetterQueue?: sqs.Queue;

  /**
   * @param key encrypts everything, the dead letters too; without a key everything is as it is by default
   */
  constructor(scope: Construct, key?: kms.Key) {
    const queue = (id: string, props: sqs.QueueProps = {}) => new sqs.Queue(scope, id, { ...props, encryptionMasterKey: key });
    this.topic = new sns.Topic(scope, 'Topic', { masterKey: key });
    this.subscribedRaw = queue('SubscribedRaw');
    this.subscribed = queue('Subscribed');
    this.topic.addSubscription(new SqsSubscription(this.subscribedRaw, { rawMessageDelivery: true }));
    this.topic.addSubscription(new SqsSubscription(this.subscribed));
    this.queue = queue('Queue');
    this.fifoQueue = queue('Fifo', { fifo: true, contentBasedDeduplication: true });
    this.handler = new lambda.Function(scope, 'Function', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async (event) => console.log(JSON.stringify(event));'),
      environmentEncryption: key,
    });
    this.deadLetterQueue = key && queue('DeadLetters');
  }

  /** A target of each kind. */
  public targets(isForFunctions: boolean, props: EventTargetProps) {
    return [
      new SnsPublish(this.topic, props),
      new SqsSendMessage(this.queue, props),
      new SqsSendMessage(this.fifoQueue, { ...props, messageGroupId: 'alerts' }),
      ...isForFunctions ? [new LambdaInvoke(this.handler, props)] : [],
    ];
  }
}
