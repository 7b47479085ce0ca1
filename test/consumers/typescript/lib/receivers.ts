import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** The receivers. */
export class Receivers extends Construct {
  public readonly people: sns.Topic;
  public readonly chat: sns.Topic;
  public readonly tickets: sqs.Queue;
  public readonly lostTickets: sqs.Queue;
  public readonly onCall: lambda.Function;

  constructor(scope: Construct, id: string) {
    super(scope, id);

    this.people = new sns.Topic(this, 'People');
    this.people.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    this.chat = new sns.Topic(this, 'Chat');
    this.tickets = new sqs.Queue(this, 'Tickets', { enforceSSL: true });
    this.lostTickets = new sqs.Queue(this, 'LostTickets', { enforceSSL: true });
    this.onCall = new lambda.Function(this, 'OnCall', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async (alert) => console.log(alert.summary);'),
    });
  }
}
