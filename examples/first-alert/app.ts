// One alert in a Slack channel, in one file: deploy it with `cdk deploy --app "npx tsx examples/first-alert/app.ts"`.
import { App, Stack } from 'aws-cdk-lib';
import { SlackChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EcsEventMessage, ServiceTaskPlacementFailureRule, SnsPublish } from 'cdk-ecs-event-rules';

const app = new App();
const stack = new Stack(app, 'Alerts');
const topic = new Topic(stack, 'Topic');
new SlackChannelConfiguration(stack, 'Slack', {
  slackChannelConfigurationName: 'alerts', slackWorkspaceId: 'T012AB3CD', slackChannelId: 'C012AB3CD', notificationTopics: [topic],
});
new ServiceTaskPlacementFailureRule(stack, 'PlacementFailure', {
  targets: [new SnsPublish(topic, { message: EcsEventMessage.chat() })],
});
app.synth();
