import { App, Aws, CfnOutput, CfnParameter, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { DeliveryStatus, EventBusSimulator, SampleEvent } from '../../src/testing';

const ENV = { account: '111111111111', region: 'eu-west-1' };

/** A stack with a cluster and a rule for placement failures in it. */
function given(props: { readonly env?: typeof ENV; readonly rule?: Partial<events.RuleProps> } = {}) {
  const app = new App();
  const stack = new Stack(app, 'Alerts', { env: props.env });
  const cluster = new ecs.Cluster(stack, 'Cluster');
  const topic = new sns.Topic(stack, 'Topic');
  const rule = new events.Rule(stack, 'Placement', {
    eventPattern: {
      source: ['aws.ecs'],
      detailType: ['ECS Service Action'],
      detail: { clusterArn: [cluster.clusterArn], eventName: ['SERVICE_TASK_PLACEMENT_FAILURE'] },
    },
    targets: [new targets.SnsTopic(topic)],
    ...props.rule,
  });
  return { app, stack, cluster, topic, rule };
}

describe('a rule that matches', () => {
  test('delivers the event to its target, with account, Region and ARNs of the bus', () => {
    const { stack, cluster } = given({ env: ENV });
    const outcome = EventBusSimulator.fromStack(stack).send(SampleEvent.serviceTaskPlacementFailure({ cluster, serviceName: 'web' }));
    expect(outcome.undelivered).toEqual([]);
    expect(outcome.delivered).toEqual([{
      rule: expect.stringMatching(/^Placement/),
      rulePath: 'Alerts/Placement',
      ruleName: expect.stringMatching(/^Alerts-Placement/),
      targetId: 'Target0',
      target: expect.stringMatching(/^Topic/),
      targetPath: 'Alerts/Topic',
      targetArn: expect.stringMatching(/^arn:aws:sns:eu-west-1:111111111111:Alerts-Topic/),
      targetType: 'SNS',
      body: JSON.stringify(outcome.sentEvent),
      status: DeliveryStatus.DELIVERED,
      assumptions: [],
      problems: [],
      subscribers: [],
    }]);
    expect(outcome.sentEvent).toMatchObject({ ...ENV, resources: [expect.stringMatching(/^arn:aws:ecs:eu-west-1:111111111111:service\/Alerts-Cluster.*\/web$/)] });
  });

  test('in a stack without an environment is in us-east-1', () => {
    const { stack, cluster } = given();
    const { sentEvent, delivered } = EventBusSimulator.fromStack(stack).send(SampleEvent.serviceTaskPlacementFailure({ cluster }));
    expect(sentEvent).toMatchObject({ account: '123456789012', region: 'us-east-1' });
    expect(delivered).toHaveLength(1);
  });

  test('delivers to every target what its transformer makes of the event', () => {
    const { stack, rule, cluster } = given();
    const queue = new sqs.Queue(stack, 'Queue');
    const onCall = new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('x'), handler: 'h', runtime: lambda.Runtime.NODEJS_LATEST });
    rule.addTarget(new targets.SqsQueue(queue, { message: events.RuleTargetInput.fromText(`why: ${events.EventField.fromPath('$.detail.reason')}`) }));
    rule.addTarget(new targets.LambdaFunction(onCall, { event: events.RuleTargetInput.fromObject({ why: events.EventField.fromPath('$.detail.reason'), n: 1 }) }));
    rule.addTarget(new targets.LambdaFunction(onCall.currentVersion, { event: events.RuleTargetInput.fromEventPath('$.detail.reason') }));
    rule.addTarget(new targets.CloudWatchLogGroup(new logs.LogGroup(stack, 'Logs')));
    const { delivered } = EventBusSimulator.fromStack(stack).send(SampleEvent.serviceTaskPlacementFailure({ cluster }));
    expect(delivered.map(({ targetType, targetPath }) => [targetType, targetPath])).toEqual([
      ['SNS', 'Alerts/Topic'], ['SQS', 'Alerts/Queue'], ['Lambda', 'Alerts/OnCall'], ['Lambda', 'Alerts/OnCall/CurrentVersion'], ['CloudWatch Logs', 'Alerts/Logs'],
    ]);
    expect(delivered.slice(1, 4).map(({ body }) => body)).toEqual(['"why: RESOURCE:FARGATE"', '{"why":"RESOURCE:FARGATE","n":1}', '"RESOURCE:FARGATE"']);
  });

  test('names a target that is not part of the app by its ARN', () => {
    const { stack, rule, cluster } = given();
    const arn = 'arn:aws:codepipeline:us-east-1:123456789012:p';
    rule.addTarget({ bind: () => ({ arn }) });
    const [, other] = EventBusSimulator.fromStack(stack).send(SampleEvent.serviceTaskPlacementFailure({ cluster })).delivered;
    expect(other).toMatchObject({ target: arn, targetPath: arn, targetArn: arn, targetType: 'codepipeline' });
  });
});

