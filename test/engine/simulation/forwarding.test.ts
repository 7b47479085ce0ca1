import { App, CfnResource, Stack } from 'aws-cdk-lib';
import type { Environment } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ENV, resource, templateOf } from './alert-app';
import { EcsEventPattern, EcsEventRule, SnsPublish } from '../../../src';
import { DeliveryStatus, EventBusSimulator, SampleEvent } from '../../../src/testing';
import type { SimulatedDelivery } from '../../../src/testing';

const OTHER_ACCOUNT = { account: '222222222222', region: 'eu-west-1' };
const OTHER_REGION = { account: '111122223333', region: 'us-east-1' };
const THIRD = { account: '333333333333', region: 'eu-west-1' };
const SAMPLE = SampleEvent.serviceTaskPlacementFailure({ clusterName: 'prod', ...ENV });
const ALL = { source: ['aws.ecs'] };

const defaultBus = ({ account, region }: typeof ENV) => `arn:aws:events:${region}:${account}:event-bus/default`;
const hops = (deliveries: readonly SimulatedDelivery[]) => deliveries.map(({ rulePath, targetType, targetPath }) => `${rulePath} -> ${targetType} ${targetPath}`);

/** A rule that sends everything to a bus. */
function forwarding(stack: Stack, to: string, role?: iam.IRole): events.Rule {
  return new events.Rule(stack, 'Forward', { eventPattern: ALL, targets: [{ bind: () => ({ arn: to, role }) }] });
}

function listening(stack: Stack): void {
  new events.Rule(stack, 'Listen', { eventPattern: ALL, targets: [new targets.SqsQueue(new sqs.Queue(stack, 'Queue'))] });
}

describe('T33, T43: a topic in another environment', () => {
  test.each<[string, Environment]>([['account', OTHER_ACCOUNT], ['Region', OTHER_REGION]])('%s: the event is forwarded to its bus and published there, once', (_title, env) => {
    const app = new App();
    const away = new Stack(app, 'Away', { env });
    const topic = new sns.Topic(away, 'Topic', { topicName: 'alerts' });
    new EcsEventRule(new Stack(app, 'Alerts', { env: ENV }), 'Rule', { pattern: EcsEventPattern.serviceAction({ clusterNames: ['prod'] }), targets: [new SnsPublish(topic)] });
    const outcome = EventBusSimulator.fromApp(app).send(SAMPLE);
    expect(outcome.undelivered).toEqual([]);
    expect(hops(outcome.delivered)).toEqual([
      `Alerts/Rule/Rule -> EventBridge ${defaultBus(env as typeof ENV)}`, expect.stringMatching(/^Away\/.* -> SNS Away\/Topic$/),
    ]);
    expect(outcome.delivered.flatMap(({ assumptions }) => assumptions)).toEqual([]);
    expect(outcome.sentEvent).toMatchObject(ENV);
  });
});

