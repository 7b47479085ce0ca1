import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { estimatedBytes } from '../../src/delivery/estimated-bytes';

const STACK_NAME = 'alerts-of-everything';
/** `-` and the twelve characters that CloudFormation adds to a name, with one to spare. */
const SUFFIX = '-'.repeat(14);
const FUNCTION = 'arn:aws:lambda:eu-central-1:123456789012:function:';

describe('about as long as what is deployed in its place', () => {
  const stack = new Stack(new App(), 'Stack', { stackName: STACK_NAME });
  test.each([
    ['a literal', { Effect: 'Allow', Action: ['sqs:*'] }, { Effect: 'Allow', Action: ['sqs:*'] }],
    ['a name', { Ref: 'Queue' }, `${STACK_NAME}-Queue${SUFFIX}`],
    ['the account', { Ref: 'AWS::AccountId' }, '123456789012'],
    ['the Region', { Ref: 'AWS::Region' }, 'eu-central-1'],
    ['the partition', { Ref: 'AWS::Partition' }, 'aws'],
    ['the domain', { Ref: 'AWS::URLSuffix' }, 'amazonaws.com'],
    ['an ARN', { 'Fn::GetAtt': ['Queue', 'Arn'] }, `${FUNCTION}${STACK_NAME}-Queue${SUFFIX}`],
    ['an ARN of another stack', { 'Fn::ImportValue': 'Other:Arn' }, `${FUNCTION}${STACK_NAME}${SUFFIX}`],
    ['a text with references', [{ 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }], [`a/${STACK_NAME}-B${SUFFIX}`]],
    ['an object with references', { Ref: 'A', Other: { Ref: 'B' } }, { Ref: 'A', Other: `${STACK_NAME}-B${SUFFIX}` }],
    ['nothing', { Condition: null, Sid: undefined }, { Condition: null }],
  ])('%s', (_what, value, deployed) => {
    expect(estimatedBytes(stack, value)).toBe(JSON.stringify(deployed).length);
  });

  test('an empty policy', () => {
    expect(estimatedBytes(stack, {})).toBe(2);
  });

  test('a name in a nested stack, whose own name nobody knows', () => {
    expect(estimatedBytes(new NestedStack(stack, 'Nested'), { Ref: 'Queue' })).toBe(JSON.stringify(`nested-stack-Queue${SUFFIX}`).length);
  });
});