describe('a rule that does not match', () => {
  test.each([
    ['another cluster', SampleEvent.serviceTaskPlacementFailure({ clusterName: 'other' })],
    ['another event', SampleEvent.serviceAction()],
    ['an event that is sent exactly as given', SampleEvent.fromJson(SampleEvent.serviceTaskPlacementFailure().toJson())],
  ])('delivers nothing: %s', (_title, sample) => {
    const outcome = EventBusSimulator.fromStack(given().stack).send(sample);
    expect([outcome.delivered, outcome.undelivered]).toEqual([[], []]);
  });

  test.each<[string, Partial<events.RuleProps>]>([
    ['a disabled rule', { enabled: false }],
    ['a rule that only runs on a schedule', { eventPattern: undefined, schedule: events.Schedule.expression('rate(1 day)') }],
  ])('%s matches no events', (_title, rule) => {
    const { stack, cluster } = given({ rule });
    expect(EventBusSimulator.fromStack(stack).send(SampleEvent.serviceTaskPlacementFailure({ cluster })).delivered).toEqual([]);
  });

  test('a rule on another bus matches no events; the default bus may be named', () => {
    const { stack, cluster } = given();
    const on = (id: string, eventBus: events.IEventBus) => new events.Rule(stack, id, { eventBus, eventPattern: { source: ['aws.ecs'] }, targets: [{ bind: () => ({ arn: `arn:aws:sns:us-east-1:123456789012:${id}` }) }] });
    on('Other', new events.EventBus(stack, 'Bus'));
    on('ByName', events.EventBus.fromEventBusName(stack, 'DefaultByName', 'default'));
    on('ByArn', events.EventBus.fromEventBusArn(stack, 'DefaultByArn', 'arn:aws:events:us-east-1:123456789012:event-bus/default'));
    (stack.node.findChild('ByArn').node.defaultChild as events.CfnRule).eventBusName = 'arn:aws:events:us-east-1:123456789012:event-bus/default';
    const { delivered } = EventBusSimulator.fromStack(stack).send(SampleEvent.serviceAction({ cluster }));
    expect(delivered.map(({ rulePath }) => rulePath).sort()).toEqual([`${stack.node.path}/ByArn`, `${stack.node.path}/ByName`]);
  });
});

