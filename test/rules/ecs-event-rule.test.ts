import { Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { itPassesTheOptionsOn } from './rule-options';
import { IRELAND, rulesIn, stackUnderTest, targetsIn } from './stack-under-test';
import { ServiceActionEventType } from '../../src/filters/service-action-event-type';
import { ServiceDeploymentEvent } from '../../src/filters/service-deployment-event';
import { EcsEventPattern } from '../../src/patterns/ecs-event-pattern';
import { EcsEventRule } from '../../src/rules/ecs-event-rule';
import { SnsPublish } from '../../src/targets/sns-publish';

const ERRORS = EcsEventPattern.serviceAction({ eventTypes: [ServiceActionEventType.ERROR] });

itPassesTheOptionsOn((scope, options) => new EcsEventRule(scope, 'Alert', { pattern: ERRORS, ...options }));

test('matches what its pattern requires', () => {
  // GIVEN
  const stack = stackUnderTest();
  // WHEN
  const rule = new EcsEventRule(stack, 'Alert', { pattern: ERRORS });
  // THEN
  expect(rule.pattern).toBe(ERRORS);
  expect(rulesIn(stack).map(({ EventPattern }) => EventPattern)).toEqual([
    { 'source': ['aws.ecs'], 'detail-type': ['ECS Service Action'], 'detail': { eventType: ['ERROR'] } },
  ]);
});

test('takes one rule for each part of a pattern that says several things', () => {
  // GIVEN
  const stack = stackUnderTest();
  const topic = new sns.Topic(stack, 'Topic');
  // WHEN
  const rule = new EcsEventRule(stack, 'Alert', {
    pattern: EcsEventPattern.anyOf(
      ERRORS,
      EcsEventPattern.serviceDeploymentStateChange({ eventNames: [ServiceDeploymentEvent.SERVICE_DEPLOYMENT_FAILED] }),
    ),
    targets: [new SnsPublish(topic)],
  });
  // THEN
  expect(rule.rules.map(({ node }) => node.path)).toEqual(['Stack/Alert/Rule', 'Stack/Alert/Rule2']);
  expect(rulesIn(stack).map(({ EventPattern }) => EventPattern['detail-type'])).toEqual([['ECS Service Action'], ['ECS Deployment State Change']]);
  expect(targetsIn(stack).map(({ Arn }) => Arn)).toEqual([stack.resolve(topic.topicArn), stack.resolve(topic.topicArn)]);
});

test('composes the ARNs of names for its own environment', () => {
  // GIVEN
  const pattern = EcsEventPattern.daemonServiceAction({ clusterNames: ['prod'] });
  const stack = stackUnderTest(IRELAND);
  const china = new Stack(stack.node.root, 'China', { env: { account: '444455556666', region: 'cn-north-1' } });
  // WHEN
  new EcsEventRule(stack, 'Alert', { pattern });
  new EcsEventRule(china, 'Alert', { pattern });
  // THEN
  expect(rulesIn(stack)[0].EventPattern.detail).toEqual({ clusterArn: ['arn:aws:ecs:eu-west-1:111122223333:cluster/prod'] });
  expect(rulesIn(china)[0].EventPattern.detail).toEqual({ clusterArn: ['arn:aws-cn:ecs:cn-north-1:444455556666:cluster/prod'] });
});

test('targets can be added later', () => {
  // GIVEN
  const stack = stackUnderTest();
  const [first, second] = ['First', 'Second'].map((id) => new sns.Topic(stack, id));
  const rule = new EcsEventRule(stack, 'Alert', { pattern: ERRORS, targets: [new SnsPublish(first)] });
  // WHEN
  rule.addTarget(new SnsPublish(second));
  // THEN
  expect(targetsIn(stack).map(({ Arn }) => Arn)).toEqual([stack.resolve(first.topicArn), stack.resolve(second.topicArn)]);
  expect(rule.rules).toHaveLength(1);
});

test('the first rule is the default child, for escape hatches', () => {
  // GIVEN
  const stack = stackUnderTest();
  const rule = new EcsEventRule(stack, 'Alert', { pattern: ERRORS });
  // WHEN
  const first = rule.node.defaultChild as events.Rule;
  (first.node.defaultChild as events.CfnRule).addPropertyOverride('Description', 'overridden');
  // THEN
  expect(first).toBeInstanceOf(events.Rule);
  expect(rule.rules).toEqual([first]);
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', { Description: 'overridden' });
});

test('the list of rules is a copy', () => {
  // GIVEN
  const rule = new EcsEventRule(stackUnderTest(), 'Alert', { pattern: ERRORS });
  // WHEN
  rule.rules.pop();
  // THEN
  expect(rule.rules).toHaveLength(1);
});

test('changes of the list of targets after construction change nothing', () => {
  // GIVEN
  const stack = stackUnderTest();
  const targets = [new SnsPublish(new sns.Topic(stack, 'Topic'))];
  new EcsEventRule(stack, 'Alert', { pattern: ERRORS, targets });
  // WHEN
  targets.push(new SnsPublish(new sns.Topic(stack, 'Late')));
  // THEN
  expect(targetsIn(stack)).toHaveLength(1);
});

test('works in a stage', () => {
  // GIVEN
  const stage = new Stage(stackUnderTest().node.root, 'Prod', { env: IRELAND });
  const stack = new Stack(stage, 'Alerts');
  // WHEN
  new EcsEventRule(stack, 'Alert', { pattern: ERRORS, targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
  // THEN
  expect(targetsIn(stack)[0].DeadLetterConfig).toBeDefined();
});

test.each([
  ['undefined', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a pattern of the CDK', { source: ['aws.ecs'] }, '{"source":["aws.ecs"]}'],
])('%s in place of the pattern is an error', (_name, pattern, got) => {
  expect(() => new EcsEventRule(stackUnderTest(), 'Alert', { pattern: pattern as never })).toThrow(
    `[Stack/Alert] pattern: expected a pattern, got ${got}. Use a factory method of EcsEventPattern; for other patterns, use events.Rule.`);
});

test.each([
  ['undefined', undefined, 'undefined'],
  ['null', null, 'null'],
  ['a number', 5, '5'],
  ['a class', SnsPublish, 'function SnsPublish'],
])('%s among the targets is an error that says where', (_name, target, got) => {
  const stack = stackUnderTest();
  const known = new SnsPublish(new sns.Topic(stack, 'Topic'));
  expect(() => new EcsEventRule(stack, 'Alert', { pattern: ERRORS, targets: [known, target as never] })).toThrow(
    `[Stack/Alert] targets[1]: expected a target, got ${got}. Use SnsPublish, SqsSendMessage, LambdaInvoke, or any other events.IRuleTarget.`);
});

test('a topic that is not wrapped into a target is an error that names it', () => {
  // GIVEN
  const stack = stackUnderTest();
  const rule = new EcsEventRule(stack, 'Alert', { pattern: ERRORS });
  // WHEN
  const add = () => rule.addTarget(new sns.Topic(stack, 'Topic') as never);
  // THEN
  expect(add).toThrow('[Stack/Alert] target: expected a target, got construct Stack/Topic. Use SnsPublish, SqsSendMessage, LambdaInvoke, or any other events.IRuleTarget.');
});
