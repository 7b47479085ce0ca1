import { Match, Template } from 'aws-cdk-lib/assertions';
import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { rulesIn, stackUnderTest, targetsIn } from './stack-under-test';
import type { EcsEventRule } from '../../src/rules/ecs-event-rule';
import type { EcsEventRuleOptions } from '../../src/rules/ecs-event-rule-options';
import { SnsPublish } from '../../src/targets/sns-publish';

/** Tests that a rule construct hands every option of a rule on, and what it does without them. */
export function itPassesTheOptionsOn(make: (scope: Construct, options: EcsEventRuleOptions) => EcsEventRule): void {
  describe('the options of the rule', () => {
    test('have defaults: on, on the default bus, with a generated name, no description, no targets, and the dead-letter queue of the stack', () => {
      // GIVEN
      const stack = stackUnderTest();
      // WHEN
      const rule = make(stack, {});
      // THEN
      const [{ EventPattern, ...rest }] = rulesIn(stack);
      expect(rest).toEqual({ State: 'ENABLED' });
      expect(EventPattern.source).toEqual(['aws.ecs']);
      expect(rule.deadLetterQueue?.node.path).toBe('Stack/EcsEventDeadLetters');
    });

    test('are all overridden', () => {
      // GIVEN
      const stack = stackUnderTest();
      const topic = new sns.Topic(stack, 'Topic');
      const queue = new sqs.Queue(stack, 'Queue');
      // WHEN
      const rule = make(stack, {
        targets: [new SnsPublish(topic)],
        deadLetterQueue: queue,
        eventBus: events.EventBus.fromEventBusName(stack, 'Bus', 'ops'),
        ruleName: 'ecs.alert_1',
        description: 'Alerts of the platform team',
        enabled: false,
      });
      // THEN
      Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
        Name: 'ecs.alert_1',
        Description: 'Alerts of the platform team',
        State: 'DISABLED',
        EventBusName: 'ops',
        Targets: [{ Arn: stack.resolve(topic.topicArn), Id: 'Target0', DeadLetterConfig: { Arn: stack.resolve(queue.queueArn) } }],
      });
      expect(rule.deadLetterQueue).toBe(queue);
    });

    test('switch the dead-letter queue off', () => {
      // GIVEN
      const stack = stackUnderTest();
      // WHEN
      const rule = make(stack, { deadLetterQueueEnabled: false, targets: [new SnsPublish(new sns.Topic(stack, 'Topic'))] });
      // THEN
      Template.fromStack(stack).resourceCountIs('AWS::SQS::Queue', 0);
      expect(targetsIn(stack)).toEqual([{ Arn: expect.anything(), Id: 'Target0' }]);
      expect(rule.deadLetterQueue).toBeUndefined();
    });

    test('do not become conditions of the pattern', () => {
      // GIVEN
      const plain = stackUnderTest();
      const stack = stackUnderTest();
      // WHEN
      make(plain, {});
      make(stack, { description: 'a', enabled: true, ruleName: 'b', deadLetterQueueEnabled: true });
      // THEN
      expect(rulesIn(stack)[0].EventPattern).toEqual(rulesIn(plain)[0].EventPattern);
      Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', { EventPattern: { resources: Match.absent() } });
    });
  });
}
