import { Aspects, CfnCondition, CfnMapping, CfnParameter, Fn, Tags } from 'aws-cdk-lib';
import type { Environment, ICfnConditionExpression, Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { Rule } from '../../src/engine/simulation/rule';
import { StackInstance } from '../../src/engine/template/stack-instance';
import { ServiceTaskPlacementFailureRule } from '../../src/rules/service-task-placement-failure-rule';
import { SnsPublish } from '../../src/targets/sns-publish';
import { SqsSendMessage } from '../../src/targets/sqs-send-message';
import { IRELAND, stackUnderTest, subscribedTopic } from '../rules/stack-under-test';
import { denialOf, warningsOf } from '../traps/annotations';

/** A condition on a parameter, whose default makes it false. */
function isProd(stack: Stack, name: string = 'Stage'): { readonly is: CfnCondition; readonly isNot: CfnCondition } {
  const stage = new CfnParameter(stack, name, { default: 'dev' });
  const is = new CfnCondition(stack, `Is${name}`, { expression: Fn.conditionEquals(stage.valueAsString, 'prod') });
  return { is, isNot: new CfnCondition(stack, `IsNot${name}`, { expression: Fn.conditionNot(is) }) };
}

/** A policy of a topic under a condition, which allows EventBridge or only the owner. */
function policy(topic: sns.ITopic, id: string, condition?: CfnCondition, service: boolean = true): sns.CfnTopicPolicy {
  const principal = service ? new iam.ServicePrincipal('events.amazonaws.com') : new iam.AccountPrincipal(IRELAND.account);
  const policyDocument = new iam.PolicyDocument({
    statements: [new iam.PolicyStatement({ principals: [principal], actions: ['sns:Publish'], resources: [topic.topicArn] })],
  });
  const resource = new sns.CfnTopicPolicy(topic.stack, id, { topics: [topic.topicArn], policyDocument });
  resource.cfnOptions.condition = condition;
  return resource;
}

/** A target that grants nothing. */
const to = (topic: sns.ITopic) => ({ bind: () => ({ arn: topic.topicArn }) });

afterEach(() => jest.restoreAllMocks());

test('T14: two policies under exclusive conditions, of which only one ever exists, are no finding', () => {
  const stack = stackUnderTest(IRELAND);
  const topic = subscribedTopic(stack);
  const { is, isNot } = isProd(stack);
  policy(topic, 'Prod', is);
  policy(topic, 'Other', isNot);
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [to(topic)] });
  expect(denialOf(stack)).toBe('');
  expect(warningsOf(stack)).toEqual([]);
});

test('T14: two policies that exist together for one value of a parameter only are no error; for all values they are', () => {
  const together = (isConditional: boolean) => {
    const stack = stackUnderTest(IRELAND);
    const topic = subscribedTopic(stack);
    policy(topic, 'First');
    policy(topic, 'Second', isConditional ? isProd(stack).is : undefined);
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [to(topic)] });
    return denialOf(stack);
  };
  expect(together(true)).toBe('');
  expect(together(false)).toContain('[Stack/Topic] policy of the topic: it has 2 policy resources');
});

test('what is refused in every world for another reason in each is reported', () => {
  // GIVEN no permission by default, and two policies of which the last one wins for the other value
  const stack = stackUnderTest(IRELAND);
  const topic = subscribedTopic(stack);
  policy(topic, 'Own', undefined, false);
  policy(topic, 'Prod', isProd(stack).is);
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [to(topic)] });
  // THEN
  expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Topic.*policyWithoutEventBridge\]$/)]);
});

test('a rule that exists for one value of a parameter only is reported there', () => {
  const stack = stackUnderTest(IRELAND);
  const { isNot } = isProd(stack);
  const alert = new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))] });
  const resource = alert.rules[0].node.defaultChild as events.CfnRule;
  resource.cfnOptions.condition = isNot;
  resource.addPropertyOverride('State', 'DISABLED');
  new ServiceTaskPlacementFailureRule(stack, 'Other', { targets: [new SnsPublish(subscribedTopic(stack, 'Others'))], clusterNames: ['other'] });
  expect(warningsOf(stack)).toEqual([expect.stringMatching(/^warning \/Stack\/Alert.*ruleDisabled\]$/)]);
});

