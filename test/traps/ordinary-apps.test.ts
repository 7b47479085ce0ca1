import { App, Duration, PhysicalName, Stack, Stage, Token } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { denialOf, warningsOf } from './annotations';
import {
  DaemonDeploymentRollbackFailedRule, DaemonTaskStartImpairedRule, EcsEventMessage, EcsEventPattern, EcsEventRule, FailureReason, LambdaInvoke,
  ServiceActionEventType, ServiceDeploymentEvent, ServiceTaskPlacementFailureRule, SharedDeadLetterQueue, SnsPublish, SqsSendMessage,
} from '../../src';
import { IRELAND } from '../rules/stack-under-test';

/** What people write, each a few lines of a stack. */
const APPS: Record<string, (stack: Stack) => void> = {
  'an email for every task that cannot be placed': (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { clusterNames: ['prod'], reasons: [FailureReason.RESOURCE_FARGATE], targets: [new SnsPublish(topic, { message: EcsEventMessage.text() })] });
  },

  'a queue of tickets, encrypted by Amazon SQS, over TLS only': (stack) => {
    const queue = new sqs.Queue(stack, 'Tickets', { enforceSSL: true, encryption: sqs.QueueEncryption.SQS_MANAGED, deadLetterQueue: { queue: new sqs.Queue(stack, 'Unread'), maxReceiveCount: 3 } });
    new DaemonDeploymentRollbackFailedRule(stack, 'Alert', { clusterNames: ['prod'], daemonNames: ['log-agent'], targets: [new SqsSendMessage(queue)] });
  },

  'a FIFO queue with a group': (stack) => {
    const queue = new sqs.Queue(stack, 'Queue', { fifo: true, contentBasedDeduplication: true });
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue, { messageGroupId: 'daemons' })] });
  },

  'a function, its alias and an import of one': (stack) => {
    const onCall = new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
    const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: onCall.currentVersion });
    const imported = lambda.Function.fromFunctionName(stack, 'Imported', 'pager');
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [onCall, live, imported].map((handler) => new LambdaInvoke(handler)) });
  },

  'customer-managed keys everywhere': (stack) => {
    const key = new kms.Key(stack, 'Key', { enableKeyRotation: true });
    const topic = new sns.Topic(stack, 'Topic', { masterKey: key });
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Subscriber', { encryptionMasterKey: key })));
    const deadLetterQueue = new sqs.Queue(stack, 'Dead', { encryptionMasterKey: key.addAlias('alerts') });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueue, targets: [new SnsPublish(topic), new SqsSendMessage(new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS }))] });
  },

  'topics and queues in a separate stack': (stack) => {
    const shared = new Stack(stack.node.scope!, 'Shared', { env: stack.environment.includes('unknown') ? undefined : IRELAND });
    const topic = new sns.Topic(shared, 'Topic', { masterKey: new kms.Key(shared, 'Key') });
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    const deadLetterQueue = new sqs.Queue(shared, 'Dead', { encryption: sqs.QueueEncryption.KMS });
    ['One', 'Two'].forEach((id) => new ServiceTaskPlacementFailureRule(stack, id, { clusterNames: [id], deadLetterQueue, targets: [new SnsPublish(topic)] }));
  },

  'an imported cluster and service': (stack) => {
    const cluster = ecs.Cluster.fromClusterArn(stack, 'Cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod');
    const service = ecs.FargateService.fromFargateServiceArn(stack, 'Web', 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web') as ecs.IService;
    new ServiceTaskPlacementFailureRule(stack, 'Placement', { clusters: [cluster], targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'))] });
    new EcsEventRule(stack, 'Trouble', {
      pattern: EcsEventPattern.serviceAction({ services: [service], eventTypes: [ServiceActionEventType.ERROR] }),
      targets: [new SqsSendMessage(new sqs.Queue(stack, 'Other'))],
    });
  },

  'targets of the CDK': (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    const onCall = new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
    new DaemonTaskStartImpairedRule(stack, 'Alert', {
      targets: [new targets.SnsTopic(topic, { deadLetterQueue: new sqs.Queue(stack, 'Dead') }), new targets.SqsQueue(new sqs.Queue(stack, 'Queue')), new targets.LambdaFunction(onCall)],
    });
  },

  'targets of the library on a rule of the CDK': (stack) => {
    new events.Rule(stack, 'Own', {
      eventPattern: EcsEventPattern.daemonServiceAction({ clusterNames: ['prod'] }).toEventPattern(),
      targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { deadLetterQueue: SharedDeadLetterQueue.of(stack) })],
    });
  },

  'a topic that a chat channel shows': (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
    new chatbot.SlackChannelConfiguration(stack, 'Slack', { slackChannelConfigurationName: 'alerts', slackWorkspaceId: 'T0', slackChannelId: 'C0', notificationTopics: [topic] });
  },

  'failed deployments of a service with a circuit breaker, by its name': (stack) => {
    const cluster = new ecs.Cluster(stack, 'Cluster', { clusterName: 'prod' });
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app') });
    const service = new ecs.FargateService(stack, 'Web', { cluster, taskDefinition, serviceName: 'web', minHealthyPercent: 100, circuitBreaker: { rollback: true } });
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    const eventNames = [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED];
    new EcsEventRule(stack, 'ByReference', { pattern: EcsEventPattern.serviceDeploymentStateChange({ services: [service], eventNames }), targets: [new SnsPublish(topic)] });
    new EcsEventRule(stack, 'ByName', { pattern: EcsEventPattern.serviceDeploymentStateChange({ clusters: [cluster], serviceNames: ['api'], eventNames }), targets: [new SnsPublish(topic)] });
  },

  'a topic that CloudWatch alarms use too, and an alarm on the alert path': (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    new cloudwatch.Metric({ namespace: 'N', metricName: 'M' }).createAlarm(stack, 'Alarm', { threshold: 1, evaluationPeriods: 1 }).addAlarmAction(new SnsAction(topic));
    const rule = new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic, { retryAttempts: 10, maxEventAge: Duration.hours(1) })] });
    const operators = new SnsAction(new sns.Topic(stack, 'Operators', { enforceSSL: true }));
    rule.addUndeliveredAlarms('Undelivered', { actions: [operators] });
    SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions: [operators] });
  },

  'a topic, a queue and a function of another account of the Region in the same app, and imports with a role': (stack) => {
    const { account } = stack;
    const role = new iam.Role(stack, 'Sender', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
    const to = [new SnsPublish(sns.Topic.fromTopicArn(stack, 'Imported', stack.formatArn({ service: 'sns', resource: 'alerts' })), { role })];
    if (!Token.isUnresolved(account)) {
      const central = new Stack(Stage.of(stack) ?? stack.node.root, 'Central', { env: { account: '444455556666', region: stack.region } });
      const topic = new sns.Topic(central, 'Topic', { topicName: PhysicalName.GENERATE_IF_NEEDED, masterKey: new kms.Key(central, 'Key') });
      topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
      to.push(new SnsPublish(topic));
    }
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: to });
  },

  'targets that are added later, more than five of them': (stack) => {
    const rule = new ServiceTaskPlacementFailureRule(stack, 'Alert');
    Array.from({ length: 7 }, (_, i) => rule.addTarget(new SqsSendMessage(new sqs.Queue(stack, `Queue${i}`))));
  },

  'hundreds of clusters': (stack) => {
    const queue = new sqs.Queue(stack, 'Queue');
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { clusterNames: Array.from({ length: 200 }, (_, i) => `production-${i}`), targets: [new SqsSendMessage(queue)] });
  },

  'subscriptions with a filter on the message, and raw': (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Raw'), { rawMessageDelivery: true }));
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com', {
      filterPolicyWithMessageBody: { source: sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ allowlist: ['aws.ecs'] })) },
    }));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic)] });
  },

  'a target in another Region': (stack) => {
    const region = 'us-east-1';
    const other = new Stack(stack.node.scope!, 'Other', { env: { ...IRELAND, region } });
    const topic = new sns.Topic(other, 'Topic');
    topic.addSubscription(new subscriptions.EmailSubscription('on-call@example.com'));
    const home = stack.region === IRELAND.region ? stack : new Stack(stack.node.scope!, 'Home', { env: IRELAND });
    new ServiceTaskPlacementFailureRule(home, 'Alert', { targets: [new SnsPublish(topic)] });
  },
};

/** Where such a stack is: alone in an app, with an environment or without, or in a Stage of a pipeline. */
const PLACES: [string, (props?: StackProps) => Stack][] = [
  ['in an environment', () => new Stack(new App(), 'Stack', { env: IRELAND })],
  ['in no known environment', () => new Stack(new App(), 'Stack')],
  ['in a Stage', () => new Stack(new Stage(new App(), 'Prod', { env: IRELAND }), 'Stack')],
];

test.each(PLACES)('findings are reported %s', (_where, place) => {
  const stack = place();
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  expect(warningsOf(stack)).toHaveLength(1);
});

describe.each(Object.entries(APPS))('nothing is reported about %s', (_name, make) => {
  test.each(PLACES)('%s', (_where, place) => {
    const stack = place();
    make(stack);
    expect(denialOf(stack)).toBe('');
    const stacks = Stage.of(stack)!.node.findAll().filter((construct) => Stack.isStack(construct));
    expect(stacks.flatMap(warningsOf)).toEqual([]);
  });
});
