import { Deployment } from '../../../src/engine/template/deployment';
import { environmentOf } from '../../../src/engine/template/environment';
import { StackInstance } from '../../../src/engine/template/stack-instance';
import type { StackInstanceProps } from '../../../src/engine/template/stack-instance';
import type { LazyResource, Template } from '../../../src/engine/template/template';
import { hasUnknown, readable, readableJson } from '../../../src/engine/values/unknown';

function deployed(template: Template, props: Partial<StackInstanceProps> & { readonly deployment?: Deployment } = {}): StackInstance {
  const deployment = props.deployment ?? new Deployment();
  const stack = new StackInstance({ name: 'App', template, environment: environmentOf(), deployment, ...props });
  deployment.stacks.push(stack);
  return stack;
}

const resource = (Type: string, Properties: Record<string, unknown> = {}) => ({ Type, Properties });
const ref = (name: string) => ({ Ref: name });
const att = (logicalId: string, attribute: string) => ({ 'Fn::GetAtt': [logicalId, attribute] });

const TEMPLATE: Template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'prod' },
    Bare: { Type: 'String' },
    Count: { Type: 'Number' },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b' },
    Ami: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: '/ami' },
    Amis: { Type: 'AWS::SSM::Parameter::Value<List<String>>' },
  },
  Mappings: { Sizes: { prod: { tasks: 3 } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [ref('Stage'), 'prod'] },
    IsNotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { 'Fn::Equals': ['1', 1] }] },
    Either: { 'Fn::Or': [{ Condition: 'IsNotProd' }, { 'Fn::Equals': ['a', 'b'] }] },
    OneOfTwo: { 'Fn::And': [{ Condition: 'IsProd' }, { Condition: 'IsNotProd' }] },
    OneWillDo: { 'Fn::Or': [{ Condition: 'IsNotProd' }, { Condition: 'IsProd' }] },
    Strange: { 'Fn::Strange': [] },
  },
  Resources: {
    Cluster: resource('AWS::ECS::Cluster'),
    Named: resource('AWS::ECS::Cluster', { ClusterName: 'prod' }),
    Service: resource('AWS::ECS::Service', { Cluster: ref('Named'), ServiceName: 'web' }),
    ByArn: resource('AWS::ECS::Service', { Cluster: att('Named', 'Arn'), ServiceName: 'api' }),
    Homeless: resource('AWS::ECS::Service', { ServiceName: 'web' }),
    Daemon: resource('AWS::ECS::Daemon', { ClusterArn: att('Named', 'Arn'), DaemonName: 'agent' }),
    Provider: resource('AWS::ECS::CapacityProvider', { Name: 'spot' }),
    Definition: resource('AWS::ECS::TaskDefinition', { Family: 'web' }),
    Topic: resource('AWS::SNS::Topic', { TopicName: 'alerts' }),
    FifoTopic: resource('AWS::SNS::Topic', { FifoTopic: true }),
    Subscription: resource('AWS::SNS::Subscription', { TopicArn: ref('Topic') }),
    Queue: resource('AWS::SQS::Queue', { QueueName: 'alerts' }),
    Function: resource('AWS::Lambda::Function', { FunctionName: 'on-call' }),
    Version: resource('AWS::Lambda::Version', { FunctionName: ref('Function') }),
    Alias: resource('AWS::Lambda::Alias', { FunctionName: att('Function', 'Arn'), Name: 'live' }),
    Key: resource('AWS::KMS::Key'),
    KeyAlias: resource('AWS::KMS::Alias', { AliasName: 'alias/mine' }),
    Rule: resource('AWS::Events::Rule', { Name: 'r' }),
    BusRule: resource('AWS::Events::Rule', { Name: 'r', EventBusName: ref('Bus') }),
    Bus: resource('AWS::Events::EventBus', { Name: 'own' }),
    Role: resource('AWS::IAM::Role', { RoleName: 'role' }),
    Logs: resource('AWS::Logs::LogGroup', { LogGroupName: '/ecs' }),
    Machine: resource('AWS::StepFunctions::StateMachine', { StateMachineName: 'flow' }),
    Unknown: resource('AWS::Foo::Widget', { WidgetName: 'w' }),
    Custom: resource('Custom::Thing'),
    OnlyHere: { ...resource('AWS::SNS::Topic'), Condition: 'IsNotProd' },
    Conditional: { ...resource('AWS::SNS::Topic'), Condition: 'IsProd', Metadata: { 'aws:cdk:path': 'App/Else/Resource' } },
  },
};
const stack = deployed(TEMPLATE);
/** A value as it is shown to people. */
const shown = (value: unknown, of = stack) => readableJson(of.evaluate(value) as unknown) as any;
const arn = (service: string, rest: string) => `arn:aws:${service}:us-east-1:123456789012:${rest}`;