describe('several stacks', () => {
  test('constructs are resolved in their own stack, references cross stacks', () => {
    const app = new App();
    const infra = new Stack(app, 'Infra', { env: ENV });
    const cluster = new ecs.Cluster(infra, 'Cluster');
    const topic = new sns.Topic(infra, 'Topic');
    const stack = new Stack(app, 'Alerts', { env: ENV });
    new events.Rule(stack, 'Rule', { eventPattern: { detail: { clusterArn: [cluster.clusterArn] } }, targets: [new targets.SnsTopic(topic)] });
    const simulator = EventBusSimulator.fromStack(stack);
    expect(simulator.send(SampleEvent.taskStateChange({ cluster })).delivered).toMatchObject([{ targetPath: 'Infra/Topic' }]);
    // A token in any text, even together with other text.
    expect(simulator.send(SampleEvent.taskStateChange({ clusterName: cluster.clusterName, account: Aws.ACCOUNT_ID })).delivered).toHaveLength(1);
    expect(simulator.send(SampleEvent.taskStateChange({ clusterName: `${cluster.clusterName}-2` })).sentEvent.detail.clusterArn).toMatch(/-2$/);
    expect(simulator.send(SampleEvent.taskStateChange({ id: `${cluster.clusterName} ${Aws.REGION}!` })).sentEvent.id).toMatch(/^Infra-Cluster.* eu-west-1!$/);
    expect(simulator.send(SampleEvent.taskStateChange({ detail: { clusterArn: `${cluster.clusterArn}` } })).delivered).toHaveLength(1);
    // The rules of the other stack are not those of this one.
    expect(EventBusSimulator.fromStack(infra).send(SampleEvent.taskStateChange({ cluster })).delivered).toEqual([]);
  });

  test('the event follows a cluster of another Region', () => {
    const { stack } = given({ env: ENV });
    const cluster = ecs.Cluster.fromClusterArn(stack, 'Abroad', 'arn:aws:ecs:ap-south-1:999999999999:cluster/abroad');
    expect(EventBusSimulator.fromStack(stack).send(SampleEvent.serviceAction({ cluster })).sentEvent).toMatchObject({ account: '999999999999', region: 'ap-south-1' });
  });

  test('services and daemons bring their cluster along', () => {
    const { stack, cluster } = given({ env: ENV });
    const cfnService = new ecs.CfnService(stack, 'Service', { cluster: cluster.clusterName, serviceName: 'web' });
    const daemon = new ecs.CfnDaemon(stack, 'Daemon', { clusterArn: cluster.clusterArn, daemonName: 'agent' });
    const simulator = EventBusSimulator.fromStack(stack);
    const { detail } = simulator.send(SampleEvent.daemonTaskStartImpaired({ daemon })).sentEvent;
    expect(detail.daemonArn).toMatch(/:daemon\/Alerts-Cluster.*\/agent$/);
    expect(detail.clusterArn).toMatch(/:cluster\/Alerts-Cluster/);
    expect(simulator.send(SampleEvent.serviceTaskPlacementFailure({ service: cfnService })).delivered).toHaveLength(1);
  });

  test('nested stacks are part of the stack, with their parameters and outputs', () => {
    const { stack, cluster } = given();
    const nested = new NestedStack(stack, 'Nested');
    const inner = new sns.Topic(nested, 'Inner');
    new events.Rule(nested, 'Rule', { eventPattern: { detail: { clusterArn: [cluster.clusterArn], lastStatus: ['STOPPED'] } }, targets: [new targets.SnsTopic(inner)] });
    new events.Rule(stack, 'Outer', { eventPattern: { detail: { lastStatus: ['STOPPED'] } }, targets: [new targets.SnsTopic(inner)] });
    const delivered = (from: Stack) => EventBusSimulator.fromStack(from).send(SampleEvent.taskStateChange({ cluster })).delivered;
    expect(delivered(stack).map(({ rulePath, targetPath }) => [rulePath, targetPath])).toEqual([
      ['Alerts/Outer', 'Alerts/Nested/Inner'], ['Alerts/Nested/Rule', 'Alerts/Nested/Inner'],
    ]);
    expect(delivered(nested)).toMatchObject([{ rulePath: 'Alerts/Nested/Rule' }]);
  });

  test('only the stacks of the Stage are known', () => {
    const app = new App();
    const stage = new Stage(app, 'Prod', { env: ENV });
    const stack = new Stack(stage, 'Alerts');
    new events.Rule(stack, 'Rule', { eventPattern: { source: ['aws.ecs'] }, targets: [{ bind: () => ({ arn: `arn:aws:sns:${ENV.region}:${ENV.account}:x` }) }] });
    const otherCluster = new ecs.Cluster(new Stack(app, 'OtherStack'), 'Cluster');
    const simulator = EventBusSimulator.fromStack(stack);
    expect(simulator.send(SampleEvent.taskStateChange()).delivered).toMatchObject([{ rulePath: 'Prod/Alerts/Rule' }]);
    expect(() => simulator.send(SampleEvent.taskStateChange({ cluster: otherCluster }))).toThrow('OtherStack: the stack is not part of the simulated app or Stage');
  });
});

