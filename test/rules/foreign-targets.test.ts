import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { rulesIn, stackUnderTest, targetsIn } from './stack-under-test';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';

const SHARED = { Arn: { 'Fn::GetAtt': ['EcsEventDeadLettersB3DA2899', 'Arn'] } };

function handler(scope: Construct): lambda.Function {
  return new lambda.Function(scope, 'Handler', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
}

describe('the targets of the CDK work, with the shared dead-letter queue', () => {
  test.each<[string, (scope: Construct) => events.IRuleTarget, string]>([
    ['SnsTopic', (scope) => new targets.SnsTopic(new sns.Topic(scope, 'Target')), 'AWS::SNS::TopicPolicy'],
    ['SqsQueue', (scope) => new targets.SqsQueue(new sqs.Queue(scope, 'Target')), 'AWS::SQS::QueuePolicy'],
    ['LambdaFunction', (scope) => new targets.LambdaFunction(handler(scope)), 'AWS::Lambda::Permission'],
    ['CloudWatchLogGroup', (scope) => new targets.CloudWatchLogGroup(new logs.LogGroup(scope, 'Target')), 'Custom::CloudwatchLogResourcePolicy'],
    ['KinesisStream', (scope) => new targets.KinesisStream(new kinesis.Stream(scope, 'Target')), 'AWS::IAM::Role'],
    ['SfnStateMachine', (scope) => new targets.SfnStateMachine(new sfn.StateMachine(scope, 'Target', {
      definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Succeed(scope, 'Done')),
    })), 'AWS::IAM::Role'],
    ['EventBus', (scope) => new targets.EventBus(new events.EventBus(scope, 'Target')), 'AWS::IAM::Role'],
  ])('%s', (_name, target, permission) => {
    // GIVEN
    const stack = stackUnderTest();
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [target(stack)] });
    // THEN
    expect(targetsIn(stack)).toMatchObject([{ Arn: expect.anything(), DeadLetterConfig: SHARED }]);
    expect(Object.keys(Template.fromStack(stack).findResources(permission))).not.toHaveLength(0);
  });
});

test('one target of the CDK serves every rule of a construct', () => {
  // GIVEN
  const stack = stackUnderTest();
  const clusterNames = Array.from({ length: 60 }, (_, i) => `production-cluster-${i}`);
  // WHEN
  new DaemonTaskStartImpairedRule(stack, 'Alert', { clusterNames, targets: [new targets.LambdaFunction(handler(stack))] });
  // THEN
  expect(rulesIn(stack).length).toBeGreaterThan(1);
  expect(targetsIn(stack)).toHaveLength(rulesIn(stack).length);
});

describe('a custom target', () => {
  test('is rendered as it says, with the shared dead-letter queue', () => {
    // GIVEN
    const stack = stackUnderTest();
    const target: events.IRuleTarget = {
      bind: (_rule, id) => ({
        id: `own-${id}`,
        arn: 'arn:aws:events:eu-west-1:111122223333:api-destination/pager/1',
        input: events.RuleTargetInput.fromEventPath('$.detail'),
        httpParameters: { headerParameters: { 'X-Team': 'platform' } },
        retryPolicy: { maximumRetryAttempts: 3 },
      }),
    };
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [target] });
    // THEN
    expect(targetsIn(stack)).toEqual([{
      Id: 'own-Target0',
      Arn: 'arn:aws:events:eu-west-1:111122223333:api-destination/pager/1',
      InputPath: '$.detail',
      HttpParameters: { HeaderParameters: { 'X-Team': 'platform' } },
      RetryPolicy: { MaximumRetryAttempts: 3 },
      DeadLetterConfig: SHARED,
    }]);
  });

  test('keeps its own dead-letter queue', () => {
    // GIVEN
    const stack = stackUnderTest();
    const deadLetterConfig = { arn: 'arn:aws:sqs:eu-west-1:111122223333:own' };
    // WHEN
    new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [{ bind: () => ({ arn: 'arn:aws:sns:eu-west-1:111122223333:t', deadLetterConfig }) }] });
    // THEN
    expect(targetsIn(stack)[0].DeadLetterConfig).toEqual({ Arn: deadLetterConfig.arn });
    Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0);
  });

  test('that fails, fails as it did', () => {
    // GIVEN
    const target: events.IRuleTarget = {
      bind: () => {
        throw new RangeError('not today');
      },
    };
    // THEN
    expect(() => new DaemonTaskStartImpairedRule(stackUnderTest(), 'Alert', { targets: [target] })).toThrow(new RangeError('not today'));
  });
});
