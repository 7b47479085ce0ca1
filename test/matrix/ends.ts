import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { LambdaInvoke, SnsPublish, SqsSendMessage } from '../../src';
import type { EcsEventTargetProps } from '../../src';

/** A function that logs what it receives, as JSON in one line, encoded so that no log takes it for several. */
export const LOGGING_HANDLER = 'exports.handler = async (event) => console.log(encodeURIComponent(JSON.stringify(event)));';

/** Where alerts end up: one of each kind, shared by the rules of a stack. */
export class Ends {
  public readonly topic: sns.Topic;
  /** Sees what the topic got, as it was published. */
  public readonly published: sqs.Queue;
  /** Sees what the topic got, in the JSON of Amazon SNS. */
  public readonly notified: sqs.Queue;
  public readonly queue: sqs.Queue;
  public readonly fifoQueue: sqs.Queue;
  public readonly handler: lambda.Function;
  public readonly deadLetterQueue?: sqs.Queue;

  /**
   * @param key encrypts everything, the dead letters too; without a key everything is as it is by default
   */
  constructor(scope: Construct, key?: kms.Key) {
    const queue = (id: string, props: sqs.QueueProps = {}) => new sqs.Queue(scope, id, { ...props, encryptionMasterKey: key });
    this.topic = new sns.Topic(scope, 'Topic', { masterKey: key });
    this.published = queue('Published');
    this.notified = queue('Notified');
    this.topic.addSubscription(new SqsSubscription(this.published, { rawMessageDelivery: true }));
    this.topic.addSubscription(new SqsSubscription(this.notified));
    this.queue = queue('Queue');
    this.fifoQueue = queue('Fifo', { fifo: true, contentBasedDeduplication: true });
    this.handler = new lambda.Function(scope, 'Function', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(LOGGING_HANDLER),
      environmentEncryption: key,
    });
    this.deadLetterQueue = key && queue('DeadLetters');
  }

  /** A target of each kind. */
  public targets(isForFunctions: boolean, props: EcsEventTargetProps) {
    return [
      new SnsPublish(this.topic, props),
      new SqsSendMessage(this.queue, props),
      new SqsSendMessage(this.fifoQueue, { ...props, messageGroupId: 'alerts' }),
      ...isForFunctions ? [new LambdaInvoke(this.handler, props)] : [],
    ];
  }
}
