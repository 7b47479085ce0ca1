import { Aspects, CfnCondition, CfnParameter, CfnResource, Fn, NestedStack, Stack, Token } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { denialOf, warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

const alert = (stack: Stack, ...targets: events.IRuleTarget[]) => new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets });

function onCall(stack: Stack): lambda.Function {
  return new lambda.Function(stack, 'OnCall', { code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST });
}

const deny = (resource: string, conditions: object, actions: string[]) =>
  iam.PolicyStatement.fromJson({ Effect: 'Deny', Principal: '*', Action: actions, Resource: resource, Condition: conditions });

describe('T57: a Deny', () => {
  const OF_OTHERS = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } };
  const OF_OTHER_NETWORKS = { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } };

  test.each([['organization', OF_OTHERS], ['network', OF_OTHER_NETWORKS]])('that is for another %s is a warning, on a queue, a topic, a key and a dead-letter queue', (_what, conditions) => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(deny(queue.queueArn, conditions, ['sqs:*']));
    const topic = subscribedTopic(stack);
    topic.addToResourcePolicy(deny(topic.topicArn, conditions, ['sns:Publish']));
    const key = new kms.Key(stack, 'Key');
    key.addToResourcePolicy(deny('*', conditions, ['kms:*']));
    const dead = new sqs.Queue(stack, 'Dead');
    dead.addToResourcePolicy(deny(dead.queueArn, conditions, ['sqs:SendMessage']));
    alert(stack, new SqsSendMessage(queue, { deadLetterQueue: dead }), new SnsPublish(topic), new SqsSendMessage(new sqs.Queue(stack, 'Encrypted', { encryptionMasterKey: key })));
    expect(warningsOf(stack).sort()).toEqual([
      expect.stringMatching(/^warning \/Stack\/Dead\/Resource .* Exempt EventBridge from the Deny.*policyWithoutEventBridge\]$/),
      expect.stringMatching(/^warning \/Stack\/Encrypted\/Resource .* Exempt EventBridge from the Deny.*keyWithoutEventBridge\]$/),
      expect.stringMatching(/^warning \/Stack\/Queue\/Resource .* Exempt EventBridge from the Deny.*policyWithoutEventBridge\]$/),
      expect.stringMatching(/^warning \/Stack\/Topic\/Resource .* Exempt EventBridge from the Deny.*policyWithoutEventBridge\]$/),
    ]);
  });

  test.each<[string, object, string[]]>([
    ['that spares AWS services', { ...OF_OTHERS, BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } }, ['sqs:*']],
    ['of another Region', { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } }, ['sqs:*']],
    ['of resources of another account', { StringNotEquals: { 'aws:ResourceAccount': '111122223333' } }, ['sqs:*']],
    ['of another action', {}, ['sqs:DeleteQueue']],
    ['of plain HTTP', { Bool: { 'aws:SecureTransport': 'false' } }, ['sqs:*']],
  ])('%s is none', (_what, conditions, actions) => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(deny(queue.queueArn, conditions, actions));
    alert(stack, new SqsSendMessage(queue));
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T57: an Allow that does not help is a warning', () => {
  const bare = (queue: sqs.IQueue): events.IRuleTarget => ({ bind: () => ({ arn: queue.queueArn, targetResource: queue }) });

  test.each<[string, object]>([
    ['another action', { Action: 'sqs:GetQueueAttributes' }],
    ['another rule', { Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/nightly' } } }],
    ['principals of an organization', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
  ])('for %s', (_what, more) => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    const statement = { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: queue.queueArn };
    queue.addToResourcePolicy(iam.PolicyStatement.fromJson({ ...statement, ...more }));
    alert(stack, bare(queue));
    expect(warningsOf(stack)).toEqual([expect.stringContaining('[ack: cdk-ecs-event-rules:policyWithoutEventBridge]')]);
  });

  test('to a function, for another rule', () => {
    const stack = stackUnderTest(IRELAND);
    const handler = onCall(stack);
    handler.addPermission('Nightly', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: 'arn:aws:events:eu-west-1:111122223333:rule/nightly' });
    alert(stack, { bind: () => ({ arn: handler.functionArn, targetResource: handler }) });
    expect(warningsOf(stack)).toEqual([expect.stringContaining('[ack: cdk-ecs-event-rules:functionWithoutPermission]')]);
  });

  test('by a disabled key', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, new SqsSendMessage(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key', { enabled: false }) })));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/the key Stack\/Key of Stack\/Queue is disabled\. Use a symmetric encryption key that is enabled/)]);
  });

  test('under a condition that is false in the environment of the stack; under one of a parameter it is none', () => {
    const [region, parameter] = ['region', 'parameter'].map((kind) => {
      const stack = stackUnderTest(IRELAND);
      const queue = new sqs.CfnQueue(stack, 'Queue');
      const expression = kind === 'region' ? Fn.conditionEquals(stack.region, 'us-east-1') : Fn.conditionEquals(new CfnParameter(stack, 'Open', { default: 'no' }).valueAsString, 'yes');
      const condition = new CfnCondition(stack, 'Condition', { expression });
      alert(stack, { bind: () => ({ arn: queue.attrArn }) });
      new sqs.CfnQueuePolicy(stack, 'Policy', {
        queues: [queue.ref],
        policyDocument: { Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: queue.attrArn }] },
      }).cfnOptions.condition = condition;
      return warningsOf(stack);
    });
    expect(region).toEqual([expect.stringContaining('warning /Stack/Queue/EcsEventDelivery Stack/Queue has no policy')]);
    expect(parameter).toEqual([]);
  });
});

