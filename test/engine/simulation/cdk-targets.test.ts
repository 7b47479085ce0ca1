import { App, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ENV, functionIn, idOf, remove, resource, templateOf } from './alert-app';
import { DeliveryStatus, EventBusSimulator, SampleEvent } from '../../../src/testing';

const SAMPLE = SampleEvent.taskStateChange();

/** A rule of the CDK for every event of Amazon ECS. */
function given(...ruleTargets: ((stack: Stack) => events.IRuleTarget)[]) {
  const stack = new Stack(new App(), 'Alerts', { env: ENV });
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: ruleTargets.map((target) => target(stack)) });
  return { stack, send: () => EventBusSimulator.fromStack(stack).send(SAMPLE) };
}

test('what the targets of the CDK render is let in', () => {
  const { delivered, undelivered } = given(
    (stack) => new targets.SnsTopic(new sns.Topic(stack, 'Topic')),
    (stack) => new targets.SqsQueue(new sqs.Queue(stack, 'Queue')),
    (stack) => new targets.LambdaFunction(functionIn(stack, 'OnCall')),
    (stack) => new targets.LambdaFunction(functionIn(stack, 'Versioned').currentVersion),
    (stack) => new targets.SqsQueue(new sqs.Queue(stack, 'Encrypted', { encryption: sqs.QueueEncryption.KMS })),
  ).send();
  expect(undelivered).toEqual([]);
  expect(delivered.flatMap(({ assumptions }) => assumptions)).toEqual([]);
});

test('the dead-letter queue of the CDK takes what is refused, from the rule that it is for', () => {
  const { stack } = given((scope) => new targets.SnsTopic(new sns.Topic(scope, 'Topic'), { deadLetterQueue: new sqs.Queue(scope, 'Dead') }));
  const template = templateOf(stack);
  remove(template, 'AWS::SNS::TopicPolicy');
  const send = () => EventBusSimulator.fromTemplate(template, ENV).send(SAMPLE).undelivered;
  expect(send()).toMatchObject([{ status: DeliveryStatus.DEAD_LETTERED, errorCode: 'NO_PERMISSIONS', deadLetter: { queue: expect.stringMatching(/^Dead/) } }]);
  template.Resources.Another = template.Resources[idOf(template, 'AWS::Events::Rule')];
  expect(send().map(({ rule, status }) => [rule, status])).toEqual([[expect.stringMatching(/^Rule/), DeliveryStatus.DEAD_LETTERED], ['Another', DeliveryStatus.LOST]]);
});

test('an alias of a function needs a separate permission', () => {
  const stack = new Stack(new App(), 'Alerts', { env: ENV });
  const handler = functionIn(stack, 'OnCall');
  handler.addPermission('ForTheFunction', { principal: new iam.ServicePrincipal('events.amazonaws.com') });
  const alias = handler.addAlias('live');
  new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: [{ bind: () => ({ arn: alias.functionArn }) }] });
  const send = () => EventBusSimulator.fromStack(stack).send(SAMPLE);
  expect(send().undelivered).toMatchObject([{ targetPath: 'Alerts/OnCall/Aliaslive', reason: 'Alerts/OnCall/Aliaslive has no permission that allows EventBridge to invoke it; the target has no dead-letter queue' }]);
});

test('a log group is written to by the policy that the CDK adds with a custom resource', () => {
  const { delivered } = given((stack) => new targets.CloudWatchLogGroup(new logs.LogGroup(stack, 'Logs'))).send();
  expect(delivered).toMatchObject([{ targetPath: 'Alerts/Logs', assumptions: [] }]);
});

describe('a target with a role', () => {
  /** A queue without a policy that a role may send to. */
  function withRole(sabotage: (template: ReturnType<typeof templateOf>) => void = () => {}) {
    const stack = new Stack(new App(), 'Alerts', { env: ENV });
    const queue = new sqs.Queue(stack, 'Queue');
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
    queue.grantSendMessages(role);
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: [{ bind: () => ({ arn: queue.queueArn, role }) }] });
    const template = templateOf(stack);
    sabotage(template);
    return EventBusSimulator.fromTemplate(template, ENV).send(SAMPLE);
  }

  test('is let in by what the role may do', () => {
    expect(withRole().delivered).toMatchObject([{ targetType: 'SQS', assumptions: [] }]);
    expect(withRole((template) => {
      const { PolicyDocument } = resource(template, 'AWS::IAM::Policy').Properties;
      resource(template, 'AWS::IAM::Policy').Properties.Roles = ['other'];
      resource(template, 'AWS::IAM::Role').Properties.Policies = [{ PolicyName: 'Inline', PolicyDocument }];
    }).delivered).toHaveLength(1);
    expect(withRole((template) => {
      const policy = resource(template, 'AWS::IAM::Policy');
      const { Roles: [RoleName], PolicyDocument } = policy.Properties;
      Object.assign(policy, { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName, PolicyDocument } });
    }).delivered).toHaveLength(1);
  });

  test('is refused if the role is not allowed to do it', () => {
    expect(withRole((template) => { resource(template, 'AWS::IAM::Policy').Properties.PolicyDocument.Statement[0].Action = 'sqs:ReceiveMessage'; }).undelivered)
      .toMatchObject([{ errorCode: 'NO_PERMISSIONS', reason: expect.stringMatching(/^no statement allows the role Role\w+ to perform sqs:SendMessage; the target has no dead-letter queue$/) }]);
  });

  test('is refused if EventBridge is not allowed to assume the role', () => {
    expect(withRole((template) => { resource(template, 'AWS::IAM::Role').Properties.AssumeRolePolicyDocument.Statement[0].Principal = { Service: 'sns.amazonaws.com' }; }).undelivered)
      .toMatchObject([{ reason: expect.stringMatching(/^EventBridge is not allowed to assume the role Role\w+: no statement allows events.amazonaws.com to perform sts:AssumeRole/) }]);
    expect(withRole((template) => { delete resource(template, 'AWS::IAM::Role').Properties.AssumeRolePolicyDocument; }).undelivered).toHaveLength(1);
  });

  test('managed policies are assumed to allow it', () => {
    expect(withRole((template) => {
      delete template.Resources[Object.keys(template.Resources).find((id) => template.Resources[id].Type === 'AWS::IAM::Policy')!];
      resource(template, 'AWS::IAM::Role').Properties.ManagedPolicyArns = ['arn:aws:iam::aws:policy/AmazonSQSFullAccess'];
    }).delivered).toMatchObject([{ assumptions: [expect.stringMatching(/^the role Role\w+ allows sqs:SendMessage on Queue\w+: the managed policies arn:aws:iam::aws:policy\/AmazonSQSFullAccess are not part of the app$/)] }]);
  });
});
