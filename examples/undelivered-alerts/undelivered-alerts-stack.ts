import type { StackProps } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription, SmsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DaemonTaskStartImpairedRule, EcsEventMessage, SnsPublish, SqsSendMessage } from 'cdk-ecs-event-rules';

/** Keeps alerts that were not delivered, and notifies the operators by another topic. */
export class UndeliveredAlertsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const people = new sns.Topic(this, 'People');
    people.addSubscription(new EmailSubscription('on-call@example.com', {
      // The dead-letter queue of the rule does not contain what Amazon SNS could not deliver.
      deadLetterQueue: new sqs.Queue(this, 'UndeliveredMail', { enforceSSL: true, retentionPeriod: Duration.days(14) }),
    }));
    const tickets = new sqs.Queue(this, 'Tickets', { enforceSSL: true });

    const rule = new DaemonTaskStartImpairedRule(this, 'StartImpaired', {
      clusterNames: ['production'],
      targets: [
        // Undelivered events go to the queue that all rules of the stack share.
        new SnsPublish(people, { message: EcsEventMessage.text() }),
        // A ticket is not useful after an hour: later events go to a separate queue.
        new SqsSendMessage(tickets, {
          message: EcsEventMessage.json(),
          maxEventAge: Duration.hours(1),
          retryAttempts: 20,
          deadLetterQueue: new sqs.Queue(this, 'UndeliveredTickets', { enforceSSL: true, retentionPeriod: Duration.days(14) }),
        }),
      ],
    });

    // Not the topic that the alarm monitors.
    const operators = new sns.Topic(this, 'Operators');
    operators.addSubscription(new SmsSubscription('+12065550100'));
    rule.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(operators)] });
  }
}
