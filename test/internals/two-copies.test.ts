import * as sns from 'aws-cdk-lib/aws-sns';
import { secondCopy } from './second-copy';
import { DaemonTaskStartImpairedRule, LambdaInvoke, SnsPublish, SqsSendMessage } from '../../src';
import { EventBusSimulator, SampleEvent } from '../../src/testing';

let app: ReturnType<typeof secondCopy>;

beforeAll(() => {
  app = secondCopy();
});

afterAll(() => app.remove());

test('it is another copy', () => {
  expect(app.sns.Topic).not.toBe(sns.Topic);
});

test('x', () => {
  const { core, kms, sns: s, sqs, lambda } = app;
  const a = new core.App();
  const stack = new core.Stack(a, 'Stack', { env: { account: '111122223333', region: 'eu-west-1' } });
  const topic = new s.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key'), enforceSSL: true });
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key2') });
  const handler = new lambda.Function(stack, 'Handler', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_22_X });
  new DaemonTaskStartImpairedRule(stack, 'Alert', { targets: [new SnsPublish(topic), new SqsSendMessage(queue), new LambdaInvoke(handler)] });
  const { delivered, undelivered } = EventBusSimulator.fromApp(a).send(SampleEvent.daemonTaskStartImpaired());
  expect(undelivered).toEqual([]);
  expect(delivered.map(({ targetPath }) => targetPath)).toEqual(['Stack/Topic', 'Stack/Queue', 'Stack/Handler']);
});
