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

/** A role that can send to every bus. */
function roleIn(stack: Stack): iam.IRole {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
  role.addToPolicy(new iam.PolicyStatement({ actions: ['events:PutEvents'], resources: ['*'] }));
  return role;
}

function listening(stack: Stack): void {
  new events.Rule(stack, 'Listen', { eventPattern: ALL, targets: [new targets.SqsQueue(new sqs.Queue(stack, 'Queue'))] });
}

describe('T33, T43: a topic in another environment', () => {
  function given(env: Environment, targetFor: (topic: sns.ITopic) => events.IRuleTarget = (topic) => new SnsPublish(topic)) {
    const app = new App();
    const topic = new sns.Topic(new Stack(app, 'Away', { env }), 'Topic', { topicName: 'alerts' });
    new EcsEventRule(new Stack(app, 'Alerts', { env: ENV }), 'Rule', { pattern: EcsEventPattern.serviceAction({ clusterNames: ['prod'] }), targets: [targetFor(topic)] });
    // Another account is an error at synthesis, which stops the app before the simulator sees it.
    app.synth({ skipValidation: true });
    return EventBusSimulator.fromApp(app).send(SAMPLE);
  }

  test('in another Region: the event is forwarded to its bus and published there, once', () => {
    const outcome = given(OTHER_REGION);
    expect(outcome.undelivered).toEqual([]);
    expect(hops(outcome.delivered)).toEqual([
      `Alerts/Rule/Rule -> EventBridge ${defaultBus(OTHER_REGION)}`, expect.stringMatching(/^Away\/.* -> SNS Away\/Topic$/),
    ]);
    expect(outcome.delivered.flatMap(({ assumptions }) => assumptions)).toEqual([]);
    expect(outcome.sentEvent).toMatchObject(ENV);
  });

  test('in another account of the Region through a target of the CDK: the CDK forwards without the role that EventBridge needs', () => {
    expect(given(OTHER_ACCOUNT, (topic) => new targets.SnsTopic(topic)).undelivered).toMatchObject([{
      status: DeliveryStatus.DEAD_LETTERED,
      reason: 'the target has no role, which EventBridge needs to forward to another account (222222222222)',
    }]);
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
      // The short form of a policy is deprecated in the CDK, which uses it automatically.
      new CfnResource(away, 'Policy', { type: 'AWS::Events::EventBusPolicy', properties: { StatementId: 's', EventBusName: busName, ...policy } });
    }
    listening(away);
    const alerts = new Stack(app, 'Alerts', { env: ENV });
    forwarding(alerts, busName === undefined ? defaultBus(OTHER_ACCOUNT) : `arn:aws:events:eu-west-1:222222222222:event-bus/${busName}`, roleIn(alerts));
    return EventBusSimulator.fromApp(app).send(SAMPLE);
  }

  test.each<[object]>([
    [{ Action: 'events:PutEvents', Principal: '111122223333' }],
    [{ Action: 'events:PutEvents', Principal: '*' }],
    [{ Statement: { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'events:PutEvents', Resource: '*' } }],
    [{ Statement: { Effect: 'Allow', Principal: { AWS: ['999999999999', '111122223333'] }, Action: 'events:PutEvents', Resource: '*' } }],
    [{ Statement: { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: '*' } }],
  ])('takes the event if its policy allows the account: %j', (policy) => {
    const outcome = given(policy);
    expect(hops(outcome.delivered)).toEqual([`Alerts/Forward -> EventBridge ${defaultBus(OTHER_ACCOUNT)}`, 'Away/Listen -> SQS Away/Queue']);
    expect(outcome.delivered[0].assumptions).toEqual([]);
  });

  test.each([[undefined], [{ Action: 'events:PutEvents', Principal: '999999999999' }]])('is assumed to take it if it is the default bus, whose policy may be outside of the app: %j', (policy) => {
    const outcome = given(policy);
    expect(outcome.delivered).toHaveLength(2);
    expect(outcome.delivered[0].assumptions).toEqual([`the policy of ${defaultBus(OTHER_ACCOUNT)} is not part of the app: it allows account 111122223333 to perform events:PutEvents`]);
  });

  test('refuses it if the bus is of the app and its policy does not allow the account', () => {
    const outcome = given({ Action: 'events:PutEvents', Principal: '*', Condition: { Type: 'StringEquals', Key: 'events:source', Value: 'mine' } }, 'alerts');
    expect(outcome.delivered).toEqual([]);
    expect(outcome.undelivered).toMatchObject([{
      status: DeliveryStatus.LOST,
      errorCode: 'CROSS_ACCOUNT_INGESTION_FAILED',
      reason: 'the policy of Away/Bus does not allow account 111122223333 to perform events:PutEvents: the conditions of statement 1 are not met: events:source is aws.ecs,'
        + ' and StringEquals requires mine; the target has no dead-letter queue',
    }]);
    expect(outcome.explain()).toContain('the rule is in account 222222222222, Region eu-west-1: the event was sent in account 111122223333, Region eu-west-1, and no rule forwards it');
  });

  test.each([
    ['StringEquals', 'events:source', 'aws.ecs'], ['StringEquals', 'events:detail-type', 'ECS Service Action'], ['Bool', 'events:eventBusInvocation', 'true'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:events:*:111122223333:rule/*'],
  ])('accepts it on the condition %s %s %s', (Type, Key, Value) => {
    expect(given({ Action: 'events:PutEvents', Principal: '*', Condition: { Type, Key, Value } }, 'alerts').delivered).toMatchObject([{ assumptions: [] }]);
  });

  test('is assumed to accept it if the organization has to be that of the rule', () => {
    const { delivered } = given({ Action: 'events:PutEvents', Principal: '*', Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' } }, 'alerts');
    const assumption = 'the policy of Away/Bus allows account 111122223333 to perform events:PutEvents: the conditions of statement 1 cannot be evaluated: the key aws:PrincipalOrgID is not simulated';
    expect(delivered).toMatchObject([{ assumptions: [assumption] }]);
  });
});

test('a Deny is believed wherever the rest of the policy is', () => {
  const app = new App();
  new events.CfnEventBusPolicy(new Stack(app, 'Away', { env: OTHER_ACCOUNT }), 'Policy', {
    statementId: 's', statement: { Effect: 'Deny', Principal: '*', Action: 'events:*', Resource: '*' },
  });
  const alerts = new Stack(app, 'Alerts', { env: ENV });
  forwarding(alerts, defaultBus(OTHER_ACCOUNT), roleIn(alerts));
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
    expect(undelivered).toMatchObject([{ reason: 'no statement allows the role Alerts/Role to perform events:PutEvents; the target has no dead-letter queue' }]);
  });
});

describe('an event that was forwarded', () => {
  const busOf = (region: string, name: string) => `arn:aws:events:${region}:${ENV.account}:event-bus/${name}`;

  /** What becomes of the second hop, over buses by their ARNs. */
  function hop(...buses: readonly { readonly env: typeof ENV; readonly arn: string }[]): SimulatedDelivery {
    const app = new App();
    buses.slice(0, -1).forEach(({ env, arn }, at) => {
      const stack = new Stack(app, `Stack${at}`, { env });
      const forward = forwarding(stack, buses[at + 1].arn, roleIn(stack));
      (forward.node.defaultChild as events.CfnRule).eventBusName = arn;
    });
    const { delivered, undelivered } = EventBusSimulator.fromApp(app).send(SAMPLE);
    return [...delivered, ...undelivered].find(({ rulePath }) => rulePath === 'Stack1/Forward')!;
  }
  const on = (env: typeof ENV, name = 'default') => ({ env, arn: `arn:aws:events:${env.region}:${env.account}:event-bus/${name}` });

  test('is not forwarded to a third account', () => {
    expect(hop(on(ENV), on(OTHER_ACCOUNT), on(THIRD))).toMatchObject({
      errorCode: 'THIRD_ACCOUNT_HOP_DETECTED',
      reason: 'the event came from another account, and EventBridge does not forward it to a third one; the target has no dead-letter queue',
    });
  });

  test('is not forwarded to a third bus of one account', () => {
    expect(hop(on(ENV), on(ENV, 'second'), on(ENV, 'third'))).toMatchObject({
      errorCode: 'THIRD_ACCOUNT_HOP_DETECTED',
      reason: 'the event came over 2 buses of account 111122223333, and EventBridge does not forward it to a third one; the target has no dead-letter queue',
    });
  });

  test.each([
    ['within the Region and to another one', [on(ENV), on(ENV, 'second'), on(OTHER_REGION)]],
    ['to another Region and within it', [on(ENV), on(OTHER_REGION), on(OTHER_REGION, 'second')]],
    ['to another account, and there to another Region', [on(ENV), on(OTHER_ACCOUNT), on({ ...OTHER_ACCOUNT, region: 'us-east-1' })]],
  ])('is assumed to be forwarded %s', (_title, buses) => {
    expect(hop(...buses)).toMatchObject({
      status: DeliveryStatus.DELIVERED,
      assumptions: expect.arrayContaining([`EventBridge forwards the event to ${buses[2].arn} although it was forwarded before: AWS does not document it`]),
    });
  });

  test('never goes in circles', () => {
    const stack = new Stack(new App(), 'Alerts', { env: ENV });
    forwarding(stack, busOf(ENV.region, 'default'));
    expect(EventBusSimulator.fromStack(stack).send(SAMPLE).delivered).toHaveLength(1);
  });
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