describe('a template', () => {
  const template = (pattern: unknown, properties: object = {}) => ({
    Parameters: { Bus: { Type: 'String', Default: 'default' } },
    Resources: {
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { EventPattern: pattern, EventBusName: { Ref: 'Bus' }, Targets: [{ Id: 'T', Arn: { 'Fn::ImportValue': 'Other:Topic' } }], ...properties },
        Metadata: { 'aws:cdk:path': 'Alerts/Rule/Resource' },
      },
    },
  });

  test('is simulated as it is; what it imports is a dummy', () => {
    const simulator = EventBusSimulator.fromTemplate(template({ source: ['aws.ecs'] }), { stackName: 'Mine', account: '111111111111', region: 'cn-north-1' });
    const { delivered, sentEvent } = simulator.send(SampleEvent.taskStateChange());
    expect(delivered).toMatchObject([{ rule: 'Rule', rulePath: 'Alerts/Rule', ruleName: expect.stringMatching(/^Mine-Rule-/), targetArn: 'imported-Other:Topic' }]);
    expect(sentEvent.detail.taskArn).toMatch(/^arn:aws-cn:ecs:cn-north-1:111111111111:task/);
  });

  test('may have parameters', () => {
    const simulator = EventBusSimulator.fromTemplate(template({ source: ['aws.ecs'] }), { parameters: { Bus: 'other' } });
    expect(simulator.send(SampleEvent.taskStateChange()).delivered).toEqual([]);
  });

  test('without a parameter that is given is an error', () => {
    expect(() => EventBusSimulator.fromTemplate(template({ source: ['aws.ecs'] }), { stackName: 'Mine', parameters: { Buss: 'other' } }))
      .toThrow('[EventBusSimulator] parameters: Mine has no such parameter, got "Buss". Use the names that parameters have in the template.');
  });

  test('may hold the pattern as text', () => {
    const simulator = EventBusSimulator.fromTemplate(template('{"source": ["aws.ecs"]}'));
    expect(simulator.send(SampleEvent.taskStateChange()).delivered).toHaveLength(1);
  });

  test.each([
    [{ source: 'aws.ecs' }, 'EventBridge refuses the event pattern: source: must be an object or an array, got "aws.ecs"'],
    ['{', 'EventBridge refuses the event pattern: '],
    [{ 'Fn::Transform': {} }, 'the event pattern is not known before the deployment'],
  ])('with the pattern %j says why the rule matches no events, and simulates the other rules', (pattern, reason) => {
    const { Resources: { Rule } } = template({ source: ['aws.ecs'] });
    const { Resources, ...rest } = template(pattern);
    const outcome = EventBusSimulator.fromTemplate({ ...rest, Resources: { ...Resources, Other: Rule } }).send(SampleEvent.taskStateChange());
    expect(outcome.delivered).toMatchObject([{ rule: 'Other' }]);
    expect(outcome.explain()).toContain(`  Alerts/Rule\n    ${reason}`);
  });

  test('takes literal values only', () => {
    const cluster = new ecs.Cluster(new Stack(), 'Cluster');
    const simulator = EventBusSimulator.fromTemplate(template({ source: ['aws.ecs'] }));
    expect(() => simulator.send(SampleEvent.taskStateChange({ cluster }))).toThrow('Send the sample to EventBusSimulator.fromStack() or fromApp(), or pass a literal value');
  });
});

