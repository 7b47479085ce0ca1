import { App, PhysicalName, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import type { LambdaInvokeProps } from '../../src/targets/lambda-invoke';
import { LambdaInvoke } from '../../src/targets/lambda-invoke';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { EventBusSimulator, SampleEvent } from '../../src/testing';
import { IRELAND, targetsIn } from '../rules/stack-under-test';
import { denialOf, warningsOf } from '../traps/annotations';

const OTHER = { account: '444455556666', region: 'eu-west-1' };
const VIRGINIA = { account: '444455556666', region: 'us-east-1' };
const BY_PATH = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/cdk-ecs-event-rules/*' } };
const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const USE_KEY = ['kms:Decrypt', 'kms:GenerateDataKey*'];

function apps(): { readonly stack: Stack; readonly other: Stack } {
  const app = new App({ context: { '@aws-cdk/core:enablePartitionLiterals': true } });
  return { stack: new Stack(app, 'Stack', { env: IRELAND }), other: new Stack(app, 'Other', { env: OTHER }) };
}

const alert = (stack: Stack, id: string, ...given: events.IRuleTarget[]) =>
  new ServiceTaskPlacementFailureRule(stack, id, { clusterNames: [id], targets: given });
const resources = (stack: Stack, type: string): any[] =>
  Object.values(Template.fromStack(stack).findResources(type)).map(({ Properties }) => Properties);
const rolesIn = (stack: Stack) => resources(stack, 'AWS::IAM::Role');
const roleStatements = (stack: Stack) =>
  rolesIn(stack).flatMap(({ Policies = [] }) => Policies.flatMap(({ PolicyDocument }: any) => PolicyDocument.Statement));
const handlerIn = (stack: Stack, functionName?: string) => new lambda.Function(stack, 'OnCall', {
  functionName, code: lambda.Code.fromInline('-'), handler: 'index.handler', runtime: lambda.Runtime.NODEJS_LATEST,
});
const roleIn = (stack: Stack, props: Partial<iam.RoleProps> = {}) =>
  new iam.Role(stack, 'Sender', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com'), ...props });

/** What becomes of an event: each delivery with what it assumes, or why it fails. */
function fates(stack: Stack, id: string): string[] {
  const { delivered, undelivered } = EventBusSimulator.fromApp(stack.node.root as App)
    .send(SampleEvent.serviceTaskPlacementFailure({ ...IRELAND, clusterName: id }));
  return [...delivered, ...undelivered].map(({ targetType, reason, assumptions }) => [targetType, reason ?? 'delivered', ...assumptions].join(': '));
}

/** A topic, a queue and a function by a way to get them. */
interface Kind {
  readonly title: string;
  readonly imported: (stack: Stack, id: string, account?: string) => (props?: LambdaInvokeProps) => events.IRuleTarget;
  readonly owned: (stack: Stack, name?: string) => (props?: LambdaInvokeProps) => events.IRuleTarget;
  readonly action: string;
  readonly arn: string;
}

const KINDS: Kind[] = [{
  title: 'topic',
  imported: (stack, id, account = OTHER.account) => (props) => (
    new SnsPublish(sns.Topic.fromTopicArn(stack, id, `arn:aws:sns:eu-west-1:${account}:central`), props)),
  owned: (stack, topicName) => (props) => new SnsPublish(new sns.Topic(stack, 'Central', { topicName }), props),
  action: 'sns:Publish',
  arn: 'arn:aws:sns:eu-west-1:444455556666:central',
}, {
  title: 'queue',
  imported: (stack, id, account = OTHER.account) => (props) => (
    new SqsSendMessage(sqs.Queue.fromQueueArn(stack, id, `arn:aws:sqs:eu-west-1:${account}:central`), props)),
  owned: (stack, queueName) => (props) => new SqsSendMessage(new sqs.Queue(stack, 'Central', { queueName }), props),
  action: 'sqs:SendMessage',
  arn: 'arn:aws:sqs:eu-west-1:444455556666:central',
}, {
  title: 'function',
  imported: (stack, id, account = OTHER.account) => (props) => (
    new LambdaInvoke(lambda.Function.fromFunctionArn(stack, id, `arn:aws:lambda:eu-west-1:${account}:function:central`), props)),
  owned: (stack, functionName) => (props) => new LambdaInvoke(handlerIn(stack, functionName), props),
  action: 'lambda:InvokeFunction',
  arn: 'arn:aws:lambda:eu-west-1:444455556666:function:central',
}];

describe.each(KINDS)('T70: a $title in another account of the Region', ({ title, imported, owned, action, arn }) => {
  test('imported: is the target itself, with a role for exactly one action on exactly one resource', () => {
    // GIVEN
    const { stack } = apps();
    // WHEN
    alert(stack, 'Alert', imported(stack, 'Central')());
    // THEN
    const [[logicalId, { Properties: role }]] = Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role'));
    expect(targetsIn(stack)).toMatchObject([{ Arn: arn, RoleArn: { 'Fn::GetAtt': [logicalId, 'Arn'] } }]);
    expect(roleStatements(stack)).toEqual([{ Action: action, Effect: 'Allow', Resource: arn }]);
    expect(role.Path).toBe('/cdk-ecs-event-rules/');
    expect(role.AssumeRolePolicyDocument.Statement).toEqual([{
      Action: 'sts:AssumeRole',
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' }, ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' } },
    }]);
    expect(denialOf(stack)).toBe('');
  });

  test('however often it is imported and whatever the number of rules, shares one role in a stack', () => {
    const { stack } = apps();
    const target = imported(stack, 'Central')();
    alert(stack, 'One', target);
    alert(stack, 'Two', target);
    alert(stack, 'Three', imported(stack, 'Again')());
    expect(rolesIn(stack)).toHaveLength(1);
    expect(roleStatements(stack)).toHaveLength(1);
  });

  test('of the app: its policy allows the roles of the account by their path, and the event arrives', () => {
    const { stack, other } = apps();
    const target = owned(other, 'central')();
    alert(stack, 'Alert', target);
    alert(new Stack(stack.node.root, 'Second', { env: IRELAND }), 'Second', target);
    expect(denialOf(stack)).toBe('');
    expect(fates(stack, 'Alert')).toEqual([expect.stringMatching(/^\w+: delivered$/)]);
    if (title === 'function') {
      expect(resources(other, 'AWS::Lambda::Permission')).toEqual([expect.objectContaining({ Action: 'lambda:InvokeFunction', Principal: '111122223333' })]);
    } else {
      const [{ PolicyDocument }] = [...resources(other, 'AWS::SNS::TopicPolicy'), ...resources(other, 'AWS::SQS::QueuePolicy')];
      const byRoles = PolicyDocument.Statement.filter(({ Sid }: any) => Sid !== '__default_statement_ID');
      expect(byRoles).toEqual([expect.objectContaining({ Action: action, Condition: BY_PATH, Effect: 'Allow', Principal: ROOT })]);
    }
  });

  test('of the app, without a name: is an error that names the prop', () => {
    const { stack, other } = apps();
    expect(() => alert(stack, 'Alert', owned(other)())).toThrow(/^\[Stack\/Alert\] (topic|queue|function)Name: construct Other\/\w+ in account 444455556666 has no name that the rule in account 111122223333 can refer to\. Set (topic|queue|function)Name, for example to PhysicalName\.GENERATE_IF_NEEDED\.$/);
  });

  test('of the app, with a generated physical name: arrives', () => {
    const { stack, other } = apps();
    alert(stack, 'Alert', owned(other, PhysicalName.GENERATE_IF_NEEDED)());
    expect(denialOf(stack)).toBe('');
    expect(fates(stack, 'Alert')).toEqual([expect.stringMatching(/^\w+: delivered$/)]);
  });

  test('takes a role of the user, which gets the permission', () => {
    const { stack } = apps();
    const role = roleIn(stack, { roleName: 'sender' });
    alert(stack, 'Alert', imported(stack, 'Central')({ role }));
    expect(rolesIn(stack)).toHaveLength(1);
    expect(resources(stack, 'AWS::IAM::Policy').map(({ PolicyDocument }) => PolicyDocument.Statement)).toEqual([[{ Action: action, Effect: 'Allow', Resource: arn }]]);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('arn:aws:iam::111122223333:role/sender')]);
  });

  test('of the app, with a role of the user: is allowed by the ARN of the role', () => {
    const { stack, other } = apps();
    alert(stack, 'Alert', owned(other, 'central')({ role: roleIn(stack, { roleName: 'sender' }) }));
    expect(denialOf(stack)).toBe('');
    expect(fates(stack, 'Alert')).toEqual([expect.stringMatching(/^\w+: delivered$/)]);
  });

  test('takes no role of another account', () => {
    const { stack } = apps();
    const role = iam.Role.fromRoleArn(stack, 'Theirs', 'arn:aws:iam::444455556666:role/theirs');
    expect(() => alert(stack, 'Alert', imported(stack, 'Central')({ role }))).toThrow('[Stack/Alert] role: construct Stack/Theirs is in account 444455556666, and the rule in 111122223333.'
      + ' EventBridge assumes only roles in the account of the rule: use one there.');
  });

  test('in another Region takes no role, because a rule there delivers', () => {
    const { stack } = apps();
    const away = new Stack(stack.node.root, 'Away', { env: VIRGINIA });
    expect(() => alert(stack, 'Alert', owned(away, 'central')({ role: roleIn(stack) })))
      .toThrow(/^\[Stack\/Alert\] role: construct Away\/\w+ is in Region us-east-1, where a rule that the CDK adds delivers, and the role is for the rule in eu-west-1\. Omit role/);
  });

  test('of the same account, imported, with a role: needs no statement of its owner', () => {
    const { stack } = apps();
    alert(stack, 'Alert', imported(stack, 'Own', IRELAND.account)({ role: roleIn(stack) }));
    expect(warningsOf(stack)).toEqual([]);
    expect(resources(stack, 'AWS::IAM::Policy').map(({ PolicyDocument }) => PolicyDocument.Statement)).toEqual([[{ Action: action, Effect: 'Allow', Resource: arn.replace(OTHER.account, IRELAND.account) }]]);
    expect(fates(stack, 'Alert')).toEqual([expect.stringMatching(/^\w+: delivered(: \S+ is not encrypted with a customer-managed key, or the key allows the role Stack\/Sender to use it)?$/)]);
  });
});

