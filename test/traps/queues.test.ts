import { Annotations, App, CfnParameter, Fn, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { denialOf, warningsOf } from './annotations';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest, subscribedTopic, targetsIn } from '../rules/stack-under-test';

/** Makes a rule to which a queue matters. */
type Way = (stack: Stack, queue: sqs.IQueue, id?: string) => void;

const alert = (stack: Stack, id: string, ...given: events.IRuleTarget[]) =>
  new ServiceTaskPlacementFailureRule(stack, id, { clusterNames: [id], targets: given });

/** Every way in which a queue becomes a target. */
const AS_TARGET: [string, Way][] = [
  ['SqsSendMessage', (stack, queue, id = 'Alert') => alert(stack, id, new SqsSendMessage(queue))],
  ['the CDK SqsQueue', (stack, queue, id = 'Alert') => alert(stack, id, new targets.SqsQueue(queue))],
];

/** Every way in which a queue becomes a dead-letter queue. */
const AS_DEAD_LETTER_QUEUE: [string, Way][] = [
  ['the dead-letter queue of a rule', (stack, deadLetterQueue, id = 'Alert') =>
    new ServiceTaskPlacementFailureRule(stack, id, { deadLetterQueue, targets: [new SnsPublish(subscribedTopic(stack, `${id}Topic`))] })],
  ['the dead-letter queue of SnsPublish', (stack, deadLetterQueue, id = 'Alert') => alert(stack, id, new SnsPublish(subscribedTopic(stack, `${id}Topic`), { deadLetterQueue }))],
  ['the dead-letter queue of the CDK SnsTopic', (stack, deadLetterQueue, id = 'Alert') =>
    alert(stack, id, new targets.SnsTopic(subscribedTopic(stack, `${id}Topic`), { deadLetterQueue }))],
];

const WAYS = [...AS_TARGET, ...AS_DEAD_LETTER_QUEUE];

const AWS_MANAGED = (isTarget: boolean) => '[Stack/Queue] encryption of the queue: Stack/Queue is encrypted with the AWS managed key alias/aws/sqs, which EventBridge is not allowed to use and whose policy cannot be changed:'
  + ` every delivery fails. Use a customer-managed key, or for a queue QueueEncryption.SQS_MANAGED${isTarget ? ', or SqsSendMessage with a role' : ''}.`;
const FROM_IRELAND = '"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"},"ArnLike":{"aws:SourceArn":"arn:aws:events:eu-west-1:111122223333:rule/*"}}';
const statementFor = (arn: string) => `{"Action":"sqs:SendMessage",${FROM_IRELAND},"Effect":"Allow","Principal":{"Service":"events.amazonaws.com"},"Resource":${arn.startsWith('{') ? arn : JSON.stringify(arn)}}`;

/** The statements about EventBridge in the policies of a kind of resource. */
function statementsOf(stack: Stack, type: string = 'AWS::SQS::QueuePolicy', document: string = 'PolicyDocument'): any[] {
  return Object.values(Template.fromStack(stack).findResources(type)).flatMap(({ Properties }) => Properties[document].Statement)
    .filter(({ Principal }) => Principal.Service === 'events.amazonaws.com');
}