describe('references', () => {
  test.each([
    ['Named', 'prod'],
    ['Service', arn('ecs', 'service/prod/web')],
    ['ByArn', arn('ecs', 'service/prod/api')],
    ['Homeless', arn('ecs', 'service/default/web')],
    ['Daemon', arn('ecs', 'daemon/prod/agent')],
    ['Provider', 'spot'],
    ['Definition', arn('ecs', 'task-definition/web:1')],
    ['Topic', arn('sns', 'alerts')],
    ['Queue', 'https://sqs.us-east-1.amazonaws.com/123456789012/alerts'],
    ['Function', 'on-call'],
    ['Version', arn('lambda', 'function:on-call:1')],
    ['Alias', arn('lambda', 'function:on-call:live')],
    ['KeyAlias', 'alias/mine'],
    ['Rule', 'r'],
    ['BusRule', 'own|r'],
    ['Bus', 'own'],
    ['Machine', arn('states', 'stateMachine:flow')],
    ['Unknown', 'w'],
  ])('Ref of %s', (logicalId, value) => {
    expect(shown(ref(logicalId))).toBe(value);
  });

  test.each([
    ['Named', 'Arn', arn('ecs', 'cluster/prod')],
    ['Service', 'ServiceArn', arn('ecs', 'service/prod/web')],
    ['Service', 'Name', 'web'],
    ['Daemon', 'DaemonArn', arn('ecs', 'daemon/prod/agent')],
    ['Topic', 'TopicArn', arn('sns', 'alerts')],
    ['Topic', 'TopicName', 'alerts'],
    ['Queue', 'Arn', arn('sqs', 'alerts')],
    ['Queue', 'QueueName', 'alerts'],
    ['Queue', 'QueueUrl', 'https://sqs.us-east-1.amazonaws.com/123456789012/alerts'],
    ['Function', 'Arn', arn('lambda', 'function:on-call')],
    ['Version', 'Version', '1'],
    ['Version', 'FunctionArn', arn('lambda', 'function:on-call')],
    ['Rule', 'Arn', arn('events', 'rule/r')],
    ['BusRule', 'Arn', arn('events', 'rule/own/r')],
    ['Bus', 'Arn', arn('events', 'event-bus/own')],
    ['Role', 'Arn', 'arn:aws:iam::123456789012:role/role'],
    ['Logs', 'Arn', arn('logs', 'log-group:/ecs:*')],
    ['Unknown', 'Arn', arn('foo', 'widget/w')],
    ['Unknown', 'PartArn', `${arn('foo', 'widget/w')}/PartArn`],
    ['Unknown', 'Color', 'w-Color'],
  ])('GetAtt of %s.%s', (logicalId, attribute, value) => {
    expect(shown(att(logicalId, attribute))).toBe(value);
    expect(shown({ 'Fn::GetAtt': `${logicalId}.${attribute}` })).toBe(value);
  });

  test('names that CloudFormation generates contain the stack and the resource and are the same on every run', () => {
    expect(shown(ref('Cluster'))).toMatch(/^App-Cluster-[0-9A-Z]{12}$/);
    expect(shown(ref('Cluster'), deployed(TEMPLATE))).toBe(shown(ref('Cluster')));
    expect(shown(ref('Cluster'), deployed(TEMPLATE, { name: 'Other' }))).not.toBe(shown(ref('Cluster')));
    expect(shown(ref('FifoTopic'))).toMatch(/:App-FifoTopic-[0-9A-Z]{12}\.fifo$/);
    expect(shown(ref('Key'))).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(shown(att('Key', 'KeyId'))).toBe(shown(ref('Key')));
    expect(shown(ref('Subscription'))).toMatch(/:alerts:[0-9a-f-]{36}$/);
    expect(shown(ref('Custom'))).toMatch(/^App-Custom-/);
    expect([ref('Cluster'), ref('Key'), ref('FifoTopic')].map((value) => hasUnknown(stack.evaluate(value)))).toEqual([true, true, true]);
  });

  test('names are not longer than the service allows', () => {
    const long = 'A'.repeat(100);
    const rule: string = shown(ref(long), deployed({ Resources: { [long]: resource('AWS::Events::Rule') } }));
    expect(rule).toHaveLength(64);
    expect(rule).toMatch(/^App-A+-[0-9A-Z]{12}$/);
  });

  test('what is not there is an error', () => {
    expect(() => stack.evaluate(ref('Missing'))).toThrow('stack App has neither a resource nor a parameter Missing');
    expect(() => stack.evaluate(ref('AWS::Nothing'))).toThrow('the pseudo parameter AWS::Nothing does not exist');
    expect(() => stack.condition('Nowhere')).toThrow('stack App has no condition Nowhere');
  });
});

