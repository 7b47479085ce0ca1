import { Duration } from 'aws-cdk-lib';
import type { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Alert } from './alert';
import { MATCHED_EVENTS } from './alert';
import type { Receivers } from './receivers';

/** The same alerts as a careful author writes them with `events.Rule` and the targets of the CDK: undelivered events are kept. */
export function addAlerts(stack: Stack, { topic, queue, handler }: Receivers, alerts: readonly Alert[]): void {
  const deadLetterQueue = new sqs.Queue(stack, 'DeadLetters', {
    encryption: sqs.QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  for (const { id, kind, cluster } of alerts) {
    const { detailType, eventName } = MATCHED_EVENTS[kind];
    new events.Rule(stack, id, {
      eventPattern: {
        source: ['aws.ecs'],
        detailType: [detailType],
        detail: { eventName: [eventName], clusterArn: [stack.formatArn({ service: 'ecs', resource: 'cluster', resourceName: cluster })] },
      },
      targets: [
        new targets.SnsTopic(topic, { deadLetterQueue }),
        new targets.SqsQueue(queue, { deadLetterQueue }),
        new targets.LambdaFunction(handler, { deadLetterQueue }),
      ],
    });
  }
}