describe.each(WAYS)('a queue as %s', (way, use) => {
  test('T09: with QueueEncryption.KMS_MANAGED is an error', () => {
    const stack = stackUnderTest();
    use(stack, new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }));
    expect(denialOf(stack)).toContain(AWS_MANAGED(AS_TARGET.some(([name]) => name === way)));
  });

  test('T09: with the alias of the AWS-managed key is an error', () => {
    const stack = stackUnderTest();
    use(stack, new sqs.Queue(stack, 'Queue', { encryptionMasterKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/aws/sqs') }));
    expect(denialOf(stack)).toContain(AWS_MANAGED(AS_TARGET.some(([name]) => name === way)));
  });

  test('T09: with the AWS-managed key by an override made later is an error', () => {
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue');
    use(stack, queue);
    (queue.node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = 'alias/aws/sqs';
    expect(denialOf(stack)).toContain(AWS_MANAGED(AS_TARGET.some(([name]) => name === way)));
  });

  test('T10: on a customer-managed key has the grant that EventBridge needs', () => {
    const stack = stackUnderTest(IRELAND);
    use(stack, new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS }));
    expect(statementsOf(stack, 'AWS::KMS::Key', 'KeyPolicy')).toContainEqual({
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Resource: '*',
      Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
    });
    expect(warningsOf(stack)).toEqual([]);
  });

  const KEY_STATEMENT = '{"Action":["kms:Decrypt","kms:GenerateDataKey*"],"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}},"Effect":"Allow",'
    + '"Principal":{"Service":"events.amazonaws.com"},"Resource":"*"}';

  test.each<[string, (stack: Stack, key: kms.IKey) => kms.IKey]>([
    ['key', (_stack, key) => key],
    ['key behind an alias of the app', (stack, targetKey) => new kms.Alias(stack, 'Alias', { aliasName: 'alias/queue', targetKey })],
  ])('T10: on an imported %s is a warning with the statement for the key, acknowledged on the queue', (_what, keyOf) => {
    const stack = stackUnderTest(IRELAND);
    const encryptionMasterKey = keyOf(stack, kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001'));
    const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey });
    use(stack, queue);
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/Queue/Resource the key arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000001 of this queue is imported, so its policy cannot be changed from here.'
      + ` EventBridge needs this statement in it, or every delivery fails: ${KEY_STATEMENT} [ack: cdk-ecs-event-rules:importedKey]`,
    ]);
    Annotations.of(queue).acknowledgeWarning('cdk-ecs-event-rules:importedKey');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T10: on a key that is imported by an ARN of the account and Region of the stack, which the stack does not know, is the same warning', () => {
    const stack = new Stack(new App(), 'Stack');
    const encryptionMasterKey = kms.Key.fromKeyArn(stack, 'Key', stack.formatArn({ service: 'kms', resource: 'key', resourceName: '1' }));
    use(stack, new sqs.Queue(stack, 'Queue', { encryptionMasterKey }));
    expect(warningsOf(stack)).toEqual([expect.stringContaining('the key arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/1 of this queue is imported')]);
  });

  test('T10: on a key whose policy was replaced later is a warning with the statement', () => {
    const stack = stackUnderTest(IRELAND);
    const key = new kms.Key(stack, 'Key');
    use(stack, new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }));
    (key.node.defaultChild as kms.CfnKey).addPropertyOverride('KeyPolicy', { Statement: [] });
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/Queue/Resource the key Stack/Key of Stack/Queue does not allow EventBridge to perform kms:Decrypt: no statement allows events.amazonaws.com to perform kms:Decrypt.'
      + ` EventBridge needs this statement in it, or every delivery fails: ${KEY_STATEMENT} [ack: cdk-ecs-event-rules:keyWithoutEventBridge]`,
    ]);
  });

  test('T10: on a key that is written as a CfnKey has the grant', () => {
    const stack = stackUnderTest(IRELAND);
    const key = kms.Key.fromCfnKey(new kms.CfnKey(stack, 'Key', { keyPolicy: { Statement: [] } }));
    use(stack, new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }));
    expect(statementsOf(stack, 'AWS::KMS::Key', 'KeyPolicy')).not.toEqual([]);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T11: that is imported is a warning with the statement to paste', () => {
    const stack = stackUnderTest(IRELAND);
    const arn = 'arn:aws:sqs:eu-west-1:111122223333:alerts';
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', arn);
    use(stack, queue);
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/Queue/EcsEventDelivery this queue is imported, so its policy cannot be changed from here. EventBridge needs this statement in the policy, or every delivery fails:'
      + ` ${statementFor(arn)} [ack: cdk-ecs-event-rules:importedQueue]`,
    ]);
    Annotations.of(queue).acknowledgeWarning('cdk-ecs-event-rules:importedQueue');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T11: that is imported is no warning if the app has a policy for it', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111122223333:alerts');
    use(stack, queue);
    new sqs.CfnQueuePolicy(stack, 'Policy', {
      queues: [queue.queueUrl],
      policyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Principal: { Service: 'events.amazonaws.com' }, Resource: queue.queueArn }] },
    });
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T11: that is imported is a warning that names the policy of the app that does not allow EventBridge', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111122223333:alerts');
    use(stack, queue);
    new sqs.CfnQueuePolicy(stack, 'Policy', { queues: [queue.queueUrl], policyDocument: { Statement: [] } });
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/ the policy Stack\/Policy of arn:aws:sqs:eu-west-1:111122223333:alerts does not allow EventBridge to perform sqs:SendMessage: .*\[ack: cdk-ecs-event-rules:policyWithoutEventBridge\]$/)]);
  });

  test.each<[string, (stack: Stack, queue: sqs.Queue) => void]>([
    ['QueuePolicy', (stack, queue) => new sqs.QueuePolicy(stack, 'Policy', { queues: [queue] }).document.addStatements(
      new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions: ['sqs:*'], resources: [queue.queueArn] }))],
    ['CfnQueuePolicy', (stack, queue) => new sqs.CfnQueuePolicy(stack, 'Policy', {
      queues: [(queue.node.defaultChild as sqs.CfnQueue).ref],
      policyDocument: { Statement: { Effect: 'Allow', Action: 'sqs:*', Principal: { AWS: '444455556666' }, Resource: queue.queueArn } },
    })],
    ['CfnQueuePolicy without a statement', (stack, queue) => new sqs.CfnQueuePolicy(stack, 'Policy', { queues: [queue.queueUrl], policyDocument: {} })],
  ])('T14: that has a %s of the user gets the statement into that', (_what, makePolicy) => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    makePolicy(stack, queue);
    new ServiceTaskPlacementFailureRule(stack, 'First', { clusterNames: ['a'], targets: [new SqsSendMessage(queue)], deadLetterQueueEnabled: false });
    new ServiceTaskPlacementFailureRule(stack, 'Second', { clusterNames: ['b'], targets: [new SqsSendMessage(queue)], deadLetterQueueEnabled: false });
    Template.fromStack(stack).resourceCountIs('AWS::SQS::QueuePolicy', 1);
    expect(statementsOf(stack)).toHaveLength(1);
    expect(warningsOf(stack)).toEqual([]);
  });

  test('T14: keeps what the user wrote in a policy', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue');
    const [own, other] = ['444455556666', '777788889999'].map((AWS) => ({ Effect: 'Allow', Action: 'sqs:*', Principal: { AWS }, Resource: '*' }));
    const policies = [own, [own, other]].map((Statement, i) => {
      const each = i === 0 ? queue : new sqs.Queue(stack, 'Second');
      new sqs.CfnQueuePolicy(stack, `Policy${i}`, { queues: [each.queueUrl], policyDocument: { Version: '2012-10-17', Statement } });
      alert(stack, `Alert${i}`, new SqsSendMessage(each));
      return `Policy${i}`;
    });
    const { Resources } = Template.fromStack(stack).toJSON();
    expect(policies.map((id) => Resources[id].Properties.PolicyDocument)).toEqual([
      { Version: '2012-10-17', Statement: [own, expect.objectContaining({ Principal: { Service: 'events.amazonaws.com' } })] },
      { Version: '2012-10-17', Statement: [own, other, expect.objectContaining({ Principal: { Service: 'events.amazonaws.com' } })] },
    ]);
  });

  test('T14: that gets a second policy later is an error', () => {
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue');
    use(stack, queue);
    new sqs.QueuePolicy(stack, 'Later', { queues: [queue] }).document
      .addStatements(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions: ['sqs:*'], resources: [queue.queueArn] }));
    expect(denialOf(stack)).toContain('[Stack/Queue] policy of the queue: it has 2 policy resources: Stack/Queue/Policy/Resource, Stack/Later/Resource.'
      + ' The last one to be deployed replaces the others. Create the policy before the queue gets its first rule, so that the rule adds to it, or use addToResourcePolicy() of the queue.');
  });
});

