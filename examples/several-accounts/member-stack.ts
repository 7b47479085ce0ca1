import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type { Construct } from 'constructs';
import { EcsEventPattern, EcsEventRule } from 'cdk-ecs-event-rules';

export interface MemberStackProps extends StackProps {
  /** The ARN of the central event bus. */
  readonly centralBusArn: string;
}

/** Forwards the placement failures of one account and Region to the central event bus. Deployed once for each of them. */
export class MemberStack extends Stack {
  constructor(scope: Construct, id: string, { centralBusArn, ...props }: MemberStackProps) {
    super(scope, id, props);
    const central = events.EventBus.fromEventBusArn(this, 'CentralBus', centralBusArn);
    new EcsEventRule(this, 'Forward', {
      pattern: EcsEventPattern.serviceTaskPlacementFailure(),
      targets: [new targets.EventBus(central)],
    });
  }
}