describe('intrinsic functions', () => {
  test.each<[string, unknown, unknown]>([
    ['Join', { 'Fn::Join': ['-', ['a', ref('Stage'), 1]] }, 'a-prod-1'],
    ['Join of a list that is computed', { 'Fn::Join': [',', ref('Zones')] }, 'a,b'],
    ['Split and Select', { 'Fn::Select': [1, { 'Fn::Split': ['/', att('Named', 'Arn')] }] }, 'prod'],
    ['Sub', { 'Fn::Sub': '${Stage} ${Named.Arn} ${AWS::Region} ${!Literal}' }, `prod ${arn('ecs', 'cluster/prod')} us-east-1 \${Literal}`],
    ['Sub with variables', { 'Fn::Sub': ['${x}', { x: ref('Stage') }] }, 'prod'],
    ['If', { 'Fn::If': ['IsProd', 'yes', 'no'] }, 'yes'],
    ['If, otherwise', { 'Fn::If': ['Either', 'yes', ref('Stage')] }, 'prod'],
    ['And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'yes'],
    ['And, where one does not hold', { 'Fn::If': ['OneOfTwo', 'yes', 'no'] }, 'no'],
    ['Or', { 'Fn::If': ['OneWillDo', 'yes', 'no'] }, 'yes'],
    ['NoValue', { a: ref('AWS::NoValue'), b: [ref('AWS::NoValue'), 1], c: { 'Fn::If': ['IsProd', ref('AWS::NoValue'), 1] } }, { b: [1] }],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', ref('Stage'), 'tasks'] }, 3],
    ['FindInMap with a default', { 'Fn::FindInMap': ['Sizes', 'dev', 'tasks', { DefaultValue: 1 }] }, 1],
    ['Base64', { 'Fn::Base64': 'a' }, 'YQ=='],
    ['GetAZs', { 'Fn::GetAZs': '' }, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['Length', { 'Fn::Length': ref('Zones') }, 2],
    ['ToJsonString', { 'Fn::ToJsonString': { a: ref('Stage') } }, '{"a":"prod"}'],
    ['ImportValue of a stack that is not there', { 'Fn::ImportValue': 'Other:Arn' }, 'imported-Other:Arn'],
    ['an object with more than a function in it', { Ref: 'x', other: 1 }, { Ref: 'x', other: 1 }],
    ['plain values', [null, true, 1], [null, true, 1]],
  ])('%s', (_name, value, expected) => {
    expect(shown(value)).toEqual(expected);
  });

  test.each<[unknown, string]>([
    [{ 'Fn::Select': [9, ['a']] }, 'Fn::Select cannot select 9 from ["a"]'],
    [{ 'Fn::Join': ['', 'text'] }, 'Fn::Join needs a list, got "text"'],
    [{ 'Fn::FindInMap': ['Sizes', 'dev', 'tasks'] }, 'Fn::FindInMap finds nothing at Sizes, dev, tasks'],
    [{ 'Fn::If': ['Strange', 1, 2] }, 'the condition function Fn::Strange cannot be simulated'],
  ])('%j is an error', (value, message) => {
    expect(() => stack.evaluate(value)).toThrow(message);
  });
});

describe('parameters', () => {
  test.each([
    ['Stage', 'prod'],
    ['Bare', 'Bare'],
    ['Count', 1],
    ['Zones', ['a', 'b']],
    ['Ami', 'value-of-/ami'],
    ['Amis', ['value-of-Amis']],
  ])('%s without a value', (name, value) => {
    expect(shown(ref(name))).toEqual(value);
  });

  test('a value that is given wins', () => {
    const given = deployed(TEMPLATE, { parameters: { Stage: 'dev', Zones: ['c'] } });
    expect(given.evaluate([ref('Stage'), ref('Zones')])).toEqual(['dev', ['c']]);
    expect(given.existing().map(({ logicalId }) => logicalId)).toContain('OnlyHere');
  });
});

test('resources exist if their condition holds', () => {
  const existing = stack.existing().map(({ logicalId }) => logicalId);
  expect(existing).toContain('Conditional');
  expect(existing).not.toContain('OnlyHere');
});

test('the path of a resource is that of its construct, or its logical id', () => {
  const paths = Object.fromEntries(stack.existing().map(({ logicalId, path }) => [logicalId, path]));
  expect([paths.Conditional, paths.Topic]).toEqual(['App/Else', 'Topic']);
});

test('pseudo parameters follow the environment of the stack', () => {
  const chinese = deployed({}, { environment: environmentOf('111111111111', 'cn-north-1') });
  const names = ['AWS::AccountId', 'AWS::Region', 'AWS::Partition', 'AWS::URLSuffix', 'AWS::StackName', 'AWS::NotificationARNs'];
  expect(chinese.evaluate(names.map(ref))).toEqual(['111111111111', 'cn-north-1', 'aws-cn', 'amazonaws.com.cn', 'App', []]);
  expect(chinese.evaluate(ref('AWS::StackId'))).toMatch(/^arn:aws-cn:cloudformation:cn-north-1:111111111111:stack\/App\//);
});

test('an unknown Region is in the standard partition', () => {
  expect(environmentOf(undefined, 'xx-new-1')).toMatchObject({ region: 'xx-new-1', partition: 'aws', urlSuffix: 'amazonaws.com' });
});

describe('several stacks', () => {
  test('exports of one are imported by another', () => {
    const deployment = new Deployment();
    deployed({
      Conditions: { Never: { 'Fn::Equals': [1, 2] } },
      Resources: { Topic: resource('AWS::SNS::Topic', { TopicName: 't' }) },
      Outputs: {
        Hidden: { Value: 'x', Export: { Name: 'The:Topic' }, Condition: 'Never' },
        Plain: { Value: 'x' },
        Topic: { Value: ref('Topic'), Export: { Name: { 'Fn::Sub': 'The:Topic' } } },
      },
    }, { deployment, name: 'Producer' });
    expect(deployed({}, { deployment }).evaluate({ 'Fn::ImportValue': 'The:Topic' })).toBe(arn('sns', 't'));
  });

  test('what one stack writes for another Region is read there', () => {
    const deployment = new Deployment();
    const written = { '/cdk/exports/x': ref('Topic') };
    deployed({
      Resources: {
        Topic: resource('AWS::SNS::Topic', { TopicName: 't' }),
        Writer: resource('Custom::CrossRegionExportWriter', { WriterProps: { exports: written } }),
        Empty: { Type: 'Custom::CrossRegionExportWriter' },
      },
    }, { deployment, name: 'Producer' });
    const consumer = deployed({ Resources: { Reader: resource('Custom::CrossRegionExportReader') } }, { deployment });
    expect(consumer.evaluate(att('Reader', '/cdk/exports/x'))).toBe(arn('sns', 't'));
    expect(readable(consumer.evaluate(att('Reader', '/cdk/exports/y')))).toBe('imported-/cdk/exports/y');
  });

  test('a resource is found by its ARN, even if another cannot be known', () => {
    const deployment = new Deployment();
    deployed({
      Resources: {
        Broken: resource('AWS::SNS::Topic', { TopicName: { 'Fn::Transform': {} } }),
        Logs: resource('AWS::Logs::LogGroup', { LogGroupName: '/ecs' }),
      },
    }, { deployment });
    expect(deployment.resourceOf(arn('logs', 'log-group:/ecs'))?.logicalId).toBe('Logs');
    expect(deployment.resourceOf(arn('sns', 'other'))).toBeUndefined();
  });
});

describe('what only a deployment knows', () => {
  test.each<[string, unknown, string]>([
    ['an import', { 'Fn::ImportValue': 'Other' }, 'imported-Other'],
    ['an output of another app', { 'Fn::GetStackOutput': { StackName: 'Other', OutputName: 'Arn' } }, 'output-Other-Arn'],
    ['a function that is not simulated', { 'Fn::Transform': { Name: 'AWS::Include' } }, 'Fn::Transform {"Name":"AWS::Include"}'],
    ['a parameter without a default', ref('Bare'), 'Bare'],
    ['a parameter of Systems Manager', ref('Ami'), 'value-of-/ami'],
    ['a part of what is unknown', { 'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::ImportValue': 'Other' }] }] }, 'imported-Other-1'],
    ['an attribute that is not listed', att('Unknown', 'Color'), 'w-Color'],
    ['a text with an unknown part', { 'Fn::Sub': 'arn:${Bare}' }, 'arn:Bare'],
  ])('is marked: %s', (_title, value, text) => {
    expect(hasUnknown(stack.evaluate(value))).toBe(true);
    expect(shown(value)).toBe(text);
  });

  test('is likely the default of a parameter, which is split like any other text', () => {
    const given = deployed({ Parameters: { Arn: { Type: 'String', Default: 'a:b' } } });
    const part = given.evaluate({ 'Fn::Select': [1, { 'Fn::Split': [':', ref('Arn')] }] });
    expect([readable(part), hasUnknown(part)]).toEqual(['b', true]);
  });

  test('is certain once a value is given', () => {
    expect(deployed(TEMPLATE, { parameters: { Bare: 'x' } }).evaluate(ref('Bare'))).toBe('x');
  });
});

