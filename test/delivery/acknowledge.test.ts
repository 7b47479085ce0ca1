import type { CfnResource } from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { acknowledge } from '../../src/delivery/acknowledge';
import { SharedDeadLetterQueue } from '../../src/delivery/dead-letters/shared-dead-letter-queue';
import { DaemonTaskStartImpairedRule } from '../../src/rules/daemon-task-start-impaired-rule';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest } from '../rules/stack-under-test';

/** The rules that the resources of a type acknowledge in the template, where cdk-nag 2 looks. */
function acknowledgedIn(stack: Stack, type: string): string[] {
  return Object.values(Template.fromStack(stack).findResources(type))
    .flatMap(({ Metadata }) => Metadata?.cdk_nag?.rules_to_suppress ?? [])
    .map(({ id }) => id);
}

test('says it where version 2 of cdk-nag looks, and where version 3 looks', () => {
  // GIVEN
  const stack = stackUnderTest();
  const queue = new sqs.Queue(stack, 'Queue');
  // WHEN
  acknowledge(queue, ['Pack-One', 'Pack-Two'], 'It has to be so.');
  // THEN
  Template.fromStack(stack).hasResource('AWS::SQS::Queue', {
    Metadata: { cdk_nag: { rules_to_suppress: [{ id: 'Pack-One', reason: 'It has to be so.' }, { id: 'Pack-Two', reason: 'It has to be so.' }] } },
  });
  expect((queue.node.defaultChild as CfnResource).node.metadata).toEqual(expect.arrayContaining([
    { type: 'aws:cdk:acknowledged-rules', data: { 'Pack-One': 'It has to be so.' } },
    { type: 'aws:cdk:acknowledged-rules', data: { 'Pack-Two': 'It has to be so.' } },
  ]));
});

test('the shared dead-letter queue needs no dead-letter queue', () => {
  const stack = stackUnderTest();
  SharedDeadLetterQueue.of(stack);
  expect(acknowledgedIn(stack, 'AWS::SQS::Queue')).toEqual(['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy']);
});

describe('a rule that forwards to another Region', () => {
  function forwarding(deadLetterQueueEnabled?: boolean): Stack {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: IRELAND });
    const away = new Stack(app, 'Away', { env: { ...IRELAND, region: 'us-east-1' } });
    new DaemonTaskStartImpairedRule(stack, 'Alert', { deadLetterQueueEnabled, targets: [new SqsSendMessage(new sqs.Queue(away, 'Queue', { queueName: 'alerts' }))] });
    return stack;
  }

  test('has a dead-letter queue where cdk-nag looks for it, so that there is nothing to acknowledge', () => {
    const stack = forwarding();
    const rules = stack.node.findAll().filter((one): one is events.CfnRule => one instanceof events.CfnRule);
    expect(rules.flatMap((rule) => stack.resolve(rule.targets))).toMatchObject([{ deadLetterConfig: { arn: expect.anything() } }]);
    expect(acknowledgedIn(stack, 'AWS::Events::Rule')).toEqual([]);
  });

  test('has none where the user wants none, and acknowledges nothing', () => {
    expect(acknowledgedIn(forwarding(false), 'AWS::Events::Rule')).toEqual([]);
  });

  test('has a separate role, with an inline policy', () => {
    expect(acknowledgedIn(forwarding(), 'AWS::IAM::Policy')).toEqual(['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'].map((pack) => `${pack}-IAMNoInlinePolicy`));
  });
});

test('rules within an account and Region have nothing to acknowledge', () => {
  const stack = stackUnderTest();
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'))] });
  expect(acknowledgedIn(stack, 'AWS::Events::Rule')).toEqual([]);
});
