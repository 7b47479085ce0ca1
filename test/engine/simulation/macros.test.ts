import { allow, fate, fateAt, queue, rule, send } from './small-template';

const QUEUE = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const WORKS = queue(allow('sqs:SendMessage'));
const INCLUDE = { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://bucket/part.json' } } };
const LOOP = { 'Fn::ForEach::Loop': ['Name', ['a'], { '${Name}': {} }] };
const UNKNOWN = { Include: INCLUDE, Import: { 'Fn::ImportValue': 'x' }, Future: { 'Fn::Future': ['x'] }, Missing: { 'Fn::If': ['Missing', 'a', 'b'] } };

describe.each(Object.entries(UNKNOWN))('%s', (_name, unknown) => {
  test('in place of a target, or of all targets, is a target that is not known', () => {
    const targets = [[{ Arn: QUEUE }, unknown], unknown];
    for (const Targets of targets) {
      const { Properties } = rule([]);
      const outcome = send({ ...WORKS, Rule: { ...rule([]), Properties: { ...Properties, Targets: Array.isArray(Targets) ? [{ Id: 'A', Arn: QUEUE }, unknown] : Targets } } });
      expect(outcome.undelivered.map(fate)).toEqual([]);
      expect(outcome.delivered.at(-1)!.assumptions).toContainEqual(expect.stringMatching(/^EventBridge is allowed to send to target \d of Rule, which is not known before the deployment$/));
    }
  });
});

describe.each([['a transform', INCLUDE], ['a loop', LOOP]])('%s', (_name, macro) => {
  const [name] = Object.keys(macro);

  test.each(['next to the properties', 'among the properties'])('%s of a rule leaves open what is not declared', (place) => {
    const { Properties: { EventPattern, ...Properties }, ...more } = rule([{ Arn: QUEUE }]);
    const added = place === 'next to the properties' ? { ...more, Properties, ...macro } : { ...more, Properties: { ...Properties, ...macro } };
    const explained = send({ ...WORKS, Rule: added }).explain();
    expect(explained).toContain('Rule\n    the event pattern is not known before the deployment');
    expect(explained).toContain(`Not simulated:\n  Stack: the result of ${name}`);
    expect(EventPattern).toBeDefined();
  });

  test('among the properties of a rule does not change what is declared', () => {
    const { Properties, ...more } = rule([{ Arn: QUEUE }]);
    expect(send({ ...WORKS, Rule: { ...more, Properties: { ...Properties, ...macro } } }).delivered).toMatchObject([{ rule: 'Rule', ruleName: 'alert' }]);
  });

  test('among the properties of a policy may allow the delivery', () => {
    const policy = { Policy: { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [{ Ref: 'Queue' }], ...macro } } };
    expect(fateAt(QUEUE, { ...WORKS, ...policy })).toBe(
      'delivered; the policy Policy of Queue allows EventBridge to perform sqs:SendMessage: the policy is not known before the deployment');
    expect(fateAt(QUEUE, { ...WORKS, Policy: { ...policy.Policy, Properties: macro } })).toMatch(/^delivered; Fn::.*, which is not simulated, adds a policy to Queue/);
  });

  test('among the conditions may make the condition of a resource', () => {
    const outcome = send({ ...WORKS, Rule: { ...rule([{ Arn: QUEUE }]), Condition: 'Made' } }, { Conditions: macro });
    expect(outcome.delivered.map(fate)).toEqual(['delivered']);
    expect(outcome.explain()).toContain(`Not simulated:\n  Stack: the result of ${name}`);
  });
});

test('a condition that nothing makes is an error', () => {
  expect(() => send({ Rule: { ...rule([]), Condition: 'Missing' } })).toThrow('stack Stack has no condition Missing');
});

const FUNCTION = { Function: { Type: 'AWS::Lambda::Function' } };
const LOG_GROUP = { LogGroup: { Type: 'AWS::Logs::LogGroup' } };
const OTHERS = { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Function' }, Action: 'lambda:InvokeFunction', Principal: 's3.amazonaws.com' } };

test.each<[string, object, unknown]>([
  ['a queue', { Queue: WORKS.Queue }, QUEUE],
  ['a topic', { Topic: { Type: 'AWS::SNS::Topic' }, Key: { Type: 'AWS::KMS::Key' } }, { Ref: 'Topic' }],
  ['a function', FUNCTION, { 'Fn::GetAtt': ['Function', 'Arn'] }],
  ['a function with the permission of another service', { ...FUNCTION, Permission: OTHERS }, { 'Fn::GetAtt': ['Function', 'Arn'] }],
  ['a log group', LOG_GROUP, { 'Fn::GetAtt': ['LogGroup', 'Arn'] }],
])('a transform of the template may allow the delivery to %s, as a connector of AWS SAM does', (_title, resources, arn) => {
  const delivered = (template: object) => send({ ...resources, Rule: rule([{ Arn: arn }]) }, template).delivered.length;
  expect(delivered({ Transform: 'AWS::Serverless-2016-10-31' })).toBe(1);
  expect(delivered({ Transform: 'AWS::LanguageExtensions' })).toBe(0);
});

test('a transform does not undo a Deny', () => {
  const denied = queue({ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' });
  expect(fateAt(QUEUE, denied, {}, { Transform: 'AWS::Serverless-2016-10-31' })).toContain('LOST NO_PERMISSIONS');
});
