import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import {
  EcsEventMessage, EcsEventPattern, EcsEventRule, ServiceDeploymentEvent, ServiceTaskPlacementFailureRule, SnsPublish,
} from 'cdk-ecs-event-rules';

/** Shows in Slack which tasks cannot be placed and which deployments failed. */
export class ChatStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const channel = new sns.Topic(this, 'Channel');
    new chatbot.SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: 'ecs-alerts', slackWorkspaceId: 'T012AB3CD', slackChannelId: 'C012AB3CD', notificationTopics: [channel],
    });

    // One message for both rules: it reads the pattern of its rule. A channel shows only custom notifications and events as AWS sent them.
    const message = EcsEventMessage.chat({
      environmentName: 'production',
      mentions: ['<!subteam^S012AB3CD>'],
      runbook: 'https://wiki.example.com/ecs',
    });
    new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      clusterNames: ['orders'],
      targets: [new SnsPublish(channel, { message })],
    });
    new EcsEventRule(this, 'DeploymentFailed', {
      pattern: EcsEventPattern.serviceDeploymentStateChange({
        clusterNames: ['orders'],
        eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED],
      }),
      targets: [new SnsPublish(channel, { message })],
    });
  }
}
