import { App, CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { toSubNotation, statementSnippet, textSnippet } from '../../src/delivery/statement-snippet';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

describe('what people read instead of JSON', () => {
  test.each([
    [{ Ref: 'Queue' }, '${Queue}'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, '${Queue.Arn}'],
    [{ 'Fn::ImportValue': 'Home:Arn' }, '${Home:Arn}'],
    [{ 'Fn::GetStackOutput': { StackName: 'Home', OutputName: 'Arn', Region: { Ref: 'AWS::Region' } } }, '${Home.Arn}'],
    [{ 'Fn::Join': ['/', ['a', { Ref: 'B' }]] }, 'a/${B}'],
    [{ 'Fn::Join': ['/', ['a', { 'Fn::Base64': 'b' }]] }, 'a/{"Fn::Base64":"b"}'],
    [{ Arn: { Ref: 'Queue' }, Ref: 'no intrinsic' }, { Arn: '${Queue}', Ref: 'no intrinsic' }],
    [{ 'Fn::Select': [0, [{ Ref: 'A' }]] }, { 'Fn::Select': [0, ['${A}']] }],
    [['a', null, 1], ['a', null, 1]],
  ])('%j is %j', (value, words) => {
    expect(toSubNotation(value)).toEqual(words);
  });
});

/** The text and the statement about a queue of a stack, with its ARN in words. */
function about(stack: Stack): [string, string] {
  const queue = new sqs.Queue(stack, 'Queue');
  const arn = `arn:${stack.partition}:sqs:${stack.region}:${stack.account}:alerts`;
  const statement = new iam.PolicyStatement({ principals: [new iam.StarPrincipal()], actions: ['sqs:*'], resources: [arn] });
  return [textSnippet(queue, arn), JSON.parse(statementSnippet(queue, statement)).Resource];
}

test('where the account and the Region are known, so is the partition', () => {
  expect(about(stackUnderTest(IRELAND))).toEqual(Array(2).fill('arn:aws:sqs:eu-west-1:111122223333:alerts'));
  expect(about(new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'cn-north-1' } }))).toEqual(Array(2).fill('arn:aws-cn:sqs:cn-north-1:111122223333:alerts'));
});

test('what is not known stays a reference: the partition of a Region of which the CDK knows nothing, too', () => {
  expect(about(new Stack(new App(), 'Stack'))).toEqual(Array(2).fill('arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:alerts'));
  expect(about(new Stack(new App(), 'Stack', { env: { region: 'xx-new-1' } }))).toEqual(Array(2).fill('arn:${AWS::Partition}:sqs:xx-new-1:${AWS::AccountId}:alerts'));
});

test('a value of another stack is named by its export', () => {
  const app = new App();
  const home = new Stack(app, 'Home');
  const { queueArn } = new sqs.Queue(home, 'Queue');
  const other = new Stack(app, 'Other');
  new CfnResource(other, 'Arn', { type: 'AWS::SSM::Parameter', properties: { Type: 'String', Value: queueArn } });
  app.synth();
  expect(textSnippet(new sqs.Queue(other, 'Queue'), queueArn)).toMatch(/^\$\{Home:ExportsOutputFnGetAttQueue\w+\}$/);
});