describe('T11: a queue in another account or Region', () => {
  const alerts = (stack: Stack, deadLetterQueue: sqs.IQueue) => new ServiceTaskPlacementFailureRule(stack, 'Alert', { deadLetterQueue, targets: [new SnsPublish(subscribedTopic(stack))] });

  test('a dead-letter queue of another account is used, and the statement to paste names the account of the rule', () => {
    const stack = stackUnderTest(IRELAND);
    const arn = 'arn:aws:sqs:eu-west-1:444455556666:dead';
    alerts(stack, sqs.Queue.fromQueueArn(stack, 'Queue', arn));
    expect(targetsIn(stack)[0].DeadLetterConfig).toEqual({ Arn: arn });
    expect(warningsOf(stack)).toEqual([expect.stringContaining(`or every delivery fails: ${statementFor(arn)} [ack: cdk-ecs-event-rules:importedQueue]`)]);
  });

  test('a dead-letter queue of the app in another account lets the account of the rule in, and its key too', () => {
    const stack = stackUnderTest(IRELAND);
    const other = new Stack(stack.node.root, 'Other', { env: { ...IRELAND, account: '444455556666' } });
    const encryptionMasterKey = new kms.Key(other, 'Key', { alias: 'dead' });
    alerts(stack, new sqs.Queue(other, 'Queue', { queueName: 'dead', encryptionMasterKey }));
    expect(targetsIn(stack)[0].DeadLetterConfig).toEqual({ Arn: 'arn:aws:sqs:eu-west-1:444455556666:dead' });
    expect(statementsOf(other)).toEqual([expect.objectContaining({
      Condition: {
        StringEquals: { 'aws:SourceAccount': '111122223333' },
        ArnLike: { 'aws:SourceArn': 'arn:aws:events:eu-west-1:111122223333:rule/*' },
      },
    })]);
    expect(statementsOf(other, 'AWS::KMS::Key', 'KeyPolicy')).toEqual([expect.objectContaining({ Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } })]);
  });

  const WRONG_REGION = '[Stack/Alert] deadLetterQueue: construct Stack/Queue is in Region us-east-1, and the rule in eu-west-1. EventBridge supports dead-letter queues in the Region of the rule only.'
    + ' Use a queue in that Region, or omit deadLetterQueue to use the queue that the rules of the stack share.';

  test.each(AS_DEAD_LETTER_QUEUE.slice(0, 2))('%s of another Region is an error', (_way, use) => {
    const stack = stackUnderTest(IRELAND);
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:111122223333:dead');
    expect(() => use(stack, queue)).toThrow(WRONG_REGION);
  });

  test.each(AS_TARGET)('an import of another Region through %s is an error that says where to import it', (_way, use) => {
    const stack = stackUnderTest(IRELAND);
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:us-east-1:444455556666:alerts');
    expect(() => use(stack, queue)).toThrow('[Stack/Alert] targets: construct Stack/Queue is imported from 444455556666/us-east-1 into a stack of another account or Region,'
      + ' and the rule that delivers to it must be created there. Import it in a stack of the app with env: { account: \'444455556666\', region: \'us-east-1\' }.');
  });

  test('an import of another account of the Region through the CDK SqsQueue is an error that names the targets that deliver there', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:444455556666:alerts');
    expect(() => alert(stack, 'Alert', new targets.SqsQueue(queue)))
      .toThrow('Use SnsPublish, SqsSendMessage or LambdaInvoke of cdk-ecs-event-rules, which deliver to another account of the Region by a role.');
  });
});