test('an output of a stack that is referred to weakly', () => {
  const deployment = new Deployment();
  deployed({ Resources: { Topic: resource('AWS::SNS::Topic', { TopicName: 't' }) }, Outputs: { Out: { Value: ref('Topic') } } }, { deployment, name: 'Producer' });
  const output = { 'Fn::GetStackOutput': { StackName: 'Producer', OutputName: 'Out', Region: ref('AWS::Region') } };
  expect(deployed({}, { deployment }).evaluate(output)).toBe(arn('sns', 't'));
});

describe('a parameter of Systems Manager', () => {
  const reading = (template: Template) => {
    const deployment = new Deployment();
    deployed({ Resources: { Stored: resource('AWS::SSM::Parameter', { Name: '/alerts/topic', Value: ref('Topic') }), Topic: resource('AWS::SNS::Topic', { TopicName: 't' }) } }, { deployment });
    return deployed(template, { deployment, name: 'Reader' });
  };

  test('of the app has the value that the app gives it', () => {
    const Parameters = { Stored: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/alerts/topic' } };
    expect(reading({ Parameters }).evaluate(ref('Stored'))).toBe(arn('sns', 't'));
    expect(reading({}).evaluate(['{{resolve:ssm:/alerts/topic}}', 'x-{{resolve:ssm:/alerts/topic:3}}'])).toEqual([arn('sns', 't'), `x-${arn('sns', 't')}`]);
    expect(reading({}).evaluate({ 'Fn::Join': ['', ['{{resolve:ssm:', '/alerts/topic}}']] })).toBe(arn('sns', 't'));
  });

  test('of another app is not known', () => {
    const read = reading({}).evaluate(['{{resolve:ssm:/other}}', '{{resolve:secretsmanager:secret:SecretString:a}}']) as string[];
    expect(read.map((text) => [readable(text), hasUnknown(text)])).toEqual([['value-of-/other', true], ['{{resolve:secretsmanager:secret:SecretString:a}}', true]]);
  });
});

describe('a template that cannot be evaluated ends in an error that names the fault', () => {
  test('circular conditions', () => {
    const circular = deployed({ Conditions: { A: { 'Fn::Not': [{ Condition: 'B' }] }, B: { 'Fn::And': [{ Condition: 'A' }] } } });
    expect(() => circular.condition('A')).toThrow('stack App: the condition A -> B -> A is circular');
    expect(() => circular.condition('B')).toThrow('stack App: the condition B -> A -> B is circular');
  });

  test('circular references', () => {
    const circular = deployed({ Resources: { A: resource('AWS::SQS::Queue', { QueueName: att('B', 'QueueName') }), B: resource('AWS::SQS::Queue', { QueueName: att('A', 'QueueName') }) } });
    expect(() => circular.evaluate(att('A', 'Arn'))).toThrow('A.QueueName refers to itself');
  });

  test.each([['a value', 'Fn::Join', (inner: unknown) => ['', [inner]]], ['a list', 'list', (inner: unknown) => [inner]]])('%s that is nested too deep', (_title, key, nest) => {
    let value: unknown = 'x';
    for (let depth = 0; depth < 20_000; depth++) {
      value = key === 'list' ? nest(value) : { [key]: nest(value) };
    }
    expect(() => stack.evaluate(value)).toThrow('a value of the template is nested more than 500 levels deep');
  });

  test('a condition that is nested too deep', () => {
    let expression: unknown = { 'Fn::Equals': ['a', 'b'] };
    for (let depth = 0; depth < 20_000; depth++) {
      expression = { 'Fn::Not': [expression] };
    }
    expect(() => deployed({ Conditions: { Deep: expression } }).condition('Deep')).toThrow('a condition of the template is nested more than 500 levels deep');
  });
});

test('only the resources that are looked for are rendered, and each of them once', () => {
  const rendered: string[] = [];
  const lazy = (logicalId: string, type: string): LazyResource => ({
    logicalId,
    type,
    path: `App/${logicalId}/Resource`,
    read: () => {
      rendered.push(logicalId);
      return { Type: type, Properties: {} };
    },
  });
  const deployment = new Deployment();
  const given = deployed({}, { deployment, resources: [lazy('Topic', 'AWS::SNS::Topic'), lazy('Table', 'AWS::DynamoDB::Table'), lazy('Queue', 'AWS::SQS::Queue')] });
  const [topic] = given.ofType('AWS::SNS::Topic');
  expect([topic.path, deployment.resourceOf(topic.arn), deployment.resourceOf(topic.arn)]).toEqual(['App/Topic', topic, topic]);
  expect(rendered).toEqual(['Topic']);
});
