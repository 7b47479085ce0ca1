import { Annotations, App, Aws, PhysicalName, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { denialOf, warningsOf } from './annotations';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, rulesIn, stackUnderTest, subscribedTopic, targetsIn } from '../rules/stack-under-test';

// The CDK itself uses a property that it deprecates, and says so.
beforeAll(() => {
  process.env.JSII_DEPRECATED = 'quiet';
});

describe('T07: a bus', () => {
  const CUSTOM = 'warning /Stack/Alert eventBus: Amazon ECS sends events to the default event bus only, so this rule matches no events unless a rule on the default bus forwards them.'
    + ' If one does, acknowledge this warning; otherwise omit eventBus. [ack: cdk-ecs-event-rules:customEventBus]';

  function alertOn(makeBus: (stack: Stack) => events.IEventBus): Stack {
    const stack = stackUnderTest(IRELAND);
    new DaemonTaskStartImpairedRule(stack, 'Alert', { eventBus: makeBus(stack), targets: [new SnsPublish(subscribedTopic(stack))] });
    return stack;
  }

  test.each<[string, (stack: Stack) => events.IEventBus]>([
    ['of the app', (stack) => new events.EventBus(stack, 'Bus')],
    ['by its name', (stack) => events.EventBus.fromEventBusName(stack, 'Bus', 'ops')],
    ['by its ARN', (stack) => events.EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-west-1:111122223333:event-bus/ops')],
  ])('%s that is not the default one is a warning', (_how, makeBus) => {
    expect(warningsOf(alertOn(makeBus))).toEqual([CUSTOM]);
  });

  test('is acknowledged on the rule, for a bus to which events are forwarded', () => {
    const stack = alertOn((scope) => new events.EventBus(scope, 'Bus'));
    Annotations.of(stack.node.findChild('Alert')).acknowledgeWarning('cdk-ecs-event-rules:customEventBus', 'the audit account forwards to it');
    expect(warningsOf(stack)).toEqual([]);
  });

  test.each<[string, (stack: Stack) => events.IEventBus]>([
    ['name', (stack) => events.EventBus.fromEventBusName(stack, 'Bus', 'default')],
    ['ARN', (stack) => events.EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-west-1:111122223333:event-bus/default')],
  ])('that is the default one by its %s is none', (_how, makeBus) => {
    expect(warningsOf(alertOn(makeBus))).toEqual([]);
  });

  test('whose account and Region are known at deployment only is not one of another environment, and neither is one of a known environment for a rule whose environment is not known', () => {
    const arn = (region: string, account: string) => `arn:aws:events:${region}:${account}:event-bus/default`;
    expect(warningsOf(alertOn((stack) => events.EventBus.fromEventBusArn(stack, 'Bus', arn(Aws.REGION, Aws.ACCOUNT_ID))))).toEqual([]);

    const agnostic = stackUnderTest();
    const eventBus = events.EventBus.fromEventBusArn(agnostic, 'Bus', arn('us-east-1', '444455556666'));
    new DaemonTaskStartImpairedRule(agnostic, 'Alert', { eventBus, targets: [new SnsPublish(subscribedTopic(agnostic))] });
    expect(warningsOf(agnostic)).toEqual([]);
  });

  test.each([
    ['account', 'arn:aws:events:eu-west-1:444455556666:event-bus/default', 'account 444455556666, and the rule in 111122223333'],
    ['Region', 'arn:aws:events:us-east-1:111122223333:event-bus/ops', 'region us-east-1, and the rule in eu-west-1'],
  ])('of another %s is an error', (_dimension, arn, found) => {
    expect(() => alertOn((stack) => events.EventBus.fromEventBusArn(stack, 'Bus', arn))).toThrow(`[Stack/Alert] eventBus: construct Stack/Bus is in ${found}.`
      + ' A rule and its event bus are in the same account and Region: create the rule in a stack there, and forward the events of Amazon ECS to that bus.');
  });
});

/** An app with a stack for the rule and stacks in other environments. */
function given(...places: { account?: string; region?: string }[]) {
  const alerts = stackUnderTest(IRELAND);
  const others = places.map((place, i) => new Stack(alerts.node.root, `Other${i}`, { env: { ...IRELAND, ...place } }));
  return { alerts, others };
}

/** In another Region too: within one, EventBridge needs a role that the CDK does not create. */
const OTHER_ACCOUNT = { account: '444455556666', region: 'eu-central-1' };
const OTHER_REGION = { region: 'eu-central-1' };

const alert = (stack: Stack, options: EcsEventRuleOptions & { pattern?: EcsEventPattern }) =>
  new EcsEventRule(stack, 'Alert', { pattern: EcsEventPattern.daemonTaskStartImpaired(), ...options });

/** The logical ids of the dead-letter queues of the targets in a stack. */
function deadLettersIn(stack: Stack): string[] {
  return targetsIn(stack).map(({ DeadLetterConfig }) => DeadLetterConfig?.Arn['Fn::GetAtt'][0]);
}

const SHARED = 'EcsEventDeadLettersB3DA2899';

describe('T33: a target in another environment does not receive the events of its account and Region', () => {
  /** The patterns of the rule that forwards and of the one that delivers. */
  function patterns(place: { account?: string; region?: string }, pattern: (stack: Stack) => EcsEventPattern): any[] {
    const { alerts, others: [other] } = given(place);
    alert(alerts, { pattern: pattern(alerts), targets: [new SnsPublish(subscribedTopic(other))] });
    return [alerts, other].map((stack) => rulesIn(stack)[0].EventPattern);
  }

  test.each([
    ['account', OTHER_ACCOUNT, { account: ['111122223333'] }],
    ['Region', OTHER_REGION, { region: ['eu-west-1'] }],
    ['account and Region', { ...OTHER_ACCOUNT, ...OTHER_REGION }, { account: ['111122223333'] }],
  ])('in another %s', (_where, place, condition) => {
    const [forwarding, delivering] = patterns(place, () => EcsEventPattern.daemonTaskStartImpaired());
    expect(delivering).toEqual({ ...forwarding, ...condition });
    expect(forwarding).not.toMatchObject(condition);
  });

  test('where one alternative of the pattern names no ARN', () => {
    const [, delivering] = patterns(OTHER_ACCOUNT, () => EcsEventPattern.serviceAction({
      additionalPattern: { detail: { $or: [{ clusterArn: ['arn:aws:ecs:eu-west-1:111122223333:cluster/prod'] }, { capacityProviderArns: [{ exists: true }] }] } },
    }));
    expect(delivering.account).toEqual(['111122223333']);
  });

  test.each<[string, unknown[]]>([
    ['one value of a field is no ARN', ['arn:aws:ecs:eu-west-1:111122223333:cluster/prod', { suffix: '/prod' }]],
    ['a field has to be there', [{ exists: true }]],
    ['a field is null', [null]],
  ])('where %s', (_why, clusterArn) => {
    const [, delivering] = patterns(OTHER_ACCOUNT, () => EcsEventPattern.serviceAction({ additionalPattern: { detail: { clusterArn } } }));
    expect(delivering).toMatchObject({ account: ['111122223333'], detail: { clusterArn } });
  });

  test('where ARNs are excluded only', () => {
    const [, delivering] = patterns(OTHER_ACCOUNT, () => EcsEventPattern.serviceAction({
      additionalPattern: { detail: { clusterArn: [{ 'anything-but': ['arn:aws:ecs:eu-west-1:111122223333:cluster/test'] }] } },
    }));
    expect(delivering.account).toEqual(['111122223333']);
  });

  test.each<[string, (stack: Stack) => EcsEventPattern]>([
    ['ARNs do it', () => EcsEventPattern.daemonTaskStartImpaired({ clusterNames: ['prod'] })],
    ['prefixes of ARNs do it', () => EcsEventPattern.serviceDeploymentStateChange({ clusterNames: ['prod'] })],
    ['accounts does it', () => EcsEventPattern.daemonTaskStartImpaired({ accounts: ['111122223333', '777788889999'] })],
    ['the events of a third account are meant', (stack) => EcsEventPattern.daemonTaskStartImpaired({
      clusters: [ecs.Cluster.fromClusterArn(stack, 'Cluster', 'arn:aws:ecs:eu-west-1:777788889999:cluster/prod')],
    })],
    ['the events of a third account may be meant', () => EcsEventPattern.serviceAction({
      additionalPattern: { detail: { $or: [{ clusterArn: ['arn:aws:ecs:eu-west-1:777788889999:cluster/prod'] }, { capacityProviderArns: [{ exists: true }] }] } },
    })],
  ])('without a further condition where %s', (_why, pattern) => {
    const [forwarding, delivering] = patterns(OTHER_ACCOUNT, pattern);
    expect(delivering).toEqual(forwarding);
  });
});

describe('T43: a target in another environment', () => {
  const topicTargets: [string, (stack: Stack) => events.IRuleTarget][] = [
    ['SnsPublish', (stack) => new SnsPublish(subscribedTopic(stack))],
    ['the CDK SnsTopic', (stack) => new targets.SnsTopic(subscribedTopic(stack))],
    ['SqsSendMessage', (stack) => new SqsSendMessage(new sqs.Queue(stack, 'Queue'))],
    ['LambdaInvoke', (stack) => new LambdaInvoke(onCall(stack))],
  ];

  function onCall(stack: Stack): lambda.Function {
    return new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
  }

  describe.each(topicTargets)('through %s', (_way, target) => {
    test.each([['account', OTHER_ACCOUNT], ['Region', OTHER_REGION]])('in another %s: one rule forwards and one delivers, each with the dead letters of its stack, and nothing is reported', (_where, place) => {
      const { alerts, others: [other] } = given(place);
      alert(alerts, { targets: [target(other)] });
      const [account, region] = place === OTHER_REGION ? ['111122223333', 'eu-central-1'] : ['444455556666', 'eu-central-1'];
      expect(targetsIn(alerts)).toMatchObject([{ Id: `Forward-${account}-${region}`, Arn: `arn:aws:events:${region}:${account}:event-bus/default` }]);
      expect(targetsIn(other)).toHaveLength(1);
      expect([deadLettersIn(alerts), deadLettersIn(other)]).toEqual([[SHARED], [SHARED]]);
      expect([warningsOf(alerts), warningsOf(other)]).toEqual([[], []]);
    });
  });

  test.each<[string, string, (stack: Construct, name?: string) => EcsEventPattern]>([
    ['cluster', 'clusterName', (stack, clusterName) => EcsEventPattern.serviceAction({ clusters: [new ecs.Cluster(stack, 'Prod', { clusterName })] })],
    ['L1 cluster', 'clusterName', (stack, clusterName) => EcsEventPattern.serviceAction({ clusters: [new ecs.CfnCluster(stack, 'Prod', { clusterName })] })],
    ['service', 'serviceName', (stack, serviceName) => (
      EcsEventPattern.serviceAction({ services: [new ecs.CfnService(stack, 'Prod', { cluster: 'prod', serviceName })] }))],
  ])('T73: in another Region, for a %s with a generated name, is an error that says which prop to set', (_what, prop, pattern) => {
    const { alerts, others: [other] } = given(OTHER_REGION);
    const withTarget = (id: string, name?: string) => new EcsEventRule(alerts, id, {
      pattern: pattern(new Construct(alerts, `In${id}`), name), targets: [new SnsPublish(subscribedTopic(other, id))],
    });
    expect(() => withTarget('Alert')).toThrow(new RegExp('^\\[Stack/Alert\\] targets: Other0/Alert is in 111122223333/eu-central-1, where the rule that the CDK adds must'
      + ` name Stack/InAlert/Prod, which has a generated name\\. Set ${prop} of it, for example to PhysicalName\\.GENERATE_IF_NEEDED\\.$`));
  });

  test.each(['prod', PhysicalName.GENERATE_IF_NEEDED])('T73: in another Region, for a cluster of the name %s, is delivered', (clusterName) => {
    const { alerts, others: [other] } = given(OTHER_REGION);
    const cluster = new ecs.Cluster(alerts, 'Prod', { clusterName });
    new EcsEventRule(alerts, 'Alert', { pattern: EcsEventPattern.serviceAction({ clusters: [cluster] }), targets: [new SnsPublish(subscribedTopic(other))] });
    expect(denialOf(alerts)).toBe('');
  });

  test('of the CDK in another account of the same Region is an error: what the CDK renders there has no role', () => {
    const { alerts, others: [other] } = given({ account: '444455556666' });
    alert(alerts, { targets: [new targets.SnsTopic(subscribedTopic(other))] });
    expect(denialOf(alerts)).toMatch(/\[Stack\/Alert\/Rule\] target Forward-444455556666-eu-west-1: .* has no role, .*use SnsPublish, SqsSendMessage or LambdaInvoke/);
  });

  test('the rules of both stacks may send to their dead-letter queues', () => {
    const { alerts, others: [other] } = given(OTHER_ACCOUNT);
    alert(alerts, { targets: [new SnsPublish(subscribedTopic(other))] });
    const accounts = [alerts, other].map((stack) => JSON.stringify(Template.fromStack(stack).findResources('AWS::SQS::QueuePolicy')).match(/"aws:SourceAccount":"(\d+)"/)?.[1]);
    expect(accounts).toEqual(['111122223333', '444455556666']);
  });

  test.each([
    ['accounts', [OTHER_ACCOUNT, { ...OTHER_ACCOUNT, account: '777788889999' }, { ...OTHER_ACCOUNT, account: '123456789012' }]],
    ['Regions', [OTHER_REGION, { region: 'eu-north-1' }, { region: 'us-east-1' }]],
  ])('three of them in three %s, and one at home', (_where, places) => {
    const { alerts, others } = given(...places);
    alert(alerts, { targets: [...others.map((other) => new SnsPublish(subscribedTopic(other))), new SnsPublish(subscribedTopic(alerts))] });
    const ids = others.map(({ account, region }) => `Forward-${account}-${region}`);
    expect(targetsIn(alerts).map(({ Id }) => Id)).toEqual([...ids, 'Target3']);
    expect(deadLettersIn(alerts)).toEqual([SHARED, SHARED, SHARED, SHARED]);
    others.forEach((other) => expect(deadLettersIn(other)).toEqual([SHARED]));
    expect(denialOf(alerts)).toBe('');
  });

  test('three of them in one account are forwarded once', () => {
    const { alerts, others: [other] } = given(OTHER_ACCOUNT);
    alert(alerts, { targets: ['One', 'Two', 'Three'].map((id) => new SnsPublish(subscribedTopic(other, id))) });
    expect(targetsIn(alerts)).toHaveLength(1);
    expect(deadLettersIn(alerts)).toEqual([SHARED]);
    expect(deadLettersIn(other)).toEqual([SHARED, SHARED, SHARED]);
  });

  test('of a rule that is split over several is forwarded and delivered by each of them', () => {
    const { alerts, others: [other] } = given(OTHER_ACCOUNT);
    const clusterNames = Array.from({ length: 60 }, (_, i) => `production-cluster-${i}`);
    alert(alerts, { pattern: EcsEventPattern.daemonTaskStartImpaired({ clusterNames }), targets: [new SnsPublish(subscribedTopic(other))] });
    const parts = rulesIn(alerts).length;
    expect(parts).toBeGreaterThan(1);
    expect(rulesIn(other).map(({ EventPattern }) => EventPattern)).toEqual(rulesIn(alerts).map(({ EventPattern }) => EventPattern));
    expect([deadLettersIn(alerts), deadLettersIn(other)]).toEqual([Array(parts).fill(SHARED), Array(parts).fill(SHARED)]);
  });

  test('the dead-letter queue of the rule serves the rule that forwards, and the shared one of the other stack the rule that delivers', () => {
    const { alerts, others: [other] } = given(OTHER_REGION);
    const deadLetterQueue = new sqs.Queue(alerts, 'Own');
    alert(alerts, { deadLetterQueue, targets: [new SnsPublish(subscribedTopic(other))] });
    expect(deadLettersIn(alerts)).toEqual([alerts.resolve((deadLetterQueue.node.defaultChild as sqs.CfnQueue).logicalId)]);
    expect(deadLettersIn(other)).toEqual([SHARED]);
    Template.fromStack(alerts).resourceCountIs('AWS::SQS::Queue', 1);
  });

  test('the dead-letter queue of the target serves the rule that delivers', () => {
    const { alerts, others: [other] } = given(OTHER_REGION);
    alert(alerts, { targets: [new SnsPublish(subscribedTopic(other), { deadLetterQueue: new sqs.Queue(other, 'Own') })] });
    expect(deadLettersIn(other)).toEqual(['Own30425842']);
    expect(deadLettersIn(alerts)).toEqual([SHARED]);
    Template.fromStack(other).resourceCountIs('AWS::SQS::Queue', 1);
  });

  test('with a separate dead-letter queue in the Region of the rule that forwards is an error', () => {
    const { alerts, others: [other] } = given(OTHER_REGION);
    const deadLetterQueue = new sqs.Queue(alerts, 'Own', { queueName: 'own' });
    expect(() => alert(alerts, { targets: [new SnsPublish(subscribedTopic(other), { deadLetterQueue })] }))
      .toThrow('[Stack/Alert] deadLetterQueue: construct Stack/Own is in Region eu-west-1, and the rule in eu-central-1.');
  });

  test('has no dead letters anywhere if the user wants none', () => {
    const { alerts, others: [other] } = given(OTHER_ACCOUNT);
    alert(alerts, { deadLetterQueueEnabled: false, targets: [new SnsPublish(subscribedTopic(other))] });
    expect([deadLettersIn(alerts), deadLettersIn(other)]).toEqual([[undefined], [undefined]]);
    [alerts, other].forEach((stack) => Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0));
  });

  test('through the CDK SqsQueue or LambdaFunction, which cannot be deployed there, is an error that names the targets of the library', () => {
    const sqsGiven = given(OTHER_ACCOUNT);
    expect(() => alert(sqsGiven.alerts, { targets: [new targets.SqsQueue(new sqs.Queue(sqsGiven.others[0], 'Queue'))] }))
      .toThrow(/\[Stack\/Alert\] targets: the policy of construct Other0\/Queue refers to this rule in another stack.* Use SqsSendMessage/);
    const lambdaGiven = given(OTHER_REGION);
    expect(() => alert(lambdaGiven.alerts, { targets: [new targets.LambdaFunction(onCall(lambdaGiven.others[0]))] }))
      .toThrow('[Stack/Alert] targets: targets.LambdaFunction adds the permission for construct Other0/OnCall to the stack of the rule, which is in another account or Region.'
        + ' Use LambdaInvoke of cdk-ecs-event-rules: it adds the permission to the stack of the function.');
  });

  test('on an events.Rule of the user: our targets work there too', () => {
    const app = new App();
    const alerts = new Stack(app, 'Stack', { env: IRELAND });
    const other = new Stack(app, 'Other', { env: { ...IRELAND, ...OTHER_REGION } });
    new events.Rule(alerts, 'Own', {
      eventPattern: EcsEventPattern.daemonTaskStartImpaired().toEventPattern(),
      targets: [new SqsSendMessage(new sqs.Queue(other, 'Queue'), { deadLetterQueue: new sqs.Queue(other, 'Dead') })],
    });
    expect(targetsIn(other)).toEqual([expect.objectContaining({ DeadLetterConfig: expect.anything() })]);
    expect(warningsOf(alerts)).toEqual([]);
  });
});

describe('T57: a Deny in the policy of a bus in the same account', () => {
  const deniedFor = (more: object, withRole = true): string[] => {
    const stack = stackUnderTest(IRELAND);
    const bus = new events.EventBus(stack, 'Bus', { eventBusName: 'ops' });
    const role = withRole ? new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') }) : undefined;
    role?.addToPolicy(new iam.PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] }));
    bus.addToResourcePolicy(iam.PolicyStatement.fromJson({ Sid: 'Closed', Effect: 'Deny', Principal: '*', Action: 'events:PutEvents', Resource: bus.eventBusArn, ...more }));
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [{ bind: () => ({ arn: bus.eventBusArn, role }) }] });
    return warningsOf(stack);
  };

  test.each<[string, object]>([
    ['of every event', {}],
    ['of events of Amazon ECS', { Condition: { StringEquals: { 'events:source': 'aws.ecs' } } }],
    ['of events that a rule forwards', { Condition: { Bool: { 'events:eventBusInvocation': 'true' } } }],
  ])('%s is a warning, because a role is not exempt', (_what, more) => {
    expect(deniedFor(more)).toEqual([expect.stringMatching(/the Deny of statement "cdk-Closed" applies.*eventBusAccessDenied\]$/)]);
  });

  test.each<[string, object, boolean]>([
    ['of other sources', { Condition: { StringNotEquals: { 'events:source': 'aws.ecs' } } }, true],
    ['of other accounts', { Condition: { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } } }, true],
    ['where it is not known as whom EventBridge sends, without a role,', {}, false],
  ])('%s is none', (_what, more, withRole) => {
    expect(deniedFor(more, withRole)).toEqual([]);
  });
});
