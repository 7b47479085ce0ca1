import type { Environment } from 'aws-cdk-lib';
import { App, Stack } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { findingsIn } from './findings';
import { LambdaInvoke, ServiceTaskPlacementFailureRule, SharedDeadLetterQueue, SnsPublish, SqsSendMessage } from '../../src';
import type { EcsEventRule } from '../../src';
import { CONSTRUCTS } from '../matrix/constructs';
import { Ends } from '../matrix/ends';

const ENV = { account: '111122223333', region: 'eu-west-1' };

/** An app that uses the library: creates what is there without it, and returns what adds the library. */
type AppRow = (app: App) => () => void;

/** A construct of the library with its defaults, on every kind of target, and every alarm. */
function everything(make: (stack: Stack, ends: Ends) => EcsEventRule, isEncrypted: boolean): AppRow {
  return (app) => {
    const stack = new Stack(app, 'Stack', { env: ENV });
    const ends = new Ends(stack, isEncrypted ? new kms.Key(stack, 'Key') : undefined);
    const actions = [new SnsAction(new sns.Topic(stack, 'Pager'))];
    return () => {
      make(stack, ends).addUndeliveredAlarms('Undelivered', { actions });
      SharedDeadLetterQueue.of(stack).addUndeliveredAlarm('Undelivered', { actions });
    };
  };
}

/** Targets that are somewhere else than the rule: rules that deliver there, and whatever else that takes. */
function inEnvironment(env?: Environment, isEncrypted = false): AppRow {
  return (app) => {
    const away = new Stack(app, 'Away', { env });
    const stack = new Stack(app, 'Stack', { env: ENV });
    const key = isEncrypted ? new kms.Key(away, 'Key') : undefined;
    const queue = new sqs.Queue(away, 'Queue', { queueName: 'alerts', encryptionMasterKey: key });
    const targets = [new SnsPublish(new sns.Topic(away, 'Topic', { topicName: 'alerts', masterKey: key })), new SqsSendMessage(queue)];
    return () => new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets });
  };
}

const APPS: Record<string, AppRow> = {
  ...Object.fromEntries(CONSTRUCTS.flatMap(({ name, make }) => [false, true].map((isEncrypted) => [
    `${name}, ${isEncrypted ? 'everything encrypted' : 'nothing encrypted'}`,
    everything((stack, ends) => make(stack, 'Alert', { targets: ends.targets(true, {}) }), isEncrypted),
  ]))),
  'more targets than a rule takes': everything((stack) => new ServiceTaskPlacementFailureRule(stack, 'Alert', {
    targets: Array.from({ length: 12 }, (_, i) => new SqsSendMessage(sqs.Queue.fromQueueArn(stack, `Queue${i}`, `arn:aws:sqs:eu-west-1:111122223333:q${i}`))),
  }), false),
  'targets that take TLS only, and the version of a function': (app) => {
    const stack = new Stack(app, 'Stack');
    const topic = new sns.Topic(stack, 'Topic', { enforceSSL: true });
    const queue = new sqs.Queue(stack, 'Queue', { enforceSSL: true });
    const { currentVersion } = new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
    return () => new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(currentVersion)] });
  },
  'targets in another Region': inEnvironment({ ...ENV, region: 'us-east-1' }),
  'targets in another account': inEnvironment({ ...ENV, account: '444455556666' }),
  'encrypted targets in another account': inEnvironment({ ...ENV, account: '444455556666' }, true),
  'targets in another account and Region': inEnvironment({ account: '444455556666', region: 'us-east-1' }),
};

test.each(Object.entries(APPS))('finds nothing that it does not find without the library: %s', (_name, make) => {
  const without = findingsIn((app) => void make(app));
  const withLibrary = findingsIn((app) => make(app)());
  expect(withLibrary).toEqual(without);
});

test('the targets of these apps are not perfect, so every pack has something to find', () => {
  const found = findingsIn((app) => void APPS['targets in another Region'](app));
  expect(new Set(found.map((finding) => finding.replace(/-.*/, '')))).toEqual(new Set(['AwsSolutions', 'HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321', 'Serverless']));
});

test('finds a queue without TLS and a rule without dead letters, had the library made such', () => {
  const found = findingsIn((app) => {
    const stack = new Stack(app, 'Stack');
    const targets = [new SqsSendMessage(new sqs.Queue(stack, 'Queue', { enforceSSL: true }))];
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueueEnabled: false, targets });
    // TLS off.
    (SharedDeadLetterQueue.of(stack).node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy).policyDocument = { Version: '2012-10-17', Statement: [] };
  });
  expect(found).toEqual(expect.arrayContaining([
    expect.stringMatching(/^Serverless-EventBusDLQ Stack\/Alert\//),
    'AwsSolutions-SQS4 Stack/EcsEventDeadLetters/Resource',
  ]));
});

test('finds that a queue has no dead-letter queue, if it is not marked as one', () => {
  const found = findingsIn((app) => new sqs.Queue(new Stack(app, 'Stack'), 'Dead', { enforceSSL: true }));
  expect(found).toEqual(['AwsSolutions-SQS3 Stack/Dead/Resource', 'Serverless-SQSRedrivePolicy Stack/Dead/Resource']);
});