describe('T11: a custom target', () => {
  const bare = (queue: sqs.IQueue, more: object = {}): events.IRuleTarget =>
    ({ bind: () => ({ arn: queue.queueArn, targetResource: queue, ...more }) });

  test('and that grants nothing is a warning with the statement', () => {
    const stack = stackUnderTest(IRELAND);
    alert(stack, 'Alert', bare(new sqs.Queue(stack, 'Queue')));
    expect(warningsOf(stack)).toEqual([
      'warning /Stack/Queue/Resource Stack/Queue has no policy, so it does not allow EventBridge to send messages. EventBridge needs this statement in the policy, or every delivery fails:'
      + ` ${statementFor('{"Fn::GetAtt":["Queue4A7E3555","Arn"]}')} [ack: cdk-ecs-event-rules:policyWithoutEventBridge]`,
    ]);
  });

  test('whose queue has a policy without EventBridge is a warning that names the policy', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue', { enforceSSL: true });
    alert(stack, 'Alert', bare(queue));
    expect(warningsOf(stack)).toEqual([expect.stringContaining('warning /Stack/Queue/Resource the policy Stack/Queue/Policy of Stack/Queue does not allow EventBridge to perform sqs:SendMessage: no statement allows')]);
  });

  test.each<[string, (stack: Stack) => string, unknown[]]>([
    ['of the app that allows no one is a warning about that queue', (stack) => new sqs.Queue(stack, 'Dead').queueArn,
      [expect.stringMatching(/^warning \/Stack\/Dead\/Resource Stack\/Dead has no policy, so it does not allow EventBridge to send messages\./)]],
    ['that is named by a composed ARN is a warning with the statement that it needs', (stack) => `arn:aws:sqs:${stack.region}:${stack.account}:dead`,
      [expect.stringMatching(/^warning \/Stack\/Alert\/Rule\/Resource this queue is imported.*"Resource":\{"Fn::Sub":"arn:aws:sqs:\$\{AWS::Region\}:\$\{AWS::AccountId\}:dead"\}/)]],
  ])('and that has a dead-letter queue %s', (_what, arnOf, expected) => {
    const stack = stackUnderTest();
    const role = iam.Role.fromRoleName(stack, 'Role', 'events');
    alert(stack, 'Alert', bare(new sqs.Queue(stack, 'Queue'), { role, deadLetterConfig: { arn: arnOf(stack) } }));
    expect(warningsOf(stack)).toEqual(expected);
  });

  test('and that has a role is none: the role allows EventBridge', () => {
    const stack = stackUnderTest();
    alert(stack, 'Alert', bare(new sqs.Queue(stack, 'Queue'), { role: iam.Role.fromRoleName(stack, 'Role', 'events') }));
    expect(warningsOf(stack)).toEqual([]);
  });
});

