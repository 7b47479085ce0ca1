import { ACCOUNT, allow, arn, denyAll, fate, fateAt, queue, rule, RULE_ARN, send, topic } from './small-template';

const QUEUE = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const TOPIC = { Ref: 'Topic' };
const SEND = allow('sqs:SendMessage');
const PUBLISH = allow('sns:Publish');
const NO = /^LOST NO_PERMISSIONS: /;

describe('a Deny', () => {
  test.each<[string, object]>([
    ['outside of an organization', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['outside of an organization, if the key is there', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }],
    ['outside of a VPC endpoint', { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    ['outside of a network', { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['of principals without a tag', { StringNotEquals: { 'aws:PrincipalTag/team': 'a' } }],
    ['of other accounts', { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } }],
  ])('%s applies to EventBridge', (_title, condition) => {
    expect(fateAt(QUEUE, queue([SEND, denyAll(condition)]))).toMatch(/^LOST NO_PERMISSIONS: .* the Deny of statement 2 applies$/);
    expect(fateAt(TOPIC, topic([PUBLISH, denyAll(condition)]))).toMatch(/^LOST NO_PERMISSIONS: .* the Deny of statement 2 applies$/);
  });

  test.each<[string, object, object]>([
    ['exempts AWS services', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' }, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }, {}],
    ['exempts AWS services by their absent principal', { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' }, Null: { 'aws:PrincipalArn': 'false' } }, {}],
    ['is about plain HTTP', { Bool: { 'aws:SecureTransport': 'false' } }, {}],
    ['is about another action', {}, { Action: ['sqs:ReceiveMessage', 'sns:Subscribe'] }],
    ['is about another principal', {}, { Principal: { Service: 's3.amazonaws.com' } }],
  ])('that %s does not', (_title, condition, more) => {
    expect(fateAt(QUEUE, queue([SEND, { ...denyAll(condition), ...more }]))).toBe('delivered');
    expect(fateAt(TOPIC, topic([PUBLISH, { ...denyAll(condition), ...more }]))).toBe('delivered');
  });
});

describe('an Allow', () => {
  test.each<[string, object]>([
    ['for another action', allow('sqs:GetQueueAttributes')],
    ['for another rule', allow('sqs:SendMessage', { Condition: { ArnEquals: { 'aws:SourceArn': `${RULE_ARN}-nightly` } } })],
    ['for another service', allow('sqs:SendMessage', { Principal: { Service: 'sns.amazonaws.com' } })],
    ['for everyone in an organization', allow('sqs:SendMessage', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })],
  ])('%s does not help a queue', (_title, statement) => {
    expect(fateAt(QUEUE, queue(statement))).toMatch(NO);
  });

  test.each([
    ['of the rule', RULE_ARN], ['of all rules', RULE_ARN.replace('alert', '*')],
  ])('for the ARN %s helps a queue; of a topic it is unknown', (_title, source) => {
    const Condition = { ArnLike: { 'aws:SourceArn': source } };
    expect(fateAt(QUEUE, queue(allow('sqs:SendMessage', { Condition })))).toBe('delivered');
    expect(fateAt(TOPIC, topic(allow('sns:Publish', { Condition })))).toBe('delivered; the policy Policy of Topic allows EventBridge to perform sns:Publish:'
      + ` the conditions of statement 1 cannot be evaluated: AWS documents that the request has no aws:SourceArn, and captures show ${RULE_ARN}`);
  });

  test('of a topic for another rule, or over TLS only', () => {
    expect(fateAt(TOPIC, topic(allow('sns:Publish', { Condition: { ArnEquals: { 'aws:SourceArn': `${RULE_ARN}-nightly` } } })))).toMatch(NO);
    expect(fateAt(TOPIC, topic(allow('sns:GetTopicAttributes')))).toMatch(NO);
    expect(fateAt(TOPIC, topic(allow('sns:Publish', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })))).toBe('delivered');
  });

  test('for a name that CloudFormation generates only at the deployment may be for this rule', () => {
    const given = (name: string) => {
      const statement = allow('sqs:SendMessage', { Condition: { ArnEquals: { 'aws:SourceArn': RULE_ARN.replace('alert', name) } } });
      return send({ ...queue(statement), Rule: rule([{ Arn: QUEUE }], { Name: undefined }) });
    };
    expect(given('Stack-Rule-ABCDEFGHIJKL').delivered.map(fate)).toEqual([expect.stringMatching(/^delivered; the policy Policy of Queue allows EventBridge .* and ArnEquals requires/)]);
    expect(given('Stack-Nightly-ABCDEFGHIJKL').undelivered.map(fate)).toEqual([expect.stringMatching(NO)]);
  });
});

describe('a policy', () => {
  test('with one statement that is not in a list', () => {
    expect(fateAt(QUEUE, queue(SEND))).toBe('delivered');
    expect(fateAt(QUEUE, queue(allow('sqs:GetQueueUrl')))).toMatch(NO);
  });

  test.each<[string, unknown]>([['a transform', { 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: 's3://b/k' } } }], ['an import', { 'Fn::ImportValue': 'Policy' }]])(
    'from %s is not known', (_title, document) => {
      const { Queue, Policy } = queue([]);
      Policy.Properties.PolicyDocument = document;
      expect(fateAt(QUEUE, { Queue, Policy })).toBe('delivered; the policy Policy of Queue allows EventBridge to perform sqs:SendMessage: the policy is not known before the deployment');
    });

  test.each([
    ['AWS::SQS::QueueInlinePolicy', QUEUE, queue([]).Queue, { Queue: { Ref: 'Queue' } }, SEND],
    ['AWS::SNS::TopicInlinePolicy', TOPIC, topic([]).Topic, { TopicArn: { Ref: 'Topic' } }, PUBLISH],
  ])('of type %s', (Type, target, holder, names, statement) => {
    const Resources = (Statement: unknown) => ({
      [(target as any).Ref ?? 'Queue']: holder, Inline: { Type, Properties: { ...names, PolicyDocument: { Statement } } },
    });
    expect(fateAt(target, Resources(statement))).toBe('delivered');
    expect(fateAt(target, Resources([]))).toMatch(/^LOST NO_PERMISSIONS: the policy Inline of/);
  });
});

describe('a key', () => {
  const key = (statement: unknown, properties: object = {}) => ({ Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: statement }, ...properties } } });
  const encrypted = { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } };
  const USE = allow('kms:*');

  test.each<[string, object, RegExp]>([
    ['that is disabled', { Enabled: false }, /the key Key of Queue is disabled$/],
    ['that is asymmetric', { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' }, /the key Key of Queue is no symmetric encryption key \(RSA_2048, ENCRYPT_DECRYPT\)$/],
    ['that signs', { KeyUsage: 'GENERATE_VERIFY_MAC', KeySpec: 'HMAC_256' }, /the key Key of Queue is no symmetric encryption key/],
  ])('%s is refused', (_title, properties, reason) => {
    expect(fateAt(QUEUE, { ...queue(SEND, encrypted), ...key(USE, properties) })).toMatch(reason);
  });

  test.each(['Enabled', 'KeySpec'])('whose %s is unknown is not refused', (property) => {
    expect(fateAt(QUEUE, { ...queue(SEND, encrypted), ...key(USE, { [property]: { 'Fn::ImportValue': 'x' } }) })).toMatch(/^delivered/);
  });

  test('of a topic cannot see the source, and receives the topic', () => {
    const given = (Condition: object) => fateAt(TOPIC, { ...topic(PUBLISH, encrypted), ...key(allow('kms:*', { Condition })) });
    expect(given({ StringEquals: { 'aws:SourceAccount': ACCOUNT } })).toMatch(/conditions on aws:SourceArn and aws:SourceAccount are never met\)$/);
    const assumption = 'EventBridge uses the key of Topic with the encryption context aws:sns:topicArn, as Amazon SNS does: AWS does not document it for EventBridge';
    expect(given({ ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': arn('sns', '*') } })).toBe(`delivered; ${assumption}`);
    expect(given({ StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': arn('sns', 'other') } })).toMatch(NO);
  });

  test('of a queue sees the source', () => {
    const given = (Condition: object) => fateAt(QUEUE, { ...queue(SEND, encrypted), ...key(allow('kms:*', { Condition })) });
    expect(given({ ArnLike: { 'aws:SourceArn': RULE_ARN } })).toBe('delivered');
    expect(given({ ArnLike: { 'aws:SourceArn': `${RULE_ARN}-nightly` } })).toMatch(NO);
  });
});

describe('a function', () => {
  const FUNCTION = { 'Fn::GetAtt': ['Handler', 'Arn'] };
  const handler = (properties: object = {}) => ({ Handler: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'f', ...properties } } });
  const permission = (properties: object = {}) => ({
    Permission: { Type: 'AWS::Lambda::Permission', Properties: { FunctionName: { Ref: 'Handler' }, Action: 'lambda:InvokeFunction', Principal: 'events.amazonaws.com', ...properties } },
  });
  const policy = (Statement: unknown) => ({ Full: { Type: 'AWS::Lambda::ResourcePolicy', Properties: { ResourceArn: FUNCTION, PolicyDocument: { Statement } } } });
  const INVOKE = allow('lambda:InvokeFunction');

  test('with a permission for another rule only', () => {
    expect(fateAt(FUNCTION, { ...handler(), ...permission({ SourceArn: `${RULE_ARN}-nightly` }) })).toMatch(NO);
    expect(fateAt(FUNCTION, { ...handler(), ...permission({ SourceArn: RULE_ARN }) })).toBe('delivered');
  });

  test('with a resource policy, which replaces permissions', () => {
    expect(fateAt(FUNCTION, { ...handler(), ...policy(INVOKE) })).toBe('delivered');
    expect(fateAt(FUNCTION, { ...handler(), ...policy([INVOKE, denyAll({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } })]) })).toMatch(/the Deny of statement 2 applies$/);
    expect(fateAt(FUNCTION, { ...handler(), ...policy([]), ...permission() })).toMatch(/^LOST NO_PERMISSIONS: the policy Full of Handler does not allow EventBridge/);
    expect(fateAt(FUNCTION, { ...handler(), ...policy(INVOKE), ...permission() })).toBe('delivered; the resource policy Full replaces the permissions Permission');
  });

  test('with a reserved concurrency of 0 accepts the event and drops it, and no dead-letter queue of the rule receives it', () => {
    const zero = { ReservedConcurrentExecutions: 0 };
    const dead = { DeadLetterConfig: { Arn: QUEUE } };
    expect(fateAt(FUNCTION, { ...handler(zero), ...permission(), ...queue(SEND) }, dead)).toBe(
      'LOST : Handler has a reserved concurrency of 0: AWS Lambda accepts the event and drops it; EventBridge sends nothing to the dead-letter queue of the target');
    expect(fateAt(FUNCTION, { ...handler({ ...zero, DeadLetterConfig: { TargetArn: QUEUE } }), ...permission(), ...queue(SEND) }, dead)).toMatch(/AWS Lambda accepts the event and sends it to Queue/);
    expect(fateAt(FUNCTION, { ...handler({ ReservedConcurrentExecutions: 1 }), ...permission() })).toBe('delivered');
  });
});

describe('a target in another account', () => {
  const OTHER = '222222222222';

  test.each([['sns', 't'], ['sqs', 'q'], ['lambda', 'function:f']])('without a role is refused: %s', (service, name) => {
    expect(fateAt(arn(service, name, OTHER), {})).toBe(`LOST NO_PERMISSIONS: ${arn(service, name, OTHER)} is in account ${OTHER}, and the target has no role,`
      + ` which EventBridge needs to send to another account than that of the rule (${ACCOUNT})`);
  });

  test('that only the deployment knows may be the account of the rule', () => {
    expect(fateAt({ 'Fn::Sub': 'arn:aws:sqs:eu-west-1:${Owner}:q' }, {}, {}, { Parameters: { Owner: { Type: 'String' } } })).toMatch(/^delivered; .* is in the account of the rule, because the target has no role/);
  });
});

describe('a log group', () => {
  const LOGS = { 'Fn::Sub': `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:\${Group}` };
  const group = { Group: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/ecs' } } };
  const policy = (Statement: unknown) => ({ Policy: { Type: 'AWS::Logs::ResourcePolicy', Properties: { PolicyName: 'p', PolicyDocument: JSON.stringify({ Statement }) } } });
  const WRITE = { ...allow('logs:PutLogEvents'), Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: arn('logs', 'log-group:/ecs:*') };

  test('needs a resource policy of CloudWatch Logs', () => {
    expect(fateAt(LOGS, group)).toBe('LOST NO_PERMISSIONS: no resource policy of CloudWatch Logs in the app allows EventBridge to write to Group: there is none');
    expect(fateAt(LOGS, { ...group, ...policy(WRITE) })).toBe('delivered');
    expect(fateAt(LOGS, { ...group, ...policy({ ...WRITE, Action: 'logs:PutLogEvents' }) })).toMatch(NO);
    expect(fateAt(LOGS, { ...group, ...policy([WRITE, denyAll({})]) })).toMatch(NO);
    expect(fateAt(LOGS, { ...group, ...policy({ ...WRITE, Principal: { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] } }) })).toBe('delivered');
  });

  test('that is not part of the app is assumed to have one', () => {
    expect(fateAt(arn('logs', 'log-group:/other'), {})).toBe(`delivered; a resource policy of CloudWatch Logs allows EventBridge to write to ${arn('logs', 'log-group:/other')}`);
  });

  test.each([
    [{ RoleArn: 'arn:aws:iam::111122223333:role/r' }, 'RoleArn'], [{ Input: '{}' }, 'Input'], [{ InputPath: '$.detail' }, 'InputPath'],
  ])('does not support %j', (target, property) => {
    expect(fateAt(LOGS, { ...group, ...policy(WRITE) }, target)).toBe(`LOST : AWS refuses the rule at its deployment: target T0 is a log group, which does not support ${property}`);
  });
});
