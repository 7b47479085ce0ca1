import { allow, fateAt, queue, rule, send } from './small-template';

const QUEUE = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const withCondition = (name: string, { Policy, ...rest }: any) => ({ ...rest, Policy: { ...Policy, Condition: name } });
const Parameters = { Stage: { Type: 'String', Default: 'dev' } };
const Conditions = {
  IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
  IsNotProd: { 'Fn::Not': [{ Condition: 'IsProd' }] },
  Never: { 'Fn::Equals': ['a', 'b'] },
  IsChina: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'cn-north-1'] },
};
const SEND = allow('sqs:SendMessage');
const REFUSED = 'Queue has no policy, so it does not allow EventBridge to send messages';

test('a policy under a condition that depends on a parameter makes the delivery unknown', () => {
  expect(fateAt(QUEUE, withCondition('IsProd', queue(SEND)), {}, { Parameters, Conditions })).toBe(`delivered; the parameter Stage is prod: otherwise ${REFUSED}`);
  expect(fateAt(QUEUE, withCondition('IsNotProd', queue(SEND)), {}, { Parameters, Conditions })).toBe('delivered');
});

test.each(['Never', 'IsChina'])('a policy under a condition that is false in the environment, %s, does not exist', (name) => {
  expect(fateAt(QUEUE, withCondition(name, queue(SEND)), {}, { Parameters, Conditions })).toBe(`LOST NO_PERMISSIONS: ${REFUSED}`);
});

test('two policies under exclusive conditions: each of them is the only one', () => {
  const { Queue, Policy } = queue(SEND);
  const policies = (other: object) => ({
    Queue,
    Prod: { ...queue(other).Policy, Condition: 'IsProd' },
    Other: { ...Policy, Condition: 'IsNotProd' },
  });
  expect(fateAt(QUEUE, policies(SEND), {}, { Parameters, Conditions })).toBe('delivered');
  expect(fateAt(QUEUE, policies([]), {}, { Parameters, Conditions })).toBe('delivered');
});

test('a statement that depends on a parameter', () => {
  const statements = [{ 'Fn::If': ['IsProd', SEND, { Ref: 'AWS::NoValue' }] }];
  expect(fateAt(QUEUE, queue(statements), {}, { Parameters, Conditions })).toMatch(/^delivered; the parameter Stage is prod: otherwise the policy Policy of Queue does not allow EventBridge/);
});

test('what no value of the parameter allows is refused', () => {
  const statements = [{ 'Fn::If': ['IsProd', allow('sqs:GetQueueUrl'), { Ref: 'AWS::NoValue' }] }];
  expect(fateAt(QUEUE, queue(statements), {}, { Parameters, Conditions })).toMatch(/^LOST NO_PERMISSIONS: the policy Policy of Queue does not allow/);
  const allowed = { Stage: { ...Parameters.Stage, AllowedValues: ['dev', 'test'] } };
  expect(fateAt(QUEUE, withCondition('IsProd', queue(SEND)), {}, { Parameters: allowed, Conditions })).toBe(`LOST NO_PERMISSIONS: ${REFUSED}`);
});

test('a target that exists for some values of a parameter only', () => {
  const { Queue, Policy } = queue(SEND);
  expect(fateAt(QUEUE, { Queue: { ...Queue, Condition: 'IsProd' }, Policy: { ...Policy, Condition: 'IsProd' } }, {}, { Parameters, Conditions }))
    .toBe('delivered; the parameter Stage is prod: otherwise Queue does not exist: its condition is false');
});

test('a dead-letter queue whose policy depends on a parameter', () => {
  const { Queue, Policy } = queue(SEND);
  const Rule = rule([{ Arn: { 'Fn::GetAtt': ['Closed', 'Arn'] }, DeadLetterConfig: { Arn: QUEUE } }]);
  const outcome = send({ Queue, Policy: { ...Policy, Condition: 'IsProd' }, Closed: { Type: 'AWS::SQS::Queue' }, Rule }, { Parameters, Conditions });
  expect(outcome.undelivered).toMatchObject([{ status: 'DEAD_LETTERED', assumptions: [`the parameter Stage is prod: otherwise ${REFUSED}`] }]);
});

test('a subscribed queue whose policy depends on a parameter', () => {
  const { Queue, Policy } = queue(allow('sqs:SendMessage', { Principal: { Service: 'sns.amazonaws.com' } }));
  const { Topic, Policy: TopicPolicy } = { Topic: { Type: 'AWS::SNS::Topic' }, Policy: { Type: 'AWS::SNS::TopicPolicy', Properties: { Topics: [{ Ref: 'Topic' }], PolicyDocument: { Statement: allow('sns:Publish') } } } };
  const Subscription = { Type: 'AWS::SNS::Subscription', Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: QUEUE } };
  const { delivered } = send({ Topic, TopicPolicy, Queue, Subscription, Policy: { ...Policy, Condition: 'IsProd' }, Rule: rule([{ Arn: { Ref: 'Topic' } }]) }, { Parameters, Conditions });
  expect(delivered).toMatchObject([{ subscribers: [{ received: true, assumptions: [`the parameter Stage is prod: otherwise ${REFUSED.replace('EventBridge', 'Amazon SNS')}`] }] }]);
});
