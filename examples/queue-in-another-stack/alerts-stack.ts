import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, EcsEventPattern, EcsEventRule, ServiceActionEventType, SqsSendMessage } from 'cdk-ecs-event-rules';

export interface AlertsStackProps extends StackProps {
  /** The name of the cluster to match. */
  readonly clusterName: string;
  /** The queue to send to. */
  readonly queue: sqs.IQueue;
}

/** Sends every error of the services on one cluster to the help desk. */
export class AlertsStack extends Stack {
  constructor(scope: Construct, id: string, { clusterName, queue, ...props }: AlertsStackProps) {
    super(scope, id, props);
    // All rules of the account share one statement for the queue and one for its key. No statement refers to a rule, so the stacks do not depend
    // on each other in a cycle.
    new EcsEventRule(this, 'ServiceErrors', {
      pattern: EcsEventPattern.serviceAction({ clusterNames: [clusterName], eventTypes: [ServiceActionEventType.ERROR] }),
      targets: [new SqsSendMessage(queue, { message: EcsEventMessage.json() })],
    });
  }
}
