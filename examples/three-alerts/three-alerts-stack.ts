import type { StackProps } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  DaemonDeploymentRollbackFailedRule, DaemonTaskStartImpairedRule, EcsEventMessage, EcsEventPattern, EcsEventRule, LambdaInvoke,
  ServiceActionEvent, ServiceActionEventType, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage,
} from 'cdk-ecs-event-rules';

/** The three named rules, and one rule for all other warnings and errors of services. */
export class ThreeAlertsStack extends Stack {
  /** A cluster with a generated name, which is the default in the AWS CDK. */
  public readonly cluster: ecs.CfnCluster;

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    this.cluster = new ecs.CfnCluster(this, 'Cluster');
    const clusters = [this.cluster];

    const people = new sns.Topic(this, 'People');
    people.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    const chat = new sns.Topic(this, 'Chat');
    new chatbot.SlackChannelConfiguration(this, 'Slack', {
      slackChannelConfigurationName: 'ecs-alerts', slackWorkspaceId: 'T012AB3CD', slackChannelId: 'C012AB3CD', notificationTopics: [chat],
    });
    const tickets = new sqs.Queue(this, 'Tickets', { enforceSSL: true });
    const onCall = new lambda.Function(this, 'OnCall', {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async (event) => console.log(event.detail.eventName);'),
    });

    new DaemonTaskStartImpairedRule(this, 'DaemonTaskStartImpaired', {
      clusters,
      targets: [new SnsPublish(people, { message: EcsEventMessage.text() })],
    });
    new DaemonDeploymentRollbackFailedRule(this, 'DaemonRollbackFailed', {
      clusters,
      daemonNames: ['my-daemon'],
      targets: [new SqsSendMessage(tickets, { message: EcsEventMessage.json() }), new LambdaInvoke(onCall)],
    });
    new ServiceTaskPlacementFailureRule(this, 'PlacementFailure', {
      clusters,
      targets: [new SnsPublish(chat, { message: EcsEventMessage.chat() })],
    });
    new EcsEventRule(this, 'ServiceTrouble', {
      pattern: EcsEventPattern.serviceAction({
        clusters,
        eventTypes: [ServiceActionEventType.WARN, ServiceActionEventType.ERROR],
        // It has a separate rule.
        excludedEventNames: [ServiceActionEvent.SERVICE_TASK_PLACEMENT_FAILURE],
      }),
      targets: [new SqsSendMessage(tickets, { message: EcsEventMessage.json() })],
    });
  }
}
