import { idOf, resource, sendThrough } from './alert-app';
import { deny, KEY, PERMISSION, QUEUE_POLICY, statementIn, TOPIC_POLICY, withIds } from './sabotage';
import type { Sabotage } from './sabotage';

test.each<[string, Sabotage]>([
  ['an explicit statement for the very rule', (template) => { statementIn(template, QUEUE_POLICY, 'Queue').Condition = { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [idOf(template, 'AWS::Events::Rule'), 'Arn'] } } }; }],
  ['a Deny of what is not encrypted on the way', (template) => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    deny(template, TOPIC_POLICY, '', { Condition });
    deny(template, QUEUE_POLICY, 'Queue', { Condition });
  }],
  ['all of the key', (template) => { statementIn(template, KEY, 'Queue').Action = 'kms:*'; }],
  ['a key by its id', (template) => { resource(template, 'AWS::SQS::Queue', 'Queue').Properties.KmsMasterKeyId = { Ref: idOf(template, KEY, 'Queue') }; }],
  ['a key by its alias', (template) => {
    template.Resources.Alias = { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/mine', TargetKeyId: { Ref: idOf(template, KEY, 'Queue') } } };
    resource(template, 'AWS::SQS::Queue', 'Queue').Properties.KmsMasterKeyId = 'alias/mine';
  }],
  ['a FIFO queue with everything it needs', (template) => {
    Object.assign(resource(template, 'AWS::SQS::Queue', 'Queue').Properties, { FifoQueue: true, ContentBasedDeduplication: true, QueueName: 'alerts.fifo' });
    resource(template, 'AWS::Events::Rule').Properties.Targets[1].SqsParameters = { MessageGroupId: 'alerts' };
  }],
  ['a policy as text', (template) => {
    const { Properties } = resource(template, QUEUE_POLICY, 'Queue');
    Properties.PolicyDocument = { 'Fn::ToJsonString': Properties.PolicyDocument };
  }],
  ['inline policies', (template) => {
    Object.assign(resource(template, QUEUE_POLICY, 'Queue'), { Type: 'AWS::SQS::QueueInlinePolicy' });
    const queue = template.Resources[Object.keys(template.Resources).find((id) => template.Resources[id].Type === 'AWS::SQS::QueueInlinePolicy')!].Properties;
    queue.Queue = queue.Queues[0];
    delete queue.Queues;
    const topic = resource(template, TOPIC_POLICY);
    topic.Type = 'AWS::SNS::TopicInlinePolicy';
    topic.Properties.TopicArn = topic.Properties.Topics[0];
    delete topic.Properties.Topics;
  }],
  ['the function by its name', (template) => { resource(template, PERMISSION).Properties.FunctionName = { Ref: idOf(template, 'AWS::Lambda::Function') }; }],
  ['the function by account and name', (template) => {
    resource(template, PERMISSION).Properties.FunctionName = { 'Fn::Sub': `\${AWS::AccountId}:function:\${${idOf(template, 'AWS::Lambda::Function')}}` };
  }],
  ['a resource in another part of the template that cannot be known', (template) => {
    template.Resources.Broken = { Type: QUEUE_POLICY, Properties: { Queues: { 'Fn::Transform': {} }, PolicyDocument: {} } };
  }],
])('delivers everything, assuming nothing: %s', (_title, change) => {
  const outcome = sendThrough(change);
  expect(outcome.undelivered).toEqual([]);
  expect(outcome.delivered.flatMap(({ assumptions }) => assumptions)).toEqual([]);
});

describe('what is not part of the app is assumed to be as it should', () => {
  test.each<[string, Sabotage, string, string]>([
    ['a topic', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[0].Arn = 'arn:aws:sns:eu-west-1:111122223333:imported'; },
      'SNS', 'the policy of arn:aws:sns:eu-west-1:111122223333:imported is not part of the app: it allows EventBridge to perform sns:Publish'],
    ['a queue', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[1].Arn = 'arn:aws:sqs:eu-west-1:111122223333:imported'; },
      'SQS', 'the policy of arn:aws:sqs:eu-west-1:111122223333:imported is not part of the app: it allows EventBridge to perform sqs:SendMessage'],
    ['a function', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[2].Arn = 'arn:aws:lambda:eu-west-1:111122223333:function:imported'; },
      'Lambda', 'the policy of arn:aws:lambda:eu-west-1:111122223333:function:imported is not part of the app: it allows EventBridge to perform lambda:InvokeFunction'],
    ['a key', (template) => { resource(template, 'AWS::SQS::Queue', 'Queue').Properties.KmsMasterKeyId = 'arn:aws:kms:eu-west-1:111122223333:key/imported'; },
      'SQS', 'the key arn:aws:kms:eu-west-1:111122223333:key/imported of Queue is not part of the app: it allows EventBridge to use it'],
    ['a role', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[1].RoleArn = 'arn:aws:iam::111122223333:role/imported'; },
      'SQS', 'the role arn:aws:iam::111122223333:role/imported is not part of the app: EventBridge can assume it'],
    ['deduplication', (template) => {
      Object.assign(resource(template, 'AWS::Events::Rule').Properties.Targets[1], { Arn: 'arn:aws:sqs:eu-west-1:111122223333:i.fifo', SqsParameters: { MessageGroupId: 'g' } });
    }, 'SQS', 'the FIFO queue arn:aws:sqs:eu-west-1:111122223333:i.fifo has content-based deduplication'],
    ['permissions of another service', (template) => { resource(template, 'AWS::Events::Rule').Properties.Targets[1].Arn = 'arn:aws:states:eu-west-1:111122223333:stateMachine:m'; },
      'Step Functions', 'EventBridge is allowed to use arn:aws:states:eu-west-1:111122223333:stateMachine:m: permissions of Step Functions are not simulated'],
  ])('%s', (_title, change, kind, assumption) => {
    const outcome = sendThrough(change);
    expect(outcome.undelivered).toEqual([]);
    const { assumptions } = outcome.delivered.find(({ targetType }) => targetType === kind)!;
    expect(assumptions[0]).toBe(withIds(assumption));
    expect(outcome.explain()).toContain(`    assumed: ${assumptions[0]}`);
  });

  test('what a parameter names is not part of the app', () => {
    const arn = 'arn:aws:sqs:eu-west-1:111122223333:given';
    const { delivered } = sendThrough((template) => {
      Object.assign(template, { Parameters: { QueueArn: { Type: 'String', Default: arn } } });
      resource(template, 'AWS::Events::Rule').Properties.Targets[1].Arn = { Ref: 'QueueArn' };
    });
    expect(delivered[1]).toMatchObject({ targetArn: arn, assumptions: [`the policy of ${arn} is not part of the app: it allows EventBridge to perform sqs:SendMessage`] });
  });

  test('policies and permissions that the app adds to imports are evaluated', () => {
    const arn = 'arn:aws:sqs:eu-west-1:111122223333:imported';
    const Queues = ['https://sqs.eu-west-1.amazonaws.com/111122223333/imported'];
    const sabotage = (Statement: object[]) => sendThrough((template) => {
      resource(template, 'AWS::Events::Rule').Properties.Targets[1].Arn = arn;
      template.Resources.Imported = { Type: QUEUE_POLICY, Properties: { Queues, PolicyDocument: { Statement } } };
    });
    expect(sabotage([{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]).delivered[1]).toMatchObject({ targetArn: arn, assumptions: [] });
    expect(sabotage([]).undelivered).toMatchObject([{ targetArn: arn, reason: expect.stringContaining(`the policy Imported of ${arn} does not allow EventBridge to perform sqs:SendMessage`) }]);
  });
});