describe('T16: a FIFO queue', () => {
  const fifo = (stack: Stack, props: sqs.QueueProps = {}) => new sqs.Queue(stack, 'Queue', { fifo: true, ...props });
  const UNDEDUPLICATED = '[Stack/Queue] target Target0: Stack/Queue is a FIFO queue without content-based deduplication, and a rule cannot set a deduplication id.'
    + ' Set contentBasedDeduplication: true on the queue';

  const GROUPED: [string, (queue: sqs.IQueue) => events.IRuleTarget][] = [
    ['SqsSendMessage', (queue) => new SqsSendMessage(queue, { messageGroupId: 'ecs' })],
    ['the CDK SqsQueue', (queue) => new targets.SqsQueue(queue, { messageGroupId: 'ecs' })],
  ];

  test.each(GROUPED)('through %s without content-based deduplication is an error', (_way, target) => {
    const stack = stackUnderTest();
    alert(stack, 'Alert', target(fifo(stack)));
    expect(denialOf(stack)).toContain(UNDEDUPLICATED);
  });

  test.each(GROUPED)('through %s is none if deduplication is switched on later, or at deployment', (_way, target) => {
    for (const value of [true, undefined]) {
      const stack = stackUnderTest();
      const queue = fifo(stack);
      alert(stack, 'Alert', target(queue));
      (queue.node.defaultChild as sqs.CfnQueue).contentBasedDeduplication = value ?? Token.asAny(new CfnParameter(stack, 'Deduplicate').value) as unknown as boolean;
      expect(denialOf(stack)).toBe('');
    }
  });

  test('through the CDK SqsQueue without a group is an error', () => {
    const stack = stackUnderTest();
    expect(() => alert(stack, 'Alert', new targets.SqsQueue(fifo(stack, { contentBasedDeduplication: true }))))
      .toThrow('[Stack/Alert] messageGroupId: construct Stack/Queue is a FIFO queue, which requires a message group, got undefined. Set messageGroupId: without it, Amazon SQS rejects the message.');
  });

  test.each(AS_DEAD_LETTER_QUEUE)('as %s is an error', (_way, use) => {
    const stack = stackUnderTest();
    expect(() => use(stack, fifo(stack))).toThrow('[Stack/Alert] deadLetterQueue: construct Stack/Queue is a FIFO queue. EventBridge supports only standard queues as dead-letter queues.');
  });
});