describe('values that an app does not specify can be passed', () => {
  /** A stack without an environment whose rule matches the clusters of a parameter. */
  function withParameter() {
    const { app, stack } = given();
    const { valueAsString } = new CfnParameter(stack, 'ClusterName');
    new events.Rule(stack, 'Own', { eventPattern: { detail: { clusterArn: [stack.formatArn({ service: 'ecs', resource: 'cluster', resourceName: valueAsString })] } } })
      .addTarget(new targets.SnsTopic(new sns.Topic(stack, 'Other')));
    return { app, stack };
  }
  const OPTIONS = { account: '111111111111', region: 'cn-north-1', parameters: { ClusterName: 'prod' } };

  test.each([
    ['fromStack', () => EventBusSimulator.fromStack(withParameter().stack, OPTIONS)],
    ['fromApp', () => EventBusSimulator.fromApp(withParameter().app, OPTIONS)],
  ])('%s', (_way, simulator) => {
    const { delivered, sentEvent } = simulator().send(SampleEvent.taskStateChange({ clusterName: 'prod' }));
    expect(sentEvent.detail.clusterArn).toBe('arn:aws-cn:ecs:cn-north-1:111111111111:cluster/prod');
    expect(delivered.map(({ rulePath }) => rulePath)).toEqual(['Alerts/Own']);
    expect(simulator().send(SampleEvent.taskStateChange({ clusterName: 'dev' })).delivered).toEqual([]);
  });

  test('what the stack says itself stays', () => {
    const { stack } = given({ env: ENV });
    expect(EventBusSimulator.fromStack(stack, { account: '222222222222', region: 'us-east-2' }).send(SampleEvent.taskStateChange()).sentEvent)
      .toMatchObject(ENV);
  });

  test.each([
    ['fromStack', () => EventBusSimulator.fromStack(withParameter().stack, { parameters: { Cluster: 'prod' } })],
    ['fromApp', () => EventBusSimulator.fromApp(withParameter().app, { parameters: { Cluster: 'prod' } })],
  ])('%s with a parameter that no stack has is an error', (_way, simulator) => {
    expect(simulator).toThrow('parameters: Alerts has no such parameter, got "Cluster"');
  });
});

test('the rules that one construct was split into are explained together', () => {
  const { stack } = given();
  const alert = new Construct(stack, 'Alert');
  for (let part = 0; part < 5; part++) {
    new events.Rule(alert, `Rule${part}`, { eventPattern: { detail: { clusterArn: [`cluster-${part}`] } } });
  }
  expect(EventBusSimulator.fromStack(stack).send(SampleEvent.taskStateChange()).explain()).toContain('… and 2 more rules of Alerts/Alert\n');
});

test('an output of a nested stack and a number in a text are values like others', () => {
  const { stack, cluster } = given();
  new CfnOutput(stack, 'Output', { value: cluster.clusterArn });
  const outcome = EventBusSimulator.fromStack(stack).send(SampleEvent.fromJson({ 'detail-type': `${cluster.clusterName}`, 'x': null, 'y': [1, cluster.clusterArn] }));
  expect(outcome.sentEvent).toMatchObject({ 'detail-type': expect.stringMatching(/^Alerts-Cluster/), 'x': null, 'y': [1, expect.stringMatching(/^arn:/)] });
});

test('a stack without an app cannot be simulated', () => {
  expect(() => EventBusSimulator.fromStack({ node: { path: 'S', scopes: [] } } as any)).toThrow('[EventBusSimulator.fromStack] stack: expected a stack of an app, got construct S. Pass a Stack of an App; for a template, use fromTemplate().');
});
