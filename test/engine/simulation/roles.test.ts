import { ACCOUNT, allow, arn, denyAll, fateAt, queue, topic } from './small-template';

const OTHER = '222222222222';
const QUEUE = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const TOPIC = { Ref: 'Topic' };
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/sender`;
const { Resource: _resource, ...TRUST } = allow('sts:AssumeRole');
const identity = (Action: unknown, more: object = {}) => ({ Effect: 'Allow', Action, Resource: '*', ...more });

/** A role with an inline policy. */
function role(Statement: unknown, properties: object = {}) {
  return {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { RoleName: 'sender', AssumeRolePolicyDocument: { Statement: TRUST }, Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }], ...properties },
    },
  };
}

const by = { RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } };
const { Queue } = queue([]);
const SEND = identity('sqs:SendMessage');

describe('a queue of the same account', () => {
  test('needs the role only', () => {
    expect(fateAt(QUEUE, { Queue, ...role(SEND) }, by)).toBe('delivered');
    expect(fateAt(QUEUE, { Queue, ...role(identity('sqs:ReceiveMessage')) }, by)).toBe('LOST NO_PERMISSIONS: no statement allows the role Role to perform sqs:SendMessage');
    expect(fateAt(QUEUE, { Queue, ...role(identity('sqs:SendMessage', { Resource: arn('sqs', 'other') })) }, by)).toMatch(/^LOST NO_PERMISSIONS/);
  });

  test('or its own policy, for the role by its ARN', () => {
    const given = (AWS: string) => fateAt(QUEUE, { ...queue(allow('sqs:SendMessage', { Principal: { AWS } })), ...role([]) }, by);
    expect(given(ROLE_ARN)).toBe('delivered');
    expect(given(`arn:aws:iam::${ACCOUNT}:role/other`)).toMatch(/^LOST NO_PERMISSIONS/);
    expect(given(ACCOUNT)).toMatch(/^LOST NO_PERMISSIONS/);
  });

  test('can deny it, and so can the role', () => {
    expect(fateAt(QUEUE, { ...queue([denyAll({})]), ...role(SEND) }, by)).toMatch(/the Deny of statement 1 applies$/);
    expect(fateAt(QUEUE, { ...queue([denyAll({ Bool: { 'aws:PrincipalIsAWSService': 'false' } })]), ...role(SEND) }, by)).toMatch(/the Deny of statement 1 applies$/);
    expect(fateAt(QUEUE, { Queue, ...role([SEND, { ...identity('*'), Effect: 'Deny' }]) }, by)).toMatch(/the Deny of statement 2 applies$/);
  });

  test('does not depend on a statement for EventBridge', () => {
    expect(fateAt(QUEUE, { ...queue(allow('sqs:SendMessage')), ...role([]) }, by)).toMatch(/^LOST NO_PERMISSIONS/);
  });
});

describe('a role', () => {
  test('that EventBridge cannot assume', () => {
    const trust = (Statement: unknown) => fateAt(QUEUE, { Queue, ...role(SEND, { AssumeRolePolicyDocument: { Statement } }) }, by);
    expect(trust({ ...TRUST, Principal: { Service: 'sns.amazonaws.com' } })).toMatch(/^LOST FAILED_TO_ASSUME_ROLE: EventBridge is not allowed to assume the role Role: no statement allows/);
    expect(trust({ ...TRUST, Condition: { StringEquals: { 'aws:SourceAccount': OTHER } } })).toMatch(/^LOST FAILED_TO_ASSUME_ROLE/);
    expect(trust({ ...TRUST, Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } } })).toBe('delivered');
    expect(trust({ 'Fn::Transform': {} })).toMatch(/^delivered; EventBridge is allowed to assume the role Role/);
  });

  test('of another account than the rule', () => {
    expect(fateAt(QUEUE, { Queue }, { RoleArn: `arn:aws:iam::${OTHER}:role/r` }))
      .toBe(`LOST FAILED_TO_ASSUME_ROLE: the role arn:aws:iam::${OTHER}:role/r is in another account than the rule (${ACCOUNT})`);
  });

  test('that is not part of the app', () => {
    expect(fateAt(QUEUE, { Queue }, { RoleArn: ROLE_ARN })).toBe(`delivered; the role ${ROLE_ARN} is not part of the app: EventBridge can assume it;`
      + ` the role ${ROLE_ARN} allows sqs:SendMessage on Queue: the policies of the role ${ROLE_ARN} are not part of the app`);
  });

  test('with policies as resources, managed ones included', () => {
    const attached = (Type: string, properties: object) => (
      { Attached: { Type, Properties: { PolicyDocument: { Statement: SEND }, ...properties } } });
    expect(fateAt(QUEUE, { Queue, ...role([]), ...attached('AWS::IAM::Policy', { Roles: [{ Ref: 'Role' }] }) }, by)).toBe('delivered');
    expect(fateAt(QUEUE, { Queue, ...role([]), ...attached('AWS::IAM::RolePolicy', { RoleName: { Ref: 'Role' } }) }, by)).toBe('delivered');
    expect(fateAt(QUEUE, { Queue, ...role([]), ...attached('AWS::IAM::ManagedPolicy', { Roles: [{ Ref: 'Role' }] }) }, by)).toBe('delivered');
    expect(fateAt(QUEUE, { Queue, ...role([], { ManagedPolicyArns: [{ Ref: 'Attached' }] }), ...attached('AWS::IAM::ManagedPolicy', {}) }, by)).toBe('delivered');
    expect(fateAt(QUEUE, { Queue, ...role([], { ManagedPolicyArns: ['arn:aws:iam::aws:policy/X'] }) }, by)).toMatch(/^delivered; .*the managed policies arn:aws:iam::aws:policy\/X are not part of the app$/);
  });

  test('with a permissions boundary', () => {
    const boundary = (Statement: unknown) => ({ Boundary: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement } } } });
    const bounded = (Statement: unknown) => fateAt(QUEUE, { Queue, ...role(SEND, { PermissionsBoundary: { Ref: 'Boundary' } }), ...boundary(Statement) }, by);
    expect([bounded(identity('sqs:*')), bounded(identity('s3:*'))]).toEqual(['delivered', 'LOST NO_PERMISSIONS: the permissions boundary of the role Role does not allow sqs:SendMessage']);
  });
});

describe('a key', () => {
  const encrypted = { KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } };
  const key = (Statement: unknown) => ({ Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement } } } });
  const ROOT = allow('kms:*', { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } });
  const KMS = identity(['sqs:SendMessage', 'sns:Publish', 'kms:Decrypt', 'kms:GenerateDataKey*']);

  test.each([['sqs', QUEUE, queue([], encrypted).Queue], ['sns', TOPIC, topic([], encrypted).Topic]])('of %s has to allow the role, or the account of a role that is allowed', (service, target, holder) => {
    const given = (statement: unknown, ofRole: unknown) => fateAt(target, { [service === 'sqs' ? 'Queue' : 'Topic']: holder, ...key(statement), ...role(ofRole) }, by);
    expect(given(ROOT, KMS)).toBe('delivered');
    expect(given(ROOT, identity(['sqs:SendMessage', 'sns:Publish']))).toMatch(/the role Role is not allowed to perform kms:Decrypt on the key Key of .*: no statement allows the role Role to perform kms:Decrypt$/);
    expect(given(allow('kms:*', { Principal: { AWS: ROLE_ARN } }), identity(['sqs:SendMessage', 'sns:Publish']))).toBe('delivered');
    expect(given([], KMS)).toMatch(/^LOST NO_PERMISSIONS: the key Key/);
    expect(given(allow('kms:*'), KMS)).toMatch(/^LOST NO_PERMISSIONS: the key Key/);
    expect(given({ ...ROOT, Condition: { StringEquals: { 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` } } }, KMS)).toBe('delivered');
  });

  test('that AWS manages allows roles of the account, and no service', () => {
    const managed = { KmsMasterKeyId: 'alias/aws/sqs' };
    expect(fateAt(QUEUE, { Queue: queue([], managed).Queue, ...role(SEND) }, by)).toBe('delivered');
    expect(fateAt(QUEUE, queue(allow('sqs:SendMessage'), managed))).toMatch(/^LOST NO_PERMISSIONS: Queue is encrypted with the AWS managed key/);
  });
});

