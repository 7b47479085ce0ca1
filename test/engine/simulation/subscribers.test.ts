import { App, Stack } from 'aws-cdk-lib';
import * as chatbot from 'aws-cdk-lib/aws-chatbot';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ENV, functionIn, remove, resource, templateOf } from './alert-app';
import { EcsEventMessage, EcsEventPattern, EcsEventRule, SnsPublish } from '../../../src';
import { EventBusSimulator, SampleEvent } from '../../../src/testing';
import type { SimulatedDelivery, SimulationOutcome } from '../../../src/testing';

const SAMPLE = SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod' });

/** A topic to which every placement failure is published, as the event or as a message. */
function given(message?: events.RuleTargetInput) {
  const stack = new Stack(new App(), 'Alerts', { env: ENV });
  const topic = new sns.Topic(stack, 'Topic', { topicName: 'alerts' });
  new EcsEventRule(stack, 'Rule', { pattern: EcsEventPattern.serviceAction({ clusterNames: ['prod'] }), targets: [new SnsPublish(topic, { message })] });
  const send = (): SimulationOutcome => EventBusSimulator.fromStack(stack).send(SAMPLE);
  const notified = (): SimulatedDelivery['subscribers'] => send().delivered[0].subscribers;
  return { stack, topic, send, notified };
}

describe('what a subscriber sees', () => {
  test('mail: the message itself', () => {
    const { topic, notified } = given(EcsEventMessage.text());
    topic.addSubscription(new subscriptions.EmailSubscription('ops@example.com'));
    expect(notified()).toEqual([{
      protocol: 'email',
      endpoint: 'ops@example.com',
      endpointPath: 'ops@example.com',
      subscriptionPath: 'Alerts/Topic/ops@example.com',
      rawMessageDelivery: false,
      received: true,
      body: expect.stringContaining('SERVICE_TASK_PLACEMENT_FAILURE'),
      assumptions: [],
    }]);
  });

  test('a queue: the JSON of Amazon SNS with the message in it', () => {
    const { stack, topic, send } = given();
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue', { queueName: 'q' })));
    const { delivered: [{ subscribers: [subscriber], body }], sentEvent } = send();
    expect(subscriber).toMatchObject({ protocol: 'sqs', endpoint: 'arn:aws:sqs:eu-west-1:111122223333:q', endpointPath: 'Alerts/Queue', rawMessageDelivery: false, received: true });
    const envelope = JSON.parse(subscriber.body!);
    expect(envelope).toMatchObject({ Type: 'Notification', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:alerts', Message: body, Timestamp: sentEvent.time });
    expect(envelope).not.toHaveProperty('Subject');
  });

  test('a queue with raw delivery: the message itself', () => {
    const { stack, topic, send } = given();
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue'), { rawMessageDelivery: true }));
    const [{ subscribers, body }] = send().delivered;
    expect(subscribers).toMatchObject([{ rawMessageDelivery: true, received: true, body }]);
  });

  test('a function: a record of Amazon SNS', () => {
    const { stack, topic, send } = given();
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'OnCall')));
    const [{ subscribers: [subscriber], body }] = send().delivered;
    expect(subscriber).toMatchObject({ protocol: 'lambda', endpointPath: 'Alerts/OnCall', rawMessageDelivery: false, assumptions: [] });
    expect(JSON.parse(subscriber.body!).Records).toMatchObject([{ EventSource: 'aws:sns', Sns: { Message: body, Subject: null, MessageAttributes: {} } }]);
  });

  test('a URL: raw or not', () => {
    const { topic, notified, send } = given();
    topic.addSubscription(new subscriptions.UrlSubscription('https://example.com/raw', { rawMessageDelivery: true }));
    topic.addSubscription(new subscriptions.UrlSubscription('https://example.com/json'));
    const [raw, json] = notified();
    expect(raw.body).toBe(send().delivered[0].body);
    expect(JSON.parse(json.body!).Message).toBe(raw.body);
  });

  test('a protocol without raw delivery receives the message whatever the template specifies, and one of another service is assumed to work', () => {
    const { stack, topic, notified } = given();
    new sns.CfnSubscription(stack, 'Sms', { topicArn: topic.topicArn, protocol: 'sms', endpoint: '+15551234567', rawMessageDelivery: true });
    new sns.CfnSubscription(stack, 'Firehose', { topicArn: topic.topicArn, protocol: 'firehose', endpoint: 'arn:aws:firehose:eu-west-1:111122223333:deliverystream/d', rawMessageDelivery: true });
    expect(notified()).toMatchObject([
      { protocol: 'sms', rawMessageDelivery: false, received: true },
      { protocol: 'firehose', rawMessageDelivery: true, received: true, assumptions: [expect.stringMatching(/^Amazon SNS is allowed to use .*: permissions of firehose subscriptions are not simulated$/)] },
    ]);
  });

  test('subscriptions that stand in the topic count', () => {
    const { topic, notified } = given();
    (topic.node.defaultChild as sns.CfnTopic).subscription = [{ protocol: 'email', endpoint: 'ops@example.com' }];
    expect(notified()).toMatchObject([{ protocol: 'email', subscriptionPath: 'Alerts/Topic', received: true }]);
  });
});

