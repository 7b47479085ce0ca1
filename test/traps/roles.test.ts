import { App, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { denialOf, warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';

const alert = (stack: Stack, ...given: events.IRuleTarget[]) => new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: given });
const roleIn = (stack: Stack) => new iam.Role(stack, 'Sender', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
const reader = (actions: string[]) => new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('111122223333')], actions, resources: ['*'] });
const deliveriesOf = (stack: Stack) => (
  EventBusSimulator.fromApp(stack.node.root as App).send(SampleEvent.serviceTaskPlacementFailure({ ...IRELAND })).delivered.length);

describe('T14: two policies of a resource that a role of the same account sends to', () => {
  test.each<[string, (stack: Stack, role?: iam.IRole) => void]>([
    ['a queue', (stack, role) => {
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(reader(['sqs:ReceiveMessage']));
      alert(stack, new SqsSendMessage(queue, { role }));
      new sqs.QueuePolicy(stack, 'Later', { queues: [queue] }).document.addStatements(reader(['sqs:ReceiveMessage']));
    }],
    ['a topic', (stack, role) => {
      const topic = subscribedTopic(stack);
      topic.addToResourcePolicy(reader(['sns:Subscribe']));
      alert(stack, new SnsPublish(topic, { role }));
      new sns.TopicPolicy(stack, 'Later', { topics: [topic] }).document.addStatements(reader(['sns:Subscribe']));
    }],
  ])('are none for %s, which needs neither; without the role they are an error', (_what, use) => {
    const [withRole, without] = [true, false].map((isWithRole) => {
      const stack = stackUnderTest(IRELAND);
      use(stack, isWithRole ? roleIn(stack) : undefined);
      return stack;
    });
    expect(denialOf(withRole)).toBe('');
    expect(warningsOf(withRole)).toEqual([]);
    expect(deliveriesOf(withRole)).toBe(1);
    expect(denialOf(without)).toContain('it has 2 policy resources');
  });

  test('of which one denies the role are a warning', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(reader(['sqs:ReceiveMessage']));
    alert(stack, new SqsSendMessage(queue, { role: roleIn(stack) }));
    new sqs.QueuePolicy(stack, 'Later', { queues: [queue] }).document.addStatements(new iam.PolicyStatement({
      effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ['sqs:*'], resources: ['*'], conditions: { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
    }));
    expect(denialOf(stack)).toBe('');
    expect(warningsOf(stack)).toEqual([expect.stringContaining('Exempt the role of the target from the Deny')]);
  });

  test('are an error for a dead-letter queue, to which EventBridge sends without the role', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    alert(stack, new SqsSendMessage(queue, { role: roleIn(stack), deadLetterQueue: queue }));
    new sqs.QueuePolicy(stack, 'Later', { queues: [queue] }).document.addStatements(reader(['sqs:ReceiveMessage']));
    expect(denialOf(stack)).toContain('it has 2 policy resources');
  });
});

describe('T71: a Deny that may apply', () => {
  const conditions = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } };
  const deny = (resource: string, action: string) => (
    new iam.PolicyStatement({ effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: [action], resources: [resource], conditions }));

  test('is reported with an exemption from it, and not with another statement', () => {
    const stack = stackUnderTest(IRELAND);
    const key = new kms.Key(stack, 'Key');
    key.addToResourcePolicy(deny('*', 'kms:GenerateDataKey*'));
    const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key });
    const topic = subscribedTopic(stack);
    topic.addToResourcePolicy(deny(topic.topicArn, 'sns:Publish'));
    const role = roleIn(stack);
    alert(stack, new SqsSendMessage(queue, { role }), new SnsPublish(topic, { role }));
    const warnings = warningsOf(stack);
    expect(warnings).toHaveLength(2);
    warnings.forEach((text) => expect(text).toMatch(/may apply: the key aws:PrincipalOrgID is not simulated\. Exempt the role of the target from the Deny/));
  });
});

describe('T71: a role in the account of the rule', () => {
  test('of which the ARN is not known before the deployment needs no statement either', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(reader(['sqs:ReceiveMessage']));
    alert(stack, new SqsSendMessage(queue, { role: iam.Role.fromRoleArn(stack, 'Imported', Fn.importValue('role')) }), new SnsPublish(subscribedTopic(stack), {
      role: iam.Role.fromRoleArn(stack, 'Other', Fn.importValue('role')),
    }));
    new sqs.QueuePolicy(stack, 'Later', { queues: [queue] }).document.addStatements(reader(['sqs:ReceiveMessage']));
    expect(denialOf(stack)).toBe('');
    expect(warningsOf(stack)).toEqual([]);
    expect(deliveriesOf(stack)).toBe(2);
  });

  test('that lacks a permission is about the role, whatever policy the queue has', () => {
    const said = [[], ['sqs:ReceiveMessage']].map((actions) => {
      const stack = stackUnderTest(IRELAND);
      const queue = new sqs.Queue(stack, 'Queue');
      actions.forEach((action) => queue.addToResourcePolicy(reader([action])));
      alert(stack, new SqsSendMessage(queue, { role: roleIn(stack).withoutPolicyUpdates() }));
      return warningsOf(stack);
    });
    const lacking = [expect.stringMatching(/no statement allows the role Stack\/Sender to perform sqs:SendMessage\. Allow it in the policies of the role.*roleWithoutPermission\]$/)];
    expect(said).toEqual([lacking, lacking]);
  });
});