describe('T21: the policy of a queue', () => {
  const TOO_LARGE = (statements: number) => new RegExp(`\\[Stack/Queue\\] policy of the queue: it has ${statements} statements and about \\d+ bytes, and Amazon SQS accepts 20 statements and 8192 bytes\\.`
    + ' targets\\.SqsQueue adds a statement for each rule: use SqsSendMessage of cdk-ecs-event-rules, which needs one for all of them\\.');

  test('has one statement, however many rules and stacks send to it by SqsSendMessage', () => {
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue');
    const stacks = [stack, new Stack(stack.node.root, 'Other')];
    stacks.forEach((each) => Array.from({ length: 30 }, (_, i) => new ServiceTaskPlacementFailureRule(each, `Alert${i}`, { targets: [new SqsSendMessage(queue)], deadLetterQueue: queue })));
    expect(statementsOf(stack)).toHaveLength(1);
    expect(denialOf(stack)).toBe('');
  });

  test('with 20 statements of the CDK SqsQueue passes, and the next is an error that names SqsSendMessage', () => {
    const [enough, tooMany] = [20, 21].map((rules) => {
      const stack = stackUnderTest(IRELAND);
      const queue = new sqs.Queue(stack, 'Queue');
      Array.from({ length: rules }, (_, i) => alert(stack, `A${i}`, new targets.SqsQueue(queue)));
      return denialOf(stack);
    });
    expect(enough).toBe('');
    expect(tooMany).toMatch(TOO_LARGE(21));
  });

  test('over 8,192 bytes is an error, with fewer statements too', () => {
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue');
    const principals = Array.from({ length: 250 }, (_, i) => new iam.AccountPrincipal(String(100000000000 + i)));
    queue.addToResourcePolicy(new iam.PolicyStatement({ principals, actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    alert(stack, 'Alert', new SqsSendMessage(queue));
    expect(denialOf(stack)).toMatch(TOO_LARGE(2));
  });

  test('counts names as long as they are deployed: the ARNs of 20 rules of a stack with a long name are too much', () => {
    const [short, long] = ['alerts', `alerts-${'of-many-services-'.repeat(6)}`].map((stackName) => {
      const stack = new Stack(new App(), 'Stack', { stackName });
      const queue = new sqs.Queue(stack, 'Queue');
      Array.from({ length: 20 }, (_, i) => alert(stack, `A${i}`, new targets.SqsQueue(queue)));
      return denialOf(stack);
    });
    expect(short).toBe('');
    expect(long).toMatch(TOO_LARGE(20));
  });

  test('of 17 targets of the CDK on rules with short names fits', () => {
    const stack = stackUnderTest(IRELAND);
    const queue = new sqs.Queue(stack, 'Queue', { queueName: 'alerts' });
    Array.from({ length: 17 }, (_, i) => new ServiceTaskPlacementFailureRule(stack, `Alert${i}`, { ruleName: `r${i}`, clusterNames: [`${i}`], targets: [new targets.SqsQueue(queue)] }));
    expect(denialOf(stack)).toBe('');
    expect(warningsOf(stack)).toEqual([]);
  });

  test('that only names decide that are known at deployment is a warning', () => {
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue');
    const actions = Array.from({ length: 256 }, (_, i) => `sqs:${'x'.repeat(20)}${i}`);
    queue.addToResourcePolicy(new iam.PolicyStatement({ principals: [new iam.AccountPrincipal('444455556666')], actions, resources: [queue.queueArn, Fn.importValue('other')] }));
    alert(stack, 'Alert', new SqsSendMessage(queue));
    expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Queue\/Resource policy of the queue: it has 2 statements and \d+ to \d+ bytes, and Amazon SQS accepts 20 statements and 8192 bytes\. .*\[ack: cdk-ecs-event-rules:policyMayBeTooLarge\]$/)]);
  });

  test('of an SqsQueue of the CDK on a rule that takes more than 20 rules is an error', () => {
    const stack = stackUnderTest();
    const queue = new sqs.Queue(stack, 'Queue');
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { clusterNames: Array.from({ length: 700 }, (_, i) => `production-cluster-${i}`), targets: [new targets.SqsQueue(queue)] });
    const parts = stack.node.findAll().filter((construct) => construct instanceof events.CfnRule).length;
    expect(parts).toBeGreaterThan(20);
    expect(denialOf(stack)).toMatch(TOO_LARGE(parts));
  });

  test('of a dead-letter queue of targets of the CDK is checked too', () => {
    const stack = stackUnderTest();
    const deadLetterQueue = new sqs.Queue(stack, 'Queue');
    const topic = subscribedTopic(stack);
    Array.from({ length: 21 }, (_, i) => alert(stack, `Alert${i}`, new targets.SnsTopic(topic, { deadLetterQueue })));
    expect(denialOf(stack)).toMatch(TOO_LARGE(21));
  });
});