describe('a bus in another account', () => {
  function given(policy?: object, busName?: string) {
    const app = new App();
    const away = new Stack(app, 'Away', { env: OTHER_ACCOUNT });
    if (busName !== undefined) {
      new events.CfnEventBus(away, 'Bus', { name: busName });
    }
    if (policy !== undefined) {
      // The short form of a policy is deprecated in the CDK, which uses it by itself.
      new CfnResource(away, 'Policy', { type: 'AWS::Events::EventBusPolicy', properties: { StatementId: 's', EventBusName: busName, ...policy } });
    }
    listening(away);
    forwarding(new Stack(app, 'Alerts', { env: ENV }), busName === undefined ? defaultBus(OTHER_ACCOUNT) : `arn:aws:events:eu-west-1:222222222222:event-bus/${busName}`);
    return EventBusSimulator.fromApp(app).send(SAMPLE);
  }

  test.each<[object]>([
    [{ Action: 'events:PutEvents', Principal: '111122223333' }],
    [{ Action: 'events:PutEvents', Principal: '*' }],
    [{ Statement: { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'events:PutEvents', Resource: '*' } }],
    [{ Statement: { Effect: 'Allow', Principal: { AWS: ['999999999999', '111122223333'] }, Action: 'events:PutEvents', Resource: '*' } }],
    [{ Statement: { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' } }],
  ])('takes the event if its policy lets the account in: %j', (policy) => {
    const outcome = given(policy);
    expect(hops(outcome.delivered)).toEqual([`Alerts/Forward -> EventBridge ${defaultBus(OTHER_ACCOUNT)}`, 'Away/Listen -> SQS Away/Queue']);
    expect(outcome.delivered[0].assumptions).toEqual([]);
  });

  test.each([[undefined], [{ Action: 'events:PutEvents', Principal: '999999999999' }]])('is assumed to take it if it is the default bus, whose policy may be elsewhere: %j', (policy) => {
    const outcome = given(policy);
    expect(outcome.delivered).toHaveLength(2);
    expect(outcome.delivered[0].assumptions).toEqual([`the policy of ${defaultBus(OTHER_ACCOUNT)} is not part of the app: it lets account 111122223333 in`]);
  });

  test('refuses it if the bus is of the app and its policy does not let the account in', () => {
    const outcome = given({ Action: 'events:PutEvents', Principal: '*', Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' } }, 'alerts');
    expect(outcome.delivered).toEqual([]);
    expect(outcome.undelivered).toMatchObject([{
      status: DeliveryStatus.LOST, errorCode: 'NO_PERMISSIONS', reason: 'the policy of Away/Bus does not let account 111122223333 in: the conditions of statement 1 cannot be judged: the key aws:PrincipalOrgID is not simulated; the target has no dead-letter queue',
    }]);
    expect(outcome.explain()).toContain('the rule is in account 222222222222, Region eu-west-1: the event was sent in account 111122223333, Region eu-west-1, and no rule forwards it');
  });
});

test('a Deny is believed wherever the rest of the policy is', () => {
  const app = new App();
  new events.CfnEventBusPolicy(new Stack(app, 'Away', { env: OTHER_ACCOUNT }), 'Policy', {
    statementId: 's', statement: { Effect: 'Deny', Principal: '*', Action: 'events:*', Resource: '*' },
  });
  forwarding(new Stack(app, 'Alerts', { env: ENV }), defaultBus(OTHER_ACCOUNT));
  expect(EventBusSimulator.fromApp(app).send(SAMPLE).undelivered).toMatchObject([{ reason: expect.stringContaining('the Deny of statement 1 applies') }]);
});

describe('a bus in another Region', () => {
  test('needs a role', () => {
    const app = new App();
    listening(new Stack(app, 'Away', { env: OTHER_REGION }));
    forwarding(new Stack(app, 'Alerts', { env: ENV }), defaultBus(OTHER_REGION));
    const { undelivered } = EventBusSimulator.fromApp(app).send(SAMPLE);
    expect(undelivered).toMatchObject([{ reason: 'the target has no role, which EventBridge needs to forward to another Region (us-east-1); the target has no dead-letter queue' }]);
  });

  test('needs a role that may put events there', () => {
    const app = new App();
    const stack = new Stack(app, 'Alerts', { env: ENV });
    forwarding(stack, defaultBus(OTHER_REGION), new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') }));
    const { undelivered } = EventBusSimulator.fromApp(app).send(SAMPLE);
    expect(undelivered).toMatchObject([{ reason: 'no statement lets the role Alerts/Role do events:PutEvents; the target has no dead-letter queue' }]);
  });
});

test('an event is forwarded once and not on to a third bus', () => {
  const app = new App();
  const [one, two, three] = [ENV, OTHER_ACCOUNT, THIRD].map((env, at) => new Stack(app, `Stack${at}`, { env }));
  forwarding(one, defaultBus(OTHER_ACCOUNT));
  forwarding(two, defaultBus(THIRD));
  listening(two);
  listening(three);
  const outcome = EventBusSimulator.fromApp(app).send(SAMPLE);
  expect(hops(outcome.delivered)).toEqual([`Stack0/Forward -> EventBridge ${defaultBus(OTHER_ACCOUNT)}`, 'Stack1/Listen -> SQS Stack1/Queue']);
  expect(outcome.undelivered).toMatchObject([{
    rulePath: 'Stack1/Forward',
    errorCode: 'THIRD_ACCOUNT_HOP_DETECTED',
    reason: 'the event came from another bus already, and EventBridge forwards an event only once; the target has no dead-letter queue',
  }]);
});

test('nor on to a third Region, and never in circles', () => {
  const app = new App();
  const [one, two] = [ENV, OTHER_ACCOUNT].map((env, at) => new Stack(app, `Stack${at}`, { env }));
  forwarding(one, defaultBus(OTHER_ACCOUNT));
  forwarding(two, defaultBus(OTHER_REGION));
  new events.Rule(one, 'Again', { eventPattern: ALL, targets: [{ bind: () => ({ arn: defaultBus(ENV) }) }] });
  const { delivered, undelivered } = EventBusSimulator.fromApp(app).send(SAMPLE);
  expect(delivered).toHaveLength(2);
  expect(undelivered).toMatchObject([{ errorCode: 'THIRD_REGION_HOP_DETECTED' }]);
});

test('a bus of the stack is reached by forwarding, and by nothing else', () => {
  const stack = new Stack(new App(), 'Alerts', { env: ENV });
  const eventBus = new events.EventBus(stack, 'Bus', { eventBusName: 'own' });
  const rule = new events.Rule(stack, 'OnOwn', { eventBus, eventPattern: ALL, targets: [new targets.SqsQueue(new sqs.Queue(stack, 'Queue'))] });
  rule.node.addDependency(eventBus);
  forwarding(stack, eventBus.eventBusArn);
  const template = templateOf(stack);
  const send = () => EventBusSimulator.fromTemplate(template, ENV).send(SAMPLE);
  expect(send().delivered.map(({ targetType }) => targetType)).toEqual(['EventBridge', 'SQS']);
  resource(template, 'AWS::Events::Rule', 'Forward').Properties.State = 'DISABLED';
  expect(send().delivered).toEqual([]);
  expect(send().explain()).toContain('the rule is on the bus own: events of AWS services go to the default bus only');
});