describe('a target in another account', () => {
  const UNKNOWN_KEY = `${arn('sqs', 'q', OTHER)} is not encrypted with a customer-managed key, or the key allows the role Role to use it`;

  test('needs its own policy too, which is assumed where it is not part of the app', () => {
    expect(fateAt(arn('sqs', 'q', OTHER), role(SEND), by)).toBe(`delivered; the policy of ${arn('sqs', 'q', OTHER)} is not part of the app: it allows the role Role to perform sqs:SendMessage; ${UNKNOWN_KEY}`);
    expect(fateAt(arn('sqs', 'q', OTHER), role([]), by)).toMatch(/^LOST NO_PERMISSIONS: no statement allows the role Role to perform sqs:SendMessage$/);
  });

  test.each<[string, object]>([['sqs:SendMessage', { AWS: ROLE_ARN }], ['sqs:SendMessage', { AWS: `arn:aws:iam::${ACCOUNT}:root` }], ['sqs:*', { AWS: '*' }]])(
    'accepts %s of %j', (action, Principal) => {
      const Policy = { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [`https://sqs.eu-west-1.amazonaws.com/${OTHER}/q`], PolicyDocument: { Statement: allow(action, { Principal }) } } };
      expect(fateAt(arn('sqs', 'q', OTHER), { Policy, ...role(SEND) }, by)).toBe(`delivered; ${UNKNOWN_KEY}`);
      expect(fateAt(arn('sqs', 'q', OTHER), { Policy, ...role([]) }, by)).toMatch(/^LOST NO_PERMISSIONS/);
    });

  test('refuses the role where its policy is for EventBridge', () => {
    const Policy = { Type: 'AWS::SQS::QueuePolicy', Properties: { Queues: [`https://sqs.eu-west-1.amazonaws.com/${OTHER}/q`], PolicyDocument: { Statement: allow('sqs:SendMessage') } } };
    expect(fateAt(arn('sqs', 'q', OTHER), { Policy, ...role(SEND) }, by)).toMatch(/^LOST NO_PERMISSIONS: the policy Policy of .* does not allow the role Role/);
  });
});
