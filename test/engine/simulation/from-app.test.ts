import { App, Aws, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ENV, functionIn } from './alert-app';
import { EcsEventPattern, EcsEventRule, LambdaInvoke, SnsPublish, SqsSendMessage } from '../../../src';
import { environmentOf } from '../../../src/engine/template/environment';
import { EventBusSimulator, SampleEvent } from '../../../src/testing';
import { sharedEnvironment } from '../../../src/testing/synthesized/shared-environment';

const OTHER_ENVIRONMENT = { account: '222222222222', region: 'us-east-1' };
const SAMPLE = SampleEvent.serviceTaskPlacementFailure();

/** A rule for every event of Amazon ECS, with a queue. */
function listening(scope: Construct, id: string): events.Rule {
  return new events.Rule(scope, id, { eventPattern: { source: ['aws.ecs'] }, targets: [new targets.SqsQueue(new sqs.Queue(scope, `${id}Queue`))] });
}

describe('two stacks', () => {
  /** The alerts in one stack, everything that they are sent to in another. */
  function given() {
    const app = new App();
    const infra = new Stack(app, 'Infra', { env: ENV });
    const key = new kms.Key(infra, 'Key');
    const topic = new sns.Topic(infra, 'Topic', { masterKey: key });
    const queue = new sqs.Queue(infra, 'Queue', { encryptionMasterKey: key });
    const handler = functionIn(infra, 'OnCall');
    const cluster = new ecs.Cluster(infra, 'Cluster');
    const stack = new Stack(app, 'Alerts', { env: ENV });
    new EcsEventRule(stack, 'Rule', {
      pattern: EcsEventPattern.serviceAction({ clusters: [cluster] }),
      targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(handler)],
    });
    return { app, infra, stack, cluster, topic, queue };
  }

  test('topic, queue, function and key of the other stack are looked up there', () => {
    const { app, cluster } = given();
    const { delivered, undelivered } = EventBusSimulator.fromApp(app).send(SampleEvent.serviceTaskPlacementFailure({ cluster }));
    expect(undelivered).toEqual([]);
    expect(delivered.map(({ rulePath, targetPath, assumptions }) => [rulePath, targetPath, assumptions])).toEqual([
      ['Alerts/Rule/Rule', 'Infra/Topic', []], ['Alerts/Rule/Rule', 'Infra/Queue', []], ['Alerts/Rule/Rule', 'Infra/OnCall', []],
    ]);
  });

  test('what the other stack denies is refused', () => {
    const { app, infra, cluster } = given();
    // Removed behind the back of the library.
    const overridden = infra.node.findAll().find((construct) => (construct as sqs.CfnQueuePolicy).cfnResourceType === 'AWS::SQS::QueuePolicy') as sqs.CfnQueuePolicy;
    overridden.addPropertyOverride('PolicyDocument.Statement', [{ Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: '*' },
      { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:*', Resource: '*' }]);
    const { undelivered } = EventBusSimulator.fromApp(app).send(SampleEvent.serviceTaskPlacementFailure({ cluster }));
    expect(undelivered).toMatchObject([{ targetPath: 'Infra/Queue', reason: 'the policy Infra/Queue/Policy of Infra/Queue does not allow EventBridge to perform sqs:SendMessage: the Deny of statement 1 applies' }]);
    expect(undelivered[0].deadLetter!.queuePath).toBe('Alerts/EcsEventDeadLetters');
  });

  test('the rules of all stacks listen, those of nested stacks too, and constructs of any stack can be sent', () => {
    const { app, infra, stack, cluster } = given();
    listening(infra, 'Second');
    listening(new NestedStack(stack, 'Nested'), 'Third');
    const simulator = EventBusSimulator.fromApp(app);
    const { delivered } = simulator.send(SampleEvent.serviceTaskPlacementFailure({ clusterName: cluster.clusterName, account: Aws.ACCOUNT_ID }));
    expect(new Set(delivered.map(({ rulePath }) => rulePath))).toEqual(new Set(['Alerts/Rule/Rule', 'Infra/Second', 'Alerts/Nested/Third']));
    expect(() => simulator.send(SampleEvent.taskStateChange({ cluster: new ecs.Cluster(new Stack(), 'Other') }))).toThrow('Default: the stack is not part of the simulated app');
  });
});

describe('Stages', () => {
  test('are synthesized, each rule in the environment of its stack', () => {
    const app = new App();
    listening(new Stack(app, 'Alerts', { env: ENV }), 'Rule');
    listening(new Stack(new Stage(app, 'Prod', { env: OTHER_ENVIRONMENT }), 'Alerts'), 'Rule');
    const simulator = EventBusSimulator.fromApp(app);
    const matched = (place: { account: string; region: string }) => (
      simulator.send(SampleEvent.taskStateChange(place)).delivered.map(({ rulePath, targetPath }) => [rulePath, targetPath]));
    expect(matched(ENV)).toEqual([['Alerts/Rule', 'Alerts/RuleQueue']]);
    expect(matched(OTHER_ENVIRONMENT)).toEqual([['Prod/Alerts/Rule', 'Prod/Alerts/RuleQueue']]);
    expect(matched({ ...ENV, region: 'us-east-1' })).toEqual([]);
    expect(simulator.send(SampleEvent.taskStateChange(OTHER_ENVIRONMENT)).explain()).toContain(`  Alerts/Rule
    the rule is in account 111122223333, Region eu-west-1: the event was sent in account 222222222222, Region us-east-1, and no rule forwards it`);
  });

  test('a Stage can be simulated alone, and an App that has Stages only', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod', { env: ENV });
    listening(new Stack(stage, 'Alerts'), 'Rule');
    expect(EventBusSimulator.fromApp(stage).send(SAMPLE).delivered).toHaveLength(1);
    expect(EventBusSimulator.fromApp(app).send(SAMPLE).delivered).toHaveLength(1);
  });

  test('a resource of another Stage is found by its ARN', () => {
    const app = new App();
    const shared = new Stack(new Stage(app, 'Shared', { env: ENV }), 'Infra');
    new sqs.Queue(shared, 'Queue', { queueName: 'shared' });
    new events.Rule(new Stack(app, 'Alerts', { env: ENV }), 'Rule', {
      eventPattern: { source: ['aws.ecs'] }, targets: [{ bind: () => ({ arn: `arn:aws:sqs:${ENV.region}:${ENV.account}:shared` }) }],
    });
    expect(EventBusSimulator.fromApp(app).send(SAMPLE).undelivered).toMatchObject([{ targetPath: 'Shared/Infra/Queue', reason: expect.stringContaining('has no policy') }]);
  });
});

describe('where an event comes from', () => {
  test('is where the rules are', () => {
    const app = new App();
    listening(new Stack(app, 'Alerts', { env: ENV }), 'Rule');
    new Stack(app, 'OtherEnvironment', { env: OTHER_ENVIRONMENT });
    expect(EventBusSimulator.fromApp(app).send(SAMPLE).sentEvent).toMatchObject(ENV);
  });

  test('is where the stacks are if there is no rule, and the usual place if they are nowhere', () => {
    const app = new App();
    new Stack(app, 'Stack');
    const outcome = EventBusSimulator.fromApp(app).send(SAMPLE);
    expect(outcome.sentEvent).toMatchObject({ account: '123456789012', region: 'us-east-1' });
    expect(outcome.explain()).toContain('There is no rule.');
  });

  test('must be specified if the rules are in several environments', () => {
    const app = new App();
    listening(new Stack(app, 'One', { env: ENV }), 'Rule');
    listening(new Stack(app, 'Two', { env: { ...ENV, region: 'us-east-1' } }), 'Rule');
    const simulator = EventBusSimulator.fromApp(app);
    const message = 'the rules of the app are in several environments (account 111122223333, Region eu-west-1; account 111122223333, Region us-east-1):'
      + ' say by account and region of the sample where the event comes from';
    expect(() => simulator.send(SAMPLE)).toThrow(message);
    expect(() => simulator.send(SampleEvent.taskStateChange({ region: Aws.REGION }))).toThrow(message);
    expect(simulator.send(SampleEvent.taskStateChange({ region: 'us-east-1' })).delivered).toMatchObject([{ rulePath: 'Two/Rule' }]);
    const cluster = ecs.Cluster.fromClusterArn(app.node.findChild('One') as Stack, 'Cluster', 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod');
    expect(simulator.send(SampleEvent.taskStateChange({ cluster })).delivered).toMatchObject([{ rulePath: 'One/Rule' }]);
  });

  test('of an event as it is given is what the event says, else where the rules are', () => {
    const app = new App();
    listening(new Stack(app, 'Alerts', { env: ENV }), 'Rule');
    const simulator = EventBusSimulator.fromApp(app);
    expect(simulator.send(SampleEvent.fromJson({ source: 'aws.ecs' })).delivered).toHaveLength(1);
    expect(simulator.send(SampleEvent.fromJson({ source: 'aws.ecs', ...ENV })).delivered).toHaveLength(1);
    expect(simulator.send(SampleEvent.fromJson({ source: 'aws.ecs', ...OTHER_ENVIRONMENT })).delivered).toEqual([]);
  });
});

test('environments share what is the same in all of them', () => {
  const shared = sharedEnvironment([environmentOf('1', 'eu-west-1'), environmentOf('2', 'eu-west-1')]);
  expect([shared.region, shared.partition]).toEqual(['eu-west-1', 'aws']);
  expect(() => shared.account).toThrow('the rules of the app are in several environments (account 1, Region eu-west-1; account 2, Region eu-west-1)');
});

test('an app without a stack cannot be simulated', () => {
  expect(() => EventBusSimulator.fromApp(new App())).toThrow('the app: there is no stack to be simulated');
  expect(() => EventBusSimulator.fromApp(new Stage(new App(), 'Prod'))).toThrow('Prod: there is no stack to be simulated');
});

test('an app that was synthesized before is taken as it was', () => {
  const app = new App();
  const stack = new Stack(app, 'Alerts', { env: ENV });
  listening(stack, 'Rule');
  Template.fromStack(stack);
  expect(EventBusSimulator.fromApp(app).send(SAMPLE).delivered).toHaveLength(1);
});
