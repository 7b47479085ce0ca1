import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { EcsEventMessage, EcsEventPattern, EcsEventRule, ServiceActionEventType, SqsSendMessage } from 'cdk-ecs-event-rules';

export interface AlertsStackProps extends StackProps {
  /** The cluster that the alerts are about. */
  readonly clusterName: string;
  /** Who is told. */
  readonly queue: sqs.IQueue;
}

/** Tells the help desk of every error of the services on one cluster. */
export class AlertsStack extends Stack {
  constructor(scope: Construct, id: string, { clusterName, queue, ...props }: AlertsStackProps) {
    super(scope, id, props);
    // The queue and its key are allowed to be used by any rule of the account, once: no statement refers back to a rule, so the stacks do not
    // depend on each other in a circle.
    new EcsEventRule(this, 'ServiceErrors', {
      pattern: EcsEventPattern.serviceAction({ clusterNames: [clusterName], eventTypes: [ServiceActionEventType.ERROR] }),
      targets: [new SqsSendMessage(queue, { message: EcsEventMessage.json() })],
    });
  }
}