test('with more combinations of values than can be evaluated, an error is a warning', () => {
  const refused = (parameters: number) => {
    const stack = stackUnderTest(IRELAND);
    Array.from({ length: parameters }, (_, i) => isProd(stack, `Stage${i}`));
    new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue'))] });
    (stack.node.findChild('Queue').node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = 'alias/aws/sqs';
    return stack;
  };
  expect(denialOf(refused(6))).toContain('[Stack/Queue] encryption of the queue: ');
  expect(denialOf(refused(7))).toBe('');
  expect(warningsOf(refused(7))).toEqual([expect.stringMatching(/^warning \/Stack\/Queue.* encryption of the queue: .*deliveryDependsOnParameters\]$/)]);
});

test('a world that cannot be evaluated makes an error a warning, and is named', () => {
  const stack = stackUnderTest(IRELAND);
  const queue = new sqs.Queue(stack, 'Queue');
  isProd(stack);
  const alert = new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SqsSendMessage(queue)] });
  (alert.rules[0].node.defaultChild as events.CfnRule).addPropertyOverride('Targets.0.RetryPolicy', { MaximumRetryAttempts: 200 });
  const condition = StackInstance.prototype.ofType;
  jest.spyOn(StackInstance.prototype, 'ofType').mockImplementation(function (this: StackInstance, ...types) {
    if (this.parameters?.Stage === 'prod' && types.includes('AWS::Events::Rule')) {
      throw new Error('planted');
    }
    return condition.apply(this, types);
  });
  expect(denialOf(stack)).toBe('');
  expect(warningsOf(stack)).toEqual(expect.arrayContaining([
    expect.stringMatching(/MaximumRetryAttempts of 200.*deliveryDependsOnParameters\]$/),
    expect.stringMatching(/could not be validated whether events are delivered: planted.*deliveryNotValidated\]$/),
  ]));
});

test('a value of a rule that cannot be evaluated is unknown: no error, and no refusal', () => {
  const stack = stackUnderTest(IRELAND);
  const alert = new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SnsPublish(subscribedTopic(stack))] });
  (alert.rules[0].node.defaultChild as events.CfnRule).addPropertyOverride('Targets.0.DeadLetterConfig.Arn', { 'Fn::Select': [7, ['a']] });
  expect(denialOf(stack)).toBe('');
  expect(warningsOf(stack)).toEqual([expect.stringMatching(/could not be validated whether events are delivered: Fn::Select cannot select.*deliveryNotValidated\]$/)]);
});

test.each<[string, unknown]>([
  ['the pattern', { EventPattern: { 'Fn::Transform': { Name: 'AWS::Include' } } }],
  ['a part of the pattern', { EventPattern: { source: ['aws.ecs'], detail: { 'Fn::Transform': { Name: 'AWS::Include' } } } }],
  ['the name', { EventPattern: { source: ['aws.ecs'] }, Name: { 'Fn::ImportValue': 'a:name with spaces' } }],
])('%s that only the deployment knows is not refused', (_what, properties) => {
  const template = { Resources: { Rule: { Type: 'AWS::Events::Rule', Properties: properties as Record<string, unknown> } } };
  const environment = { account: IRELAND.account, region: IRELAND.region, partition: 'aws', urlSuffix: 'amazonaws.com' };
  const stack = new StackInstance({ name: 'Stack', template, environment, deployment: { exported: () => undefined } as any });
  expect(new Rule(stack.resourceById('Rule')!).problems).toEqual([]);
});

test('an Aspect that adds Aspects of an earlier priority does not fail the synthesis', () => {
  const stack = stackUnderTest(IRELAND);
  const masterKey = new kms.Key(stack, 'Key');
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SqsSendMessage(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: masterKey }))] });
  // Tags are Aspects of priority 200, earlier than the default of 500.
  Aspects.of(stack).add({ visit: (construct: IConstruct) => (construct instanceof sqs.Queue ? Tags.of(construct).add('team', 'ops') : undefined) });
  expect(denialOf(stack)).toBe('');
  expect(warningsOf(stack)).toEqual([]);
});