describe('T23: a queue in another stack', () => {
  function twoStacks() {
    const alerts = stackUnderTest();
    return { alerts, owner: new Stack(alerts.node.root, 'Owner') };
  }

  const CYCLE = '[Stack/Alert] targets: the policy of construct Owner/Queue refers to this rule in another stack, and the rule refers to the queue, so neither can be deployed first.'
    + ' Use SqsSendMessage, SnsPublish or LambdaInvoke of cdk-ecs-event-rules instead of the target of aws-events-targets: their statements do not refer to a rule.';

  test('and its key in a third one are reached without a cycle, as a target and as a dead-letter queue', () => {
    const { alerts, owner } = twoStacks();
    const keys = new Stack(alerts.node.root, 'Keys');
    const queue = new sqs.Queue(owner, 'Queue', { encryptionMasterKey: new kms.Key(keys, 'Key') });
    new ServiceTaskPlacementFailureRule(alerts, 'Alert', { targets: [new SqsSendMessage(queue)], deadLetterQueue: queue });
    expect(denialOf(alerts)).toBe('');
    expect(statementsOf(owner)).toHaveLength(1);
    expect(warningsOf(owner)).toEqual([]);
    expect([owner, keys].map(({ dependencies }) => dependencies)).toEqual([[keys], []]);
  });

  test('through the CDK SqsQueue is an error that explains why', () => {
    const { alerts, owner } = twoStacks();
    expect(() => alert(alerts, 'Alert', new targets.SqsQueue(new sqs.Queue(owner, 'Queue')))).toThrow(CYCLE);
  });

  test('as the dead-letter queue of a target of the CDK is an error that explains why', () => {
    const { alerts, owner } = twoStacks();
    const deadLetterQueue = new sqs.Queue(owner, 'Queue');
    expect(() => alert(alerts, 'Alert', new targets.SnsTopic(subscribedTopic(alerts), { deadLetterQueue }))).toThrow(CYCLE);
  });

  test('through the CDK SqsQueue on a customer-managed key passes: its statement names no rule', () => {
    const { alerts, owner } = twoStacks();
    alert(alerts, 'Alert', new targets.SqsQueue(new sqs.Queue(owner, 'Queue', { encryption: sqs.QueueEncryption.KMS })));
    expect(denialOf(alerts)).toBe('');
  });
});

test('T39: the key of a queue is narrowed to rules of the account; that of a topic is not, for AWS supports no condition there', () => {
  const stack = stackUnderTest(IRELAND);
  const keyOf = (id: string) => new kms.Key(stack, id);
  const queue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: keyOf('OfQueue') });
  const topic = new sns.Topic(stack, 'Topic', { masterKey: keyOf('OfTopic') });
  alert(stack, 'Alert', new SqsSendMessage(queue), new SnsPublish(topic));
  expect(statementsOf(stack, 'AWS::KMS::Key', 'KeyPolicy').map(({ Condition }) => Condition)).toEqual([{ StringEquals: { 'aws:SourceAccount': '111122223333' } }, undefined]);
});
