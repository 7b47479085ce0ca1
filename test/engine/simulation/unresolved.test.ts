import { allow, fateAt, queue } from './small-template';

const QUEUE = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const key = (Principal: unknown) => ({
  Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [allow('kms:*', { Principal })] } } },
  Held: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: { 'Fn::GetAtt': ['Key', 'Arn'] } } },
});

test.each([[{ Service: 'events.amazonaws.com' }, /^delivered$/], [ROOT, /^LOST NO_PERMISSIONS: the key Key of Queue does not allow EventBridge/]])('a key that is read from the SSM parameter that holds its ARN, for %j', (principal, fate) => {
  const encrypted = queue(allow('sqs:SendMessage'), { KmsMasterKeyId: { 'Fn::GetAtt': ['Held', 'Value'] } });
  expect(fateAt(QUEUE, { ...encrypted, ...key(principal) })).toMatch(fate);
});

test('a principal that is a parameter may be everyone', () => {
  const open = queue(allow('sqs:SendMessage', { Principal: { Ref: 'Who' } }));
  expect(fateAt(QUEUE, open, {}, { Parameters: { Who: { Type: 'String' } } })).toMatch(/^delivered; the policy Policy of Queue allows EventBridge/);
});
