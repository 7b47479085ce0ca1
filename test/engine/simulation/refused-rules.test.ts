import { ENV } from './alert-app';
import { allow, arn, fate, queue, rule, send } from './small-template';
import { EventBusSimulator } from '../../../src/testing';

const QUEUE = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const WORKS = queue(allow('sqs:SendMessage'));
const BUS = arn('events', 'event-bus/other');
const REFERRED = { Generated: { Type: 'AWS::SQS::Queue' }, Role: { Type: 'AWS::IAM::Role' } };
const targets = (count: number) => Array.from({ length: count }, () => ({ Arn: QUEUE }));
const pattern = (length: number) => {
  const values = ['aws.ecs'];
  const frame = JSON.stringify({ source: values }).length;
  return { source: [...values, 'x'.repeat(length - frame - 3)] };
};

test.each<[string, object, string]>([
  ['six targets', rule(targets(6)), 'it has 6 targets, and EventBridge accepts at most 5'],
  ['a target id twice', rule([{ Arn: QUEUE, Id: 'A' }, { Arn: QUEUE, Id: 'A' }]), 'it has several targets with the id A'],
  ['a target id with a space', rule([{ Arn: QUEUE, Id: 'a b' }]), 'target a b has an id that is not 1 to 64 letters, digits, periods, hyphens or underscores'],
  ['a long pattern', rule(targets(1), { EventPattern: pattern(4097) }), 'the event pattern has 4097 characters, and EventBridge accepts at most 4096'],
  ['too many retries', rule([{ Arn: QUEUE, RetryPolicy: { MaximumRetryAttempts: 186 } }]), 'target T0 has a MaximumRetryAttempts of 186, and EventBridge accepts whole numbers from 0 to 185'],
  ['a short age', rule([{ Arn: QUEUE, RetryPolicy: { MaximumEventAgeInSeconds: 59 } }]), 'target T0 has a MaximumEventAgeInSeconds of 59, and EventBridge accepts whole numbers from 60 to 86400'],
  ['a part of a retry', rule([{ Arn: QUEUE, RetryPolicy: { MaximumRetryAttempts: 1.5 } }]), 'target T0 has a MaximumRetryAttempts of 1.5, and EventBridge accepts whole numbers'],
  ['a word for its age', rule([{ Arn: QUEUE, RetryPolicy: { MaximumEventAgeInSeconds: 'long' } }]), 'target T0 has a MaximumEventAgeInSeconds of long, and EventBridge accepts whole numbers'],
  ['two inputs', rule([{ Arn: QUEUE, Input: '{}', InputPath: '$.detail' }]), 'the input of target T0: it has Input and InputPath'],
  ['a name with a space', rule(targets(1), { Name: 'a b' }), 'the name "a b" is not 1 to 64 letters, digits, periods, hyphens or underscores'],
  ['a long description', rule(targets(1), { Description: 'x'.repeat(513) }), 'the description is longer than 512 characters'],
  ['a URL instead of an ARN', rule([{ Arn: { Ref: 'Queue' } }]), 'target T0 has no ARN, got "https://sqs.'],
  ['the URL of a queue with a generated name', rule([{ Arn: { Ref: 'Generated' } }]), 'target T0 has no ARN, got "https://sqs.'],
  ['no ARN', rule([{ Arn: undefined }]), 'target T0 has no ARN, got nothing'],
  ['an object instead of an ARN', rule([{ Arn: { a: 1 } }]), 'target T0 has no ARN, got {"a":1}'],
  ['no target id', rule([{ Arn: QUEUE, Id: undefined }]), 'target undefined has an id that is not'],
  ['the name of a role', rule([{ Arn: QUEUE, RoleArn: { Ref: 'Role' } }]), 'target T0 has a RoleArn that is no ARN, got "'],
  ['the URL of a dead-letter queue', rule([{ Arn: QUEUE, DeadLetterConfig: { Arn: { Ref: 'Generated' } } }]), 'target T0 has a dead-letter queue without an ARN, got "https://sqs.'],
  ['a dead-letter queue that is a number', rule([{ Arn: QUEUE, DeadLetterConfig: { Arn: 5 } }]), 'target T0 has a dead-letter queue without an ARN, got 5'],
  ['an input that is an object', rule([{ Arn: QUEUE, Input: { a: 1 } }]), 'the input of target T0: Input is not a text, got'],
  ['an input path that is a number', rule([{ Arn: QUEUE, InputPath: 4 }]), 'the input of target T0: InputPath is not a text, got'],
  ['a path that is a number', rule([{ Arn: QUEUE, InputTransformer: { InputPathsMap: { a: 4 }, InputTemplate: '"<a>"' } }]), 'the input of target T0: the path of <a> is not a text'],
  ['an unknown state', rule(targets(1), { State: 'disabled' }), 'the state "disabled" is not one of ENABLED, DISABLED'],
  ['a long message group', rule([{ Arn: QUEUE, SqsParameters: { MessageGroupId: 'x'.repeat(101) } }]), 'target T0 has a message group of more than 100 characters'],
  ['a bus with an input', rule([{ Arn: BUS, InputPath: '$.detail' }]), 'target T0 is an event bus, which does not support InputPath'],
  ['a bus with an input transformer', rule([{ Arn: BUS, InputTransformer: { InputTemplate: '"x"' } }]), 'target T0 is an event bus, which does not support InputTransformer'],
  ['a bus with retries', rule([{ Arn: BUS, RetryPolicy: { MaximumRetryAttempts: 2 } }]), 'target T0 is an event bus, which does not support RetryPolicy'],
])('a rule with %s is refused, and the others are simulated', (_title, refused, reason) => {
  const outcome = send({ ...WORKS, ...REFERRED, Refused: refused, Works: rule(targets(1), { Name: 'works' }) });
  expect(outcome.delivered).toMatchObject([{ rule: 'Works' }]);
  expect(outcome.undelivered[0]).toMatchObject({ rule: 'Refused', status: 'LOST', reason: expect.stringContaining(`AWS refuses the rule at its deployment: ${reason}`) });
  expect(outcome.undelivered[0].errorCode).toBeUndefined();
  expect(outcome.explain()).toContain(`: lost: AWS refuses the rule at its deployment: ${reason}`);
});

