import type { StackProps } from 'aws-cdk-lib';
import { Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { EcsEventMessage, EcsEventPattern, ExitCode, SharedDeadLetterQueue, SnsPublish, TaskLastStatus, TaskStopCode } from 'cdk-ecs-event-rules';

/** A pattern, a message, and a target of the library in a rule of the AWS CDK, and the pattern in an archive. */
export class OwnRuleStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const people = new sns.Topic(this, 'People');
    people.addSubscription(new EmailSubscription('on-call@example.com'));

    const crashed = EcsEventPattern.taskStateChange({
      clusterNames: ['production'],
      lastStatuses: [TaskLastStatus.STOPPED],
      // Not the tasks that a deployment or a scale-in stops, which exit with 137 or 143.
      stopCodes: [TaskStopCode.ESSENTIAL_CONTAINER_EXITED],
      exitCodes: [ExitCode.nonZero()],
    });
    new events.Rule(this, 'Crashed', {
      eventPattern: crashed.toEventPattern(),
      // A custom rule has no default dead-letter queue.
      targets: [new SnsPublish(people, { message: EcsEventMessage.text(), deadLetterQueue: SharedDeadLetterQueue.of(this) })],
    });
    new events.Archive(this, 'Archive', {
      sourceEventBus: events.EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      eventPattern: crashed.toEventPattern(),
      retention: Duration.days(90),
    });
  }
}