describe('T58: a resource that is changed after the rule was created', () => {
  test.each<[string, (queue: sqs.Queue, key: kms.Key) => void]>([
    ['a property of the L1 queue', (queue, key) => { (queue.node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = key.keyArn; }],
    ['an override', (queue, key) => (queue.node.defaultChild as sqs.CfnQueue).addPropertyOverride('KmsMasterKeyId', key.keyArn)],
  ])('by %s is a warning', (_how, encrypt) => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    alert(stack, new SqsSendMessage(queue));
    encrypt(queue, new kms.Key(stack, 'Key'));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Queue\/Resource the key Stack\/Key of Stack\/Queue does not allow EventBridge/)]);
  });

  test('by an Aspect that encrypts every queue, the dead-letter queue included, is a warning for each', () => {
    const stack = stackUnderTest(IRELAND);
    const key = new kms.Key(stack, 'Key');
    alert(stack, new SqsSendMessage(new sqs.Queue(stack, 'Queue')));
    Aspects.of(stack).add({
      visit: (construct: IConstruct) => {
        if (construct instanceof sqs.CfnQueue) {
          construct.kmsMasterKeyId = key.keyArn;
        }
      },
    });
    expect(warningsOf(stack).map((text) => text.split(' ')[1]).sort()).toEqual(['/Stack/EcsEventDeadLetters/Resource', '/Stack/Queue/Resource']);
  });

  test('by an override that replaces the statements of its policy is a warning', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    alert(stack, new SqsSendMessage(queue));
    (queue.node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy).addPropertyOverride('PolicyDocument.Statement', []);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('policyWithoutEventBridge')]);
  });

  test('in a nested stack is a warning too, and the synthesis is repeated by force', () => {
    const stack = stackUnderTest(IRELAND);
    const nested = new NestedStack(stack, 'Nested');
    const queue = new sqs.Queue(nested, 'Queue');
    new ServiceTaskPlacementFailureRule(nested, 'Alert', { targets: [new SqsSendMessage(queue)] });
    expect(warningsOf(stack)).toEqual([]);
    (queue.node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = 'alias/aws/sqs';
    expect(() => (stack.node.root as import('aws-cdk-lib').App).synth({ force: true })).toThrow('[Stack/Nested/Queue] encryption of the queue:');
  });
});

describe('T59: a target', () => {
  const queueWithout = (stack: Stack) => new sqs.Queue(stack, 'Queue');

  test.each<[string, (rule: ServiceTaskPlacementFailureRule, arn: string) => void]>([
    ['of a rule in the construct', (rule, arn) => rule.rules[0].addTarget({ bind: () => ({ arn }) })],
    ['of the L1 rule', (rule, arn) => { (rule.rules[0].node.defaultChild as events.CfnRule).targets = [{ id: 'Own', arn }]; }],
    ['without a resource', (rule, arn) => rule.addTarget({ bind: () => ({ arn }) })],
  ])('%s is validated', (_what, add) => {
    const stack = stackUnderTest(IRELAND);
    add(alert(stack), queueWithout(stack).queueArn);
    expect(warningsOf(stack)).toContainEqual(expect.stringMatching(/^warning \/Stack\/Queue\/Resource Stack\/Queue has no policy/));
  });

  test('with a role that does not allow what is needed is a warning', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = queueWithout(stack);
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
    role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:ReceiveMessage'], resources: [queue.queueArn] }));
    alert(stack, { bind: () => ({ arn: queue.queueArn, role, targetResource: queue }) });
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Alert\/Rule\/Resource target Target0: .*\[ack: cdk-ecs-event-rules:roleWithoutPermission\]$/)]);
  });

  test('with a role that allows it is none', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = queueWithout(stack);
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
    queue.grantSendMessages(role);
    alert(stack, { bind: () => ({ arn: queue.queueArn, role, targetResource: queue }) });
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T57: what cannot be known never fails the synthesis', () => {
  test.each<[string, unknown]>([
    ['an included document', Fn.transform('AWS::Include', { Location: 's3://bucket/policy.json' })],
    ['an imported document', Fn.importValue('policy')],
  ])('%s', (_what, document) => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.CfnQueue(stack, 'Queue');
    new CfnResource(stack, 'Policy', { type: 'AWS::SQS::QueuePolicy', properties: { Queues: [queue.ref], PolicyDocument: Token.asAny(document) } });
    alert(stack, { bind: () => ({ arn: queue.attrArn }) });
    expect(denialOf(stack)).toBe('');
    expect(warningsOf(stack)).toEqual([expect.stringContaining('it cannot be verified before the deployment')]);
  });

  test('a statement that is one object is read like a list', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.CfnQueue(stack, 'Queue');
    new sqs.CfnQueuePolicy(stack, 'Policy', {
      queues: [queue.ref],
      policyDocument: { Statement: { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: queue.attrArn } },
    });
    alert(stack, { bind: () => ({ arn: queue.attrArn }) }, new LambdaInvoke(onCall(stack)));
    expect(denialOf(stack)).toBe('');
    expect(warningsOf(stack)).toEqual([]);
  });
});