describe('chat', () => {
  const chat = (stack: Stack, topic: sns.ITopic) => new chatbot.SlackChannelConfiguration(stack, 'Slack', {
    slackChannelConfigurationName: 'alerts', slackChannelId: 'C1', slackWorkspaceId: 'T1', notificationTopics: [topic],
  });
  const custom = (content: object) => events.RuleTargetInput.fromObject({ version: '1.0', source: 'custom', content });

  const NEITHER = 'Amazon Q Developer drops what is neither a custom notification nor an event as AWS sent it';

  test.each<[string, events.RuleTargetInput | undefined, string | undefined]>([
    ['an event as AWS sent it', undefined, undefined],
    ['a custom notification', custom({ description: 'x' }), undefined],
    ['a custom notification without a description', custom({}),
      'Amazon Q Developer drops a custom notification in which content.description is not a text that is not empty, got nothing'],
    ['a custom notification whose value is a list', custom({ description: events.EventField.fromPath('$.resources') }),
      'Amazon Q Developer drops a custom notification in which content.description is not a text that is not empty, got ["arn:aws:ecs:eu-west-1:111122223333:service/prod/servicetest"]'],
    ['a text', EcsEventMessage.text(), NEITHER],
    ['a list', events.RuleTargetInput.fromObject(['x']), NEITHER],
  ])('%s', (_title, message, reason) => {
    const { stack, topic, notified } = given(message);
    chat(stack, topic);
    // Of no topic at all.
    new chatbot.CfnMicrosoftTeamsChannelConfiguration(stack, 'NoTopic', {
      configurationName: 'ops',
      iamRoleArn: 'arn:aws:iam::111122223333:role/chat',
      teamId: '0a1b2c3d-0000-4000-8000-000000000001',
      teamsChannelId: '19%3aops%40thread.tacv2',
      teamsTenantId: '0a1b2c3d-0000-4000-8000-000000000002',
    });
    expect(notified()).toMatchObject([{ protocol: 'chat', endpointPath: 'Alerts/Slack', received: reason === undefined }]);
    expect(notified()[0].reason).toBe(reason);
  });
});

