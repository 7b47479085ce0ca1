import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { EcsEventMessage, EcsFailure, EcsFailureAlerts, SnsPublish } from 'cdk-ecs-event-rules';

/** Sends every failure to a Slack channel, and critical failures to the person on call as well. */
export class FailureAlertsStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const channel = new sns.Topic(this, 'Channel');
    new chatbot.SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: 'ecs-failures', slackWorkspaceId: 'T012AB3CD', slackChannelId: 'C012AB3CD', notificationTopics: [channel],
    });
    const onCall = new sns.Topic(this, 'OnCall');
    onCall.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));

    const alerts = new EcsFailureAlerts(this, 'EcsAlerts', {
      clusterNames: ['orders', 'payments'],
      targets: [new SnsPublish(channel, { message: EcsEventMessage.chat() })],
      criticalTargets: [new SnsPublish(onCall, { message: EcsEventMessage.text({ runbook: 'https://wiki.example.com/ecs' }) })],
      // Batch jobs that fail notify their own team.
      excludedTaskDefinitionFamilies: ['nightly-report'],
      excludedServiceNames: ['canary'],
      includedFailures: [EcsFailure.HOST_TERMINATED],
      criticalFailures: [EcsFailure.HOOK_AWAITING_ACTION],
    });

    const operators = new sns.Topic(this, 'Operators');
    operators.addSubscription(new subscriptions.EmailSubscription('operators@example.com'));
    alerts.addUndeliveredAlarms('Undelivered', { actions: [new SnsAction(operators)] });
  }
}