describe('T71: a key that leaves the decision to the policies of its account', () => {
  const warningsWith = (roleOf: (stack: Stack) => iam.IRole) => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, new SqsSendMessage(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') }), { role: roleOf(stack) }));
    return warningsOf(stack);
  };

  test('is no finding for an imported role, whose policies are unknown', () => {
    expect(warningsWith((stack) => iam.Role.fromRoleArn(stack, 'Imported', 'arn:aws:iam::111122223333:role/sender'))).toEqual([]);
  });

  test('is about the role if that lacks the permission', () => {
    const sender = (stack: Stack) => {
      const role = roleIn(stack);
      role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['*'] }));
      return role.withoutPolicyUpdates();
    };
    expect(warningsWith(sender)).toEqual([expect.stringMatching(/the role Stack\/Sender is not allowed to perform kms:Decrypt on the key Stack\/Key of Stack\/Queue: .*roleWithoutPermission\]$/)]);
  });
});

describe('T70: a role for a queue of the app in another account', () => {
  const given = (roleOf: (stack: Stack) => iam.IRole) => {
    const stack = stackUnderTest(IRELAND);
    const other = new Stack(stack.node.root, 'Other', { env: { ...IRELAND, account: '444455556666' } });
    const queue = new sqs.Queue(other, 'Queue', { queueName: 'tickets' });
    alert(stack, new SqsSendMessage(queue, { role: roleOf(stack) }));
    return [...warningsOf(stack), ...warningsOf(other)];
  };

  test('that is imported is allowed there, and nothing is reported about the queue', () => {
    expect(given((stack) => iam.Role.fromRoleArn(stack, 'Imported', 'arn:aws:iam::111122223333:role/sender'))).toEqual([]);
  });

  test('that denies it, or lacks the permission, is about the role', () => {
    const denying = (stack: Stack) => {
      const role = new iam.Role(stack, 'Sender', { roleName: 'sender', assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
      role.addToPolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sqs:*'], resources: ['*'] }));
      return role;
    };
    const lacking = (stack: Stack) => new iam.Role(stack, 'Sender', { roleName: 'sender', assumedBy: new iam.ServicePrincipal('events.amazonaws.com') }).withoutPolicyUpdates();
    [denying, lacking].forEach((roleOf) => expect(given(roleOf)).toEqual([expect.stringMatching(/^warning \/Stack\/Alert\/Rule.*roleWithoutPermission\]$/)]));
  });
});

describe('T71: a role in another stack than the rule', () => {
  test.each<[string, (stack: Stack, role: iam.IRole) => SqsSendMessage | SnsPublish]>([
    ['a queue of the stack of the rule', (stack, role) => new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { role })],
    ['an encrypted topic of the stack of the rule', (stack, role) => new SnsPublish(
      new sns.Topic(stack, 'Topic', { masterKey: new kms.Key(stack, 'Key') }), { role })],
    ['an imported queue with a key of the stack of the rule', (stack, role) => new SqsSendMessage(sqs.Queue.fromQueueAttributes(stack, 'Queue', {
      queueArn: 'arn:aws:sqs:eu-west-1:111122223333:tickets', keyArn: new kms.Key(stack, 'Key').keyArn,
    }), { role })],
  ])('gets its permissions for %s from there, so that no two stacks depend on each other', (_what, targetOf) => {
    const stack = stackUnderTest(IRELAND);
    const roles = new Stack(stack.node.root, 'Roles', { env: IRELAND });
    alert(stack, targetOf(stack, roleIn(roles)));
    expect(denialOf(stack)).toBe('');
    expect(deliveriesOf(stack)).toBe(1);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 1);
    Template.fromStack(roles).resourceCountIs('AWS::IAM::Policy', 0);
  });

  test('around a nested one does, too', () => {
    const stack = stackUnderTest(IRELAND);
    const nested = new NestedStack(stack, 'Nested');
    alert(nested, new SqsSendMessage(new sqs.Queue(nested, 'Queue'), { role: roleIn(stack) }));
    expect(denialOf(stack)).toBe('');
    expect(deliveriesOf(stack)).toBe(1);
  });

  test('has its permissions in its own stack where they refer to no other stack, as any role', () => {
    const stack = stackUnderTest(IRELAND);
    const roles = new Stack(stack.node.root, 'Roles', { env: IRELAND });
    alert(stack, new SqsSendMessage(new sqs.Queue(roles, 'Queue'), { role: roleIn(roles) }));
    expect(denialOf(stack)).toBe('');
    Template.fromStack(roles).resourceCountIs('AWS::IAM::Policy', 1);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });

  test('that is not to be changed is not, which is a warning', () => {
    const stack = stackUnderTest(IRELAND);
    const roles = new Stack(stack.node.root, 'Roles', { env: IRELAND });
    alert(stack, new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { role: roleIn(roles).withoutPolicyUpdates() }));
    expect(warningsOf(stack)).toEqual([expect.stringContaining('no statement allows the role Roles/Sender to perform sqs:SendMessage')]);
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Policy', 0);
  });
});

test.each(['ssm-incidents::111122223333:response-plan/on-call', 'ssm:eu-west-1::automation-definition/AWS-RestartEC2Instance:$DEFAULT'])(
  'T59: a target of which the ARN has no Region or no account is in no other one: %s', (name) => {
    const given = [undefined, (stack: Stack) => roleIn(stack)].map((role) => {
      const stack = stackUnderTest(IRELAND);
      alert(stack, { bind: () => ({ arn: `arn:aws:${name}`, role: role?.(stack) }) });
      return stack;
    });
    expect(given.map(denialOf)).toEqual(['', '']);
    expect(given.map(warningsOf)).toEqual([[], []]);
  });
