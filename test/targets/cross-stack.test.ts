import type { StackProps } from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, targetsIn } from '../rules/stack-under-test';

/** What is in another stack than the rule: a target, and the type of the policy that allows EventBridge. */
const TARGETS: [string, (stack: Stack) => events.IRuleTarget, string][] = [
  ['topic', (stack) => new SnsPublish(new sns.Topic(stack, 'Target')), 'AWS::SNS::TopicPolicy'],
  ['encrypted topic', (stack) => new SnsPublish(new sns.Topic(stack, 'Target', { masterKey: new kms.Key(stack, 'Key') })), 'AWS::SNS::TopicPolicy'],
  ['queue', (stack) => new SqsSendMessage(new sqs.Queue(stack, 'Target')), 'AWS::SQS::QueuePolicy'],
  ['encrypted queue', (stack) => new SqsSendMessage(new sqs.Queue(stack, 'Target', { encryption: sqs.QueueEncryption.KMS })), 'AWS::SQS::QueuePolicy'],
  ['function', (stack) => new LambdaInvoke(new lambda.Function(stack, 'Target', {
    code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST,
  })), 'AWS::Lambda::Permission'],
  ['dead-letter queue', (stack) => new SnsPublish(sns.Topic.fromTopicArn(stack, 'Target', 'arn:aws:sns:eu-west-1:111122223333:alerts'), {
    deadLetterQueue: new sqs.Queue(stack, 'DeadLetters'),
  }), 'AWS::SQS::QueuePolicy'],
];

/** Two stacks of one app. */
function twoStacks(props: StackProps): Stack[] {
  const app = new App();
  return ['Owner', 'Alerts'].map((id) => new Stack(app, id, props));
}

describe.each([['of no known environment', {}], ['of one environment', { env: IRELAND }]])('T23: in another stack %s', (_where, props) => {
  test.each(TARGETS)('a %s is reached without a cycle: its policy does not refer to the rule', (_what, target, policy) => {
    // GIVEN
    const [owner, alerts] = twoStacks(props);
    // WHEN
    new DaemonTaskStartImpairedRule(alerts, 'Alert', { targets: [target(owner)] });
    // THEN
    const template = Template.fromStack(owner);
    expect(Object.keys(template.findResources(policy))).toHaveLength(1);
    expect(JSON.stringify(template.toJSON())).not.toContain('Fn::ImportValue');
    expect(owner.dependencies).toEqual([]);
    expect(targetsIn(alerts)).toHaveLength(1);
  });
});

test('rules of many stacks on one queue need one statement', () => {
  // GIVEN
  const app = new App();
  const [owner, ...alerts] = ['Owner', 'One', 'Two', 'Three'].map((id) => new Stack(app, id));
  const queue = new sqs.Queue(owner, 'Queue');
  // WHEN
  alerts.forEach((stack) => new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(queue)] }));
  // THEN
  const [policy] = Object.values(Template.fromStack(owner).findResources('AWS::SQS::QueuePolicy'));
  expect(policy.Properties.PolicyDocument.Statement).toHaveLength(1);
});