describe('what a parameter or an open Region selects is not refused', () => {
  const byStage = { 'Fn::FindInMap': ['Values', { Ref: 'Stage' }, 'value'] };
  const byRegion = { 'Fn::FindInMap': ['Values', { Ref: 'AWS::Region' }, 'value'] };
  const byPosition = (value: string) => ({ 'Fn::Select': [{ Ref: 'Position' }, [value, 'other']] });

  /** A queue with an alert, where a mapping and a list have a value that would be refused. */
  function denial(value: string, override: (queue: sqs.CfnQueue, rule: events.CfnRule, stack: Stack) => void, env?: Environment): string {
    const stack = stackUnderTest(env);
    new CfnParameter(stack, 'Stage', { default: 'dev' });
    new CfnParameter(stack, 'Position', { default: '0' });
    new CfnMapping(stack, 'Values', { mapping: { 'dev': { value }, 'prod': { value: 'other' }, 'us-east-1': { value }, 'eu-west-1': { value: 'other' } } });
    const queue = new sqs.Queue(stack, 'Queue');
    const alert = new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SqsSendMessage(queue)] });
    override(queue.node.defaultChild as sqs.CfnQueue, alert.rules[0].node.defaultChild as events.CfnRule, stack);
    return denialOf(stack);
  }

  test.each([['a parameter', byStage], ['the Region', byRegion], ['a position', byPosition('alias/aws/sqs')]])('a key by %s', (_what, selected) => {
    expect(denial('alias/aws/sqs', (queue) => queue.addPropertyOverride('KmsMasterKeyId', selected))).toBe('');
  });

  test.each([['a parameter', byStage], ['the Region', byRegion], ['a position', byPosition('managed')]])('a condition by %s', (_what, selected) => {
    expect(denial('managed', (queue, _rule, stack) => {
      new CfnCondition(stack, 'Managed', { expression: { resolve: () => ({ 'Fn::Equals': [selected, 'managed'] }) } as unknown as ICfnConditionExpression });
      queue.addPropertyOverride('KmsMasterKeyId', { 'Fn::If': ['Managed', 'alias/aws/sqs', { Ref: 'AWS::NoValue' }] });
    })).toBe('');
  });

  test.each(['Arn', 'DeadLetterConfig.Arn'])('a queue in another Region as %s of a target', (property) => {
    const inMumbai = 'arn:aws:sqs:ap-south-1:111122223333:alerts';
    expect(denial(inMumbai, (_queue, rule) => rule.addPropertyOverride(`Targets.0.${property}`, byStage), IRELAND)).toBe('');
  });

  test('the state and the description of a rule', () => {
    const description = 'a'.repeat(300);
    expect(denial('ENABLED', (_queue, rule, stack) => {
      new CfnParameter(stack, 'State', { default: 'ENABLED' });
      new CfnParameter(stack, 'Description', { default: description });
      rule.addPropertyOverride('State', { Ref: 'State' });
      rule.addPropertyOverride('Description', { Ref: 'Description' });
    })).toBe('');
    expect(denial('ENABLED', (_queue, rule) => rule.addPropertyOverride('State', byStage))).toBe('');
  });

  test('a value that a literal selects is refused', () => {
    const literal = { 'Fn::FindInMap': ['Values', 'dev', 'value'] };
    expect(denial('alias/aws/sqs', (queue) => queue.addPropertyOverride('KmsMasterKeyId', literal))).toContain('encryption of the queue');
  });
});

test('a replica key has the ARN of a key', () => {
  const stack = stackUnderTest(IRELAND);
  const replica = new kms.CfnReplicaKey(stack, 'Replica', {
    primaryKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234',
    keyPolicy: { Statement: [{ Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'kms:*', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/*' }] },
  });
  const queue = new sqs.Queue(stack, 'Queue');
  new ServiceTaskPlacementFailureRule(stack, 'Alert', { targets: [new SqsSendMessage(queue)] });
  (queue.node.defaultChild as sqs.CfnQueue).kmsMasterKeyId = replica.attrArn;
  expect(warningsOf(stack)).toEqual([]);
});