test.each([[4096, 1], [2049, 1], [2048, 0]])('a pattern of %d characters is delivered with %d assumption on the quota', (length, assumptions) => {
  const { delivered } = send({ ...WORKS, Rule: rule(targets(1), { EventPattern: pattern(length) }) });
  expect(delivered.map(fate)).toEqual([
    ['delivered', `the quota of characters in an event pattern, which is 2048, was raised: the pattern has ${length}`].slice(0, 1 + assumptions).join('; '),
  ]);
});

test.each([[[{ exitCode: [137] }]], [[{ contains: 'x' }]], [[{ exists: 'true' }]]])('a pattern with %j matches no events, and the reason is reported', (values) => {
  const outcome = send({ ...WORKS, Rule: rule(targets(1), { EventPattern: { source: ['aws.ecs'], detail: { containers: values } } }), Works: rule(targets(1), { Name: 'works' }) });
  expect(outcome.delivered).toMatchObject([{ rule: 'Works' }]);
  expect(outcome.explain()).toContain('Rule\n    EventBridge refuses the event pattern: detail.containers: ');
});

test('a rule without a pattern says in a sentence why AWS refuses it', () => {
  const explain = (properties: object) => send({ Rule: rule(targets(1), { EventPattern: undefined, ...properties }) }).explain();
  expect(explain({})).toContain('Rule\n    AWS refuses the rule at its deployment: it has neither an event pattern nor a schedule');
  expect(explain({ Name: 'a b', ScheduleExpression: 'rate(1 day)' })).toContain('Rule\n    AWS refuses the rule at its deployment: the name "a b" is not');
});

test.each(['template', '[]', null])('a template that is %j is refused with the way to parse one', (template) => {
  expect(() => EventBusSimulator.fromTemplate(template as any)).toThrow(/template: expected a template as an object, got .*JSON\.parse\(\)/);
});

test('two rules with one name on one bus are both refused; on two buses they are not', () => {
  const two = (EventBusName?: unknown) => send({ ...WORKS, One: rule(targets(1)), Two: rule(targets(1), { EventBusName }) });
  expect(two().undelivered.map(fate)).toEqual([
    'LOST : AWS refuses the rule at its deployment: Two has the same name, alert, on the same event bus',
    'LOST : AWS refuses the rule at its deployment: One has the same name, alert, on the same event bus',
  ]);
  expect(two('other').delivered).toMatchObject([{ rule: 'One' }]);
});

test('a template with a macro says so, and names it', () => {
  const explain = (template: object) => EventBusSimulator.fromTemplate(template, ENV)
    .send({ _render: () => ({ 'source': 'aws.ecs', 'detail-type': 'x', 'account': ENV.account, 'region': ENV.region }) } as any).explain();
  expect(explain({ Transform: 'AWS::Serverless-2016-10-31', Resources: {} })).toBe('x in account 111122223333, Region eu-west-1\nNot simulated:\n  Stack: the result of AWS::Serverless-2016-10-31');
  expect(explain({ Transform: [{ Name: 'Mine' }, 'AWS::LanguageExtensions'], Resources: { 'Fn::ForEach::Rules': ['x', ['a'], {}] } }))
    .toContain('  Stack: the result of Mine\n  Stack: the result of Fn::ForEach::Rules');
  expect(explain({ Resources: {} })).toContain('There is no rule.');
});

test('an ARN that is not known before the deployment may be one', () => {
  const parameters = { Parameters: { Name: { Type: 'String' }, Target: { Type: 'String' } } };
  const target = { RoleArn: { Ref: 'Target' }, DeadLetterConfig: { Arn: { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Name}' } } };
  for (const Arn of [{ Ref: 'Target' }, { 'Fn::Sub': 'arn:aws:sqs:eu-west-1:111122223333:${Name}' }]) {
    expect(send({ Rule: rule([{ Arn, ...target }]) }, parameters).undelivered).toEqual([]);
  }
});