describe('T70: the statement for the owner in another account', () => {
  test('of a topic names the path of the roles, the organization, and the key that may encrypt it', () => {
    const { stack } = apps();
    alert(stack, 'Alert', new SnsPublish(sns.Topic.fromTopicArn(stack, 'Central', 'arn:aws:sns:eu-west-1:444455556666:central')));
    const [warning, ...others] = warningsOf(stack);
    expect(others).toEqual([]);
    const statements = warning.match(/\{"Action".*?"Resource":"[^"]*"\}/g)!.map((text) => JSON.parse(text) as object);
    const Resource = 'arn:aws:sns:eu-west-1:444455556666:central';
    expect(statements).toEqual([
      { Action: 'sns:Publish', Condition: BY_PATH, Effect: 'Allow', Principal: ROOT, Resource },
      {
        Action: 'sns:Publish',
        Condition: { StringEquals: { 'aws:PrincipalOrgID': '<ID of the organization>' }, ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/cdk-ecs-event-rules/*' } },
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Resource,
      },
      { Action: USE_KEY, Condition: BY_PATH, Effect: 'Allow', Principal: ROOT, Resource: '*' },
    ]);
    expect(warning).toMatch(/If it is encrypted with a customer-managed key, import it with keyArn.*\[ack: cdk-ecs-event-rules:importedTopic\]$/);
  });

  test('of a queue with a known key is two warnings, and the role may use the key', () => {
    const { stack } = apps();
    const keyArn = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const queue = sqs.Queue.fromQueueAttributes(stack, 'Central', { queueArn: 'arn:aws:sqs:eu-west-1:444455556666:central', keyArn });
    alert(stack, 'Alert', new SqsSendMessage(queue));
    expect(roleStatements(stack)).toEqual([
      { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: 'arn:aws:sqs:eu-west-1:444455556666:central' }, { Action: USE_KEY, Effect: 'Allow', Resource: keyArn },
    ]);
    expect(warningsOf(stack).map((text) => /cdk-ecs-event-rules:(\w+)\]$/.exec(text)![1])).toEqual(['importedQueue', 'importedKey']);
    expect(warningsOf(stack)[1]).toContain(`The role of the target needs this statement in it, or every delivery fails: ${JSON.stringify({ Action: USE_KEY, Condition: BY_PATH, Effect: 'Allow', Principal: ROOT, Resource: '*' })}`);
  });

  test('of a function names the role by an ARN that is known, its account, and its organization', () => {
    const { stack } = apps();
    alert(stack, 'Alert', new LambdaInvoke(lambda.Function.fromFunctionArn(stack, 'Central', 'arn:aws:lambda:eu-west-1:444455556666:function:central')));
    const [{ RoleName }] = rolesIn(stack);
    expect(RoleName).toMatch(/^[a-z0-9]+$/);
    expect(warningsOf(stack)).toEqual([expect.stringContaining('aws lambda add-permission --function-name arn:aws:lambda:eu-west-1:444455556666:function:central --statement-id AllowEcsEventRules'
      + ` --action lambda:InvokeFunction --principal arn:aws:iam::111122223333:role/cdk-ecs-event-rules/${RoleName}, once the role exists. For its account: --principal 111122223333.`
      + ' For an organization: --principal \'*\' --principal-org-id <ID of the organization>')]);
  });
});

describe('T70: a key in another account', () => {
  test.each<[string, (stack: Stack, masterKey: kms.IKey) => events.IRuleTarget]>([
    ['sns', (stack, masterKey) => new SnsPublish(new sns.Topic(stack, 'Central', { topicName: 'central', masterKey }))],
    ['sqs', (stack, encryptionMasterKey) => new SqsSendMessage(new sqs.Queue(stack, 'Central', { queueName: 'central', encryptionMasterKey }))],
  ])('of the app allows the roles by their path, which may use it by way of %s', (service, target) => {
    const { stack, other } = apps();
    alert(stack, 'Alert', target(other, new kms.Key(other, 'Key')));
    expect(roleStatements(stack)[1]).toEqual({
      Action: USE_KEY,
      Condition: { StringEquals: { 'kms:ViaService': `${service}.eu-west-1.amazonaws.com` } },
      Effect: 'Allow',
      Resource: 'arn:aws:kms:eu-west-1:444455556666:key/*',
    });
    expect(resources(other, 'AWS::KMS::Key')[0].KeyPolicy.Statement[1]).toEqual({ Action: USE_KEY, Condition: BY_PATH, Effect: 'Allow', Principal: ROOT, Resource: '*' });
    expect(denialOf(stack)).toBe('');
    expect(fates(stack, 'Alert')).toEqual([expect.stringMatching(/^\w+: delivered$/)]);
  });

  test('that AWS manages is an error: of the app, imported, or by an override', () => {
    const managed = /encrypted with the AWS managed key alias\/aws\/sqs, which no other account can use\. Use a customer-managed key, or for a queue QueueEncryption\.SQS_MANAGED\.$/;
    const { stack, other } = apps();
    expect(() => alert(stack, 'Alert', new SqsSendMessage(new sqs.Queue(other, 'Central', { queueName: 'c', encryption: sqs.QueueEncryption.KMS_MANAGED })))).toThrow(managed);
    const imported = sqs.Queue.fromQueueAttributes(stack, 'Import', { queueArn: 'arn:aws:sqs:eu-west-1:444455556666:c', keyArn: 'arn:aws:kms:eu-west-1:444455556666:alias/aws/sqs' });
    expect(() => alert(stack, 'Other', new SqsSendMessage(imported))).toThrow(managed);
    const late = new sqs.Queue(other, 'Late', { queueName: 'late' });
    alert(stack, 'Third', new SqsSendMessage(late));
    (late.node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = 'alias/aws/sqs';
    expect(denialOf(stack)).toContain('encryption of the queue: Other/Late is encrypted with the AWS managed key alias/aws/sqs, which the role Stack/EcsEventRole');
  });
});

describe('T71: a role in the account of the target', () => {
  test('T09: reaches a queue on the key alias/aws/sqs', () => {
    const { stack } = apps();
    alert(stack, 'Alert', new SqsSendMessage(new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }), { role: roleIn(stack) }));
    expect([denialOf(stack), warningsOf(stack)]).toEqual(['', []]);
    expect(fates(stack, 'Alert')).toEqual(['SQS: delivered']);
  });

  test('may reach a topic on the key alias/aws/sns: AWS does not document it, so it is a warning', () => {
    const { stack } = apps();
    const masterKey = kms.Alias.fromAliasName(stack, 'Alias', 'alias/aws/sns');
    alert(stack, 'Alert', new SnsPublish(new sns.Topic(stack, 'Topic', { masterKey }), { role: roleIn(stack) }));
    expect(denialOf(stack)).toBe('');
    expect(warningsOf(stack)).toContainEqual(expect.stringContaining('cdk-ecs-event-rules:managedKeyWithRole'));
  });

  test('is blocked by a Deny that exempts AWS services', () => {
    const { stack } = apps();
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(new iam.PolicyStatement({
      effect: iam.Effect.DENY, principals: [new iam.AnyPrincipal()], actions: ['sqs:SendMessage'], resources: [queue.queueArn], conditions: { Bool: { 'aws:PrincipalIsAWSService': 'false' } },
    }));
    alert(stack, 'Alert', new SqsSendMessage(queue, { role: roleIn(stack) }));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/the Deny of statement 1 applies\. Exempt the role of the target from the Deny/)]);
  });

  test('needs no statement of EventBridge in the policy of a topic, a queue or a function of the app', () => {
    const { stack } = apps();
    const role = roleIn(stack);
    const handler = handlerIn(stack);
    alert(stack, 'Alert', new SnsPublish(new sns.Topic(stack, 'Topic'), { role }), new SqsSendMessage(new sqs.Queue(stack, 'Queue'), { role }), new LambdaInvoke(handler, { role }));
    expect(resources(stack, 'AWS::SNS::TopicPolicy')).toEqual([]);
    expect(resources(stack, 'AWS::Lambda::Permission')).toEqual([]);
    expect(resources(stack, 'AWS::SQS::QueuePolicy')).toHaveLength(1);
    expect(fates(stack, 'Alert')).toEqual(['SNS: delivered', 'SQS: delivered', 'Lambda: delivered']);
  });

  test('may use a customer-managed key of the app, unless the policy of the key is restricted', () => {
    const { stack } = apps();
    const role = roleIn(stack);
    const key = (id: string, account: string) => new kms.Key(stack, id, {
      policy: new iam.PolicyDocument({ statements: [new iam.PolicyStatement({ principals: [new iam.ArnPrincipal(`arn:aws:iam::111122223333:${account}`)], actions: ['kms:*'], resources: ['*'] })] }),
    });
    const queue = (id: string, account: string) => new SqsSendMessage(new sqs.Queue(stack, id, { encryptionMasterKey: key(`${id}Key`, account) }), { role });
    alert(stack, 'Alert', queue('Open', 'root'), queue('Closed', 'role/admin'));
    expect(fates(stack, 'Alert')).toEqual(['SQS: delivered', expect.stringContaining('does not allow the role Stack/Sender to perform kms:Decrypt')]);
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Closed\/Resource .*The role of the target needs this statement in it.*\[ack: cdk-ecs-event-rules:keyWithoutEventBridge\]$/)]);
  });

  test('of a target of the CDK is evaluated too', () => {
    const { stack } = apps();
    alert(stack, 'Alert', new targets.SnsTopic(new sns.Topic(stack, 'Topic'), { authorizeUsingRole: true }));
    expect(fates(stack, 'Alert')).toEqual(['SNS: delivered']);
    expect(denialOf(stack)).toBe('');
  });

  test('of another kind of value is an error', () => {
    const { stack } = apps();
    expect(() => new SnsPublish(new sns.Topic(stack, 'Topic'), { role: 'sender' as any })).toThrow('[SnsPublish] role: expected an IAM role, got "sender".');
  });
});
