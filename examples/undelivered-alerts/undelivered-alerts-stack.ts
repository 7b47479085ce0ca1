import type { StackProps } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SmsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DaemonTaskStartImpairedRule, EcsEventMessage, SnsPublish, SqsSendMessage } from 'cdk-ecs-event-rules';

/** Alerts that could not be delivered are kept, and somebody is told of them by another way. */
export class UndeliveredAlertsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const people = new sns.Topic(this, 'People');
    people.addSubscription(new EmailSubscription('on-call@example.com', {
      // What Amazon SNS could not hand on is not the matter of EventBridge any more.
      deadLetterQueue: new sqs.Queue(this, 'UndeliveredMail', { enforceSSL: true, retentionPeriod: Duration.days(14) }),
    }));
    const tickets = new sqs.Queue(this, 'Tickets', { enforceSSL: true });

    const rule = new DaemonTaskStartImpairedRule(this, 'StartImpaired', {
      clusterNames: ['production'],
      targets: [
        // Waits in the queue that all rules of the stack share.
        new SnsPublish(people, { message: EcsEventMessage.text() }),
        // A ticket that is an hour late is of no use: it waits in a queue of its own after that.
        new SqsSendMessage(tickets, {
          message: EcsEventMessage.json(),
          maxEventAge: Duration.hours(1),
          retryAttempts: 20,
          deadLetterQueue: new sqs.Queue(this, 'UndeliveredTickets', { enforceSSL: true, retentionPeriod: Duration.days(14) }),
        }),
      ],
    });

    // Not the topic whose silence it is about.
    const operators = new sns.Topic(this, 'Operators');
    operators.addSubscription(new SmsSubscription('+12065550100'));
    rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(operators)] });
  }
}
