import { App, Aws, CfnOutput, CfnParameter, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { ownedResource } from '../../../src/delivery/identity/owned-resource';
import { IRELAND } from '../../rules/stack-under-test';

/** Two stacks: the resources are in the first, and spelled in the second. */
function given(env: { account?: string; region?: string } = IRELAND) {
  const app = new App();
  const stack = new Stack(app, 'Stack', { env });
  const other = new Stack(app, 'Other', { env });
  const topic = new sns.Topic(stack, 'Topic', { topicName: 'alerts' });
  const queue = new sqs.Queue(stack, 'Queue', { queueName: 'alerts' });
  const unnamed = new sqs.Queue(stack, 'Unnamed');
  const key = new kms.Key(stack, 'Key');
  const handler = new lambda.Function(stack, 'Handler', {
    functionName: 'alerts', code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X,
  });
  return { app, stack, other, topic, queue, unnamed, key, handler, alias: key.addAlias('alerts') };
}

type Given = ReturnType<typeof given>;

describe('a resource of the app is found by', () => {
  test.each<[string, (all: Given) => unknown, keyof Given]>([
    ['the ARN of the construct', ({ topic }) => topic.topicArn, 'topic'],
    ['the name of the construct', ({ queue }) => queue.queueName, 'queue'],
    ['the URL of the construct', ({ unnamed }) => unnamed.queueUrl, 'unnamed'],
    ['the reference of the L1 construct', ({ topic }) => (topic.node.defaultChild as sns.CfnTopic).ref, 'topic'],
    ['the ARN of an import', ({ other, topic }) => sns.Topic.fromTopicArn(other, 'Import', topic.topicArn).topicArn, 'topic'],
    ['a literal ARN', () => 'arn:aws:sns:eu-west-1:111122223333:alerts', 'topic'],
    ['a literal ARN of a function', () => 'arn:aws:lambda:eu-west-1:111122223333:function:alerts', 'handler'],
    ['a literal URL', () => 'https://sqs.eu-west-1.amazonaws.com/111122223333/alerts', 'queue'],
    ['an ARN with pseudo parameters', () => `arn:${Aws.PARTITION}:sqs:${Aws.REGION}:${Aws.ACCOUNT_ID}:alerts`, 'queue'],
    ['an ARN from Fn.sub()', () => Fn.sub('arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:alerts'), 'queue'],
    ['an ARN from Fn.join()', () => Fn.join(':', ['arn', Aws.PARTITION, 'sqs', Aws.REGION, Aws.ACCOUNT_ID, 'alerts']), 'queue'],
    ['formatArn() with a literal name', ({ other }) => other.formatArn({ service: 'sns', resource: 'alerts' }), 'topic'],
    ['formatArn() with the name of the construct', ({ other, unnamed }) => other.formatArn({ service: 'sqs', resource: unnamed.queueName }), 'unnamed'],
    ['the import of an export', ({ stack, topic }) => {
      new CfnOutput(stack, 'Output', { value: topic.topicArn, exportName: 'alerts' });
      return Fn.importValue('alerts');
    }, 'topic'],
    ['the import of an export whose name contains the Region on one side only', ({ stack, topic }) => {
      new CfnOutput(stack, 'Output', { value: topic.topicArn, exportName: 'eu-west-1-alerts' });
      return Fn.importValue(Fn.sub('${AWS::Region}-alerts'));
    }, 'topic'],
    ['the import of an export whose name contains that of its stack', ({ stack, topic }) => {
      new CfnOutput(stack, 'Output', { value: topic.topicArn, exportName: `${Aws.STACK_NAME}:alerts` });
      return Fn.importValue(`${stack.stackName}:alerts`);
    }, 'topic'],
    ['the import of an exported value', ({ stack, topic }) => stack.exportValue(topic.topicArn), 'topic'],
    ['an SSM parameter', ({ stack, other, topic }) => {
      new ssm.StringParameter(stack, 'Parameter', { parameterName: '/alerts', stringValue: topic.topicArn });
      return ssm.StringParameter.valueForStringParameter(other, '/alerts');
    }, 'topic'],
    ['a dynamic reference to an SSM parameter', ({ stack, queue }) => {
      new ssm.StringParameter(stack, 'Parameter', { parameterName: '/alerts', stringValue: queue.queueArn });
      return '{{resolve:ssm:/alerts:1}}';
    }, 'queue'],
    ['the ARN of a key', ({ key }) => key.keyArn, 'key'],
    ['the name of an alias', () => 'alias/alerts', 'alias'],
    ['the ARN of an alias', () => 'arn:aws:kms:eu-west-1:111122223333:alias/alerts', 'alias'],
  ])('%s', (_what, spelling, which) => {
    const all = given();
    expect(ownedResource(spelling(all), all.other)).toBe((all[which] as sns.Topic).node.defaultChild);
  });

  test('a literal ARN, in an app without a known environment', () => {
    const all = given({});
    expect(ownedResource('arn:aws:sns:eu-west-1:111122223333:alerts', all.other)).toBe(all.topic.node.defaultChild);
  });

  test('its ARN, from a nested stack', () => {
    const all = given();
    expect(ownedResource(all.topic.topicArn, new NestedStack(all.stack, 'Nested'))).toBe(all.topic.node.defaultChild);
  });
});

describe('no resource of the app is found by', () => {
  test.each<[string, (all: Given) => unknown]>([
    ['nothing', () => undefined],
    ['the ARN of another name', () => 'arn:aws:sns:eu-west-1:111122223333:other'],
    ['the ARN of another account', () => 'arn:aws:sns:eu-west-1:444455556666:alerts'],
    ['the ARN of another Region', () => 'arn:aws:sns:us-east-1:111122223333:alerts'],
    ['the URL of another Region', () => 'https://sqs.us-east-1.amazonaws.com/111122223333/alerts'],
    ['the ARN of another kind', () => 'arn:aws:kinesis:eu-west-1:111122223333:alerts'],
    ['an import of something that no stack exports', () => Fn.importValue('alerts')],
    ['a parameter of a stack', ({ other }) => new CfnParameter(other, 'TopicArn').valueAsString],
    ['an SSM parameter that is not part of the app', ({ other }) => ssm.StringParameter.valueForStringParameter(other, '/alerts')],
    ['an export of itself', ({ stack }) => {
      new CfnOutput(stack, 'Output', { value: Fn.importValue('circle'), exportName: 'circle' });
      return Fn.importValue('circle');
    }],
    ['a text', () => 'alerts'],
    ['a choice at deployment', () => Fn.select(0, Fn.split(',', Fn.importValue('alerts')))],
  ])('%s', (_what, spelling) => {
    const all = given();
    expect(ownedResource(spelling(all), all.other)).toBeUndefined();
  });
});

test('a queue is found by the URL of an import, which is made of parts of its ARN', () => {
  const all = given();
  const imported = sqs.Queue.fromQueueArn(all.stack, 'Import', all.unnamed.queueArn);
  expect(ownedResource(imported.queueUrl, all.stack)).toBe(all.unnamed.node.defaultChild);
});