describe('subscribers that are not notified', () => {
  test('whoever filters the message out', () => {
    const { topic, send } = given();
    topic.addSubscription(new subscriptions.EmailSubscription('a@example.com', { filterPolicy: { severity: sns.SubscriptionFilter.stringFilter({ allowlist: ['high'] }) } }));
    topic.addSubscription(new subscriptions.EmailSubscription('b@example.com', {
      filterPolicyWithMessageBody: { detail: sns.FilterOrPolicy.policy({ eventName: sns.FilterOrPolicy.filter(sns.SubscriptionFilter.stringFilter({ allowlist: ['OTHER'] })) }) },
    }));
    const outcome = send();
    expect(outcome.delivered).toMatchObject([{
      subscribers: [
        { endpoint: 'a@example.com', received: false, reason: 'the filter policy requires the message attribute severity to be ["high"], and EventBridge sets no attributes' },
        { endpoint: 'b@example.com', received: false, reason: 'the filter policy requires detail.eventName of the message body to be ["OTHER"], and it is "SERVICE_TASK_PLACEMENT_FAILURE"' },
      ],
    }]);
    expect(outcome.delivered[0].subscribers[0].body).toBeUndefined();
    expect(outcome.explain()).toContain(`
    not notified: email a@example.com: the filter policy requires the message attribute severity to be ["high"], and EventBridge sets no attributes
    not notified: email b@example.com: the filter policy requires detail.eventName of the message body to be ["OTHER"], and it is "SERVICE_TASK_PLACEMENT_FAILURE"
    no subscriber was notified: no subscription of the topic takes the message`);
  });

  test('no one, if there is no subscription', () => {
    expect(given().send().explain()).toContain('Alerts/Rule/Rule -> SNS Alerts/Topic\n    no subscriber was notified: the topic has no subscription');
  });

  test('a topic that is not part of the app may have subscriptions outside of the app; those of the app are followed', () => {
    const stack = new Stack(new App(), 'Alerts', { env: ENV });
    const topic = sns.Topic.fromTopicArn(stack, 'Topic', 'arn:aws:sns:eu-west-1:111122223333:imported');
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: [new targets.SnsTopic(topic)] });
    const send = () => EventBusSimulator.fromStack(stack).send(SAMPLE);
    expect(send().explain()).not.toContain('no subscriber was notified');
    const subscribed = new Stack(stack.node.root as App, 'Subscribed', { env: ENV });
    sns.Topic.fromTopicArn(subscribed, 'Topic', topic.topicArn).addSubscription(new subscriptions.EmailSubscription('ops@example.com'));
    expect(EventBusSimulator.fromStack(given().stack).send(SAMPLE).delivered[0].subscribers).toEqual([]);
  });

  test('a queue or function that does not allow Amazon SNS', () => {
    const { stack, topic } = given();
    topic.addSubscription(new subscriptions.SqsSubscription(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') })));
    topic.addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'OnCall')));
    const reasons = (sabotage: (template: ReturnType<typeof templateOf>) => void) => {
      const template = templateOf(stack);
      sabotage(template);
      return EventBusSimulator.fromTemplate(template, ENV).send(SAMPLE).delivered[0].subscribers.map(({ reason }) => reason);
    };
    expect(reasons(() => {})).toEqual([undefined, undefined]);
    expect(reasons((template) => remove(template, 'AWS::SQS::QueuePolicy', 'Queue'))).toEqual([expect.stringMatching(/^Queue\w+ has no policy, so it does not allow Amazon SNS to send messages$/), undefined]);
    expect(reasons((template) => {
      const statement = resource(template, 'AWS::SQS::QueuePolicy', 'Queue').Properties.PolicyDocument.Statement.find(({ Principal }: any) => Principal.Service === 'sns.amazonaws.com');
      statement.Condition = { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:other' } };
    })).toEqual([expect.stringContaining('ArnEquals requires arn:aws:sns:eu-west-1:111122223333:other'), undefined]);
    expect(reasons((template) => {
      const { KeyPolicy } = resource(template, 'AWS::KMS::Key', 'Key').Properties;
      KeyPolicy.Statement = KeyPolicy.Statement.filter(({ Principal }: any) => Principal.Service !== 'sns.amazonaws.com');
    })).toEqual([expect.stringMatching(/^the key Key\w+ of Queue\w+ does not allow Amazon SNS to perform kms:Decrypt/), undefined]);
    expect(reasons((template) => remove(template, 'AWS::Lambda::Permission', 'OnCall'))).toEqual([undefined, expect.stringMatching(/^OnCall\w+ has no permission that allows Amazon SNS to invoke it$/)]);
  });

  test('a FIFO queue', () => {
    const { stack, topic, notified } = given();
    new sns.CfnSubscription(stack, 'Fifo', { topicArn: topic.topicArn, protocol: 'sqs', endpoint: 'arn:aws:sqs:eu-west-1:111122223333:q.fifo' });
    // It is an error at synthesis, which stops the app before the simulator sees it.
    (stack.node.root as App).synth({ skipValidation: true });
    expect(notified()).toMatchObject([{ received: false, reason: 'arn:aws:sqs:eu-west-1:111122223333:q.fifo is a FIFO queue, to which only FIFO topics send' }]);
  });
});

test('explain() names who is notified and what was assumed for it', () => {
  const { stack, topic, send } = given();
  topic.addSubscription(new subscriptions.EmailSubscription('ops@example.com'));
  topic.addSubscription(new subscriptions.SqsSubscription(sqs.Queue.fromQueueArn(stack, 'Imported', 'arn:aws:sqs:eu-west-1:111122223333:imported')));
  expect(send().explain()).toBe(`ECS Service Action SERVICE_TASK_PLACEMENT_FAILURE in account 111122223333, Region eu-west-1
Delivered:
  Alerts/Rule/Rule -> SNS Alerts/Topic
    notified: email ops@example.com
    notified: sqs arn:aws:sqs:eu-west-1:111122223333:imported
    assumed: the policy of arn:aws:sqs:eu-west-1:111122223333:imported is not part of the app: it allows Amazon SNS to perform sqs:SendMessage`);
});
