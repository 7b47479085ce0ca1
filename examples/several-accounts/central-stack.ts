import type { Environment, StackProps } from 'aws-cdk-lib';
import { Annotations, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { EcsEventMessage, ServiceTaskPlacementFailureRule, SnsPublish } from 'cdk-ecs-event-rules';

export interface CentralStackProps extends StackProps {
  /** The name of the event bus, which the member stacks also use. */
  readonly eventBusName: string;
  /** The environments that forward events. */
  readonly members: Required<Environment>[];
}

/** One event bus for several accounts and Regions, and one rule that notifies the people on call. */
export class CentralStack extends Stack {
  constructor(scope: Construct, id: string, { eventBusName, members, ...props }: CentralStackProps) {
    super(scope, id, props);
    const accounts = [...new Set(members.map(({ account }) => account))];
    const regions = [...new Set(members.map(({ region }) => region))];

    const eventBus = new events.EventBus(this, 'Bus', { eventBusName });
    eventBus.addToResourcePolicy(new iam.PolicyStatement({
      sid: 'Members',
      principals: accounts.map((account) => new iam.AccountPrincipal(account)),
      actions: ['events:PutEvents'],
      resources: [eventBus.eventBusArn],
    }));

    const people = new sns.Topic(this, 'People', { masterKey: new kms.Key(this, 'Key', { enableKeyRotation: true }) });
    people.addSubscription(new EmailSubscription('on-call@example.com'));
    const rule = new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      eventBus,
      accounts,
      regions,
      clusterNames: ['production'],
      targets: [new SnsPublish(people, { message: EcsEventMessage.text() })],
    });
    Annotations.of(rule).acknowledgeWarning('cdk-ecs-event-rules:customEventBus', 'the member stacks forward to it');
  }
}
