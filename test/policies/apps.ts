import { App, Stack } from 'aws-cdk-lib';
import type { Environment } from 'aws-cdk-lib';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ThreeAlertsStack } from '../../examples/three-alerts/three-alerts-stack';
import { DaemonTaskStartImpairedRule, LambdaInvoke, ServiceTaskPlacementFailureRule, SnsPublish, SqsSendMessage } from '../../src';
import { matrixApps } from '../matrix/matrix';

const ENV = { account: '111122223333', region: 'eu-west-1' };

/** What the matrix does not vary: separate keys, TLS, custom policies, other stacks, Regions and accounts. */
const OWN: Record<string, (stack: Stack) => void> = {
  'a key for each, one of them behind an alias': (stack) => {
    const topic = new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'TopicKey') });
    const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'QueueKey').addAlias('alerts') });
    const deadLetterQueue = new sqs.Queue(stack, 'Dead', { encryption: sqs.QueueEncryption.KMS });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueue, targets: [new SnsPublish(topic), new SqsSendMessage(queue)] });
  },

  'TLS only': (stack) => {
    const topic = new sns.Topic(stack, 'TlsTopic', { enforceSSL: true });
    const queue = new sqs.Queue(stack, 'TlsQueue', { enforceSSL: true });
    const deadLetterQueue = new sqs.Queue(stack, 'TlsDead', { enforceSSL: true, encryption: sqs.QueueEncryption.KMS });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueue, targets: [new SnsPublish(topic), new SqsSendMessage(queue)] });
    new DaemonTaskStartImpairedRule(stack, 'Other', { targets: [new SnsPublish(topic), new SqsSendMessage(queue)] });
  },

  'policies that the user has made': (stack) => {
    const topic = new sns.Topic(stack, 'Topic');
    const queue = new sqs.Queue(stack, 'Queue');
    const statement = { Sid: 'Own', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ENV.account}:root` } };
    const owner = { Sid: 'Owner', Effect: 'Allow', Principal: { AWS: '*' }, Action: 'sns:Publish', Resource: topic.topicArn, Condition: { StringEquals: { 'AWS:SourceOwner': ENV.account } } };
    new sns.CfnTopicPolicy(stack, 'TopicPolicy', { topics: [topic.topicArn], policyDocument: { Version: '2012-10-17', Statement: [owner] } });
    new sqs.CfnQueuePolicy(stack, 'QueuePolicy', {
      queues: [queue.queueUrl], policyDocument: { Version: '2012-10-17', Statement: [{ ...statement, Action: 'sqs:SendMessage', Resource: queue.queueArn }] },
    });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic), new SqsSendMessage(queue)] });
  },

  'ten rules on one queue, one topic and one function, in another stack': (stack) => {
    const shared = new Stack(stack.node.root, 'Shared', { env: ENV });
    const to = [
      new SqsSendMessage(new sqs.Queue(shared, 'Queue', { encryption: sqs.QueueEncryption.KMS })), new SnsPublish(new sns.Topic(shared, 'Topic')), new LambdaInvoke(functionIn(shared)),
    ];
    Array.from({ length: 10 }, (_, i) => new ServiceTaskPlacementFailureRule(stack, `Alert${i}`, { clusterNames: [`c${i}`], targets: to }));
  },

  'a version and an alias of a function': (stack) => {
    const { currentVersion: version } = functionIn(stack);
    const alias = new lambda.Alias(stack, 'Live', { aliasName: 'live', version });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new LambdaInvoke(version), new LambdaInvoke(alias)] });
  },

  'targets of the CDK': (stack) => {
    const to = [new targets.SqsQueue(new sqs.Queue(stack, 'Queue')), new targets.SnsTopic(new sns.Topic(stack, 'Topic')), new targets.LambdaFunction(functionIn(stack))];
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: to });
  },

  'targets in another Region': (stack) => inEnvironment(stack, { ...ENV, region: 'us-east-1' }),
  'targets in another account and Region': (stack) => inEnvironment(stack, { account: '444455556666', region: 'us-east-1' }),

  'dead letters in another account': (stack) => {
    const other = new Stack(stack.node.root, 'Other', { env: { ...ENV, account: '444455556666' } });
    const deadLetterQueue = new sqs.Queue(other, 'Dead', { queueName: 'dead', encryptionMasterKey: new kms.Key(other, 'Key', { alias: 'dead' }) });
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { deadLetterQueue })] });
  },
};

function functionIn(stack: Stack): lambda.Function {
  return new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
}

function inEnvironment(stack: Stack, env: Environment): void {
  const away = new Stack(stack.node.root, 'Away', { env });
  const to = [new SnsPublish(new sns.Topic(away, 'Topic', { topicName: 'alerts' })), new SqsSendMessage(new sqs.Queue(away, 'Queue', { queueName: 'alerts' }))];
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: to });
}

/** The apps whose policies are checked, by what is special about them. Each call creates them again. */
export function apps(): [string, App][] {
  const example = new App();
  new ThreeAlertsStack(example, 'ThreeAlerts');
  return [
    ['the example of three alerts', example],
    ...Object.entries(OWN).map(([name, make]): [string, App] => {
      const app = new App();
      make(new Stack(app, 'Stack', { env: ENV }));
      return [name, app];
    }),
    ...matrixApps().map(({ name, stack }): [string, App] => [name, stack.node.root as App]),
  ];
}
