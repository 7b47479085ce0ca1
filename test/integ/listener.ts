import type { Aws } from './aws';
import { takeAll } from './far-end';

/** A queue that receives what is published to topics: a mailbox that a test can read. */
export class Listener {
  /** One that subscribes to a topic. */
  public static async to(aws: Aws, TopicArn: string): Promise<Listener> {
    const listener = await this.named(aws, `listener-${TopicArn.split(':').at(-1)}`);
    await aws.call('sns', 'Subscribe', { TopicArn, Protocol: 'sqs', Endpoint: listener.arn, Attributes: { RawMessageDelivery: 'true' } });
    return listener;
  }

  /** One that is subscribed by another test. */
  public static async named(aws: Aws, QueueName: string): Promise<Listener> {
    const { QueueUrl } = await aws.call('sqs', 'CreateQueue', { QueueName });
    const { Attributes: { QueueArn } } = await aws.call('sqs', 'GetQueueAttributes', { QueueUrl, AttributeNames: ['QueueArn'] });
    const statement = { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: QueueArn };
    await aws.call('sqs', 'SetQueueAttributes', { QueueUrl, Attributes: { Policy: JSON.stringify({ Statement: [statement] }) } });
    return new Listener(aws, QueueUrl, QueueArn);
  }

  private constructor(private readonly aws: Aws, private readonly url: string, public readonly arn: string) {}

  /** What was published since it was asked last. */
  public async matched(): Promise<string[]> {
    return (await takeAll(this.aws, this.url)).map(({ body }) => body);
  }
}
